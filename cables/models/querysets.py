"""Questions about stored cables, each one step that reads as part of a sentence."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, Self

from django.apps import apps
from django.db import models

from cables.models.selection import Selection, Sort
from cables.periods import Period

if TYPE_CHECKING:
    from cables.models import Cable

ROW_COLUMNS: Final = ("reference_id", "origin", "title", "withheld", "created", "classification")
"""Columns of a cable that a row of results shows, or leaves out names by.

None stands behind the text, through which a database would have to read to get there.
"""


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

    def created_in(self, period: Period) -> Self:
        """Keep the cables written in a year, a month or on a day."""
        return self.filter(created__gte=period.start, created__lt=period.end)

    def released_in(self, period: Period) -> Self:
        """Keep the cables released in a year, a month or on a day."""
        return self.filter(released__gte=period.start, released__lt=period.end)

    def for_lists(self) -> Self:
        """Fetch what a row of a list shows, and not the text."""
        return self.select_related("origin").defer("header", "body")

    def for_rows(self) -> Self:
        """Fetch what a row of results shows, and no more."""
        return self.select_related("origin").only(*ROW_COLUMNS)

    def for_excerpts(self) -> Self:
        """Fetch the same, and the text with its page marks."""
        return self.select_related("origin").only(*ROW_COLUMNS, "body", "layout")

    def for_reading(self) -> Self:
        """Fetch the cable with its post."""
        return self.select_related("origin")

    def by_reference_id(self, reference_ids: Iterable[str]) -> dict[str, "Cable"]:
        """Return those of the reference IDs that the room holds, each with its cable."""
        wanted = {one for one in reference_ids if one}
        return {one.reference_id: one for one in self.filter(reference_id__in=wanted)}

    def in_key_order(self, keys: Sequence[int]) -> list["Cable"]:
        """Return the cables with these keys, in the order of the keys; missing ones are skipped."""
        cables = self.in_bulk(keys)
        return [cables[key] for key in keys if key in cables]

    def citing(self, reference_id: str) -> Self:
        """Keep the cables whose REF lines name the reference ID."""
        return self.filter(references__cited_id=reference_id).distinct()

    def mentioning(self, slug: str) -> Self:
        """Keep the cables that name a person, each once."""
        mentions = apps.get_model("cables", "Mention")._default_manager  # noqa: SLF001
        return self.filter(pk__in=mentions.filter(person__slug=slug).order_by().values("cable"))

    def selected(self, selection: Selection) -> Self:
        """Keep and order the cables that a reader has asked for, words apart."""
        return self.filtered(selection).in_order(selection.sort)

    def in_order(self, sort: Sort) -> Self:
        """Order as asked for; how well words fit is not the database's to know."""
        if sort == "oldest":
            return self.oldest_first()
        return self.newest_loaded_first() if sort == "loaded" else self.newest_first()

    def filtered(self, selection: Selection) -> Self:
        """Keep the cables that every filter lets through."""
        found = self
        if selection.origins:
            found = found.filter(origin__slug__in=selection.origins)
        if selection.classifications:
            found = found.filter(classification__in=selection.classifications)
        for code in selection.tags:
            found = found.filter(cable_tags__tag__code=code)
        for code in selection.captions:
            found = found.filter(captions__icontains=f'"{code}"')
        if selection.person:
            found = found.mentioning(selection.person)
        if selection.has_references:
            references = apps.get_model("cables", "Reference")._default_manager  # noqa: SLF001
            found = found.filter(pk__in=references.order_by().values("cable"))
        return found.within_dates(selection)

    def within_dates(self, selection: Selection) -> Self:
        """Keep the cables of the days asked for, both ends included."""
        bounds = {
            "created__gte": _start_of_day(selection.created_after),
            "created__lt": _start_of_day(selection.created_before, days=1),
            "released__gte": _start_of_day(selection.released_after),
            "released__lt": _start_of_day(selection.released_before, days=1),
        }
        return self.filter(**{name: moment for name, moment in bounds.items() if moment})


def _start_of_day(day: date | None, *, days: int = 0) -> datetime | None:
    """Return the first moment of a day, or of one so many days later; None where there is none."""
    if day is None:
        return None
    try:
        return datetime.combine(day + timedelta(days=days), time.min, UTC)
    except OverflowError:  # the day behind the last one that there is
        return datetime.combine(day, time.max, UTC)
