"""One cable of a list, whatever the format."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cables.links.urls import absolute_url
from cables.models import Cable
from cables.names.protection import withhold_names
from cables.reading.public_tags import public_tags_of
from cables.reading.withholding import names_to_withhold

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedExcerpt:
    """A paragraph that matches a search."""

    paragraph: str
    """Its key: 3, 3.2, u1."""
    url: str
    """Its URL, absolute or from the first slash on."""
    text: str
    """Plain text around the matching words, with protected names withheld."""


ExcerptFinder = Callable[[Sequence[Cable]], Mapping[str, Sequence[ExportedExcerpt]]]
"""Finds the excerpts of a batch of cables, by reference ID, so that a long list is streamed."""


def list_row(cable: Cable, excerpts: Sequence[ExportedExcerpt] | None = None) -> Json:
    """Return what lists say about a cable.

    Args:
        cable: With its origin and tags; its text is not needed.
        excerpts: The paragraphs that match a search; None if there is no search.
    """
    names = names_to_withhold(cable)
    row: Json = {
        "reference_id": cable.reference_id,
        "url": absolute_url(cable.get_absolute_url()),
        "title": withhold_names(cable.title, names),
        "created": iso_time(cable.created, exact=cable.created_exact),
        "released": iso_time(cable.released, exact=cable.released_exact),
        "classification": cable.classification,
        "captions": cable.captions,
        "origin": origin_json(cable),
        "tags": [cable_tag.tag.code for cable_tag in public_tags_of(cable, names)],
    }
    if excerpts is not None:
        row["excerpts"] = [
            {
                "paragraph": excerpt.paragraph,
                "url": absolute_url(excerpt.url),
                "text": excerpt.text,
            }
            for excerpt in excerpts
        ]
    return row


def origin_json(cable: Cable) -> Json | None:
    """Return the post that sent a cable, or None if it is not known."""
    post = cable.origin
    return {"name": post.name, "slug": post.slug, "country": post.country} if post else None


def iso_time(time: datetime | None, *, exact: bool) -> str | None:
    """Format a time as ISO 8601 in UTC, as a date if the time of day is not exact."""
    if time is None:
        return None
    return f"{time:%Y-%m-%dT%H:%MZ}" if exact else f"{time:%Y-%m-%d}"
