"""Questions about stored cables, each one step that reads as part of a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, Q

if TYPE_CHECKING:
    from cables.models import Cable, Paragraph, Person, Post  # noqa: F401


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBar:
    """A year of the histogram."""

    year: int
    cables: int
    step: int
    """Height of its bar, in twentieths of the highest; at least 1 where there is any cable."""


def year_bars(cables: "CableQuerySet") -> list[YearBar]:
    """Count cables by year, from the first to the last, the empty years between included."""
    counts = cables.years()
    if not counts:
        return []
    most = max(counts.values())
    return [
        YearBar(
            year=year,
            cables=counts.get(year, 0),
            step=max(1, round(20 * counts[year] / most)) if year in counts else 0,
        )
        for year in range(min(counts), max(counts) + 1)
    ]


class CableQuerySet(models.QuerySet["Cable"]):
    """Cables."""

    def from_post(self, post: "Post") -> Self:
        """Keep what the post sent."""
        return self.filter(origin=post)

    def created_in(self, year: int, month: int | None = None) -> Self:
        """Keep what was created in the year, or in one month of it."""
        within = Q(created__year=year)
        if month is not None:
            within &= Q(created__month=month)
        return self.filter(within)

    def newest_first(self) -> Self:
        """Order by date, newest first; cables without a date stand last."""
        return self.order_by(models.F("created").desc(nulls_last=True), "reference_id")

    def oldest_first(self) -> Self:
        """Order by date, oldest first; cables without a date stand last."""
        return self.order_by(models.F("created").asc(nulls_last=True), "reference_id")

    def newest_loaded_first(self) -> Self:
        """Order by the day on which this room loaded them."""
        return self.order_by("-loaded", "-pk")

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

    def years(self) -> dict[int, int]:
        """Count cables by year of creation, oldest first."""
        dated = self.filter(created__isnull=False).order_by("created__year")
        return dict(dated.values_list("created__year").annotate(Count("pk")))


class ParagraphQuerySet(models.QuerySet["Paragraph"]):
    """Paragraphs."""

    def between(self, first: "Paragraph", last: "Paragraph") -> Self:
        """Keep the paragraphs of one cable from the first to the last, both included."""
        return self.filter(
            cable_id=first.cable_id, position__gte=first.position, position__lte=last.position
        )


class PersonQuerySet(models.QuerySet["Person"]):
    """Persons."""

    def with_counts(self) -> Self:
        """Add `cables`: in how many cables each person stands."""
        return self.annotate(cables=Count("mentions__cable", distinct=True))
