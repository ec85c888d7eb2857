"""Posts and the spellings of their names."""

import pytest

from cables.facts.posts import (
    all_posts,
    canonical_post_code,
    current_post_code,
    find_post,
    find_post_by_name,
)


def test_a_post_is_found_by_its_code() -> None:
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


def test_an_unknown_code_has_no_post() -> None:
    assert find_post("SPECIMEN") is None


def test_a_traveling_delegation_has_no_place() -> None:
    party = find_post("PARTO")

    assert party is not None
    assert (party.latitude, party.longitude, party.city) == (None, None, "")


def test_there_are_282_posts_with_codes_in_capitals() -> None:
    assert len(all_posts()) == 282
    assert all(post.code.isalpha() and post.code.isupper() for post in all_posts())


def test_posts_that_share_a_slug_share_a_name() -> None:
    names: dict[str, set[str]] = {}
    for post in all_posts():
        names.setdefault(post.slug, set()).add(post.name)

    assert [shared for shared in names.values() if len(shared) > 1] == []


@pytest.mark.parametrize(
    ("spelling", "code"),
    [
        ("MOSCOW", "MOSCOW"),
        ("Rio de Janeiro", "RIODEJANEIRO"),
        ("RIO DE JAN", "RIODEJANEIRO"),
        ("N'DJAMENA", "NDJAMENA"),
        ("BRUSELS", "BRUSSELS"),
        ("SECSTATE", "STATE"),
        ("USEU", "USEUBRUSSELS"),
        ("SECDEF", ""),
        ("TOSEC", ""),
        ("SPECIMEN", ""),
        ("", ""),
    ],
)
def test_a_spelling_gives_a_post_code_or_nothing(spelling: str, code: str) -> None:
    assert canonical_post_code(spelling) == code


@pytest.mark.parametrize("code", ["KIEV", "CALCUTTA", "AITTAIPEI", "BELIZE", "WASHDC", "PARISFR"])
def test_an_older_spelling_found_in_ids_is_not_rewritten(code: str) -> None:
    assert canonical_post_code(code) == code
    assert current_post_code(code) != code


@pytest.mark.parametrize("code", ["BRUSSELS", "VIENNA", "PARIS", "GENEVA", "DUBAI", "ROME"])
def test_an_embassy_never_becomes_the_mission_in_its_city(code: str) -> None:
    assert canonical_post_code(code) == code
    assert current_post_code(code) == code


@pytest.mark.parametrize("name", ["Embassy Moscow", "EMBASSY MOSCOW", "  embassy  moscow "])
def test_a_post_is_found_by_the_name_on_the_original_site(name: str) -> None:
    post = find_post_by_name(name)

    assert post is not None
    assert post.code == "MOSCOW"


def test_a_name_shared_by_two_codes_gives_the_current_one() -> None:
    kyiv = find_post_by_name("Embassy Kyiv")

    assert kyiv is not None
    assert kyiv.code == "KYIV"


def test_a_name_that_the_original_site_misspelled_is_found() -> None:
    bonn = find_post_by_name("Embasy Bonn")

    assert bonn is not None
    assert bonn.code == "BONN"


def test_every_post_is_found_by_its_name() -> None:
    for post in all_posts():
        same = find_post_by_name(post.name)
        assert same is not None
        assert same.name == post.name
