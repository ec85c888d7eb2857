"""Addresses of the list of cables with its filters set: how every other page leads into it."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.http import urlencode


def cable_list_url(**filters: str | int | Sequence[str]) -> str:
    """Return the address of the list of cables that fit.

    Args:
        filters: As the list names them: `tag="PREL"`, or `tag=["PREL", "RS"]` for both.
    """
    return f"{reverse('cables')}?{urlencode(filters, doseq=True)}"


def year_list_url(year: int, **filters: str) -> str:
    """Return the address of those among them that were written in a year."""
    return cable_list_url(**filters, created_after=year, created_before=year)
