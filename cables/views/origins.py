"""Cables by where they come from: all posts by region and country, and a page for each."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.browse.map import EQUATOR, dots
from cables.browse.posts import Held, by_region, countrymen, held_posts, nearest
from cables.browse.rankings import ranked_levels, ranked_people, ranked_tags
from cables.browse.statistics import tallies
from cables.browse.year_chart import year_bars
from cables.links.lists import filtered, in_year
from cables.models import Cable


def origins(request: HttpRequest) -> HttpResponse:
    """List the posts by region and country."""
    held = held_posts(tallies().posts)
    return render(
        request,
        "ways/origins.html",
        {"parts": by_region(held), "total": len(held), "dots": dots(held), "equator": EQUATOR},
    )


def origin(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a post wrote: when, on what, and which posts are near it."""
    counts = tallies()
    held = held_posts(counts.posts)
    here = next((one for one in held if one.post.slug == slug), None)
    if here is None:
        return no_such_origin(request, slug, held)
    profile = counts.post(here.post.pk)
    cables = Cable.objects.for_lists().in_bulk(profile.ends)
    return render(
        request,
        "ways/origin.html",
        {
            "here": here,
            "years": year_bars(profile.years, lambda year: in_year(year, origin=slug)),
            "tags": ranked_tags(counts.public(profile.tags), origin=slug),
            "signers": ranked_people(profile.signers),
            "levels": ranked_levels(profile.classifications, origin=slug),
            "countrymen": countrymen(here, held),
            "nearest": nearest(here, held),
            "oldest": cables.get(profile.oldest or 0),
            "newest": [cables[pk] for pk in profile.newest],
            "all": filtered(origin=slug),
        },
    )


def no_such_origin(request: HttpRequest, slug: str, held: list[Held]) -> HttpResponse:
    """Answer 404 with the posts whose names share a word with what was asked for."""
    words = {word for word in slug.lower().split("-") if word not in KINDS}
    alike = [one for one in held if words & set(one.post.slug.split("-"))]
    return render(request, "ways/no_such_origin.html", {"asked": slug, "alike": alike}, status=404)


KINDS = {"embassy", "consulate", "mission", "us", "office", "american", "of", "the", "san", "al"}
"""Words that half of all posts have in their names."""
