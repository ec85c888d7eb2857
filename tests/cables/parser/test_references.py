"""REF lines: which cables they name, and of which year."""

import pytest

from cables.parser import ParsedReference, parse
from cables.parser.references import CitingCable, read_references

PROSE = "Key Objectives (SBU) The specimen strongly supports the summit, as it always has. " * 4


def references(words: str, citing: CitingCable) -> tuple[ParsedReference, ...]:
    return read_references(words, 0, len(words), citing)


@pytest.mark.parametrize(
    ("printed", "year", "day", "reference_id"),
    [
        ("STATE 178303", 2007, 12, "06STATE178303"),  # January 12
        ("SECSTATE 112900", 2010, 43, "09STATE112900"),
        ("STATE 1760", 2010, 43, "10STATE1760"),
        ("STATE 120000", 2007, 340, "07STATE120000"),
        ("STATE 286983", 1979, 306, "79STATE286983"),  # the Department sent 938 a day
        ("STATE 856708", 2008, 225, "08STATE856708"),  # no year reached that: a misprint
        ("STATE 178303", 2007, 0, "07STATE178303"),  # the day is unknown
        ("MOSCOW 178303", 2007, 12, "07MOSCOW178303"),  # only the Department has a known rate
    ],
)
def test_a_serial_that_the_year_had_not_reached_is_of_the_year_before(
    printed: str, year: int, day: int, reference_id: str
) -> None:
    (reference,) = references(printed, CitingCable(year, "SPECIMEN", 1, day))

    assert reference.reference_id == reference_id
    assert reference.year_assumed


@pytest.mark.parametrize(
    "printed",
    [
        "STATE 2 OF 11/30/73",
        "STATE 2 OF 11/30/1973",
        "STATE 2 DATED 30 NOV 73",
        "STATE 2 OF NOVEMBER 30, 1973",
        "STATE 2 DTD 301200Z NOV 73",
        "STATE 2 301200Z NOV 73",
    ],
)
def test_a_date_after_the_serial_gives_the_year(printed: str) -> None:
    (reference,) = references(printed, CitingCable(1974, "SPECIMEN", 1, 90))

    assert reference.reference_id == "73STATE2"
    assert not reference.year_assumed


def test_handling_instructions_are_not_part_of_the_last_reference() -> None:
    cable = parse(
        "UNCLAS SPECIMEN 000165\n\nTAGS: ECON\nSUBJECT: A SPECIMEN Ref(s): A) 08 SPECIMEN 138; "
        "B) 08 SPECIMEN 0044 and previous Sensitive But Unclassified - Please handle.\n\n"
        "1. (SBU) One."
    )

    assert [(reference.reference_id, reference.note) for reference in cable.references] == [
        ("08SPECIMEN138", ""),
        ("08SPECIMEN44", "and previous"),
    ]


def test_prose_that_begins_with_a_letter_is_not_a_reference() -> None:
    cable = parse(
        "UNCLAS SPECIMEN 000166\n\nSUBJECT: A SPECIMEN\n\n"
        f"REF: A. SPECIMEN 1 B. SPECIMEN 2\n\n¶I. {PROSE}\n\nROE"
    )

    assert [reference.printed for reference in cable.references] == ["SPECIMEN 1", "SPECIMEN 2"]
    assert cable.text[cable.paragraphs[0].start :].startswith("¶I. Key Objectives")
