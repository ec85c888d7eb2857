"""Overviews by origin: all posts by region and country, and a page for each post."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.browse.map import EQUATOR_Y, map_dots
from cables.browse.posts import (
    PostCount,
    group_by_region,
    nearest_posts,
    other_posts_in_country,
    posts_with_counts,
)
from cables.browse.rankings import ranked_levels, ranked_people, ranked_tags
from cables.browse.statistics import current_statistics
from cables.browse.year_chart import chart_years
from cables.links.lists import cable_list_url, year_list_url
from cables.models import Cable


def origins_page(request: HttpRequest) -> HttpResponse:
    """List the posts by region and country."""
    posts = posts_with_counts(current_statistics().posts)
    return render(
        request,
        "browse/origins.html",
        {
            "regions": group_by_region(posts),
            "total": len(posts),
            "dots": map_dots(posts),
            "equator": EQUATOR_Y,
        },
    )


def origin_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show when and on which topics a post wrote, and which posts are near it."""
    counts = current_statistics()
    posts = posts_with_counts(counts.posts)
    here = next((counted for counted in posts if counted.post.slug == slug), None)
    if here is None:
        return _origin_not_found(request, slug, posts)
    profile = counts.post_profile(here.post.pk)
    cables = Cable.objects.for_lists().in_bulk(profile.newest_and_oldest)
    return render(
        request,
        "browse/origin.html",
        {
            "here": here,
            "chart": chart_years(profile.years, lambda year: year_list_url(year, origin=slug)),
            "tags": ranked_tags(counts.without_withheld_tags(profile.tags), origin=slug),
            "signers": ranked_people(profile.signers),
            "levels": ranked_levels(profile.classifications, origin=slug),
            "same_country": other_posts_in_country(here, posts),
            "nearest": nearest_posts(here, posts),
            "oldest": cables.get(profile.oldest or 0),
            "newest": [cables[pk] for pk in profile.newest],
            "all": cable_list_url(origin=slug),
        },
    )


COMMON_NAME_WORDS: Final = frozenset(
    ("embassy", "consulate", "mission", "us", "office", "american", "of", "the", "san", "al")
)
"""Words in the names of so many posts that they suggest none of them."""


def _origin_not_found(request: HttpRequest, slug: str, posts: list[PostCount]) -> HttpResponse:
    """Answer 404 with the posts whose names share a word with the one requested."""
    words = set(slug.lower().split("-")) - COMMON_NAME_WORDS
    similar = [counted for counted in posts if words & set(counted.post.slug.split("-"))]
    context = {"slug": slug, "similar": similar}
    return render(request, "browse/origin_not_found.html", context, status=404)
