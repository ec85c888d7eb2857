"""Selections for property tests, of values in the database and a few others."""

from datetime import date

from hypothesis import strategies as st

from cables.models import Cable, Classification, Person, Post, Tag
from cables.models.selection import SORTS, Selection


def selections() -> st.SearchStrategy[Selection]:
    """Draw selections of posts, tags, people and days, both stored and unknown."""
    posts = [*Post.objects.values_list("slug", flat=True), "no-such-post"]
    tags = [*Tag.objects.values_list("code", flat=True), "QQQQ"]
    captions = sorted(
        {code for codes in Cable.objects.values_list("captions") for code in codes[0]}
    )
    people = ["", *Person.objects.values_list("slug", flat=True)[:30], "nobody"]
    levels = [value for value in Classification.values if value]
    return st.builds(
        Selection,
        origins=some(posts),
        tags=some(tags),
        classifications=some(levels),
        captions=some([*captions, "QQQ"]),
        created_after=days(),
        created_before=days(),
        released_after=days(),
        released_before=days(),
        person=st.sampled_from(people) if len(people) > 2 else st.just(""),
        has_references=st.booleans(),
        sort=st.sampled_from(SORTS),
    )


def some(values: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw none, one or two values, most often none."""
    single = st.tuples(st.sampled_from(values))
    pair = st.lists(st.sampled_from(values), min_size=2, max_size=2, unique=True).map(tuple)
    return st.one_of(st.just(()), st.just(()), single, pair)


def days() -> st.SearchStrategy[date | None]:
    """Draw no day, most often, or one of the years of the cables."""
    dates = st.dates(date(1970, 1, 1), date(2011, 12, 31))
    return st.one_of(st.none(), st.none(), st.none(), dates)
