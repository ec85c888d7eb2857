"""Which names of a cable are one person's."""

from tests.cables.names.recognition.specimens import names, only, people


def test_a_bare_surname_belongs_to_the_full_name() -> None:
    person = only("Sergey Khlopkov, an adviser, agreed. Khlopkov left. We thanked Khlopkov.")

    assert person.forms == ("Sergey Khlopkov", "Khlopkov")
    assert [mention.rule for mention in person.mentions] == [
        "name before a role",
        "bare surname",
        "bare surname",
    ]


def test_it_does_so_before_the_full_name_too() -> None:
    person = only("Khlopkov left. Later Minister Sergey Khlopkov returned.")

    assert [mention.printed for mention in person.mentions] == ["Khlopkov", "Sergey Khlopkov"]


def test_a_surname_with_a_title_joins_the_full_name() -> None:
    person = only("Minister Khlopkov came. Sergey Khlopkov spoke.")

    assert (person.name, person.titles) == ("Sergey Khlopkov", ("Minister",))


def test_another_office_is_another_person() -> None:
    text = "Minister Rodrigo Zarant came. President Zarant spoke."

    assert names(text) == ["Rodrigo Zarant", "Zarant"]


def test_a_surname_of_two_belongs_to_the_one_named_last() -> None:
    viktor, anita = people(
        "Viktor Khlopkov spoke. Anita Khlopkov spoke. Khlopkov left. Then Viktor Khlopkov "
        "returned. Khlopkov sat."
    )

    assert [len(viktor.mentions), len(anita.mentions)] == [3, 2]


def test_a_surname_with_two_letters_changed_is_a_slip() -> None:
    person = only("Anton Khlopkov spoke. Kholpkov left.")

    assert person.name == "Anton Khlopkov"
    assert person.mentions[-1].rule == "misspelled surname"


def test_an_institution_named_after_a_person_is_none() -> None:
    person = only("President Khlopkov came. The Khlopkov Administration fell.")

    assert len(person.mentions) == 1


def test_a_prince_keeps_his_title_before_a_first_name() -> None:
    person = only("Prince Andrew spoke. PRINCE ANDREW left.")

    assert (person.name, person.surname_only) == ("Prince Andrew", False)


def test_a_verb_in_a_heading_of_capitals_is_no_surname() -> None:
    text = (
        "Rain fell.\n\nPRESIDENT KHLOPKOV ARTIKULATE VIEWS\n------\n\n"
        "2. (U) President Khlopkov left."
    )

    assert names(text) == ["Khlopkov"]


def test_names_that_the_cable_protects_are_marked() -> None:
    khlopkov, berezin = people(
        "Minister Sergey Khlopkov spoke. His aide Anna Berezin (strictly protect) told us more. "
        "Berezin left."
    )

    assert (khlopkov.protected, berezin.protected) == (False, True)


def test_a_surname_with_its_particle_is_a_surname() -> None:
    person = only("DR. JORGE DEL VILLAR CAME. ACCORDING TO DR. DEL VILLAR IT RAINED.")

    assert (person.name, len(person.mentions)) == ("Jorge del Villar", 2)


def test_two_who_share_both_surnames_stay_apart() -> None:
    found = names(
        "Minister Carlos Costa Khlopkov spoke. Minister Costa Khlopkov left. "
        "Mrs. Gladys Costa Khlopkov stayed."
    )

    assert found == ["Carlos Costa Khlopkov", "Gladys Costa Khlopkov"]


def test_a_father_is_not_taken_for_his_daughter() -> None:
    found = names("President Khlopkov spoke. His daughter Gulnora Khlopkova left.")

    assert found == ["Khlopkov", "Gulnora Khlopkova"]


def test_a_president_above_is_not_an_aide_of_that_name_below() -> None:
    found = people(
        "ZARANT IN DOUBT. Zarant waits. President Zarant spoke. Rain fell. Then we saw "
        "spokesman Vidal Zarant."
    )

    assert [(one.name, one.surname_only) for one in found] == [
        ("Zarant", True),
        ("Vidal Zarant", False),
    ]


def test_nor_is_he_a_son_named_before_him() -> None:
    found = people("We saw presidential son Karim Zarant. President Zarant spoke.")

    assert [one.titles for one in found] == [("presidential son",), ("President",)]


def test_a_surname_alone_far_from_the_aide_is_the_president() -> None:
    found = people(
        "President Zarant spoke. We saw spokesman Vidal Zarant. Zarant agreed. "
        + "Rain fell on the town. " * 30
        + "Zarant left."
    )

    assert [(one.name, len(one.mentions)) for one in found] == [("Zarant", 2), ("Vidal Zarant", 2)]


def test_a_president_of_two_is_the_one_whom_the_cable_calls_so_by_his_whole_name() -> None:
    found = people("President Viktor Zarant spoke. Anton Zarant left. President Zarant sat.")

    assert [(one.name, len(one.mentions)) for one in found] == [
        ("Viktor Zarant", 2),
        ("Anton Zarant", 1),
    ]


def test_where_a_cable_speaks_of_a_family_its_president_is_not_a_wife_named_below() -> None:
    text = "President Khlopkov spoke. Barbara Khlopkov is liked, and so are all the Khlopkovs."

    assert names(text) == ["Khlopkov", "Barbara Khlopkov"]


def test_a_prime_minister_may_be_called_another_minister() -> None:
    person = only("PM Khlopkov came. Prime Minister Anton Khlopkov spoke. Minister Khlopkov left.")

    assert person.titles == ("PM", "Prime Minister", "Minister")


def test_an_ambassador_of_a_summary_is_the_one_named_in_full_below() -> None:
    person = only("Ambassador Khlopkov came. Assistant Secretary Anton Khlopkov spoke.")

    assert len(person.mentions) == 2
