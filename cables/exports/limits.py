"""How much of a list goes out at once, and how an answer says that there is more."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from typing import Final

from django.db.models import QuerySet, prefetch_related_objects
from django.http import StreamingHttpResponse

from cables.models import Cable
from cables.models.state import collection_state

MAX_CABLES: Final = 10_000
"""Cables in one answer; whoever wants all of them asks year by year."""
LIST_FORMAT_VERSION: Final = 1
"""Of the lists' forms; to a version things may be added, never taken away or changed."""
BATCH_SIZE: Final = 500
"""Cables in memory at a time: what is held does not grow with the list."""
ROW_FIELDS: Final = (
    *("reference_id", "title", "created", "created_exact", "released", "released_exact"),
    *("classification", "captions", "withheld"),
    *("origin__name", "origin__slug", "origin__country"),
)
"""What a row is made from."""


def batches(cables: Iterable[Cable]) -> Iterator[Sequence[Cable]]:
    """Yield the cables up to the bound, a batch at a time, each with its tags."""
    if isinstance(cables, QuerySet):  # a row's columns alone: a quarter of the time of all
        cables = cables.only(*ROW_FIELDS)[:MAX_CABLES].iterator(chunk_size=BATCH_SIZE)
    bounded = islice(cables, MAX_CABLES)
    while batch := list(islice(bounded, BATCH_SIZE)):
        prefetch_related_objects(batch, "cable_tags__tag")
        yield batch


def list_response(
    content: Iterable[str],
    *,
    content_type: str,
    total: int,
    page_url: str,
    notices: Sequence[str],
    next_url: str = "",
) -> StreamingHttpResponse:
    """Return the answer, with headers that tell how many fit and how many it gives at most.

    Its ETag is that of the question and of the state of the room: an answer that goes out while it
    is made cannot be compared with another.

    Args:
        content: Pieces of the body.
        content_type: With its character set.
        total: Cables that fit the question, given here or not.
        page_url: The same list as a page, absolute.
        notices: What the body says beside the cables.
        next_url: Where the next ones are, absolute; empty where there is no such address.
    """
    response = StreamingHttpResponse(content, content_type=content_type)
    made_of = (
        LIST_FORMAT_VERSION,
        content_type,
        total,
        page_url,
        *notices,
        next_url,
        collection_state(),
    )
    response.headers["ETag"] = f'W/"{sha256(repr(made_of).encode()).hexdigest()[:32]}"'
    response.headers["Cables-Total"] = str(total)
    response.headers["Cables-Limit"] = str(MAX_CABLES)
    response.headers["X-Robots-Tag"] = "noindex"
    if next_url:
        response.headers["Link"] = f'<{next_url}>; rel="next"'
    return response
