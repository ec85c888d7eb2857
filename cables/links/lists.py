"""URLs of the list of cables with filters, as other pages link to it."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.http import urlencode


def cable_list_url(**filters: str | int | Sequence[str]) -> str:
    """Return the URL of the list of cables that match the filters.

    Args:
        filters: Query parameters of the list: `tag="PREL"`, or `tag=["PREL", "RS"]` for both.
    """
    return f"{reverse('cables')}?{urlencode(filters, doseq=True)}"


def year_list_url(year: int, **filters: str) -> str:
    """Return the URL of the list of cables created in a year that match the filters."""
    return cable_list_url(**filters, created_after=year, created_before=year)
