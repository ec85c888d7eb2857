"""A list of cables as JSON: an object whose member `cables` is streamed row by row.

What is only known at the end, such as the number of cables returned, comes last. /schema/
documents the format.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from django.http import StreamingHttpResponse

from cables.exports.limits import LIST_FORMAT_VERSION, MAX_CABLES, batches, list_response
from cables.exports.row import ExcerptFinder, Json, list_row
from cables.links.urls import absolute_url
from cables.models import Cable


def as_json(
    cables: Iterable[Cable],
    *,
    total: int,
    page_url: str,
    notices: Sequence[str] = (),
    find_excerpts: ExcerptFinder | None = None,
) -> StreamingHttpResponse:
    """Return a list of cables as JSON.

    Args:
        cables: In order, preferably a queryset `for_lists()`; those over the limit are omitted.
        total: The number of matching cables.
        page_url: Path and query of the same list as a page.
        notices: Sentences about what was ignored or could not be done.
        find_excerpts: Finds the paragraphs that match a search; None if there is no search.
    """
    url = absolute_url(page_url)
    head = {
        "version": LIST_FORMAT_VERSION,
        "url": url,
        "total": total,
        "limit": MAX_CABLES,
        "notices": list(notices),
    }
    return list_response(
        _json_chunks(cables, head, find_excerpts),
        content_type="application/json",
        total=total,
        page_url=url,
        notices=notices,
    )


def _json_chunks(
    cables: Iterable[Cable], head: Json, find_excerpts: ExcerptFinder | None
) -> Iterator[str]:
    """Yield the object's text: the members known first, a line for each cable, the last members."""
    yield f'{_compact_json(head)[:-1]},"cables":['
    returned = 0
    for batch in batches(cables):
        excerpts = find_excerpts(batch) if find_excerpts else {}
        for cable in batch:
            row = list_row(cable, excerpts.get(cable.reference_id, ()) if find_excerpts else None)
            yield f"{',' if returned else ''}\n{_compact_json(row)}"
            returned += 1
    tail = {"returned": returned, "complete": returned >= head["total"], "next_url": None}
    yield f"\n],{_compact_json(tail)[1:]}\n"


def _compact_json(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
