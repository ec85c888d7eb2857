"""Rankings with their links."""

from cables.browse.rankings import ranked_levels, ranked_people, ranked_posts, ranked_tags
from cables.models import Post, Tag
from tests.conftest import LoadText


def test_tags_keep_their_order_and_link_their_cables(load_text: LoadText) -> None:
    load_text()
    prel, ainf = Tag.objects.get(code="PREL"), Tag.objects.get(code="AINF")
    ranked = ranked_tags(((ainf.pk, 5), (prel.pk, 2), (0, 9)), origin="embassy-specimen")
    assert [(item.tag, item.cables, item.href) for item in ranked] == [
        (ainf, 5, "/cables/?origin=embassy-specimen&tag=AINF"),
        (prel, 2, "/cables/?origin=embassy-specimen&tag=PREL"),
    ]
    narrowed = ranked_tags(((ainf.pk, 1),), with_tag="PREL")
    assert narrowed[0].href == "/cables/?tag=PREL&tag=AINF"


def test_posts_link_their_cables(load_text: LoadText) -> None:
    load_text()
    post = Post.objects.get()
    (ranked,) = ranked_posts(((post.pk, 3),), tag="PREL")
    assert (ranked.post, ranked.cables, ranked.href) == (
        post,
        3,
        "/cables/?origin=embassy-specimen&tag=PREL",
    )


def test_classifications_start_with_the_least_restricted() -> None:
    ranked = ranked_levels({"": 1, "SECRET": 2, "UNCLASSIFIED": 3})
    assert [(item.level.name, item.cables, item.href) for item in ranked] == [
        ("UNCLASSIFIED", 3, "/cables/?classification=UNCLASSIFIED"),
        ("SECRET", 2, "/cables/?classification=SECRET"),
        ("Not stated", 1, ""),
    ]


def test_deleted_people_are_skipped(db: None) -> None:
    assert ranked_people(((1, 2),)) == []
