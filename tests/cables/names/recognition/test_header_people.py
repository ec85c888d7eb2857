"""People named in the header, in attention lines and in the signature."""

import pytest

from tests.cables.names.recognition.specimens import ABOVE, attention_line, names, people

SIGNED = """\
Rain fell.


DOE
"""


def test_the_classifier_is_found_with_a_title() -> None:
    above = f"{ABOVE}Classified By: Ambassador Jane Q. Roe.  Reasons: 1.4 (b).\n\n"

    person = people("Rain fell.", above)[0]

    assert (person.name, person.titles) == ("Jane Q. Roe", ("Ambassador",))
    assert [mention.rule for mention in person.mentions] == ["classified-by line"]


def test_the_signer_is_a_surname_in_mixed_case() -> None:
    (person,) = people(SIGNED)

    assert (person.name, person.forms, person.surname_only) == ("Doe", ("DOE",), True)
    assert person.mentions[0].role == "signer"


def test_a_signature_printed_twice_is_one_name() -> None:
    (person,) = people(SIGNED.replace("DOE", "DOE DOE"))

    assert (person.name, person.surname_only) == ("Doe", True)


def test_a_signer_who_classified_the_cable_is_one_person() -> None:
    above = f"{ABOVE}Classified By: Ambassador John Doe.  Reasons: 1.4 (b).\n\n"

    (person,) = people(SIGNED, above)

    assert person.name == "John Doe"
    assert [mention.role for mention in person.mentions] == ["classified by", "signer"]


def test_a_name_in_the_tags_line_is_put_in_reading_order() -> None:
    above = ABOVE.replace("TAGS: PREL", "TAGS: PREL, OVIP (ROE, JANE)")

    (person,) = people("Rain fell.", above)

    assert (person.name, person.forms) == ("Jane Roe", ("ROE, JANE",))
    assert person.mentions[0].role == "named in TAGS"


def test_a_person_in_the_tags_line_needs_no_parentheses() -> None:
    above = ABOVE.replace("TAGS: PREL", "TAGS: OVIP ROE JANE PREL")

    (person,) = people("Rain fell.", above)

    assert person.name == "Jane Roe"
    assert person.mentions[0].role == "named in TAGS"


def test_a_suffix_stays_at_the_end_of_the_classifiers_name() -> None:
    above = f"{ABOVE}Classified By: Ambassador John L. Doe, Jr.  Reasons: 1.4 (b).\n\n"

    (person,) = people(SIGNED, above)

    assert person.name == "John L. Doe Jr"


def test_the_tags_line_may_name_several_people() -> None:
    above = ABOVE.replace("TAGS: PREL", "TAGS: PREL, OVIP (ROE, JANE; DOE, JOHN)")

    assert [person.name for person in people("Rain fell.", above)] == ["Jane Roe", "John Doe"]


def test_a_signature_of_two_surnames_gives_no_first_name() -> None:
    (person,) = people(SIGNED.replace("DOE", "ZARANT KHLOPKOV"))

    assert (person.name, person.surname_only) == ("Zarant Khlopkov", True)


def test_ad_interim_is_not_read_as_initials() -> None:
    above = f"{ABOVE}Classified By: Charge d'Affaires a.i. Carol Doe.  Reasons: 1.4 (b).\n\n"

    assert people("Rain fell.", above)[0].name == "Carol Doe"


def test_the_executive_order_line_names_the_classifier() -> None:
    above = ABOVE.replace("E.O. 12958: N/A", "E.O. 12065: GDS 10/31/85 (ROE, JANE Q.) OR-P")

    (person,) = people("Rain fell.", above)

    assert (person.name, person.mentions[0].role) == ("Jane Q. Roe", "classified by")
    assert person.mentions[0].rule == "executive order line"


def test_a_redacted_classifier_is_not_a_person() -> None:
    above = f"{ABOVE}Classified By: XXXXXXXXXXXX for reasons 1.4 (b).\n\n"

    assert people("Rain fell.", above) == ()


def test_two_people_of_the_tags_line_may_be_joined_by_and() -> None:
    above = ABOVE.replace("TAGS: PREL", "TAGS: OEXC (JANE DEMPSEY AND IVAN KHLOPKOV)")

    assert names("So it was said to us.", above) == ["Jane Dempsey", "Ivan Khlopkov"]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("DEPT FOR EUR/WE (KHLOPKOV), EUR/PGI, DRL", ["Khlopkov"]),
        ("NSC FOR ADAM KHLOPKOV", ["Adam Khlopkov"]),
        ("COMMERCE FOR SECRETARY KHLOPKOV", ["Khlopkov"]),
        ("NSC FOR DEMPSEY", ["Dempsey"]),
        ("NSC FOR DEMPSEY, WEINSTEIN AND ALICE", ["Dempsey", "Weinstein", "Alice"]),
        ("DEPT FOR EUR/WE - DEMPSEY", ["Dempsey"]),
        ("STATE FOR ZARA KHLOPKOVA AND NEGOR BANDEN", ["Zara Khlopkova", "Negor Banden"]),
        ("DEPT FOR JOSE URIBE PASS USTR", ["Jose Uribe"]),
        ("NSC FOR DEMPSEY, KHLOPKOV, ADEMPSEY", ["Dempsey", "Khlopkov"]),
        ("NSC FOR DEMPSEY/KHLOPKOV", ["Dempsey", "Khlopkov"]),
        ("DEA HQS FOR OFE/DEMPSEY AND WEINSTEIN", ["Dempsey", "Weinstein"]),
    ],
)
def test_attention_lines_name_recipients(line: str, found: list[str]) -> None:
    assert names("Rain fell.", attention_line(line)) == found


@pytest.mark.parametrize(
    "line",
    [
        "STATE FOR EUR/UBI (RKHLOPKOV)",
        "USTR FOR AKHLOPKOV",
        "PASS TO USTR KHLOPKOV",
        "NSC FOR ADEMPSEY",
        "STATE FOR EUR/WE, NEA, S/GC",
        "TREASURY FOR LTRAN AND MMALLOY",
        "DEPT FOR WHA/EPSC/KHLOPKOV",
        "RHMFIUU/DEPT OF JUSTICE WASHINGTON DC",
    ],
)
def test_user_names_and_offices_are_not_recipients(line: str) -> None:
    assert names("Rain fell.", attention_line(line)) == []


def test_a_user_name_is_not_a_misspelled_surname() -> None:
    (person,) = people("Paul Longsworth came.", attention_line("DOE FOR PLONGSWORTH"))

    assert person.forms == ("Paul Longsworth",)
