"""A list as JSON: an object whose member `cables` goes out row by row.

What is only known at the end, how many there were, stands at the end. /schema/ documents it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from django.http import StreamingHttpResponse

from cables.exports.limits import LIST_FORMAT_VERSION, MAX_CABLES, batches, list_response
from cables.exports.row import ExcerptFinder, Json, absolute_url, list_row
from cables.models import Cable


def as_json(
    cables: Iterable[Cable],
    *,
    total: int,
    page_url: str,
    next_url: str = "",
    notices: Sequence[str] = (),
    find_excerpts: ExcerptFinder | None = None,
) -> StreamingHttpResponse:
    """Return a list of cables as JSON.

    Args:
        cables: In order, best a queryset `for_lists()`; those beyond the bound are left out.
        total: How many fit.
        page_url: The same list as a page, path and query.
        next_url: Where the cables beyond the bound are, path and query; empty where nowhere.
        notices: Sentences on what could not be done as asked.
        find_excerpts: What a search found, for a batch of cables.
    """
    following = absolute_url(next_url) if next_url else ""
    known = {
        "version": LIST_FORMAT_VERSION,
        "url": absolute_url(page_url),
        "total": total,
        "limit": MAX_CABLES,
        "notices": list(notices),
    }
    return list_response(
        _json_chunks(cables, known, following, find_excerpts),
        content_type="application/json",
        total=total,
        page_url=absolute_url(page_url),
        notices=notices,
        next_url=following,
    )


def _json_chunks(
    cables: Iterable[Cable], known: Json, next_url: str, excerpts: ExcerptFinder | None
) -> Iterator[str]:
    """Yield the object's text: what is known first, a line for each cable, what came of it."""
    yield f'{_compact_json(known)[:-1]},"cables":['
    returned = 0
    for batch in batches(cables):
        found = excerpts(batch) if excerpts else {}
        for cable in batch:
            facts = list_row(cable, found.get(cable.reference_id, ()) if excerpts else None)
            yield f"{',' if returned else ''}\n{_compact_json(facts)}"
            returned += 1
    end = {
        "returned": returned,
        "complete": returned >= known["total"],
        "next_url": next_url or None,
    }
    yield f"\n],{_compact_json(end)[1:]}\n"


def _compact_json(value: Json) -> str:
    """Write an object in one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
