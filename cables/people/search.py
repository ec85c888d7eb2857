"""Search for people by a name that may be misspelled: Kadafi finds Qadhafi, Jorgensen Jørgensen.

Accents, case, hyphens and the Arabic article are folded when people are stored. The remaining
differences may be anywhere in the word: an index of first letters would miss Gaddafi for Qadhafi,
and SQLite has no trigrams. But half a million people share some hundred thousand surnames, few
enough to compare the query with each: rapidfuzz takes a few hundredths of a second. Surnames that
sound alike match too. Then a limited number of people with such surnames is fetched, those named in
most cables first, and ranked by the similarity of the whole name.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from django.db.models import Q
from rapidfuzz import fuzz, process

from cables.models import Person
from cables.names.comparison import fold_name, name_key
from cables.names.phonetics import phonetic_key
from cables.people.counts import PeopleCounts, prefix_condition

LONGEST_QUERY: Final = 80
"""In characters; the rest is ignored."""
MOST_WORDS: Final = 4
MIN_SIMILARITY: Final = 75.0
"""Similarity (of 100) of two words that match: one letter of four may differ, or three of ten."""
SHORT_WORD: Final = 3
"""Words up to this length must be spelled exactly: all three-letter words are similar."""
MOST_NAMES: Final = 80
"""Surnames, or given names, for one word of the query."""
MOST_CANDIDATES: Final = 300
MOST_RESULTS: Final = 100
PREFIX_SCORE: Final = 92.0
"""Score of a prefix: `Lavr` for Lavrov."""
SOUND_SCORE: Final = 88.0
"""Score of a name that sounds alike."""
MIN_CONSONANTS: Final = 3
"""Length of a phonetic key that can match; too many names share shorter ones."""


def search_people(query: str, counts: PeopleCounts) -> list[Person]:
    """Find people by name, most similar first, then those named in most cables.

    Args:
        query: As typed; given name and surname in any order, either may be missing.
        counts: Have all surnames and given names.
    """
    words = _query_words(query)
    if not words:
        return []
    surnames = list(
        dict.fromkeys([*words, name_key(query[:LONGEST_QUERY]).surname, "".join(words)])
    )
    keys = [
        key
        for condition in _surname_conditions(surnames, counts)
        for key in _most_named_keys(condition)
    ]
    if len(words) == 1 or not keys:
        keys += [
            key
            for condition in _given_name_conditions(words, counts)
            for key in _most_named_keys(condition)
        ]
    people = Person.objects.in_bulk(list(dict.fromkeys(keys))).values()
    ranked = [(_name_similarity(words, person), person) for person in people]
    ranked.sort(key=lambda pair: (-pair[0], -pair[1].cable_count, pair[1].slug))
    return [person for score, person in ranked if score >= MIN_SIMILARITY][:MOST_RESULTS]


def _query_words(query: str) -> list[str]:
    """Return the folded words of a query, without Arabic articles."""
    words = (
        fold_name(name_key(word, surname_only=True).surname)
        for word in query[:LONGEST_QUERY].split()
    )
    return list(dict.fromkeys(word for word in words if word))[:MOST_WORDS]


def _surname_conditions(words: Sequence[str], counts: PeopleCounts) -> Iterator[Q]:
    """Yield conditions for surnames that begin with a word, or are spelled or sound like it."""
    for word in words:
        yield Q(**prefix_condition(word))
    similar = _similar_names(words, counts.surnames)
    yield Q(surname__in=[*similar, *_names_with_similar_word(words, counts.surnames_by_word)])
    yield Q(sound__in=[key for word in words if len(key := phonetic_key(word)) >= MIN_CONSONANTS])


def _given_name_conditions(words: Sequence[str], counts: PeopleCounts) -> Iterator[Q]:
    """Yield conditions for given names that begin with a word, or have one spelled like it."""
    for word in words:
        yield Q(**prefix_condition(word, "given"))
    yield Q(given__in=_names_with_similar_word(words, counts.given_names_by_word))


def _names_with_similar_word(words: Sequence[str], names: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the names of several words of which one is similar to a word of the query."""
    similar = _similar_names([word for word in words if len(word) > SHORT_WORD], tuple(names))
    return [name for word in similar for name in names[word]][:MOST_CANDIDATES]


def _similar_names(words: Iterable[str], names: Sequence[str]) -> list[str]:
    """Return the names with a spelling similar to one of the words."""
    similar: dict[str, None] = {}
    for word in words:
        cutoff = MIN_SIMILARITY if len(word) > SHORT_WORD else 100.0
        matches = process.extract(
            word, names, scorer=fuzz.ratio, score_cutoff=cutoff, limit=MOST_NAMES
        )
        similar |= dict.fromkeys(name for name, _, _ in matches)
    return list(similar)


def _most_named_keys(condition: Q) -> list[int]:
    """Return primary keys of the people named in most cables.

    Only keys: an index has them with names and counts, so that no long rows are sorted.
    """
    people = Person.objects.filter(condition).order_by("-cable_count", "pk")
    return list(people.values_list("pk", flat=True)[:MOST_CANDIDATES])


def _name_similarity(words: Sequence[str], person: Person) -> float:
    """Return the similarity (of 100) of a person's names to all the words."""
    names = {*person.search_key.split(), person.surname}
    scores = (max((_word_similarity(word, name) for name in names), default=0.0) for word in words)
    return sum(scores) / len(words)


def _word_similarity(word: str, name: str) -> float:
    """Return the similarity (of 100) of a word to a name."""
    if name.startswith(word):
        return 100.0 if name == word else PREFIX_SCORE
    sounds_alike = len(word) > SHORT_WORD and phonetic_key(word) == phonetic_key(name)
    return max(fuzz.ratio(word, name), SOUND_SCORE if sounds_alike else 0.0)
