"""Cables by where they come from: all posts by region and country, and a page for each."""

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
    held = posts_with_counts(current_statistics().posts)
    return render(
        request,
        "browse/origins.html",
        {
            "parts": group_by_region(held),
            "total": len(held),
            "dots": map_dots(held),
            "equator": EQUATOR_Y,
        },
    )


def origin_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a post wrote: when, on what, and which posts are near it."""
    counts = current_statistics()
    held = posts_with_counts(counts.posts)
    here = next((one for one in held if one.post.slug == slug), None)
    if here is None:
        return _no_such_origin(request, slug, held)
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
            "countrymen": other_posts_in_country(here, held),
            "nearest": nearest_posts(here, held),
            "oldest": cables.get(profile.oldest or 0),
            "newest": [cables[pk] for pk in profile.newest],
            "all": cable_list_url(origin=slug),
        },
    )


def _no_such_origin(request: HttpRequest, slug: str, held: list[PostCount]) -> HttpResponse:
    """Answer 404 with the posts whose names share a word with what was asked for."""
    words = {word for word in slug.lower().split("-") if word not in COMMON_NAME_WORDS}
    alike = [one for one in held if words & set(one.post.slug.split("-"))]
    return render(request, "browse/no_such_origin.html", {"asked": slug, "alike": alike}, status=404)


COMMON_NAME_WORDS = {
    "embassy",
    "consulate",
    "mission",
    "us",
    "office",
    "american",
    "of",
    "the",
    "san",
    "al",
}
"""Words that half of all posts have in their names."""
