"""Phonetic keys of transcribed names."""

import pytest

from cables.names.phonetics import phonetic_key


@pytest.mark.parametrize(
    ("spelling", "other_spelling"),
    [
        ("qadhafi", "gaddafi"),
        ("kholpkov", "khlopkov"),
        ("khrushchev", "khruschev"),
        ("ahmadinejad", "ahmedinejad"),
        ("sergei", "sergey"),
    ],
)
def test_spellings_of_one_name_have_one_key(spelling: str, other_spelling: str) -> None:
    assert phonetic_key(spelling) == phonetic_key(other_spelling)


def test_different_names_have_different_keys() -> None:
    assert len({phonetic_key(name) for name in ("doe", "roe", "wells", "burns", "davydov")}) == 5
