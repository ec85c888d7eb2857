"""07MOSCOW849 as pasted from a blog, without signature and TAGS and with a damaged pilcrow."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cables.parser import ParsedCable, PartKind, parse

SEED = Path(__file__).parents[3] / "cables" / "samples" / "07MOSCOW849.txt"


@pytest.fixture(scope="module")
def cable() -> ParsedCable:
    page = SEED.read_text(encoding="utf-8")
    row = page.index("\n07MOSCOW849 2007")
    text = page[page.index("\n\n", row) + 2 : page.index("Post a comment")]
    return parse(text, reference_id="07MOSCOW849")


def test_the_parts_joined_are_the_text(cable: ParsedCable) -> None:
    assert "".join(cable.text[part.start : part.end] for part in cable.parts) == cable.text


def test_every_part_is_recognized(cable: ParsedCable) -> None:
    assert not [part for part in cable.parts if part.kind is PartKind.OTHER]


def test_the_header_gives_time_precedence_and_originator(cable: ParsedCable) -> None:
    assert cable.created == datetime(2007, 2, 28, 17, 45, tzinfo=UTC)
    assert cable.header.precedence == ("IMMEDIATE",)
    assert cable.header.originator == "RUEHMO #0849/01"
    assert cable.header.filed == "0591745"
    assert cable.header.date_time_group == "O 281745Z FEB 07"


def test_the_classification_line_gives_level_and_sections(cable: ParsedCable) -> None:
    assert cable.classification == "CONFIDENTIAL"
    assert cable.sections == 3
    assert cable.captions == ()


def test_the_order_line_gives_the_declassification_date(cable: ParsedCable) -> None:
    assert cable.executive_order == "12958"
    assert cable.declassify_on == date(2017, 2, 28)


def test_the_reference_has_a_canonical_id(cable: ParsedCable) -> None:
    (reference,) = cable.references

    assert (reference.printed, reference.reference_id) == ("06 MOSCOW 11698", "06MOSCOW11698")
    assert not reference.year_assumed


def test_the_classifier_has_name_title_and_reasons(cable: ParsedCable) -> None:
    by = cable.classified_by

    assert by
    assert (by.name, by.title) == ("Alice G. Wells", "Pol/Min Counselor")
    assert (by.section, by.reasons) == ("1.4", ("b", "d"))
    assert cable.text[by.name_start : by.name_end] == "Alice G. Wells"


def test_it_has_eleven_paragraphs_all_confidential(cable: ParsedCable) -> None:
    assert [paragraph.number for paragraph in cable.paragraphs] == list(range(1, 12))
    assert [paragraph.anchor for paragraph in cable.paragraphs] == [f"par{n}" for n in range(1, 12)]
    assert {paragraph.marking for paragraph in cable.paragraphs} == {"C"}


def test_it_has_eight_headings(cable: ParsedCable) -> None:
    numbers = {
        "Enthusiasm In Check": [2, 3],
        "Regime Change Not An Option": [4],
        "DPRK Wins A Round?": [5],
        "Who's Unpredictable?": [6],
        "Verification: the Key": [7],
        "Sanctions:  Poor Substitute for Engagement": [8],
        "China, the Leading Force, and Russia, in the Rear": [9],
        "Next Steps:  NE Asia Architecture?": [10, 11],
    }

    assert [heading.text for heading in cable.headings] == list(numbers)
    for heading, expected in numbers.items():
        below = [item.number for item in cable.paragraphs if item.heading == heading]
        assert below == expected


def test_a_damaged_pilcrow_is_read_as_the_start_of_paragraph_seven(cable: ParsedCable) -> None:
    seven = cable.paragraphs[6]
    lost = [problem for problem in cable.problems if problem.code == "lost-pilcrow"]

    assert cable.text[seven.start :].startswith("82;7.")
    assert cable.text[seven.text_start :].startswith("Experts unanimously")
    assert [(problem.printed, problem.meant) for problem in lost] == [("82;7.", "7.")]


def test_page_marks_stay_inside_the_paragraphs_that_run_over_them(cable: ParsedCable) -> None:
    assert [(mark.page, mark.pages) for mark in cable.page_marks] == [(2, 3), (3, 3)]
    for mark, number in zip(cable.page_marks, (6, 11), strict=True):
        paragraph = cable.paragraphs[number - 1]
        assert paragraph.start < mark.start < mark.end < paragraph.end


def test_a_paragraph_that_is_cut_off_is_a_problem(cable: ParsedCable) -> None:
    problems = [problem for problem in cable.problems if problem.code == "broken-off"]

    assert [problem.message.split()[1] for problem in problems] == ["10"]


def test_the_summary_ends_before_the_words_end_summary(cable: ParsedCable) -> None:
    assert cable.summary.startswith("Moscow's North Korea hands -- both official and unofficial")
    assert cable.summary.endswith("Chinese leadership in the negotiations.")


def test_fields_that_the_paste_lost_are_empty(cable: ParsedCable) -> None:
    assert (cable.subject, cable.tags, cable.signed_by, cable.old_anchors) == ("", (), "", ())
