"""Finding people by a name that may be misspelt: Kadafi finds Qadhafi, Jorgensen finds Jørgensen.

Accents, case, hyphens and the Arabic article are folded away when people are stored. What is left
are letters that differ, anywhere in the word: an index by first letters would miss Gaddafi for
Qadhafi, and SQLite has no trigrams. But surnames repeat, and half a million people have some
hundred thousand of them, few enough to compare each with what was typed: rapidfuzz does so in a
few hundredths of a second. Beside them count the surnames that sound alike, which settling has
stored. Only people with such a surname are then fetched, a bounded number, those whom most cables
name first, and ordered by how near the whole name is.
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
"""Characters of a question that are looked at."""
MOST_WORDS: Final = 4
MIN_SIMILARITY: Final = 75.0
"""How alike two words must be, of 100: one letter of four may differ, and three of ten."""
SHORT_WORD: Final = 3
"""Words of so many letters must be spelt right: everything of three letters is near everything."""
MOST_NAMES: Final = 80
"""Surnames, and given names, for one word of the question."""
MOST_CANDIDATES: Final = 300
MOST_RESULTS: Final = 100
PREFIX_SCORE: Final = 92.0
"""What a beginning is worth against the whole word: `Lavr` for Lavrov."""
SOUND_SCORE: Final = 88.0
"""What a name that sounds alike is worth."""
MIN_CONSONANTS: Final = 3
"""Consonants that a sound must have: with two it is alike for too many names."""


def search_people(query: str, counts: PeopleCounts) -> list[Person]:
    """Find people by name, the nearest first, among equals those whom most cables name.

    Args:
        query: As typed; given name and surname in any order, either may be missing.
        counts: Of the room as it is now: they hold all surnames and given names.
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
    ranked = [(_name_similarity(words, one), one) for one in people]
    ranked.sort(key=lambda pair: (-pair[0], -pair[1].cable_count, pair[1].slug))
    return [one for score, one in ranked if score >= MIN_SIMILARITY][:MOST_RESULTS]


def _query_words(query: str) -> list[str]:
    """Return the folded words of a question, the Arabic article left out."""
    words = (
        fold_name(name_key(word, surname_only=True).surname)
        for word in query[:LONGEST_QUERY].split()
    )
    return list(dict.fromkeys(word for word in words if word))[:MOST_WORDS]


def _surname_conditions(words: Sequence[str], counts: PeopleCounts) -> Iterator[Q]:
    """Yield conditions that find surnames which begin with a word, sound or are spelt like it."""
    for word in words:
        yield Q(**prefix_condition(word))
    near = _similar_names(words, counts.surnames)
    yield Q(surname__in=[*near, *_names_with_similar_word(words, counts.surnames_by_word)])
    yield Q(sound__in=[one for word in words if len(one := phonetic_key(word)) >= MIN_CONSONANTS])


def _given_name_conditions(words: Sequence[str], counts: PeopleCounts) -> Iterator[Q]:
    """Yield conditions that find given names with such a beginning, or a word spelt like one."""
    for word in words:
        yield Q(**prefix_condition(word, "given"))
    yield Q(given__in=_names_with_similar_word(words, counts.given_names_by_word))


def _names_with_similar_word(words: Sequence[str], names: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the names of several words of which one is spelt much like a word, up to a bound."""
    near = _similar_names([word for word in words if len(word) > SHORT_WORD], tuple(names))
    return [name for word in near for name in names[word]][:MOST_CANDIDATES]


def _similar_names(words: Iterable[str], names: Sequence[str]) -> list[str]:
    """Return the names that are spelt much like one of the words."""
    found: dict[str, None] = {}
    for word in words:
        cutoff = MIN_SIMILARITY if len(word) > SHORT_WORD else 100.0
        alike = process.extract(
            word, names, scorer=fuzz.ratio, score_cutoff=cutoff, limit=MOST_NAMES
        )
        found |= dict.fromkeys(name for name, _, _ in alike)
    return list(found)


def _most_named_keys(condition: Q) -> list[int]:
    """Return primary keys of people, those whom most cables name first, up to a bound.

    The keys alone: an index holds them beside the names and counts, and no long row is sorted.
    """
    people = Person.objects.filter(condition).order_by("-cable_count", "pk")
    return list(people.values_list("pk", flat=True)[:MOST_CANDIDATES])


def _name_similarity(words: Sequence[str], person: Person) -> float:
    """Return how near a person's names are to all the words together, of 100."""
    theirs = {*person.search_key.split(), person.surname}
    nearest = (max((_word_similarity(word, one) for one in theirs), default=0.0) for word in words)
    return sum(nearest) / len(words)


def _word_similarity(word: str, name: str) -> float:
    """Return how near one word is to one name, of 100."""
    if name.startswith(word):
        return 100.0 if name == word else PREFIX_SCORE
    alike = len(word) > SHORT_WORD and phonetic_key(word) == phonetic_key(name)
    return max(fuzz.ratio(word, name), SOUND_SCORE if alike else 0.0)
