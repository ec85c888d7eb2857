"""Headings: rules and blank lines and page marks between, slashes, redactions."""

import pytest

from cables.parser import ParsedCable, parse

HEAD = "UNCLAS SPECIMEN 000012\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: HEDGES\n\n"
MARK = "SPECIMEN 00000012  002 OF 003"


def with_heading(between: str) -> ParsedCable:
    return parse(f"{HEAD}1. (U) The hedges\nare green.\n\n{between}\n\n2. (U) They grow.\n")


@pytest.mark.parametrize(
    ("between", "heading"),
    [
        ("Roses and hedges\n\n----------------", "Roses and hedges"),
        ("Roses and hedges\n\n" + MARK + "\n\n\n----------------", "Roses and hedges"),
        ("-------\nROSES\n" + MARK + "\n-------", "ROSES"),
        ("-------\n\n\nROSES\n\n" + MARK + "\n\n\n-------", "ROSES"),
        ("Roses and hedges and all\n---------------------- --------------------\n--",
         "Roses and hedges and all"),
        ("----------\nROSES AND MORE:\nA WALL\n----------", "ROSES AND MORE: A WALL"),
        ("Ending on a High Note", "Ending on a High Note"),
        ("//ROSES//", "ROSES"),
        ("// Roses, et al. //", "Roses, et al."),
        ("//THE ROSES THAT GROW ON A VERY LONG WALL OF THE SPECIMEN\nGARDEN//",
         "THE ROSES THAT GROW ON A VERY LONG WALL OF THE SPECIMEN GARDEN"),
        ("--------------\nXXXXXXXXXXXX\n--------------", "XXXXXXXXXXXX"),
    ],
)  # fmt: skip
def test_a_heading_is_found(between: str, heading: str) -> None:
    cable = with_heading(between)
    assert [found.text for found in cable.headings] == [heading]
    assert [paragraph.heading for paragraph in cable.paragraphs] == ["", heading]
    words = [cable.text[found.start : found.end] for found in cable.paragraphs]
    assert words == ["1. (U) The hedges\nare green.", "2. (U) They grow."]


@pytest.mark.parametrize(
    "between",
    [
        "We asked about the roses that grow there.\n\n----------",
        "XXXXXXXXXXXX\n\n----------",
        "http://specimen.example//roses//",
    ],
)
def test_other_lines_above_a_rule_are_no_headings(between: str) -> None:
    assert with_heading(between).headings == ()


def test_a_heading_may_follow_a_summary_without_its_period() -> None:
    cable = parse(f"{HEAD}1. (U) Green. END SUMMARY\n\nROSES IN WINTER\n\n2. (U) They grow.\n")
    assert [heading.text for heading in cable.headings] == ["ROSES IN WINTER"]


def test_a_heading_may_follow_the_last_words_of_a_wrapped_sentence() -> None:
    cable = parse(
        f"{HEAD}1. (U) The hedges of the garden are as\ngreen as possible. Roses and the Wall "
        "------------------\n2. (U) They grow.\n"
    )
    assert [heading.text for heading in cable.headings] == ["Roses and the Wall"]


@pytest.mark.parametrize(
    ("between", "heading"),
    [
        ("An afterthought about roses", "An afterthought about roses"),
        ("Roses\n--", "Roses"),
        ("Rose arches - - - - - -", "Rose arches"),
        ("Roses------------", "Roses"),
        ("The rose and the ------------- ----- hedge -------", "The rose and the hedge"),
        ("End Use of Hedges", "End Use of Hedges"),
        ("POINT OF CONTACT\nXXXXXXXXXXXX", "POINT OF CONTACT"),
        (f"{'ROSES ' * 20}(AND HEDGES) --------------", f"{'ROSES ' * 20}(AND HEDGES)"),
    ],
)  # fmt: skip
def test_a_heading_has_one_of_many_layouts(between: str, heading: str) -> None:
    assert [found.text for found in with_heading(between).headings] == [heading]


@pytest.mark.parametrize("line", ["They noted the following:", "SECRET/NOFORN", "3-4. (U) None"])
def test_a_line_between_paragraphs_may_be_no_heading(line: str) -> None:
    assert with_heading(line).headings == ()


@pytest.mark.parametrize(
    ("above", "heading"),
    [
        (f"1. (U) {'The hedges grow. ' * 8}[Detail removed]", "ROSES"),
        ("1. (U) XXXXXXXXXXXX", "ROSES\n-----"),
        ("1. (U) The hedges\nare green.", "ROSES\n\n-----\n"),
    ],
)
def test_a_heading_needs_no_blank_line_below_a_whole_paragraph(above: str, heading: str) -> None:
    cable = parse(f"{HEAD}{above}\n{heading}\n2. (U) They grow.\n")
    assert [found.text for found in cable.headings] == ["ROSES"]


@pytest.mark.parametrize("above", ["We asked (in May, twice)", "We saw\nGardens\nWalls"])
def test_a_heading_may_follow_lines_without_a_period(above: str) -> None:
    lines = f"1. (U) The hedges\nare green,\nand tall,\nand old.\n{above}"
    cable = parse(f"{HEAD}{lines}\n\nRoses and Walls\n\n2. (U) They grow.\n")
    assert [found.text for found in cable.headings] == ["Roses and Walls"]


def test_a_heading_may_stand_above_a_marked_paragraph_without_a_number() -> None:
    cable = parse(
        f"{HEAD}(U) Hedges \\\nare green. \\\n \\\nRoses \\\n \\\n(U) They \\\ngrow in May. \\\n"
    )
    assert [found.text for found in cable.headings] == ["Roses"]


def test_a_heading_with_a_marking_is_no_paragraph() -> None:
    cable = with_heading("(U) The Roses\n-----------")
    assert [found.text for found in cable.headings] == ["(U) The Roses"]


def test_half_a_heading_is_none() -> None:
    begun = f"1. (U) {'The hedges grow, and ' * 7}are green. Roses"
    assert parse(f"{HEAD}{begun}\nClimb Walls\n2. (U) They grow.\n").headings == ()


def test_a_heading_between_rules_may_follow_the_last_words_of_a_sentence() -> None:
    cable = parse(
        f"{HEAD}1. (U) The hedges of the garden are as\ngreen as the walls. ------ Roses ------\n\n"
        "2. (U) They grow.\n"
    )
    assert [found.text for found in cable.headings] == ["Roses"]


def test_capitals_with_a_rule_are_a_heading_inside_a_paragraph() -> None:
    cable = parse(f"{HEAD}1. (U) BEGIN POINTS:\nROSES\n-----\n-- They grow.\n\n2. (U) All.\n")
    assert [found.text for found in cable.headings] == ["ROSES"]


@pytest.mark.parametrize(
    ("ending", "signer"),
    [
        ("the walls.\nHEDGER 2008-01-08", "HEDGER"),
        ("the walls. \n\nHEDGER NNNN \n\nEnd Cable Text", "HEDGER"),
        ("the walls. HEDGER NNNN", "HEDGER"),
        ("the walls. HEDGER NNNN End Cable Text", "HEDGER"),
        ("the walls.\n\nHEDGER Hedger", "HEDGER"),
        ("with the MFA Hedger", "Hedger"),
        ("with the MFA Paris", ""),
        ("and by the DCM Hedger.", ""),
    ],
)
def test_a_signature_before_the_remains_of_an_export(ending: str, signer: str) -> None:
    cable = parse(f"{HEAD}1. (U) The hedges are green, and we grow them {ending}")
    assert cable.signed_by == signer
