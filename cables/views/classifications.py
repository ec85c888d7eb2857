"""Overviews by classification."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.browse.profiles import Profile
from cables.browse.rankings import ranked_levels, ranked_posts
from cables.browse.statistics import current_statistics
from cables.browse.year_chart import chart_years
from cables.links.lists import cable_list_url, year_list_url
from cables.models import Cable
from cables.reading.classifications import LEVELS_BY_SLUG, ClassificationLevel


def classifications_page(request: HttpRequest) -> HttpResponse:
    """List the classifications with their meanings."""
    counts = current_statistics().classifications
    return render(request, "browse/classifications.html", {"levels": ranked_levels(counts)})


def classification_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show what a classification means, when and where it was used, and the newest cables."""
    counts = current_statistics()
    level = LEVELS_BY_SLUG.get(slug)
    if level is None or not counts.classifications.get(level.value):
        context = {"level": level, "levels": ranked_levels(counts.classifications)}
        return render(request, "browse/classification_not_found.html", context, status=404)
    profile = counts.classification_profile(level.value)
    cables = Cable.objects.for_lists().in_bulk(profile.newest_and_oldest)
    return render(
        request,
        "browse/classification.html",
        {
            "level": level,
            "cables": counts.classifications[level.value],
            **(_list_links(profile, level) if level.value else {}),
            "oldest": cables.get(profile.oldest or 0),
            "newest": [cables[pk] for pk in profile.newest],
        },
    )


def _list_links(profile: Profile, level: ClassificationLevel) -> dict[str, object]:
    """Return what links to the list of cables, which cannot filter by “not stated”."""
    filters = {"classification": level.value}
    return {
        "chart": chart_years(profile.years, lambda year: year_list_url(year, **filters)),
        "posts": ranked_posts(profile.posts, **filters),
        "all": cable_list_url(**filters),
    }
