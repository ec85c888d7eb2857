"""Overviews by date of creation: all years, one year, one month, one day."""

from datetime import date
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.browse.calendars import month_calendars, year_grid
from cables.browse.statistics import current_statistics
from cables.links.lists import cable_list_url
from cables.models import Cable
from cables.periods import Period
from cables.views.paging import get_page_or_404, path_pager


def dates_page(request: HttpRequest) -> HttpResponse:
    """Show the number of cables of each month, one year per row."""
    counts = current_statistics()
    return render(
        request,
        "browse/dates.html",
        {"total": counts.total, "undated": counts.undated, "years": year_grid(counts.months)},
    )


def period_page(request: HttpRequest, period: Period, page: int | None = None) -> HttpResponse:
    """Show a year's calendar, or the cables of a month or a day."""
    days = current_statistics().days
    total = sum(cables for day, cables in days.items() if period.contains(day))
    if not total:
        return _period_not_found(request, period, list(days))
    if page == 1:
        return redirect("date", period=period, permanent=True)
    if page is not None and not period.month:
        raise Http404
    before, after = adjacent_periods(period, list(days))
    context = {
        "period": period,
        "total": total,
        "before": before,
        "after": after,
        "months": month_calendars(period, days),
        "search": cable_list_url(created_after=str(period), created_before=str(period)),
    }
    if not period.month:
        return render(request, "browse/year.html", context)
    cables = Cable.objects.for_lists().created_in(period).oldest_first()
    page_shown = get_page_or_404(cables, 1 if page is None else page, total=total)
    return render(
        request,
        "browse/period.html",
        {
            **context,
            "page": page_shown,
            "by_day": [(day, list(rows)) for day, rows in groupby(page_shown, _day_created)],
            "pager": path_pager(page_shown, reverse("date", kwargs={"period": period})),
        },
    )


def undated_page(request: HttpRequest, page: int = 1) -> HttpResponse:
    """List the cables that have no date of creation."""
    cables = Cable.objects.for_lists().filter(created=None).order_by("reference_id")
    page_shown = get_page_or_404(cables, page, total=current_statistics().undated)
    context = {"page": page_shown, "pager": path_pager(page_shown, reverse("undated"))}
    return render(request, "browse/undated.html", context)


def _period_not_found(request: HttpRequest, period: Period, days: list[date]) -> HttpResponse:
    """Answer 404 with the nearest periods that have cables."""
    before, after = adjacent_periods(period, days)
    context = {"period": period, "before": before, "after": after}
    return render(request, "browse/date_not_found.html", context, status=404)


def adjacent_periods(period: Period, days: list[date]) -> tuple[Period | None, Period | None]:
    """Return the nearest periods of the same length that have cables, before and after."""
    before = max((day for day in days if day < period.first_day), default=None)
    after = min((day for day in days if day > period.last_day), default=None)
    return (
        period.same_length_at(before) if before else None,
        period.same_length_at(after) if after else None,
    )


def _day_created(cable: Cable) -> date:
    assert cable.created  # noqa: S101 - for the type checker: the list has only dated cables
    return cable.created.date()
