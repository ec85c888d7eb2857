"""Which names are the same."""

import pytest

from cables.names.recognition.name_forms import is_same_person, word_key


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
    ("one", "other"),
    [
        ("Anton Khlopkov", "Anton Kholpkov"),
        ("Paul Gomes", "Paulo Otavio Gomes"),
        ("J. Khlopkov", "John Khlopkov"),
        ("Joao Lima", "Joco Lima"),
        ("Marco Ruiz", "Marco Vinicio Ruiz"),
        ("Hugo Zarant", "Hugo Zarant Frias"),
    ],
)
def test_two_spellings_are_one_person(one: str, other: str) -> None:
    assert is_same_person(word_key(one), word_key(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Viktor Orban", "Anita Orban"),
        ("Kim Jong Il", "Kim Jong Un"),
        ("John A. Doe", "John B. Doe"),
        ("Anna Berg", "Anna Burg"),
    ],
)
def test_two_names_are_two_persons(one: str, other: str) -> None:
    assert not is_same_person(word_key(one), word_key(other))


def test_a_name_may_be_the_end_of_a_longer_one_but_for_a_fathers() -> None:
    assert is_same_person(word_key("Lula da Khlopkov"), word_key("Luiz Inacio Lula da Khlopkov"))
    assert not is_same_person(word_key("Omar al-Haddad"), word_key("Bero bin Omar al-Haddad"))


def test_a_mans_and_a_womans_surname_are_two() -> None:
    assert not is_same_person(word_key("Islam Khlopkov"), word_key("Islam Khlopkova"))
