"""Cables by the day on which they were released."""

from itertools import groupby
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.browse.statistics import current_statistics
from cables.links.lists import cable_list_url
from cables.models import Cable
from cables.periods import Period
from cables.views.dates import adjacent_periods
from cables.views.paging import PAGE_SIZE, get_page_or_404

LAST_PAGE: Final = 50
"""A release may hold a hundred thousand cables; the dates on which they were written reach all."""


def releases_page(request: HttpRequest) -> HttpResponse:
    """List the days of release, newest first, by month."""
    days = sorted(current_statistics().releases.items(), reverse=True)
    months = [
        (month, list(some)) for month, some in groupby(days, key=lambda one: one[0].replace(day=1))
    ]
    return render(
        request,
        "browse/releases.html",
        {"months": months, "total": len(days), "most": max((n for _, n in days), default=0)},
    )


def release_page(request: HttpRequest, period: Period, page: int | None = None) -> HttpResponse:
    """List the cables released on a day."""
    if not period.day:
        raise Http404
    days = current_statistics().releases
    before, after = adjacent_periods(period, list(days))
    total = days.get(period.first_day, 0)
    if not total:
        return render(
            request,
            "browse/no_such_release.html",
            {"period": period, "before": before, "after": after},
            status=404,
        )
    if page == 1:
        return redirect("release", period=period, permanent=True)
    within = min(total, LAST_PAGE * PAGE_SIZE)
    cables = Cable.objects.for_lists().released_in(period).order_by("released", "created", "pk")
    return render(
        request,
        "browse/release.html",
        {
            "period": period,
            "total": total,
            "within": within,
            "page": get_page_or_404(cables, 1 if page is None else page, total=within),
            "address": reverse("release", kwargs={"period": period}),
            "before": before,
            "after": after,
            "all": cable_list_url(released_after=str(period), released_before=str(period)),
        },
    )
