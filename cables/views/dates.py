"""Cables by the day on which they were written: all years, a year, a month, a day."""

from datetime import date
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.browse.calendars import calendar_of, grid
from cables.browse.statistics import tallies
from cables.links.lists import filtered
from cables.models import Cable
from cables.periods import Period
from cables.views.paging import page_by_path


def dates(request: HttpRequest) -> HttpResponse:
    """Show how many cables there are of each month, a year a row."""
    counts = tallies()
    return render(
        request,
        "ways/dates.html",
        {"total": counts.cables, "undated": counts.undated, "years": grid(counts.months)},
    )


def period(request: HttpRequest, period: Period, page: int | None = None) -> HttpResponse:
    """Show a year's calendar, or the cables of a month or a day."""
    days = tallies().days
    here = {day: cables for day, cables in days.items() if period.holds(day)}
    if not here:
        return no_cables(request, period, list(days))
    if page == 1:
        return redirect("date", period=period, permanent=True)
    if page is not None and not period.month:
        raise Http404
    around = neighbours(period, list(days))
    total = sum(here.values())
    context = {
        "period": period,
        "total": total,
        "before": around[0],
        "after": around[1],
        "months": calendar_of(period, days),
        "search": filtered(created_after=str(period), created_before=str(period)),
    }
    if not period.month:
        return render(request, "ways/year.html", context)
    cables = Cable.objects.for_lists().written_in(period).oldest_first()
    shown = page_by_path(cables, 1 if page is None else page, total=total)
    by_day = [(day, list(rows)) for day, rows in groupby(shown, written_on)]
    address = reverse("date", kwargs={"period": period})
    return render(
        request,
        "ways/period.html",
        {**context, "page": shown, "by_day": by_day, "counts": here, "address": address},
    )


def undated(request: HttpRequest, page: int = 1) -> HttpResponse:
    """List the cables that do not tell when they were written."""
    cables = Cable.objects.for_lists().filter(created=None).order_by("reference_id")
    shown = page_by_path(cables, page, total=tallies().undated)
    return render(request, "ways/undated.html", {"page": shown, "address": reverse("undated")})


def no_cables(request: HttpRequest, period: Period, days: list[date]) -> HttpResponse:
    """Answer 404 for a stretch without cables, with the nearest stretches that have some."""
    before, after = neighbours(period, days)
    return render(
        request,
        "ways/no_such_date.html",
        {"period": period, "before": before, "after": after},
        status=404,
    )


def neighbours(period: Period, days: list[date]) -> tuple[Period | None, Period | None]:
    """Return the nearest stretches of the same length with cables, before and after."""
    before = max((day for day in days if day < period.first), default=None)
    after = min((day for day in days if day > period.last), default=None)
    return period.like(before) if before else None, period.like(after) if after else None


def written_on(cable: Cable) -> date:
    """Return the day of a dated cable."""
    assert cable.created  # noqa: S101 - the list holds none without, said for the type checker
    return cable.created.date()
