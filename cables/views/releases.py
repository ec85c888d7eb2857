"""Overviews by release date."""

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
from cables.views.paging import PAGE_SIZE, get_page_or_404, path_pager

LAST_PAGE: Final = 50
"""A release may have 100,000 cables; the pages by date of creation list all of them."""


def releases_page(request: HttpRequest) -> HttpResponse:
    """List the release dates by month, newest first."""
    days = sorted(current_statistics().releases.items(), reverse=True)
    months = [
        (month, list(rows)) for month, rows in groupby(days, key=lambda row: row[0].replace(day=1))
    ]
    return render(request, "browse/releases.html", {"months": months, "total": len(days)})


def release_page(request: HttpRequest, period: Period, page: int | None = None) -> HttpResponse:
    """List the cables released on a day."""
    if not period.day:
        raise Http404
    days = current_statistics().releases
    before, after = adjacent_periods(period, list(days))
    total = days.get(period.first_day, 0)
    if not total:
        context = {"period": period, "before": before, "after": after}
        return render(request, "browse/release_not_found.html", context, status=404)
    if page == 1:
        return redirect("release", period=period, permanent=True)
    listed = min(total, LAST_PAGE * PAGE_SIZE)
    cables = Cable.objects.for_lists().released_in(period).order_by("released", "created", "pk")
    page_shown = get_page_or_404(cables, 1 if page is None else page, total=listed)
    return render(
        request,
        "browse/release.html",
        {
            "period": period,
            "total": total,
            "listed": listed,
            "page": page_shown,
            "pager": path_pager(page_shown, reverse("release", kwargs={"period": period})),
            "before": before,
            "after": after,
            "all": cable_list_url(released_after=str(period), released_before=str(period)),
        },
    )
