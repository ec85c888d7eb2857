"""Cables by their TAGS: all codes by kind, and a page for each."""

from itertools import groupby
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

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
    "": "Codes that no table explains",
}
"""Kinds of code in the order in which the page shows them."""


def tags_page(request: HttpRequest) -> HttpResponse:
    """List all codes with what they stand for, by kind."""
    counts = current_statistics().tags
    ranked = ranked_tags(tuple(counts.items()))
    ranked.sort(key=lambda one: (list(TAG_KINDS).index(one.tag.kind), one.tag.code))
    kinds = [
        (kind or "unknown", TAG_KINDS[kind], list(some))
        for kind, some in groupby(ranked, key=lambda one: one.tag.kind)
    ]
    return render(
        request,
        "browse/tags.html",
        {"kinds": kinds, "total": len(ranked), "frequent": _most_frequent(ranked)},
    )


FREQUENT_COUNT: Final = 12


def _most_frequent(ranked: list[RankedTag]) -> list[RankedTag]:
    """Return the codes that most cables carry."""
    return sorted(ranked, key=lambda one: (-one.cables, one.tag.code))[:FREQUENT_COUNT]


def tag_page(request: HttpRequest, code: str) -> HttpResponse:
    """Show a code: what it stands for, who uses it and when, and what stands beside it."""
    counts = current_statistics()
    found = Tag.objects.filter(code=code).first()
    if found is None or found.pk not in counts.tags:
        return _no_such_tag(request, code)
    profile = counts.tag_profile(found.pk)
    cables = Cable.objects.for_lists().in_bulk(profile.newest_and_oldest)
    return render(
        request,
        "browse/tag.html",
        {
            "tag": found,
            "kind": TAG_KINDS.get(found.kind, ""),
            "facts": [one for one in facts.all_tag_meanings() if one.code == code],
            "cables": counts.tags[found.pk],
            "chart": chart_years(profile.years, lambda year: year_list_url(year, tag=code)),
            "posts": ranked_posts(profile.posts, tag=code),
            "levels": ranked_levels(profile.classifications, tag=code),
            "beside": ranked_tags(counts.without_withheld_tags(profile.tags), with_tag=code),
            "oldest": cables.get(profile.oldest or 0),
            "newest": [cables[pk] for pk in profile.newest],
            "all": cable_list_url(tag=code),
        },
    )


def redirect_tag_case(request: HttpRequest, code: str) -> HttpResponse:
    """Lead a code in small letters to its page for good; answer 404 for what can be none."""
    right = code.upper()
    if code != right and "\x00" not in code and Tag.objects.filter(code=right).exists():
        return redirect("tag", code=right, permanent=True)
    return _no_such_tag(request, code)


def _no_such_tag(request: HttpRequest, code: str) -> HttpResponse:
    """Answer 404 with what the code stands for, where a table knows it."""
    return render(
        request, "browse/no_such_tag.html", {"code": code, "facts": facts.find_tag(code)}, status=404
    )
