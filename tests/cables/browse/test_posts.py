"""The posts that the room holds, by place."""

from cables.browse.posts import PostCount, group_by_region, nearest_posts, other_posts_in_country
from cables.facts.posts import find_post as post_of
from cables.models import Post


def held(code: str, cables: int = 1) -> PostCount:
    place = post_of(code)
    assert place
    post = Post(
        pk=len(code) * 1000 + sum(map(ord, code)),
        name=place.name,
        slug=place.slug,
        country=place.country,
        country_code=place.country_code,
    )
    return PostCount(post=post, cables=cables, post_facts=place)


UNKNOWN = PostCount(post=Post(pk=1, name="Embassy Specimen"), cables=2, post_facts=None)


def test_posts_stand_by_region_and_country_the_most_talkative_first() -> None:
    vladivostok, moscow, paris = held("VLADIVOSTOK", 3), held("MOSCOW", 9), held("PARIS", 5)
    nato = held("USNATO", 7)
    parts = group_by_region([vladivostok, paris, nato, UNKNOWN, moscow])
    assert [(part.region.name, part.post_count, part.cables) for part in parts] == [
        ("Europe and Eurasia", 3, 17),
        ("International organizations", 1, 7),
        ("Place not known", 1, 2),
    ]
    assert [(one.name, one.posts) for one in parts[0].countries] == [
        ("France", (paris,)),
        ("Russia", (moscow, vladivostok)),
    ]
    assert parts[1].countries[0].name == ""


def test_the_other_posts_of_a_country_are_its_countrymen() -> None:
    moscow, vladivostok, paris = held("MOSCOW"), held("VLADIVOSTOK"), held("PARIS")
    assert other_posts_in_country(moscow, [moscow, paris, vladivostok, UNKNOWN]) == [vladivostok]
    assert other_posts_in_country(UNKNOWN, [UNKNOWN, moscow]) == []


def test_the_nearest_posts_are_those_of_other_countries() -> None:
    moscow, paris, helsinki = held("MOSCOW"), held("PARIS"), held("HELSINKI")
    found = nearest_posts(moscow, [held("VLADIVOSTOK"), paris, helsinki, UNKNOWN, held("PARTO")])
    assert [one for one, _ in found] == [helsinki, paris]
    assert found[0][1] < found[1][1]
    assert nearest_posts(UNKNOWN, [moscow]) == []
