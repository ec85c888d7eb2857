"""Metadata that sources give with a cable."""

from datetime import UTC, datetime

import pytest

from cables.sources.forms.metadata import (
    is_reference_id,
    minutes_repeat_the_hour,
    parse_timestamp,
    reference_id_in_name,
)


@pytest.mark.parametrize(
    "text", ["07MOSCOW849", "1979LAPAZ06523", "09SECTION01OF03SANJOSE525", "06ASTANA"]
)
def test_an_id_may_be_misprinted(text: str) -> None:
    assert is_reference_id(text)


@pytest.mark.parametrize("text", ["", "MOSCOW849", "07 MOSCOW 849", "07moscow849", "849", "README"])
def test_other_words_are_not_ids(text: str) -> None:
    assert not is_reference_id(text)


@pytest.mark.parametrize(
    ("name", "reference_id"),
    [
        ("cables/07MOSCOW849.txt", "07MOSCOW849"),
        ("07moscow849", "07MOSCOW849"),
        ("a.zip!2007/02/07MOSCOW849.html", "07MOSCOW849"),
        ("a.tar.xz!07MOSCOW849.txt.bak", "07MOSCOW849"),
        ("07MOSCOW849_a.html", "07MOSCOW849"),
        ("1975DACCA09802_b.txt", "1975DACCA09802"),
        ("07PORT-OF-SPAIN12.txt", "07PORTOFSPAIN12"),
        ("07 N'Djamena 12.txt", "07NDJAMENA12"),
        ("10-notes-3.txt", ""),
        ("notes.txt", ""),
        ("-", ""),
    ],
)
def test_the_name_of_a_file_may_be_its_reference_id(name: str, reference_id: str) -> None:
    assert reference_id_in_name(name) == reference_id


def test_a_timestamp_is_in_utc() -> None:
    assert parse_timestamp("2007-02-28 17:45") == datetime(2007, 2, 28, 17, 45, tzinfo=UTC)
    assert parse_timestamp("2007-02-30 17:45") is None
    assert parse_timestamp("") is None


@pytest.mark.parametrize(
    ("times", "repeated"),
    [
        (("2011-03-09 12:12", "2009-11-23 15:03"), True),
        (("2011-03-09 00:12", "2009-11-23 11:11"), True),
        (("2007-02-28 17:45", "2011-08-30 01:44"), False),
        (("2007-02-28 17:05", "2011-08-30 01:44"), False),
        (("", ""), False),
    ],
)
def test_minutes_that_repeat_the_hour_are_recognized(
    times: tuple[str, str], repeated: bool
) -> None:
    assert minutes_repeat_the_hour(*map(parse_timestamp, times)) is repeated
