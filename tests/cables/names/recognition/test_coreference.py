"""Which names of a cable mean the same person."""

from tests.cables.names.recognition.specimens import names, only, people


def test_a_bare_surname_belongs_to_the_full_name() -> None:
    person = only("Sergey Khlopkov, an adviser, agreed. Khlopkov left. We thanked Khlopkov.")

    assert person.forms == ("Sergey Khlopkov", "Khlopkov")
    assert [mention.rule for mention in person.mentions] == [
        "name before a role",
        "bare surname",
        "bare surname",
    ]


def test_a_bare_surname_may_precede_the_full_name() -> None:
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


def test_a_surname_with_two_letters_transposed_is_a_misspelling() -> None:
    person = only("Anton Khlopkov spoke. Kholpkov left.")

    assert person.name == "Anton Khlopkov"
    assert person.mentions[-1].rule == "misspelled surname"


def test_an_institution_named_after_a_person_is_not_a_mention() -> None:
    person = only("President Khlopkov came. The Khlopkov Administration fell.")

    assert len(person.mentions) == 1


def test_a_prince_keeps_his_title_before_a_first_name() -> None:
    person = only("Prince Andrew spoke. PRINCE ANDREW left.")

    assert (person.name, person.surname_only) == ("Prince Andrew", False)


def test_a_verb_in_a_heading_in_capitals_is_not_a_surname() -> None:
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


def test_two_people_who_share_both_surnames_stay_apart() -> None:
    found = names(
        "Minister Carlos Costa Khlopkov spoke. Minister Costa Khlopkov left. "
        "Mrs. Gladys Costa Khlopkov stayed."
    )

    assert found == ["Carlos Costa Khlopkov", "Gladys Costa Khlopkov"]


def test_a_father_is_not_taken_for_his_daughter() -> None:
    found = names("President Khlopkov spoke. His daughter Gulnora Khlopkova left.")

    assert found == ["Khlopkov", "Gulnora Khlopkova"]


def test_a_president_is_not_an_aide_of_that_name_below() -> None:
    found = people(
        "ZARANT IN DOUBT. Zarant waits. President Zarant spoke. Rain fell. Then we saw "
        "spokesman Vidal Zarant."
    )

    assert [(person.name, person.surname_only) for person in found] == [
        ("Zarant", True),
        ("Vidal Zarant", False),
    ]


def test_a_president_is_not_a_son_named_before() -> None:
    found = people("We saw presidential son Karim Zarant. President Zarant spoke.")

    assert [person.titles for person in found] == [("presidential son",), ("President",)]


def test_a_surname_alone_far_from_the_aide_is_the_president() -> None:
    found = people(
        "President Zarant spoke. We saw spokesman Vidal Zarant. Zarant agreed. "
        + "Rain fell on the town. " * 30
        + "Zarant left."
    )

    assert [(person.name, len(person.mentions)) for person in found] == [
        ("Zarant", 2),
        ("Vidal Zarant", 2),
    ]


def test_a_president_is_the_namesake_with_that_title_before_the_full_name() -> None:
    found = people("President Viktor Zarant spoke. Anton Zarant left. President Zarant sat.")

    assert [(person.name, len(person.mentions)) for person in found] == [
        ("Viktor Zarant", 2),
        ("Anton Zarant", 1),
    ]


def test_a_president_is_not_a_wife_if_the_cable_mentions_the_family() -> None:
    text = "President Khlopkov spoke. Barbara Khlopkov is liked, and so are all the Khlopkovs."

    assert names(text) == ["Khlopkov", "Barbara Khlopkov"]


def test_a_prime_minister_may_be_called_another_minister() -> None:
    person = only("PM Khlopkov came. Prime Minister Anton Khlopkov spoke. Minister Khlopkov left.")

    assert person.titles == ("PM", "Prime Minister", "Minister")


def test_an_ambassador_in_the_summary_is_the_one_named_in_full_below() -> None:
    person = only("Ambassador Khlopkov came. Assistant Secretary Anton Khlopkov spoke.")

    assert len(person.mentions) == 2


def test_a_name_inside_a_longer_one_is_the_same_person() -> None:
    person = only("Jose Antonio Gonzalez Khlopkov came. Later Antonio Gonzalez declared it.")

    assert person.name == "Jose Antonio Gonzalez Khlopkov"
