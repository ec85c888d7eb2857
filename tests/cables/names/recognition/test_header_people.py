"""The classifier, the signer and the persons of the TAGS line."""

from tests.cables.names.recognition.specimens import ABOVE, people

SIGNED = """\
Rain fell.


DOE
"""


def test_the_classifier_is_found_with_the_title() -> None:
    above = f"{ABOVE}Classified By: Ambassador Jane Q. Roe.  Reasons: 1.4 (b).\n\n"

    person = people("Rain fell.", above)[0]

    assert (person.name, person.titles) == ("Jane Q. Roe", ("Ambassador",))
    assert [mention.rule for mention in person.mentions] == ["classified-by line"]


def test_the_signer_is_a_surname_as_readers_write_it() -> None:
    (person,) = people(SIGNED)

    assert (person.name, person.forms, person.surname_only) == ("Doe", ("DOE",), True)
    assert person.mentions[0].role == "signer"


def test_a_signature_that_is_printed_twice_is_one_name() -> None:
    (person,) = people(SIGNED.replace("DOE", "DOE DOE"))

    assert (person.name, person.surname_only) == ("Doe", True)


def test_a_signer_who_classified_the_cable_is_one_person() -> None:
    above = f"{ABOVE}Classified By: Ambassador John Doe.  Reasons: 1.4 (b).\n\n"

    (person,) = people(SIGNED, above)

    assert person.name == "John Doe"
    assert [mention.role for mention in person.mentions] == ["classified by", "signer"]


def test_a_person_of_the_tags_is_turned_round() -> None:
    above = ABOVE.replace("TAGS: PREL", "TAGS: PREL, OVIP (ROE, JANE)")

    (person,) = people("Rain fell.", above)

    assert (person.name, person.forms) == ("Jane Roe", ("ROE, JANE",))
    assert person.mentions[0].role == "named in TAGS"


def test_a_person_of_the_tags_needs_no_brackets() -> None:
    above = ABOVE.replace("TAGS: PREL", "TAGS: OVIP ROE JANE PREL")

    (person,) = people("Rain fell.", above)

    assert person.name == "Jane Roe"
    assert person.mentions[0].role == "named in TAGS"


def test_a_suffix_stays_at_the_end_of_the_classifiers_name() -> None:
    above = f"{ABOVE}Classified By: Ambassador John L. Doe, Jr.  Reasons: 1.4 (b).\n\n"

    (person,) = people(SIGNED, above)

    assert person.name == "John L. Doe Jr"


def test_several_persons_of_the_tags_are_told_apart() -> None:
    above = ABOVE.replace("TAGS: PREL", "TAGS: PREL, OVIP (ROE, JANE; DOE, JOHN)")

    assert [person.name for person in people("Rain fell.", above)] == ["Jane Roe", "John Doe"]


def test_a_signature_of_two_surnames_gives_no_first_name() -> None:
    (person,) = people(SIGNED.replace("DOE", "ZARANT KHLOPKOV"))

    assert (person.name, person.surname_only) == ("Zarant Khlopkov", True)


def test_the_end_of_a_title_is_no_initials() -> None:
    above = f"{ABOVE}Classified By: Charge d'Affaires a.i. Carol Doe.  Reasons: 1.4 (b).\n\n"

    assert people("Rain fell.", above)[0].name == "Carol Doe"


def test_the_line_of_the_executive_order_names_the_classifier() -> None:
    above = ABOVE.replace("E.O. 12958: N/A", "E.O. 12065: GDS 10/31/85 (ROE, JANE Q.) OR-P")

    (person,) = people("Rain fell.", above)

    assert (person.name, person.mentions[0].role) == ("Jane Q. Roe", "classified by")
    assert person.mentions[0].rule == "line of the executive order"


def test_a_classifier_who_is_redacted_is_nobody() -> None:
    above = f"{ABOVE}Classified By: XXXXXXXXXXXX for reasons 1.4 (b).\n\n"

    assert people("Rain fell.", above) == ()
