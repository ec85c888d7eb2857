"""World regions of posts."""

from cables.facts.posts import all_posts
from cables.facts.regions import REGIONS, find_region
from cables.facts.tables import read_table


def name_of(country_code: str, post: str = "") -> str:
    region = find_region(country_code, post)
    return region.name if region else ""


def test_a_country_belongs_to_the_region_of_its_bureau() -> None:
    assert name_of("RS", "MOSCOW") == "Europe and Eurasia"
    assert name_of("MO") == "Near East and North Africa"
    assert name_of("KZ") == "South and Central Asia"


def test_a_mission_belongs_to_its_organization_and_not_to_its_city() -> None:
    assert name_of("BE", "USNATO") == "International organizations"
    assert name_of("BE", "BRUSSELS") == "Europe and Eurasia"
    assert name_of("US", "USUNNEWYORK") == "International organizations"
    assert name_of("US", "STATE") == "United States"


def test_every_post_has_a_region_and_every_region_a_post() -> None:
    regions = {find_region(post.country_code, post.code) for post in all_posts()}
    assert regions == set(REGIONS)


def test_an_unknown_country_has_no_region() -> None:
    assert find_region("") is None
    assert find_region("XX") is None


def test_no_row_is_repeated() -> None:
    keys = [(row["country_code"], row["post"]) for row in read_table("regions")]
    assert len(keys) == len(set(keys))
