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
