"""The pages of browsing without words: every order and depth, with filters and without."""

from collections.abc import Iterator, Mapping
from random import Random
from typing import Final

PAGES: Final = (1, 10, 100, 500)
"""How deep: the first, further ones, and the last that the room offers."""
ON_A_PAGE: Final = 20
SORTS: Final = ("newest", "oldest", "loaded")


def plain_paths(page: int) -> Iterator[str]:
    """Yield the addresses of a page of all cables, in each order."""
    for sort in SORTS:
        yield f"/cables/?sort={sort}&page={page}"


def filtered_paths(
    page: int, filters: Mapping[str, Mapping[str, int]], count: int, rng: Random
) -> list[str]:
    """Return different addresses of a page that some filter leaves, in each order.

    On a first page every other one has two filters; a deep one needs all that one leaves.
    """
    deep = {
        kind: [query for query, cables in queries.items() if cables > (page - 1) * ON_A_PAGE]
        for kind, queries in filters.items()
    }
    kinds = [kind for kind, queries in deep.items() if queries]
    found: dict[str, None] = {}
    for _ in range(20 * count if kinds else 0):
        chosen = rng.sample(kinds, min(rng.choice((1, 2)) if page == 1 else 1, len(kinds)))
        filtered = "&".join(rng.choice(deep[kind]) for kind in chosen)
        found[f"/cables/?{filtered}&sort={rng.choice(SORTS)}&page={page}"] = None
    return list(found)[:count]
