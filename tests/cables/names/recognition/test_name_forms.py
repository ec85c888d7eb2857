"""How names are compared and written."""

import pytest

from cables.names.recognition.name_forms import is_same_person, readable_name, word_key


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("ALICE G. WELLS", ("alice", "g", "wells")),
        ("Nouri al-Haddad", ("nouri", "haddad")),
        ("John Doe, Jr.", ("john", "doe")),
        ("Berg- Khlopkov", ("berg-khlopkov",)),
        ("van der Berg", ("van", "der", "berg")),
    ],
)
def test_names_are_compared_by_their_words(printed: str, key: tuple[str, ...]) -> None:
    assert word_key(printed) == key


@pytest.mark.parametrize(
    ("name", "other_name"),
    [
        ("Anton Khlopkov", "Anton Kholpkov"),
        ("Paul Gomes", "Paulo Otavio Gomes"),
        ("J. Khlopkov", "John Khlopkov"),
        ("Joao Lima", "Joco Lima"),
        ("Marco Ruiz", "Marco Vinicio Ruiz"),
        ("Hugo Zarant", "Hugo Zarant Frias"),
    ],
)
def test_two_spellings_are_one_person(name: str, other_name: str) -> None:
    assert is_same_person(word_key(name), word_key(other_name))


@pytest.mark.parametrize(
    ("name", "other_name"),
    [
        ("Viktor Orban", "Anita Orban"),
        ("Kim Jong Il", "Kim Jong Un"),
        ("John A. Doe", "John B. Doe"),
        ("Anna Berg", "Anna Burg"),
    ],
)
def test_two_names_are_two_persons(name: str, other_name: str) -> None:
    assert not is_same_person(word_key(name), word_key(other_name))


def test_a_name_may_be_the_end_of_a_longer_one_unless_it_is_a_fathers() -> None:
    assert is_same_person(word_key("Lula da Khlopkov"), word_key("Luiz Inacio Lula da Khlopkov"))
    assert not is_same_person(word_key("Omar al-Haddad"), word_key("Bero bin Omar al-Haddad"))


def test_the_feminine_form_of_a_surname_is_another_name() -> None:
    assert not is_same_person(word_key("Islam Khlopkov"), word_key("Islam Khlopkova"))


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ALICE G. WELLS", "Alice G. Wells"),
        ("Alice  G.\nWells", "Alice G. Wells"),
        ("J.J. O'BRIEN", "J.J. O'Brien"),
        ("LUDWIG VAN DER BERG", "Ludwig van der Berg"),
        ("VAN DER BERG", "Van der Berg"),
        ("NOURI AL-HADDAD", "Nouri al-Haddad"),
        ("JEAN-PIERRE MCNAIR", "Jean-Pierre McNair"),
        ("JOHN DOE III", "John Doe III"),
        ("JOHN DOE JR.", "John Doe Jr."),
        ("KIM Dae-ho", "Kim Dae-ho"),
    ],
)
def test_names_in_capitals_are_written_in_mixed_case(printed: str, name: str) -> None:
    assert readable_name(printed) == name
