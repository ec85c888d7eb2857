"""The posts that the room holds, by place."""

from cables.browse.posts import Held, by_region, countrymen, nearest
from cables.facts.posts import post as post_of
from cables.models import Post


def held(code: str, cables: int = 1) -> Held:
    place = post_of(code)
    assert place
    post = Post(
        pk=len(code) * 1000 + sum(map(ord, code)),
        name=place.name,
        slug=place.slug,
        country=place.country,
        country_code=place.country_code,
    )
    return Held(post=post, cables=cables, place=place)


UNKNOWN = Held(post=Post(pk=1, name="Embassy Specimen"), cables=2, place=None)


def test_posts_stand_by_region_and_country_the_most_talkative_first() -> None:
    vladivostok, moscow, paris = held("VLADIVOSTOK", 3), held("MOSCOW", 9), held("PARIS", 5)
    nato = held("USNATO", 7)
    parts = by_region([vladivostok, paris, nato, UNKNOWN, moscow])
    assert [(part.region.name, part.posts, part.cables) for part in parts] == [
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
    assert countrymen(moscow, [moscow, paris, vladivostok, UNKNOWN]) == [vladivostok]
    assert countrymen(UNKNOWN, [UNKNOWN, moscow]) == []


def test_the_nearest_posts_are_those_of_other_countries() -> None:
    moscow, paris, helsinki = held("MOSCOW"), held("PARIS"), held("HELSINKI")
    found = nearest(moscow, [held("VLADIVOSTOK"), paris, helsinki, UNKNOWN, held("PARTO")])
    assert [one for one, _ in found] == [helsinki, paris]
    assert found[0][1] < found[1][1]
    assert nearest(UNKNOWN, [moscow]) == []
