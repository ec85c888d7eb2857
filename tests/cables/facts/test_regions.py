"""Which part of the world a post belongs to."""

from cables.facts.posts import all_posts
from cables.facts.regions import REGIONS, find_region
from cables.facts.tables import read_table


def name_of(country_code: str, post: str = "") -> str:
    found = find_region(country_code, post)
    return found.name if found else ""


def test_a_country_belongs_to_the_bureau_that_answers_for_it() -> None:
    assert name_of("RS", "MOSCOW") == "Europe and Eurasia"
    assert name_of("MO") == "Near East and North Africa"
    assert name_of("KZ") == "South and Central Asia"


def test_a_mission_belongs_to_its_organization_and_not_to_its_town() -> None:
    assert name_of("BE", "USNATO") == "International organizations"
    assert name_of("BE", "BRUSSELS") == "Europe and Eurasia"
    assert name_of("US", "USUNNEWYORK") == "International organizations"
    assert name_of("US", "STATE") == "United States"


def test_every_post_has_a_region_and_every_region_a_post() -> None:
    found = {find_region(one.country_code, one.code) for one in all_posts()}
    assert found == set(REGIONS)


def test_a_country_that_is_not_known_has_none() -> None:
    assert find_region("") is None
    assert find_region("XX") is None


def test_no_row_stands_twice() -> None:
    keys = [(row["country_code"], row["post"]) for row in read_table("regions")]
    assert len(keys) == len(set(keys))
