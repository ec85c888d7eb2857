"""Names beside names, in lists and written surname first."""

from tests.cables.names.recognition.specimens import ABOVE, names, people


def test_a_name_in_a_list_of_names_is_a_person() -> None:
    text = "New ministers are Anna Khlopkov (Health), Bero Zarant (Energy) and Ivan Berezin."

    found = people(text)

    assert [person.name for person in found] == ["Anna Khlopkov", "Bero Zarant", "Ivan Berezin"]
    assert found[1].mentions[0].rule == "name in a list of names"


def test_a_plural_title_belongs_to_each_surname_after_it() -> None:
    found = people("She met Senators Khlopkov, Zarant and Berezin.")

    assert [person.name for person in found] == ["Khlopkov", "Zarant", "Berezin"]
    assert {person.titles for person in found} == {("Senators",)}


def test_a_singular_title_belongs_to_the_first_surname_only() -> None:
    assert names("She met Senator Khlopkov, Zarant and others.") == ["Khlopkov"]


def test_a_subject_may_write_the_surname_first() -> None:
    above = ABOVE.replace("A SUBJECT", "KHLOPKOV, ROBERT P. CONTRACT")

    (person,) = people("WE SENT THE CABLE TO KHLOPKOV.", above)

    assert (person.name, person.surname_only) == ("Robert P. Khlopkov", False)
    assert person.forms == ("KHLOPKOV, ROBERT P.", "KHLOPKOV")


def test_a_clause_that_ends_in_a_comma_is_not_a_surname() -> None:
    assert names("DURING HER LONG\nTIREDNESS, ALICE KHLOPKOV SLEPT.") == ["Alice Khlopkov"]


ITEMS = """\
The delegation:

-- Alice Roe, Ministry of Trade
-- Bero Khlopkov, Zarantia
-- Robert Doe, Customs
-- Maria Berg, Customs"""


def test_items_of_a_list_of_persons_are_persons() -> None:
    rules = {person.name: person.mentions[0].rule for person in people(ITEMS)}

    assert list(rules) == ["Alice Roe", "Bero Khlopkov", "Robert Doe", "Maria Berg"]
    assert rules["Bero Khlopkov"] == "name in a list of items"


def test_items_of_a_list_of_places_are_not_persons() -> None:
    assert names("The sites:\n\n-- Bero Khlopkov, north\n-- Umlo Berast, east") == []


def test_a_name_between_two_persons_of_a_list_in_capitals_is_a_person() -> None:
    found = names("THEY MET JULIO AYLLON, EUFRONIO AMURRIO AND JUAN LOAYZA ON MONDAY.")

    assert found == ["Julio Ayllon", "Eufronio Amurrio", "Juan Loayza"]
