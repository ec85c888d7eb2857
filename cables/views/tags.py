"""Overviews by topic: all TAGS by kind, and a page for each code."""

from itertools import groupby
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.browse.rankings import RankedTag, ranked_levels, ranked_posts, ranked_tags
from cables.browse.statistics import current_statistics
from cables.browse.year_chart import chart_years
from cables.facts import tags as facts
from cables.links.lists import cable_list_url, year_list_url
from cables.models import Cable, Tag

TAG_KINDS: Final = {
    "subject": "Subjects",
    "geopolitical": "Countries and regions",
    "organization": "Organizations",
    "program": "Programs",
    "person": "Persons",
    "": "Codes without a definition",
}
"""Kinds of code in the order of the page."""


def tags_page(request: HttpRequest) -> HttpResponse:
    """List all codes with their meanings, by kind."""
    counts = current_statistics().tags
    ranked = ranked_tags(tuple(counts.items()))
    ranked.sort(key=lambda row: (list(TAG_KINDS).index(row.tag.kind), row.tag.code))
    kinds = [
        (kind or "unknown", TAG_KINDS[kind], list(rows))
        for kind, rows in groupby(ranked, key=lambda row: row.tag.kind)
    ]
    return render(
        request,
        "browse/tags.html",
        {"kinds": kinds, "total": len(ranked), "frequent": _most_frequent(ranked)},
    )


FREQUENT_COUNT: Final = 12


def _most_frequent(ranked: list[RankedTag]) -> list[RankedTag]:
    return sorted(ranked, key=lambda row: (-row.cables, row.tag.code))[:FREQUENT_COUNT]


def tag_page(request: HttpRequest, code: str) -> HttpResponse:
    """Show what a code means, when and by whom it is used, and with which others."""
    counts = current_statistics()
    tag = Tag.objects.filter(code=code).first()
    if tag is None or tag.pk not in counts.tags:
        return _tag_not_found(request, code)
    profile = counts.tag_profile(tag.pk)
    has_feed = tag.kind and tag.kind != "person"
    cables = Cable.objects.for_lists().in_bulk(profile.newest_and_oldest)
    return render(
        request,
        "browse/tag.html",
        {
            "tag": tag,
            "kind": TAG_KINDS.get(tag.kind, ""),
            "meanings": [row for row in facts.all_tag_meanings() if row.code == code],
            "cables": counts.tags[tag.pk],
            "chart": chart_years(profile.years, lambda year: year_list_url(year, tag=code)),
            "posts": ranked_posts(profile.posts, tag=code),
            "levels": ranked_levels(profile.classifications, tag=code),
            "used_with": ranked_tags(counts.without_withheld_tags(profile.tags), with_tag=code),
            "oldest": cables.get(profile.oldest or 0),
            "newest": [cables[pk] for pk in profile.newest],
            "all": cable_list_url(tag=code),
            "feed": reverse("tag-feed", kwargs={"code": code}) if has_feed else "",
        },
    )


def redirect_tag_case(request: HttpRequest, code: str) -> HttpResponse:
    """Redirect a code in lower case to its page; answer 404 to what cannot be a code."""
    upper = code.upper()
    if code != upper and "\x00" not in code and Tag.objects.filter(code=upper).exists():
        return redirect("tag", code=upper, permanent=True)
    return _tag_not_found(request, code)


def _tag_not_found(request: HttpRequest, code: str) -> HttpResponse:
    """Answer 404 with the meaning of the code, if it is known."""
    context = {"code": code, "meaning": facts.find_tag(code)}
    return render(request, "browse/tag_not_found.html", context, status=404)
