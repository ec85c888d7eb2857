"""Questions of every kind, drawn from the words of a room, and filters drawn from its values.

`python -m tests.bench.searching_questions COUNT SEED`, run by `searching` in the room. Each
question is another one, so that no page is answered from what an earlier one left behind.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from itertools import islice
from random import Random
from typing import Any, Final
from urllib.parse import unquote_plus, urlencode

import django

from tests.bench.chance import chance

STOP_WORDS: Final = (
    *("the", "of", "to", "and", "in", "that", "a", "for"),
    *("on", "is", "with", "by", "as", "was", "be", "at", "it", "his", "not", "he", "from", "has"),
    *("would", "said", "this", "its", "an", "have", "had", "are", "were", "but", "which", "they"),
    *("their", "been", "who", "or", "will", "also", "about", "some", "there", "than", "other"),
)
"""Roughly by frequency, the most frequent first."""
MOST_COMMON: Final = 20
"""Stop words that are searched for alone."""
COMMON: Final = 0.1
"""Share of the cables that hold a frequent word, at least."""
RAREST: Final = 2000
"""Words that are rare: those that fewest cables hold."""
TEXTS: Final = 400
"""Cables from whose running text words and phrases are taken."""
MOST_FREQUENT: Final = 60
"""Origins and tags that filter: those with the most cables."""
PATIENCE: Final = 20
"""Draws for a question that is not there yet."""
LINE: Final = re.compile(r"[A-Za-z]{2,}(?: [A-Za-z]{2,}){3,}")
"""Four words in a line, or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question."""

    text: str
    """As a reader types it."""
    match: str = ""
    """The same for FTS5; empty where it has no such question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What questions are drawn from."""

    rare: tuple[str, ...]
    common: tuple[str, ...]
    lines: tuple[str, ...]
    """Of running text, words with a blank between."""
    filters: dict[str, dict[str, int]]
    """By what they filter, query strings, each with how many cables it leaves."""

    def word(self, rng: Random) -> str:
        """Draw a word as often as texts have it, stop words left out."""
        words = [one for one in rng.choice(self.lines).split() if one.lower() not in STOP_WORDS]
        return rng.choice(words) if words else self.word(rng)

    def words(self, rng: Random, count: int) -> list[str]:
        """Draw several different words."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.word(rng).lower()] = None
        return list(found)


def rare_word(held: Lexicon, rng: Random) -> Question:
    return plain([rng.choice(held.rare)])


def frequent_word(held: Lexicon, rng: Random) -> Question:
    return plain([rng.choice(held.common)])


def stop_words(held: Lexicon, rng: Random) -> Question:
    return plain(rng.sample(STOP_WORDS[:MOST_COMMON], rng.choice((1, 2, 2, 3))))


def phrase(held: Lexicon, rng: Random) -> Question:
    """Draw two or three words of a line, as readers do: no stop word begins or ends them."""
    while True:
        words = some_of(rng.choice(held.lines), rng)
        if not {words[0].lower(), words[-1].lower()} & set(STOP_WORDS):
            return Question(text=quoted(" ".join(words)), match=quoted(" ".join(words)))


def phrase_of_any(held: Lexicon, rng: Random) -> Question:
    """Draw two or three words of a line wherever they stand, one a stop word at least."""
    while True:
        words = some_of(rng.choice(held.lines), rng)
        if {word.lower() for word in words} & set(STOP_WORDS):
            return Question(text=quoted(" ".join(words)), match=quoted(" ".join(words)))


def some_of(line: str, rng: Random) -> list[str]:
    """Draw words that stand beside each other."""
    words = line.split()
    length = rng.choice((2, 2, 3))
    at = rng.randrange(len(words) - length + 1)
    return words[at : at + length]


def two_words(held: Lexicon, rng: Random) -> Question:
    return plain(held.words(rng, 2))


def three_words(held: Lexicon, rng: Random) -> Question:
    return plain(held.words(rng, 3))


def either_word(held: Lexicon, rng: Random) -> Question:
    words = held.words(rng, rng.choice((2, 3)))
    return Question(text=" OR ".join(words), match=" OR ".join(map(quoted, words)))


def prefix(held: Lexicon, rng: Random) -> Question:
    word = held.word(rng).lower()
    beginning = word[: rng.choice((3, 4, 5))].ljust(3, "a")
    return Question(text=f"{beginning}*", match=f"{quoted(beginning)} *")


def exclusion(held: Lexicon, rng: Random) -> Question:
    wanted, unwanted = held.words(rng, 2)
    return Question(text=f"{wanted} -{unwanted}", match=f"{quoted(wanted)} NOT {quoted(unwanted)}")


def field(held: Lexicon, rng: Random) -> Question:
    word = held.word(rng).lower()
    tag, level = rng.choice(list(held.filters["tag"])), rng.choice(("secret", "confidential"))
    code = unquote_plus(tag.partition("=")[2])
    return Question(
        text=rng.choice((f"subject:{word}", f"tag:{code} {word}", f"class:{level} {word}"))
    )


def plain(words: list[str]) -> Question:
    """Return a question for words that must all occur."""
    return Question(text=" ".join(words), match=" AND ".join(map(quoted, words)))


def quoted(word: str) -> str:
    return f'"{word}"'


KINDS: Final[dict[str, Callable[[Lexicon, Random], Question]]] = {
    "a rare word": rare_word,
    "a frequent word": frequent_word,
    "stop words": stop_words,
    "a phrase": phrase,
    "a phrase with stop words": phrase_of_any,
    "two words": two_words,
    "three words": three_words,
    "words with OR": either_word,
    "a prefix": prefix,
    "a word and not another": exclusion,
    "words in a field": field,
}


def searched(text: str, filters: str = "") -> str:
    """Return the address of a question's page."""
    words = as_query(q=text)
    return f"/cables/?{words}&{filters}" if filters else f"/cables/?{words}"


def as_query(**values: str) -> str:
    """Return a query string."""
    return urlencode(values)


def draw(held: Lexicon, kind: str, count: int, seed: int) -> list[Question]:
    """Draw different questions of a kind; fewer where the room's words give no more."""
    rng = chance(seed, kind)
    drawn = (KINDS[kind](held, rng) for _ in range(count * PATIENCE))
    return list(islice(dict.fromkeys(drawn), count))


def lexicon(seed: int) -> Lexicon:
    """Read the room's words and values."""
    from cables.models import Cable  # noqa: PLC0415 - settings first

    cables = Cable.objects.count()
    frequencies = dict(index_words())
    words = {word: held for word, held in frequencies.items() if word.isalpha() and len(word) > 3}
    common = [one for one, held in words.items() if held >= COMMON * cables]
    return Lexicon(
        rare=tuple(sorted(words, key=lambda one: (words[one], one))[:RAREST]),
        common=tuple(one for one in common if one not in STOP_WORDS),
        lines=tuple(lines(chance(seed, "lines"))),
        filters=filters(chance(seed, "filters")),
    )


def index_words() -> Iterator[tuple[str, int]]:
    """Yield the words of the index that begin with a letter, each with how many cables hold it."""
    from cables.search import reader  # noqa: PLC0415

    searcher = reader.current_index().index.searcher()
    for letter in "abcdefghijklmnopqrstuvwxyz":
        yield from searcher.terms_with_prefix("words", letter, limit=400_000)


def lines(rng: Random) -> Iterator[str]:
    """Yield stretches of running text from cables all over the room."""
    from cables.models import Cable  # noqa: PLC0415

    keys = list(Cable.objects.order_by().values_list("pk", flat=True))
    chosen = rng.sample(keys, min(TEXTS, len(keys)))
    for cable in Cable.objects.filter(pk__in=chosen).prefetch_related("paragraphs").order_by("pk"):
        for paragraph in cable.paragraphs.all():
            yield from LINE.findall(cable.body[paragraph.text_start : paragraph.end])


def filters(rng: Random) -> dict[str, dict[str, int]]:
    """Return query strings with their counts: origins, tags, classifications, stretches of time."""
    from cables.models import Cable, CableTag  # noqa: PLC0415

    return {
        "origin": most_frequent(Cable.objects, "origin__slug", "origin"),
        "tag": most_frequent(CableTag.objects, "tag__code", "tag"),
        "classification": most_frequent(Cable.objects, "classification", "classification"),
        "years": dict(stretch(rng) for _ in range(MOST_FREQUENT)),
    }


def most_frequent(rows: Any, column: str, name: str) -> dict[str, int]:
    """Return a filter's query strings for its values with the most cables."""
    from django.db.models import Count  # noqa: PLC0415

    counted = rows.order_by().values_list(column).annotate(n=Count("pk")).order_by("-n", column)
    return {as_query(**{name: value}): count for value, count in counted[:MOST_FREQUENT] if value}


def stretch(rng: Random) -> tuple[str, int]:
    """Return the query string of some months in the years that most cables are of."""
    from cables.models import Cable  # noqa: PLC0415

    first, month, years = rng.randint(2003, 2009), rng.randint(1, 12), rng.choice((0, 1, 2))
    begin, end = (
        datetime(first, month, 1, tzinfo=UTC),
        datetime(first + years + 1, 1, 1, tzinfo=UTC),
    )
    query = as_query(created_after=f"{first}-{month:02}", created_before=f"{first + years}-12")
    return query, Cable.objects.filter(created__gte=begin, created__lt=end).count()


def main() -> None:
    """Read the command line, draw, and print the questions and filters as JSON."""
    count, seed = map(int, sys.argv[1:])
    django.setup()
    held = lexicon(seed)
    questions = {kind: [asdict(one) for one in draw(held, kind, count, seed)] for kind in KINDS}
    sys.stdout.write(json.dumps({"questions": questions, "filters": held.filters}))


if __name__ == "__main__":
    main()
