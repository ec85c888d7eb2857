"""A list as JSON: an object whose member `cables` goes out row by row.

What is only known at the end, how many there were, stands at the end. /schema/ documents it.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.http import StreamingHttpResponse

from cables.exports.bounds import MOST, VERSION, batches, respond
from cables.exports.rows import ExcerptsOf, absolute, row
from cables.models import Cable


def as_json(
    cables: Iterable[Cable],
    *,
    total: int,
    address: str,
    next_url: str = "",
    excerpts: ExcerptsOf | None = None,
) -> StreamingHttpResponse:
    """Return a list of cables as JSON.

    Args:
        cables: In order, best a queryset `for_lists()`; those beyond the bound are left out.
        total: How many fit.
        address: The same list as a page, path and query.
        next_url: Where the cables beyond the bound are, path and query; empty where nowhere.
        excerpts: What a search found, for a batch of cables.
    """
    following = absolute(next_url) if next_url else ""
    return respond(
        pieces(cables, total, address, following, excerpts),
        content_type="application/json",
        total=total,
        address=absolute(address),
        next_url=following,
    )


def pieces(
    cables: Iterable[Cable],
    total: int,
    address: str,
    next_url: str,
    excerpts: ExcerptsOf | None,
) -> Iterator[str]:
    """Yield the object's text: what is known first, a line for each cable, what came of it."""
    known = {"version": VERSION, "url": absolute(address), "total": total, "limit": MOST}
    yield f'{written(known)[:-1]},"cables":['
    returned = 0
    for batch in batches(cables):
        found = excerpts(batch) if excerpts else {}
        for cable in batch:
            facts = row(cable, found.get(cable.reference_id, ()) if excerpts else None)
            yield f"{',' if returned else ''}\n{written(facts)}"
            returned += 1
    end = {"returned": returned, "complete": returned >= total, "next_url": next_url or None}
    yield f"\n],{written(end)[1:]}\n"


def written(value: dict[str, Any]) -> str:
    """Write an object in one line, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
