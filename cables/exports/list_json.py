"""A list as JSON: an object whose member `cables` goes out row by row.

What is only known at the end, how many there were, stands at the end. /schema/ documents it.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from django.http import StreamingHttpResponse

from cables.exports.limits import MOST, VERSION, batches, respond
from cables.exports.row import ExcerptsOf, Json, absolute, row
from cables.models import Cable


def as_json(
    cables: Iterable[Cable],
    *,
    total: int,
    address: str,
    next_url: str = "",
    notices: Sequence[str] = (),
    excerpts: ExcerptsOf | None = None,
) -> StreamingHttpResponse:
    """Return a list of cables as JSON.

    Args:
        cables: In order, best a queryset `for_lists()`; those beyond the bound are left out.
        total: How many fit.
        address: The same list as a page, path and query.
        next_url: Where the cables beyond the bound are, path and query; empty where nowhere.
        notices: Sentences on what could not be done as asked.
        excerpts: What a search found, for a batch of cables.
    """
    following = absolute(next_url) if next_url else ""
    known = {
        "version": VERSION,
        "url": absolute(address),
        "total": total,
        "limit": MOST,
        "notices": list(notices),
    }
    return respond(
        pieces(cables, known, following, excerpts),
        content_type="application/json",
        total=total,
        address=absolute(address),
        notices=notices,
        next_url=following,
    )


def pieces(
    cables: Iterable[Cable], known: Json, next_url: str, excerpts: ExcerptsOf | None
) -> Iterator[str]:
    """Yield the object's text: what is known first, a line for each cable, what came of it."""
    yield f'{written(known)[:-1]},"cables":['
    returned = 0
    for batch in batches(cables):
        found = excerpts(batch) if excerpts else {}
        for cable in batch:
            facts = row(cable, found.get(cable.reference_id, ()) if excerpts else None)
            yield f"{',' if returned else ''}\n{written(facts)}"
            returned += 1
    end = {
        "returned": returned,
        "complete": returned >= known["total"],
        "next_url": next_url or None,
    }
    yield f"\n],{written(end)[1:]}\n"


def written(value: Json) -> str:
    """Write an object in one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
