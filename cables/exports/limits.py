"""How much of a list one response contains, and the headers that say so."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import islice
from typing import Final

from django.db.models import QuerySet, prefetch_related_objects
from django.http import StreamingHttpResponse

from cables.models import Cable
from cables.models.state import collection_state

MAX_CABLES: Final = 10_000
"""Cables in one response; to get more, query one year at a time."""
LIST_FORMAT_VERSION: Final = 1
"""The version of the list formats. Members may be added to a version, not removed or changed."""
BATCH_SIZE: Final = 500
"""Cables in memory at a time, however long the list is."""
ROW_FIELDS: Final = (
    *("reference_id", "title", "created", "created_exact", "released", "released_exact"),
    *("classification", "captions", "withheld"),
    *("origin__name", "origin__slug", "origin__country"),
)
"""The columns that a row needs."""


def batches(cables: Iterable[Cable]) -> Iterator[Sequence[Cable]]:
    """Yield up to MAX_CABLES cables with their tags, a batch at a time."""
    if isinstance(cables, QuerySet):  # a row's columns alone take a quarter of the time
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
) -> StreamingHttpResponse:
    """Return a streamed list, with headers for the total number of cables and the limit.

    The ETag depends on the query and the state of the collection: the body is created while it is
    sent, so it cannot be hashed.

    Args:
        content: The body, in pieces.
        content_type: With its character set.
        total: The number of matching cables, included or not.
        page_url: The absolute URL of the same list as a page.
        notices: The notices in the body.
    """
    response = StreamingHttpResponse(content, content_type=content_type)
    version = (
        LIST_FORMAT_VERSION,
        content_type,
        total,
        page_url,
        *notices,
        collection_state(),
    )
    response.headers["ETag"] = f'W/"{sha256(repr(version).encode()).hexdigest()[:32]}"'
    response.headers["Cables-Total"] = str(total)
    response.headers["Cables-Limit"] = str(MAX_CABLES)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
