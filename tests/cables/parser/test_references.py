"""REF lines: which cables they name, and of which year."""

import pytest

from cables.parser import ParsedReference, parse
from cables.parser.reference_years import CitingCable
from cables.parser.references import read_references, reference_problems

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
        ("STATE 253201", 1990, 214, "90STATE253201"),  # 1,183 a day
        ("MOSCOW 5855", 2007, 45, "06MOSCOW5855"),  # no post but the Department sent 130 a day
        ("MOSCOW 98", 2007, 5, "07MOSCOW98"),
    ],
)
def test_a_serial_that_the_year_had_not_reached_is_of_the_year_before(
    printed: str, year: int, day: int, reference_id: str
) -> None:
    (reference,) = references(printed, CitingCable(year, "SPECIMEN", 1, day))

    assert reference.reference_id == reference_id
    assert reference.year_assumed


@pytest.mark.parametrize(
    ("printed", "day", "doubt"),
    [
        ("MOSCOW 2351", 54, "names no year and may be of 2010 or of 2009"),  # 44 a day
        ("STATE 33533", 59, "names no year and may be of 2010 or of 2009"),  # 568 a day
        ("SPECIMEN 1412", 344, "names no year and may be of 2010 or of 2009"),  # sent together
        ("SPECIMEN 1411", 344, "has the number of this cable itself"),
        ("10 SPECIMEN 1411", 0, "has the number of this cable itself"),
        ("MOSCOW 72723", 344, "has a higher number than the post had in any year"),
        ("06 MEETING WITH MOSCOW 12", 344, "has a year that other words separate from it"),
        ("IIR 6 899 09 MOSCOW 2", 0, "has a year that may be the end of the number before it"),
        ("094 MOSCOW 841", 344, "has a year of three digits"),
        ("09 MOSCOW 12 (08)", 344, "has one year before and one after its number"),
        ("MOSCOW 12/08", 344, "has a number that may be a year, all or part of another serial"),
    ],
)
def test_a_reference_that_can_be_read_in_two_ways_names_no_cable(
    printed: str, day: int, doubt: str
) -> None:
    reference = references(printed, CitingCable(2010, "SPECIMEN", 1411, day))[0]

    assert (reference.reference_id, reference.doubt) == ("", doubt)
    (problem,) = reference_problems(printed, [reference])
    assert problem.code == "unclear-reference"
    assert problem.message == f"The reference “{reference.printed}” {doubt}; no cable is linked."


def test_a_shortened_second_serial_is_not_guessed() -> None:
    first, second = references("07 MOSCOW 12345-46", CitingCable(2010, "SPECIMEN", 1))

    assert (first.reference_id, second.reference_id) == ("07MOSCOW12345", "")
    assert second.doubt.startswith("has a number that may be a year")


@pytest.mark.parametrize(
    ("printed", "reference_ids"),
    [
        ("QUITO 4525-91", ["91QUITO4525"]),
        ("PANAMA 00933/08", ["08PANAMA933"]),
        ("AMMAN 07718 99, AMMAN 05986 00", ["99AMMAN7718", "00AMMAN5986"]),
        ("QUITO 4525 '91 (NOTAL)", ["91QUITO4525"]),
        ("(99) ROME 2196", ["99ROME2196"]),
        ("SECSTATE 06 163201", ["06STATE163201"]),
        ("REF 07 KOLKATA 88", ["07KOLKATA88"]),
        ("07 U.S. Embassy Rome 88", ["07ROME88"]),
        ("STATE 5, 09 MDA 839", ["10STATE5"]),  # no year of the one, no serial of the other
        ("STATE 5, 09 STATE 839", ["10STATE5", "09STATE839"]),
        ("KABUL 936/935; KABUL 692/317", [f"10KABUL{n}" for n in (936, 935, 692, 317)]),
        ("STATE 188314, 259032", ["10STATE188314", "10STATE259032"]),
        ("PORT-OF-SPAIN 220", ["10PORTOFSPAIN220"]),
        ("05 CASA 1220", ["05CASABLANCA1220"]),
        ("STATE: 73097", ["10STATE73097"]),
        ("10-OTTAWA-57", ["10OTTAWA57"]),
        ("USDAO PARIS 123", [""]),  # an attaché's report is no cable of the embassy
        ("US MISSION EC BRUSSELS 86", [""]),
        ("2008 BAKU", [""]),  # a year is no serial
        ("MADRID DAILY 11/02/07", [""]),
        ("[A] Moscow 1, [B] Rome 2", ["10MOSCOW1", "10ROME2"]),
        ("A Moscow 1, B Rome 2\nC 05 Rome 3", ["10MOSCOW1", "10ROME2", "05ROME3"]),
        ("A. MOSCOW 012B. ROME 2C. ROME 3", ["10MOSCOW12", "10ROME2", "10ROME3"]),
        ("A. e-mail and telcon(B) ROME 0445", ["", "10ROME445"]),
        ("C. 07 ROME 1 AND 08 ROME 2", ["07ROME1", "08ROME2"]),
        ("MOSCOW 0", [""]),
    ],
)
def test_a_reference_may_be_written_in_many_ways(printed: str, reference_ids: list[str]) -> None:
    read = references(printed, CitingCable(2010, "SPECIMEN", 1))

    assert [reference.reference_id for reference in read] == reference_ids


@pytest.mark.parametrize(
    ("printed", "reference_id"),
    [
        ("O4 SAN JOSE 443", "04SANJOSE443"),
        ("STATE 1O2l4", "10STATE10214"),
        ("05 0TTAWA 3518", "05OTTAWA3518"),
    ],
)
def test_letters_printed_for_digits_are_corrected_with_a_note(
    printed: str, reference_id: str
) -> None:
    read = references(f"A. {printed}", CitingCable(2010, "SPECIMEN", 1))
    assert [(reference.printed, reference.reference_id) for reference in read] == [
        (printed, reference_id)
    ]
    (problem,) = reference_problems(f"A. {printed}", read)
    assert (problem.code, problem.line, problem.printed, problem.meant) == (
        "repaired-reference",
        1,
        printed,
        reference_id,
    )


@pytest.mark.parametrize(
    "lines",
    [
        "B. 03 \n \nMOSCOW 2323 C. ROME 12",
        "B. 03 MOSCOW \n\n2323 C. ROME 12",
        "B) 2003 MOSCOW \n            2323  C) ROME 12",
    ],
)
def test_a_line_end_may_break_a_reference(lines: str) -> None:
    cable = parse(
        "R 301902Z NOV 04\nFM AMEMBASSY SPECIMEN\n\nUNCLAS SPECIMEN 000165\n\n"
        f"SUBJECT: A SPECIMEN\n\nREF: A. STATE 7869 {lines}\n\n1. (U) The gardens are open.\n\nROE",
        reference_id="04SPECIMEN165",
    )

    assert [reference.reference_id for reference in cable.references] == [
        "04STATE7869",
        "03MOSCOW2323",
        "04ROME12",
    ]
    assert cable.text[cable.references[1].start : cable.references[1].end].endswith("2323")


def test_references_may_follow_a_subject_in_mixed_case() -> None:
    cable = parse(
        "UNCLAS SPECIMEN 000165\n\nSUBJECT: Hedges of the City Ref: A Rome 365, B Moscow 406, "
        "C 05 Moscow 2970 This message is long.\n\n1. (U) The gardens are open.\n\nROE",
        reference_id="06SPECIMEN165",
    )

    assert cable.subject == "Hedges of the City"
    assert [reference.reference_id for reference in cable.references] == [
        "06ROME365",
        "06MOSCOW406",
        "05MOSCOW2970",
    ]


def test_a_page_line_broken_by_a_line_end_is_no_reference_of_a_cable_to_itself() -> None:
    cable = parse(
        "UNCLAS ROME 009402\n\nSUBJECT: A SPECIMEN\n\nREF: A) MOSCOW 199, B) MOSCOW 227 "
        "ROME 00009402 \n\n001.2 OF 003 \n\n1. (U) The gardens are open.\n\nROE",
        reference_id="08ROME9402",
    )

    assert [reference.reference_id for reference in cable.references] == [
        "08MOSCOW199",
        "08MOSCOW227",
    ]
    assert [(mark.page, mark.pages) for mark in cable.page_marks] == [(1, 3)]


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
