"""Spellings of one foreign name."""

import pytest

from cables.names.phonetics import phonetic_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("qadhafi", "gaddafi"),
        ("kholpkov", "khlopkov"),
        ("khrushchev", "khruschev"),
        ("ahmadinejad", "ahmedinejad"),
        ("sergei", "sergey"),
    ],
)
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    assert phonetic_key(one) == phonetic_key(other)


def test_other_names_do_not() -> None:
    assert len({phonetic_key(name) for name in ("doe", "roe", "wells", "burns", "davydov")}) == 5
