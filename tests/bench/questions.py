"""The URLs that are timed: cables, lists, searches and the page of a person many cables name."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote_plus

from tests.bench.chance import chance
from tests.bench.prose import FAMOUS_SLUG
from tests.bench.telegrams import SyntheticCable
from tests.bench.vocabulary import PLAIN, names

LISTS: Final = (
    *(f"/cables/?sort={sort}" for sort in ("newest", "oldest", "loaded")),
    "/cables/?classification=secret",
    "/cables/?tag=PREL&created_after=2007",
    "/cables/?origin=embassy-moscow&sort=oldest",
)
STOP_WORDS: Final = 40
"""The most frequent words of `PLAIN`, too common to search for alone."""


def urls_by_kind(cables: Sequence[SyntheticCable], count: int, seed: int) -> dict[str, list[str]]:
    """Return URLs by kind, `count` of each.

    Args:
        cables: Some of the loaded cables.
        count: How many cables, and how many searches of each kind.
        seed: The same seed gives the same URLs.
    """
    rng = chance(seed, "questions")
    by_length = sorted(cables, key=lambda cable: len(cable.text))
    searches: dict[str, list[str]] = {
        "search, frequent word": rng.sample(PLAIN[STOP_WORDS:200], count),
        "search, rare word": rng.sample(names(), count),
        "search, two words": [" ".join(rng.sample(PLAIN[STOP_WORDS:], 2)) for _ in range(count)],
        "search, phrase": [f'"{phrase(rng.choice(cables).body)}"' for _ in range(count)],
        "search, beginning": [f"{word[:4]}*" for word in rng.sample(PLAIN[STOP_WORDS:], count)],
        "search, field": [f"subject:{word}" for word in rng.sample(PLAIN[STOP_WORDS:], count)],
    }
    every = max(len(by_length) // count, 1)
    return {
        "cable page": [f"/cable/{cable.reference_id}/" for cable in by_length[::every][:count]],
        "list page": list(LISTS),
        "person page": [f"/person/{FAMOUS_SLUG}/"],
        **{kind: [search_url(text) for text in texts] for kind, texts in searches.items()},
        "search, with a filter": [
            search_url(word) + "&classification=confidential"
            for word in rng.sample(PLAIN[STOP_WORDS:], count)
        ],
    }


def search_url(text: str) -> str:
    """Return the URL of a search."""
    return f"/cables/?q={quote_plus(text)}"


def phrase(body: str) -> str:
    """Return three words from the longest line of a text that has only words."""
    lines = (line.split() for line in body.splitlines())
    plain = [words for words in lines if len(words) > 3 and all(word.isalpha() for word in words)]
    return " ".join(max(plain, key=len, default=["the", "foreign", "ministry"])[:3])
