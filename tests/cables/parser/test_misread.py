"""Misreadings found by the second, blind draw, each on a specimen written for it."""

from datetime import UTC, datetime

import pytest

from cables.parser import parse

LABELS = "E.O. 12958: DECL: 05/12/2013\nTAGS: PREL\nSUBJECT: A SPECIMEN\n\n"


@pytest.mark.parametrize("between", ["\n", " \r\n", " "])
def test_the_time_may_come_from_the_header_of_a_later_section(between: str) -> None:
    cable = parse(
        f"C O N F I D E N T I A L SECTION 01 OF 02 SPECIMEN 000170\n\n{LABELS}1. (C) One.\n\n"
        f"/38 O 021655Z NOV 01{between}FM AMEMBASSY SPECIMEN\nTO SECSTATE WASHDC\n\n"
        f"C O N F I D E N T I A L SECTION 02 OF 02 SPECIMEN 000170\n\n{LABELS}2. (C) Two.\n"
    )

    assert cable.created == datetime(2001, 11, 2, 16, 55, tzinfo=UTC)
    assert cable.reference_id == "01SPECIMEN170"


def test_a_time_quoted_in_a_cable_of_one_section_is_ignored() -> None:
    cable = parse(
        f"CONFIDENTIAL SPECIMEN 000170\n\n{LABELS}1. (C) We quote:\n\n"
        "O 021655Z NOV 01\nFM AMEMBASSY SPECIMEN\n\n2. (C) Two.\n"
    )

    assert cable.created is None


@pytest.mark.parametrize(
    "line", ["SENSITIVE BUT UNCLASSIFIED", "Sensitive but unclassified - please handle accordingly"]
)
def test_sensitive_but_unclassified_above_the_labels_means_official_use(line: str) -> None:
    cable = parse(f"UNCLAS SPECIMEN 000171\n\nSIPDIS\n\n{line}\n\n{LABELS}1. (U) One.\n")

    assert cable.classification == "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    assert cable.captions == ("SIPDIS", "SBU")


def test_sensitive_but_unclassified_below_the_labels_is_not_a_caption() -> None:
    cable = parse(
        f"UNCLAS SPECIMEN 000171\n\nSIPDIS\n\n{LABELS}SENSITIVE BUT UNCLASSIFIED\n\n1. (U) One.\n"
    )

    assert cable.classification == "UNCLASSIFIED"


RECORDS = [
    "id: 1865\ndate: 1/9/2009 22:20\nrefid: 09SPECIMEN13\norigin: Embassy Specimen\n",
    "1865\n2009-01-09 22:20:00\n09SPECIMEN13\nEmbassy Specimen\n",
    "1865\n\n2009-01-09\n\n09SPECIMEN13\n\nEmbassy Specimen\n",
    "1865\t2009-01-09 22:20:00\t09SPECIMEN13\tEmbassy Specimen\t\n",
    '1865,1/9/2009 22:20,09SPECIMEN13,"Embassy Specimen",\n',
]


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_that_names_another_cable_is_a_problem(record: str) -> None:
    text = f"{record}\nCONFIDENTIAL SPECIMEN 000013\n\n{LABELS}1. (C) One.\n"

    (problem,) = parse(text, reference_id="10SPECIMEN71").problems

    assert problem.code == "other-id"
    assert problem.message == (
        "The source's record names 09SPECIMEN13; this may be the text of that cable."
    )
    assert text.splitlines()[problem.line - 1].count(problem.printed) == 1
    assert not parse(text, reference_id="09SPECIMEN13").problems


@pytest.mark.parametrize(
    "remains", [" :", " AND", "\nSPECIMEN 00000173  001.2 OF 005\n", ", (AND)"]
)
def test_remains_of_a_list_after_a_reference_are_not_a_note(remains: str) -> None:
    cable = parse(
        "UNCLAS SPECIMEN 000173\n\nTAGS: PREL\nSUBJECT: A SPECIMEN\n"
        f"REF: A. 09 SPECIMEN 1{remains}\nB. 09 SPECIMEN 2 AND PREVIOUS\n\n1. (U) One.\n"
    )

    assert [reference.note for reference in cable.references] == ["", "AND PREVIOUS"]


@pytest.mark.parametrize(
    ("ending", "name"),
    [
        ("The views differ.\n\nLIST", "LIST"),
        ("The views differ.\nLIST", ""),
        ("The views differ.\n\n----\nLIST", ""),
        ("The views differ.\n\nLIST\n\nBT", ""),
        ("The views differ. STEDMAN\n\nCONFID*NTIAL\n\nNNN", "STEDMAN"),
        ("The views differ.\nSTEDMAN\nCONFID*NTIAL\nNNN", "STEDMAN"),
    ],
)
def test_the_signer_is_found(ending: str, name: str) -> None:
    cable = parse(f"CONFIDENTIAL SPECIMEN 000174\n\n{LABELS}1. (C) One.\n\n2. (C) {ending}\n")

    assert cable.signed_by == name


def test_a_line_break_may_split_the_section_of_the_reasons() -> None:
    cable = parse(
        f"CONFIDENTIAL SPECIMEN 000175\n\n{LABELS}"
        "Classified By: Counselor Ann Specimen, for reasons 1 \n.4 (b),(d) \n1. (C) One.\n"
    )

    assert cable.classified_by
    assert cable.classified_by.reasons == ("b", "d")
    assert cable.classified_by.section == "1.4"
    assert cable.classified_by.name == "Ann Specimen"
