"""Counts with names to show and addresses to follow."""

from cables.browse.rankings import ranked_levels, ranked_people, ranked_posts, ranked_tags
from cables.models import Post, Tag
from tests.conftest import LoadText


def test_tags_keep_their_order_and_lead_to_their_cables(load_text: LoadText) -> None:
    load_text()
    prel, ainf = Tag.objects.get(code="PREL"), Tag.objects.get(code="AINF")
    ranked = ranked_tags(((ainf.pk, 5), (prel.pk, 2), (0, 9)), origin="embassy-specimen")
    assert [(one.tag, one.cables, one.href) for one in ranked] == [
        (ainf, 5, "/cables/?origin=embassy-specimen&tag=AINF"),
        (prel, 2, "/cables/?origin=embassy-specimen&tag=PREL"),
    ]
    beside = ranked_tags(((ainf.pk, 1),), with_tag="PREL")
    assert beside[0].href == "/cables/?tag=PREL&tag=AINF"


def test_posts_lead_to_their_cables(load_text: LoadText) -> None:
    load_text()
    post = Post.objects.get()
    (one,) = ranked_posts(((post.pk, 3),), tag="PREL")
    assert (one.post, one.cables, one.href) == (
        post,
        3,
        "/cables/?origin=embassy-specimen&tag=PREL",
    )


def test_classifications_stand_from_the_least_restricted() -> None:
    ranked = ranked_levels({"": 1, "SECRET": 2, "UNCLASSIFIED": 3})
    assert [(one.level.name, one.cables, one.href) for one in ranked] == [
        ("UNCLASSIFIED", 3, "/cables/?classification=UNCLASSIFIED"),
        ("SECRET", 2, "/cables/?classification=SECRET"),
        ("Not stated", 1, ""),
    ]


def test_persons_who_are_gone_are_left_out(db: None) -> None:
    assert ranked_people(((1, 2),)) == []
