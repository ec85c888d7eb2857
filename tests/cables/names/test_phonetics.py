"""Spellings of one foreign name."""

import pytest

from cables.names.phonetics import sound


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
    assert sound(one) == sound(other)


def test_other_names_do_not() -> None:
    assert len({sound(name) for name in ("doe", "roe", "wells", "burns", "davydov")}) == 5
