"""Questions about stored cables, each one step that reads as part of a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.apps import apps
from django.db import models
from django.db.models import Count, Max, Min, Value

from cables.periods import Period

if TYPE_CHECKING:
    from cables.models import Cable


FEW_YEARS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBar:
    """A year of the histogram."""

    year: int
    cables: int
    step: int
    """Height of its bar, in twentieths of the highest; at least 1 where there is any cable."""
    labelled: bool
    """Whether its number stands under it: every one of a few years, every fifth of many."""


def year_bars(cables: "CableQuerySet") -> list[YearBar]:
    """Count cables by year, from the first to the last, the empty years between included."""
    counts = cables.years()
    if not counts:
        return []
    most = max(counts.values())
    years = range(min(counts), max(counts) + 1)
    return [
        YearBar(
            year=year,
            cables=counts.get(year, 0),
            step=max(1, round(20 * counts[year] / most)) if counts.get(year) else 0,
            labelled=len(years) <= FEW_YEARS or year % 5 == 0,
        )
        for year in years
    ]


class CableQuerySet(models.QuerySet["Cable"]):
    """Cables."""

    def newest_first(self) -> Self:
        """Order by date, newest first; cables without a date stand last."""
        return self.order_by(models.F("created").desc(nulls_last=True), "reference_id")

    def oldest_first(self) -> Self:
        """Order by date, oldest first; cables without a date stand last."""
        return self.order_by(models.F("created").asc(nulls_last=True), "reference_id")

    def newest_loaded_first(self) -> Self:
        """Order by the day on which this room loaded them."""
        return self.order_by("-loaded", "-pk")

    def written_in(self, period: Period) -> Self:
        """Keep the cables written in a year, a month or on a day."""
        return self.filter(created__gte=period.start, created__lt=period.end)

    def released_in(self, period: Period) -> Self:
        """Keep the cables released in a year, a month or on a day."""
        return self.filter(released__gte=period.start, released__lt=period.end)

    def for_lists(self) -> Self:
        """Fetch what a row of a list shows, and not the text."""
        return self.select_related("origin").defer("header", "body")

    def for_reading(self) -> Self:
        """Fetch the cable with its post."""
        return self.select_related("origin")

    def named(self, reference_ids: Iterable[str]) -> dict[str, "Cable"]:
        """Return those of the reference IDs that the room holds, each with its cable."""
        wanted = {one for one in reference_ids if one}
        return {one.reference_id: one for one in self.filter(reference_id__in=wanted)}

    def citing(self, reference_id: str) -> Self:
        """Keep the cables whose REF lines name the reference ID."""
        return self.filter(references__cited_id=reference_id).distinct()

    def mentioning(self, slug: str) -> Self:
        """Keep the cables that name a person, each once."""
        mentions = apps.get_model("cables", "Mention")._default_manager  # noqa: SLF001
        return self.filter(pk__in=mentions.filter(person__slug=slug).order_by().values("cable"))

    def years(self) -> dict[int, int]:
        """Count cables by year of creation, oldest first, the years without any left out.

        A count a year over the index, in one statement: taking the year out of each date would
        cost a call a row on SQLite, two seconds at 251,287 cables.
        """
        ends = self.aggregate(first=Min("created"), last=Max("created"))
        if ends["first"] is None:
            return {}
        counts = [
            self.filter(created__year=year)
            .order_by()
            .values(year=Value(year))
            .annotate(cables=Count("pk"))
            .values_list("year", "cables")
            for year in range(ends["first"].year, ends["last"].year + 1)
        ]
        return dict(sorted(counts[0].union(*counts[1:], all=True)))
