"""Cables by the day on which they were written: all years, a year, a month, a day."""

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
from cables.views.paging import get_page_or_404


def dates_page(request: HttpRequest) -> HttpResponse:
    """Show how many cables there are of each month, a year a row."""
    counts = current_statistics()
    return render(
        request,
        "browse/dates.html",
        {"total": counts.total, "undated": counts.undated, "years": year_grid(counts.months)},
    )


def period_page(request: HttpRequest, period: Period, page: int | None = None) -> HttpResponse:
    """Show a year's calendar, or the cables of a month or a day."""
    days = current_statistics().days
    here = {day: cables for day, cables in days.items() if period.contains(day)}
    if not here:
        return _no_such_period(request, period, list(days))
    if page == 1:
        return redirect("date", period=period, permanent=True)
    if page is not None and not period.month:
        raise Http404
    around = adjacent_periods(period, list(days))
    total = sum(here.values())
    context = {
        "period": period,
        "total": total,
        "before": around[0],
        "after": around[1],
        "months": month_calendars(period, days),
        "search": cable_list_url(created_after=str(period), created_before=str(period)),
    }
    if not period.month:
        return render(request, "browse/year.html", context)
    cables = Cable.objects.for_lists().created_in(period).oldest_first()
    shown = get_page_or_404(cables, 1 if page is None else page, total=total)
    by_day = [(day, list(rows)) for day, rows in groupby(shown, _written_on)]
    address = reverse("date", kwargs={"period": period})
    return render(
        request,
        "browse/period.html",
        {**context, "page": shown, "by_day": by_day, "counts": here, "address": address},
    )


def undated_page(request: HttpRequest, page: int = 1) -> HttpResponse:
    """List the cables that do not tell when they were written."""
    cables = Cable.objects.for_lists().filter(created=None).order_by("reference_id")
    shown = get_page_or_404(cables, page, total=current_statistics().undated)
    return render(request, "browse/undated.html", {"page": shown, "address": reverse("undated")})


def _no_such_period(request: HttpRequest, period: Period, days: list[date]) -> HttpResponse:
    """Answer 404 for a stretch without cables, with the nearest stretches that have some."""
    before, after = adjacent_periods(period, days)
    return render(
        request,
        "browse/no_such_date.html",
        {"period": period, "before": before, "after": after},
        status=404,
    )


def adjacent_periods(period: Period, days: list[date]) -> tuple[Period | None, Period | None]:
    """Return the nearest stretches of the same length with cables, before and after."""
    before = max((day for day in days if day < period.first_day), default=None)
    after = min((day for day in days if day > period.last_day), default=None)
    return period.same_length_at(before) if before else None, period.same_length_at(
        after
    ) if after else None


def _written_on(cable: Cable) -> date:
    """Return the day of a dated cable."""
    assert cable.created  # noqa: S101 - the list holds none without, said for the type checker
    return cable.created.date()
