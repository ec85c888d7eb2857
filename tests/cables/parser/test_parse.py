"""Parsing never fails on a cable, and loses nothing of any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.parser import NotACable, ParsedCable, parse
from cables.parser.parse import parse_any

DOCUMENTS = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent / "documents").glob("*.txt"))
]
PIECES = [
    *(piece for text in DOCUMENTS for piece in text.splitlines(keepends=True)),
    *("¶", "\ufffd", "82;", "\r\n", "\n", "\u2028", "\\", "<br>", "1. (C) ", "(", "7)", "----"),
    *("SECTION 02 OF 03 ", "MOSCOW 00000849  002 OF 003", "E.O. 12958: ", "TAGS: ", "REF: A. "),
]


def assert_nothing_is_lost(cable: ParsedCable) -> None:
    assert "".join(cable.text[part.start : part.end] for part in cable.parts) == cable.text
    keys = [paragraph.key for paragraph in cable.paragraphs]
    assert len(keys) == len(set(keys))
    for paragraph in cable.paragraphs:
        assert 0 <= paragraph.start <= paragraph.text_start <= paragraph.end <= len(cable.text)


@given(st.text())
def test_the_parts_of_any_text_joined_are_the_text(text: str) -> None:
    assert_nothing_is_lost(parse_any(text))


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_the_parts_of_shuffled_cables_joined_are_the_text(text: str) -> None:
    assert_nothing_is_lost(parse_any(text, reference_id="09SPECIMEN901"))


@given(st.sampled_from(DOCUMENTS), st.data())
def test_the_parts_of_a_cable_with_damage_joined_are_the_text(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 80)))
    damage = data.draw(st.one_of(st.text(max_size=8), st.sampled_from(PIECES)))

    assert_nothing_is_lost(parse_any(text[:start] + damage + text[end:]))


@pytest.mark.parametrize("text", ["", " \n\t\n", "Once upon a time.", "<html><p>hello</p></html>"])
def test_a_text_that_is_not_a_cable_is_rejected_with_what_was_expected(text: str) -> None:
    with pytest.raises(NotACable, match=r"expected a header .* 'UNCLAS MOSCOW 000849'"):
        parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "R 031200Z MAR 09",
        "FM AMEMBASSY MOSCOW",
        "UNCLAS MOSCOW 000849",
        "SUBJECT: A SUBJECT AND NO MORE",
        "1. (C) A paragraph and no more.",
    ],
)
def test_one_sign_of_a_cable_is_enough(text: str) -> None:
    assert parse(text).text == text


@pytest.mark.parametrize("text", DOCUMENTS)
def test_line_ends_of_any_kind_give_the_same_cable(text: str) -> None:
    unix, dos = parse(text), parse(text.replace("\n", "\r\n"))

    assert dos.subject == unix.subject
    assert [paragraph.key for paragraph in dos.paragraphs] == [
        paragraph.key for paragraph in unix.paragraphs
    ]
    assert dos.summary == unix.summary


def test_the_id_may_be_derived_from_the_text() -> None:
    text = "R 031200Z MAR 09\nFM AMEMBASSY MOSCOW\n\nUNCLAS MOSCOW 000849\n\n1. (U) One."

    assert parse(text).reference_id == "09MOSCOW849"


def test_another_cables_classification_line_is_a_problem() -> None:
    cable = parse("UNCLAS MOSCOW 000849\n\n1. (U) One.", reference_id="09PARIS12")

    assert [problem.code for problem in cable.problems] == ["other-id"]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n \n\t\n\n"])
def test_the_body_begins_with_its_classification_line(between: str) -> None:
    header = f"R 031200Z MAR 09\nFM AMEMBASSY MOSCOW{between}"

    cable = parse(f"{header}UNCLAS MOSCOW 000849\n\n1. (U) One.")

    assert cable.text[: cable.body_start] == header
    assert cable.body.startswith("UNCLAS MOSCOW 000849")


def test_a_text_without_a_header_is_all_body() -> None:
    cable = parse("\n\nUNCLAS MOSCOW 000849\n\n1. (U) One.")

    assert cable.body == cable.text


def test_page_marks_do_not_overlap() -> None:
    first = "UNCLAS SECTION 01 OF 03 MOSCOW 000849\n\nTAGS: PREL\nSUBJECT: A\n\n1. (U) One.\n\n"
    later = "".join(f"UNCLAS SECTION 0{n} OF 03 MOSCOW 000849\nTAGS: PREL\n" for n in (2, 3))

    cable = parse(first + later + "\nREF: A\n\n2. (U) Two.")

    assert all(mark.start < mark.end for mark in cable.page_marks)
    assert_nothing_is_lost(cable)


@pytest.mark.parametrize("space", [chr(code) for code in range(0x3001) if chr(code).isspace()])
def test_a_line_of_any_space_is_blank(space: str) -> None:
    text = f"UNCLAS MOSCOW 000849\n\n1. (U) One\n{space}\nROE"

    cable = parse(text)

    assert cable.signed_by == "ROE"
    assert_nothing_is_lost(cable)
