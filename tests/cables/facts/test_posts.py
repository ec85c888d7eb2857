"""Posts and the spellings of their names."""

import pytest

from cables.facts.posts import (
    all_posts,
    canonical_post_code,
    current_post_code,
    find_post,
    find_post_by_name,
)


def test_a_code_gives_the_post_with_its_place() -> None:
    moscow = find_post("MOSCOW")

    assert moscow is not None
    assert (moscow.name, moscow.slug, moscow.kind) == (
        "Embassy Moscow",
        "embassy-moscow",
        "embassy",
    )
    assert (moscow.country_code, moscow.iso_code) == ("RS", "RU")
    assert moscow.latitude == pytest.approx(55.75)
    assert moscow.routing_indicator == "RUEHMO"


def test_a_code_that_no_post_uses_gives_none() -> None:
    assert find_post("SPECIMEN") is None


def test_a_travelling_delegation_stands_nowhere() -> None:
    party = find_post("PARTO")

    assert party is not None
    assert (party.latitude, party.longitude, party.city) == (None, None, "")


def test_posts_are_282_and_their_codes_are_capitals() -> None:
    assert len(all_posts()) == 282
    assert all(one.code.isalpha() and one.code.isupper() for one in all_posts())


def test_posts_that_share_a_slug_share_a_name() -> None:
    names: dict[str, set[str]] = {}
    for one in all_posts():
        names.setdefault(one.slug, set()).add(one.name)

    assert [shared for shared in names.values() if len(shared) > 1] == []


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("MOSCOW", "MOSCOW"),
        ("Rio de Janeiro", "RIODEJANEIRO"),
        ("RIO DE JAN", "RIODEJANEIRO"),
        ("N'DJAMENA", "NDJAMENA"),
        ("BRUSELS", "BRUSSELS"),
        ("EFTOANKARA", "ANKARA"),
        ("SECSTATE", "STATE"),
        ("USEU", "USEUBRUSSELS"),
        ("SECDEF", ""),
        ("TOSEC", ""),
        ("SPECIMEN", ""),
        ("", ""),
    ],
)
def test_a_spelling_is_read_as_a_post_or_as_none(spelling: str, code: str) -> None:
    assert canonical_post_code(spelling) == code


@pytest.mark.parametrize("code", ["KIEV", "CALCUTTA", "AITTAIPEI", "BELIZE", "WASHDC", "PARISFR"])
def test_an_older_spelling_that_ids_use_is_not_rewritten(code: str) -> None:
    assert canonical_post_code(code) == code
    assert current_post_code(code) != code


@pytest.mark.parametrize("code", ["BRUSSELS", "VIENNA", "PARIS", "GENEVA", "DUBAI", "ROME"])
def test_an_embassy_never_becomes_the_mission_in_its_city(code: str) -> None:
    assert canonical_post_code(code) == code
    assert current_post_code(code) == code


@pytest.mark.parametrize("name", ["Embassy Moscow", "EMBASSY MOSCOW", "  embassy  moscow "])
def test_a_post_is_found_by_the_name_that_pages_print(name: str) -> None:
    found = find_post_by_name(name)

    assert found is not None
    assert found.code == "MOSCOW"


def test_a_name_that_two_spellings_share_gives_the_present_one() -> None:
    kyiv = find_post_by_name("Embassy Kyiv")

    assert kyiv is not None
    assert kyiv.code == "KYIV"


def test_a_name_that_the_site_misspelt_is_found() -> None:
    bonn = find_post_by_name("Embasy Bonn")

    assert bonn is not None
    assert bonn.code == "BONN"


def test_every_post_is_found_by_its_name() -> None:
    for one in all_posts():
        found = find_post_by_name(one.name)
        assert found is not None
        assert found.name == one.name
