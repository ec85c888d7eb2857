"""Every word after the labels reaches a paragraph, a heading, the signature or a trailer."""

import pytest

from cables.parser import ParsedCable, PartKind, parse

HEADER = "O 071702Z JUN 07\nFM AMEMBASSY SPECIMEN\nTO SECSTATE WASHDC IMMEDIATE 0001\n\n"
LABELS = "E.O. 12958: DECL: 06/07/2017\nTAGS: PREL\nSUBJECT: A SPECIMEN ABOUT HEDGES\n\n"


def words_of(cable: ParsedCable, key: str) -> str:
    paragraph = next(paragraph for paragraph in cable.paragraphs if paragraph.key == key)
    return " ".join(cable.text[paragraph.text_start : paragraph.end].split())


def parts_of(cable: ParsedCable, kind: PartKind) -> list[str]:
    return [" ".join(cable.text[p.start : p.end].split()) for p in cable.parts if p.kind is kind]


def keys_of(cable: ParsedCable) -> list[str]:
    return [paragraph.key for paragraph in cable.paragraphs]


@pytest.mark.parametrize("word", ["TO", "INFO", "FM", "R"])
def test_a_line_of_capitals_that_begins_as_a_header_does_is_text(word: str) -> None:
    opening = "C O N F I D E N T I A L SPECIMEN 009440"
    cable = parse(
        f"{HEADER}{opening}\n\n{LABELS}1. (C) NOBODY HAD A PLAN\n"
        f"{word} CUT THE HEDGE BEFORE WINTER, SINCE IT IS TOO TALL FOR THE\nLADDER.\n\n"
        f"PAGE 03 RUEHFRA9440 {opening}\n\n2. (C) A LONGER LADDER IS NEEDED.\n\n"
        f"PAGE 04 RUEHFRA9440 {opening}\n\n3. (C) HE LEFT.\nDOE\n"
    )

    assert keys_of(cable) == ["1", "2", "3"]
    assert words_of(cable, "2") == "A LONGER LADDER IS NEEDED."
    assert words_of(cable, "1").endswith("TOO TALL FOR THE LADDER.")
    assert parts_of(cable, PartKind.PAGE_MARK) == [
        f"PAGE 03 RUEHFRA9440 {opening}",
        f"PAGE 04 RUEHFRA9440 {opening}",
    ]
    assert [mark.page for mark in cable.page_marks] == [3, 4]


def test_the_head_of_a_later_section_has_only_its_header_and_what_it_repeats() -> None:
    head = "ACTION ABC-00\n\nINFO  LOG-00   NP-00\n      ------------------63C288  121723Z /38\n"
    second = f"LIMITED OFFICIAL USE\n\nNNN\n\n{head}{HEADER}UNCLAS SECTION 02 OF 02 SPECIMEN 009441"
    cable = parse(
        f"{HEADER}UNCLAS SECTION 01 OF 02 SPECIMEN 009441\n\nGARDENS FOR JANE\n\n{LABELS}"
        f"1. THE GARDENER WENT\nTO THE LADDER AND\n\n{second}\n\n"
        "GARDENS FORJANE\n\nPROCEED TO THE LADDER FOR CUTTING.\n\n2. HE CUT.\n"
    )

    (part,) = parts_of(cable, PartKind.SECTION_HEAD)
    assert part == " ".join(f"{second} GARDENS FORJANE".split())
    assert words_of(cable, "1").startswith("THE GARDENER WENT TO THE LADDER AND")
    assert words_of(cable, "1").endswith("PROCEED TO THE LADDER FOR CUTTING.")


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Classified By: DCM Jane Doe for reason 1.4 (b). ", "(C) The gardener likes hedges."),
        ("Classified By: DCM Jane Doe, reasons 1.4 (b/d). ", "-- (C) The gardener likes hedges."),
        ("REF: SPECIMEN 12345 ", "We delivered points about the hedges."),
        ("REF: SPECIMEN 12345 ", "(U) HMG is aware of the hedges."),
    ],
)
def test_prose_on_the_line_of_a_label_is_a_paragraph(label: str, words: str) -> None:
    cable = parse(f"{HEADER}CONFIDENTIAL SPECIMEN 009442\n\n{LABELS}{label}{words} DOE\n")

    (paragraph,) = cable.paragraphs
    assert cable.text[paragraph.start : paragraph.end] == words
    assert cable.signed_by == "DOE"


def test_reasons_in_capitals_are_not_prose() -> None:
    by = "CLASSIFIED BY: DCM JANE DOE FOR REASONS 1.4 (B) (C) AND (D)"
    cable = parse(f"{HEADER}CONFIDENTIAL SPECIMEN 009442\n\n{LABELS}{by}\n\nThe hedge grew.\n")

    assert cable.classified_by
    assert cable.classified_by.reasons == ("b", "c", "d")


def test_text_in_capitals_below_an_attention_line_is_not_one() -> None:
    text = "ABOUT GARDENS.- THE HEDGE GREW\nALL SUMMER, AND NOBODY CUT IT."
    cable = parse(f"{HEADER}UNCLAS SPECIMEN 009443\n\nFOR: ABC/DEF\n\n{text}\n\nDOE\n")

    assert cable.attention == ("FOR: ABC/DEF",)
    assert words_of(cable, "u1") == " ".join(text.split())


FULL = f"{LABELS}1. (C) The hedge grew all summer.\n\n2. (C) John cut it.\nDOE\n"
RECORD = '62779,5/4/2006 9:46,06SPECIMEN997,"Embassy\nSpecimen",CONFIDENTIAL,,"'


@pytest.mark.parametrize(
    "opening",
    ["C O N F I D E N T I A L THE\nHAGUE 000997", "C O N F I D E N T\nI A L THE HAGUE 000997"],
)
def test_a_fuller_copy_is_found_though_its_classification_line_is_wrapped(opening: str) -> None:
    cable = parse(
        f"{HEADER}C O N F I D E N T I A L THE HAGUE 000997\n\n{LABELS}Classified By: A...\n\n"
        f'{RECORD.replace("SPECIMEN", "THEHAGUE")}{HEADER.strip()}","{opening}\n{FULL}',
        reference_id="06THEHAGUE997",
    )

    assert keys_of(cable) == ["1", "2"]
    assert cable.signed_by == "DOE"
    assert [problem.code for problem in cable.problems] == ["doubled-body"]
    assert not parts_of(cable, PartKind.FUSED)


def test_of_two_copies_the_one_that_withholds_more_is_shown() -> None:
    opening = f"{HEADER}CONFIDENTIAL SPECIMEN 000998\n\n"
    redacted = FULL.replace("John", "XXXX")

    for copies in (f"{opening}{FULL}{opening}{redacted}", f"{opening}{redacted}{opening}{FULL}"):
        assert words_of(parse(copies), "2") == "XXXX cut it."


def test_a_less_full_copy_afterwards_is_not_another_cable() -> None:
    opening = "CONFIDENTIAL SPECIMEN 000999"
    cable = parse(f"{HEADER}{opening}\n\n{FULL}\n{opening} {LABELS.replace(chr(10), ' ')}\n")

    assert parts_of(cable, PartKind.COPY)
    assert not parts_of(cable, PartKind.FUSED)


def test_the_date_line_and_the_record_of_an_export_are_not_text() -> None:
    above = "Friday, 08 June 2007, 17:02\n"
    cable = parse(f"{HEADER}{above}CONFIDENTIAL SPECIMEN 000999\n\n{FULL}")

    assert parts_of(cable, PartKind.RECORD) == [above.strip()]
    assert not parts_of(cable, PartKind.OTHER)


def test_the_signature_may_be_in_another_copy() -> None:
    opening = f"{HEADER}CONFIDENTIAL SPECIMEN 000999\n\n"
    longer = FULL.replace("DOE\n", "The ladder, which is long, is in the shed behind it.\n")
    cable = parse(f"{opening}{FULL}{opening}{longer}")

    assert words_of(cable, "2").endswith("behind it.")
    assert cable.signed_by == "DOE"


def test_the_rest_of_a_record_is_not_another_cable() -> None:
    cable = parse(f"{HEADER}CONFIDENTIAL SPECIMEN 000999\n\n{FULL}0 11/20/2007 511 PREL\n")

    assert parts_of(cable, PartKind.TRAILER) == ["0 11/20/2007 511 PREL"]
    assert not cable.problems


def numbered(*lines: str) -> ParsedCable:
    text = "\n\n".join(lines)
    return parse(f"{HEADER}UNCLAS SPECIMEN 009201\n\n{LABELS}{text}\n\nDOE\n")


@pytest.mark.parametrize(
    ("numbers", "codes"),
    [
        ((1, 2, 3, 5), ["number-gap"]),
        ((1, 2, 4), ["number-gap"]),
        ((1, 2, 5, 8), ["number-gap", "number-gap"]),
        ((1, 2, 4, 3, 5), ["number-gap", "number-gap"]),
    ],
)
@pytest.mark.parametrize("pilcrow", ["¶", ""])
def test_a_paragraph_after_a_gap_or_out_of_order_is_one(
    numbers: tuple[int, ...], codes: list[str], pilcrow: str
) -> None:
    cable = numbered(*(f"{pilcrow}{number}. The gardens were visited." for number in numbers))

    assert keys_of(cable) == [str(number) for number in numbers]
    assert [problem.code for problem in cable.problems] == codes


def test_a_date_that_a_wrapped_line_begins_with_is_not_a_paragraph() -> None:
    cable = numbered("1. One.", "2. He came on June\n4. The hedge was cut.", "3. Three.")

    assert keys_of(cable) == ["1", "2", "3"]


def test_a_number_printed_twice_counts_once() -> None:
    cable = numbered("1. 1. (C - ENTIRE TEXT) The hedge grew.", "2. (C) It was cut.")

    assert keys_of(cable) == ["1", "2"]
    assert cable.paragraphs[0].marking == "C"
    assert words_of(cable, "1") == "The hedge grew."


GROWTH = "The hedge of the embassy grew by a hand each week, as hedges do."


@pytest.mark.parametrize(
    "before",
    ["It grew all summer.", "It grew in 2010. ", 'He said "cut it."', "(It grew) ", "GROWTH ----"],
)
def test_a_number_after_a_sentence_inside_a_line_begins_a_paragraph(before: str) -> None:
    cable = numbered(f"1. {GROWTH} {before} 2. In May, the gardener cut it.")

    assert keys_of(cable) == ["1", "2"]
    assert words_of(cable, "2") == "In May, the gardener cut it."


@pytest.mark.parametrize("before", ["He came on Nov.", "He was number"])
def test_a_number_inside_a_sentence_does_not(before: str) -> None:
    cable = numbered(f"1. {GROWTH} {before} 2. The gardener left.")

    assert keys_of(cable) == ["1"]


SENTENCES = "The hedge grew and the gardener cut it with a ladder. " * 16


@pytest.mark.parametrize(
    "point",
    ["A.1. Openness to Gardens ", "-- Bermuda: ", "II. Key Hedges ", "(SBU) ", "GARDEN TRADE "],
)
def test_a_long_paragraph_is_cut_at_the_sub_points_of_its_line(point: str) -> None:
    cable = numbered(f"1. {SENTENCES}{SENTENCES} {point}{SENTENCES}", "2. Two.")

    assert keys_of(cable) == ["1", "u1", "2"]
    assert words_of(cable, "u1").startswith(point.replace("(SBU) ", "").strip())


def test_a_long_paragraph_is_cut_at_blank_lines_and_items() -> None:
    cable = numbered(f"1. {SENTENCES}\n{SENTENCES}\na. {SENTENCES}", f"{SENTENCES}", "2. Two.")

    assert keys_of(cable) == ["1", "u1", "u2", "u3", "2"]


def test_the_parts_of_a_long_paragraph_have_its_marking() -> None:
    cable = numbered(f"1. (S) {SENTENCES}\n{SENTENCES}\n(U) {SENTENCES}", "2. Two.")

    assert [paragraph.marking for paragraph in cable.paragraphs] == ["S", "S", "U", ""]


def test_the_parts_of_a_long_paragraph_leave_the_other_anchors_as_they_are() -> None:
    cable = numbered(f"1. {SENTENCES}{SENTENCES}", SENTENCES, "TITLE\n-----", SENTENCES, "2. Two.")

    assert keys_of(cable) == ["1", "u2", "u1", "2"]


def test_a_paragraph_of_ordinary_length_is_whole() -> None:
    assert keys_of(numbered(f"1. {SENTENCES}", SENTENCES, "2. Two.")) == ["1", "2"]


def test_the_page_line_of_the_department_has_no_time() -> None:
    line = "PAGE 02        STATE  009605"
    cable = numbered(f"1. THE HEDGE WILL BE CUT WHEN\n{line}\n\nTHE LADDER COMES.")

    assert parts_of(cable, PartKind.PAGE_MARK) == ["PAGE 02 STATE 009605"]
