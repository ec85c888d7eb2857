"""What a list says of one cable, whatever form it takes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from cables.models import Cable
from cables.names.protection import withhold_names
from cables.reading.public_tags import public_tags_of
from cables.reading.withholding import names_to_withhold

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedExcerpt:
    """A paragraph that answers a search."""

    paragraph: str
    """Its key: 3, 3.2, u1."""
    url: str
    """Where it is read, from the slash on or absolute."""
    text: str
    """The words that were found and some around them, plain, protected names left out."""


ExcerptFinder = Callable[[Sequence[Cable]], Mapping[str, Sequence[ExportedExcerpt]]]
"""Finds the excerpts of a batch of cables, by reference ID: a long list is never held whole."""


def list_row(cable: Cable, excerpts: Sequence[ExportedExcerpt] | None = None) -> Json:
    """Return the facts of a cable that stand in lists.

    Args:
        cable: With its origin and its tags; its text is not needed.
        excerpts: What a search found in it; None outside of a search.
    """
    facts: Json = {
        "reference_id": cable.reference_id,
        "url": absolute_url(cable.get_absolute_url()),
        "title": withhold_names(cable.title, names_to_withhold(cable)),
        "created": iso_time(cable.created, exact=cable.created_exact),
        "released": iso_time(cable.released, exact=cable.released_exact),
        "classification": cable.classification,
        "captions": cable.captions,
        "origin": origin_json(cable),
        "tags": [one.tag.code for one in public_tags_of(cable)],
    }
    if excerpts is not None:
        facts["excerpts"] = [
            {"paragraph": one.paragraph, "url": absolute_url(one.url), "text": one.text}
            for one in excerpts
        ]
    return facts


def origin_json(cable: Cable) -> Json | None:
    """Return the post that a cable comes from; None where nothing names it."""
    post = cable.origin
    return {"name": post.name, "slug": post.slug, "country": post.country} if post else None


def iso_time(when: datetime | None, *, exact: bool) -> str | None:
    """Write a time as ISO 8601 in UTC, a day alone where no more is known, None without either."""
    if when is None:
        return None
    return f"{when:%Y-%m-%dT%H:%MZ}" if exact else f"{when:%Y-%m-%d}"


def absolute_url(address: str) -> str:
    """Return an address of this room as others can open it."""
    return address if "://" in address else f"{settings.SITE_URL}{address}"
