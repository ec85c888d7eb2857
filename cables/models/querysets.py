"""Querysets of stored cables: each method is one step of a query."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, Self, TypeVar

from django.apps import apps
from django.db import models

from cables.models.selection import Selection, Sort
from cables.periods import Period

if TYPE_CHECKING:
    from cables.models import Cable

ROW_COLUMNS: Final = ("reference_id", "origin", "title", "withheld", "created", "classification")
"""Columns of a cable that a row of results needs.

None comes after the text, which a database would have to read to get there.
"""
Row = TypeVar("Row", bound=models.Model)


class KeyOrderQuerySet(models.QuerySet[Row]):
    """Rows that can be fetched in the order of their primary keys."""

    def in_key_order(self, keys: Iterable[int]) -> list[Row]:
        """Fetch the rows with these primary keys, in the order of the keys; skip missing ones."""
        keys = list(keys)
        rows = self.in_bulk(keys)
        return [rows[key] for key in keys if key in rows]


class CableQuerySet(KeyOrderQuerySet["Cable"]):
    """Cables."""

    def newest_first(self) -> Self:
        """Order by date, newest first; cables without a date come last."""
        return self.order_by(models.F("created").desc(nulls_last=True), "reference_id")

    def oldest_first(self) -> Self:
        """Order by date, oldest first; cables without a date come last."""
        return self.order_by(models.F("created").asc(nulls_last=True), "reference_id")

    def newest_loaded_first(self) -> Self:
        """Order by time of loading, newest first."""
        return self.order_by("-loaded", "-pk")

    def created_in(self, period: Period) -> Self:
        """Keep the cables created in a year, in a month or on a day."""
        return self.filter(created__gte=period.start, created__lt=period.end)

    def released_in(self, period: Period) -> Self:
        """Keep the cables released in a year, in a month or on a day."""
        return self.filter(released__gte=period.start, released__lt=period.end)

    def for_lists(self) -> Self:
        """Fetch everything but the text."""
        return self.select_related("origin").defer("header", "body")

    def for_rows(self) -> Self:
        """Fetch only what a row of results needs."""
        return self.select_related("origin").only(*ROW_COLUMNS)

    def for_excerpts(self) -> Self:
        """Fetch what a row of results with excerpts needs."""
        return self.select_related("origin").only(*ROW_COLUMNS, "body", "layout")

    def for_reading(self) -> Self:
        """Fetch cables with their posts."""
        return self.select_related("origin")

    def by_reference_id(self, reference_ids: Iterable[str]) -> dict[str, "Cable"]:
        """Return the cables with these reference IDs, by reference ID."""
        cables = self.filter(reference_id__in=set(reference_ids) - {""})
        return {cable.reference_id: cable for cable in cables}

    def citing(self, reference_id: str) -> Self:
        """Keep the cables whose REF lines cite the reference ID."""
        return self.filter(references__cited_id=reference_id).distinct()

    def mentioning(self, slug: str) -> Self:
        """Keep the cables that name the person with this slug."""
        mentions = apps.get_model("cables", "Mention")._default_manager  # noqa: SLF001
        return self.filter(pk__in=mentions.filter(person__slug=slug).order_by().values("cable"))

    def selected(self, selection: Selection) -> Self:
        """Apply the filters and the order of a selection."""
        return self.filtered(selection).in_order(selection.sort)

    def in_order(self, sort: Sort) -> Self:
        """Apply a sort order; only the search index can sort by relevance."""
        if sort == "oldest":
            return self.oldest_first()
        return self.newest_loaded_first() if sort == "loaded" else self.newest_first()

    def filtered(self, selection: Selection) -> Self:
        """Keep the cables that match every filter."""
        cables = self
        if selection.origins:
            cables = cables.filter(origin__slug__in=selection.origins)
        if selection.classifications:
            cables = cables.filter(classification__in=selection.classifications)
        for code in selection.tags:
            cables = cables.filter(cable_tags__tag__code=code)
        for code in selection.captions:
            cables = cables.filter(captions__icontains=f'"{code}"')
        if selection.person:
            cables = cables.mentioning(selection.person)
        if selection.has_references:
            references = apps.get_model("cables", "Reference")._default_manager  # noqa: SLF001
            cables = cables.filter(pk__in=references.order_by().values("cable"))
        return cables.within_dates(selection)

    def within_dates(self, selection: Selection) -> Self:
        """Keep the cables within the selected dates, both ends included."""
        bounds = {
            "created__gte": _start_of_day(selection.created_after),
            "created__lt": _start_of_day(selection.created_before, days=1),
            "released__gte": _start_of_day(selection.released_after),
            "released__lt": _start_of_day(selection.released_before, days=1),
        }
        return self.filter(**{name: moment for name, moment in bounds.items() if moment})


def _start_of_day(day: date | None, *, days: int = 0) -> datetime | None:
    """Return the start of a day, or of the day that many days later."""
    if day is None:
        return None
    try:
        return datetime.combine(day + timedelta(days=days), time.min, UTC)
    except OverflowError:  # there is no later day
        return datetime.combine(day, time.max, UTC)
