"""From finds to persons: which names of one cable are one person's."""

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from cables.names.recognition.name_forms import (
    WordKey,
    core_words,
    deletion_variants,
    is_near_spelling,
    is_same_person,
)
from cables.names.recognition.titles import is_highest_office, titles_conflict
from cables.names.recognition.word_kinds import GIVEN, KNOWN_WORDS, PARTICLES

K = TypeVar("K", str, WordKey)
MOST_ALIKE: Final = 24
"""So many persons of a like name are compared, the latest, so that time stays linear."""
FAR: Final = 600
"""Characters behind a name from which on a surname alone is rather a president's of that name."""


class NameCluster:
    """A person while names are being gathered."""

    __slots__ = ("keys", "number", "positions", "titles")

    def __init__(self, number: int) -> None:
        self.number = number
        self.keys: list[WordKey] = []
        self.titles: dict[str, None] = {}
        self.positions: list[int] = []

    def add_name(self, key: WordKey, title: str) -> None:
        """Keep a name, and the title beside it once."""
        if key not in self.keys:
            self.keys.append(key)
        if title:
            self.titles[title] = None

    def has_name(self, key: WordKey) -> bool:
        """Tell whether a full name is the person's; the fullest so far must not speak against it.

        Two who share their surnames stay apart, although a cable calls one by the surnames alone.
        """
        if not any(is_same_person(key, known) for known in self.keys):
            return False
        fullest = max(self.keys, key=lambda known: len(core_words(known)))
        return len(core_words(key)) < len(core_words(fullest)) or is_same_person(key, fullest)

    def add_position(self, start: int) -> None:
        """Keep a place that names the person."""
        insort(self.positions, start)

    def last_position_before(self, start: int) -> int:
        """Return the last place before an offset that names the person; -1 where none does."""
        at = bisect_right(self.positions, start)
        return self.positions[at - 1] if at else -1

    @property
    def has_highest_office(self) -> bool:
        """Tell whether the person has one of the highest offices."""
        return any(map(is_highest_office, self.titles))

    @property
    def first_position(self) -> int:
        """Return the first place that names the person."""
        return self.positions[0] if self.positions else 0

    @property
    def surname_only(self) -> bool:
        """Tell whether no more than a surname is known."""
        return all(
            len(core_words(key)) <= 1 and len(key) - len(_particles(key)) <= 1 for key in self.keys
        )


def _particles(key: WordKey) -> tuple[str, ...]:
    """Return the particles of a name."""
    return tuple(word for word in key if word in PARTICLES and not KNOWN_WORDS.get(word, 0) & GIVEN)


class ClusterIndex:
    """The persons of one cable, found again by any of their names."""

    def __init__(self, families: frozenset[str] = frozenset()) -> None:
        self.clusters: list[NameCluster] = []
        self._families = families
        self._by_word: dict[str, list[NameCluster]] = {}
        self._by_alias: dict[WordKey, list[NameCluster]] = {}
        self._slips: dict[str, list[str]] = {}

    def add_full_name(self, key: WordKey, title: str) -> NameCluster:
        """Return the person of a full name, a new one where none is like it."""
        found = self._by_alias.get(key)
        one = found[0] if found and key in found[0].keys else None
        if one is None:
            one = next((one for one in self._alike(key) if one.has_name(key)), None)
        return self._keep(one or self._new(), key, title)

    def add_surname(self, key: WordKey, title: str, start: int) -> NameCluster:
        """Return the person of a surname, a new one where none has it, or another office."""
        found = [one for one in self._by_alias.get(key, ()) if self._may_be(one, title, start)]
        if not found and key[-1:] != key:
            found = [
                one for one in self._by_alias.get(key[-1:], ()) if self._may_be(one, title, start)
            ]
        if not found and (near := self.nearest_spelling(key[-1])):
            found = [one for one in self._by_alias[near] if self._may_be(one, title, start)]
        if is_highest_office(title):
            found = [one for one in found if one.has_highest_office] or found
        one = self._nearest(found, start) if found else self._new()
        return self._keep(one, key, title)

    def find_repeated(self, key: WordKey, start: int) -> NameCluster | None:
        """Return the person whose name, or part of it, this is; the one named last before it."""
        found = self._by_alias.get(key)
        return self._nearest(found, start) if found else None

    def find_misspelled(self, key: WordKey, start: int) -> NameCluster | None:
        """Return the person whose surname this is but for a letter."""
        near = self.nearest_spelling(key[-1])
        return self._nearest(self._by_alias[near], start) if near else None

    def nearest_spelling(self, word: str) -> WordKey | None:
        """Return a surname of the cable that a word misspells by one letter."""
        for shorter in deletion_variants(word):
            for surname in self._slips.get(shorter, ()):
                if surname != word and is_near_spelling(surname, word):
                    return (surname,)
        return None

    def _may_be(self, one: NameCluster, title: str, start: int) -> bool:
        """Tell whether somebody may be called by a surname and a title.

        `President Chirac` is not Bernadette Chirac, untitled below, of a cable on `the Chiracs`.
        """
        if titles_conflict(one.titles, title, surname_only=one.surname_only):
            return False
        family = not one.titles and core_words(one.keys[0])[-1] in self._families
        return not (family and is_highest_office(title) and start < one.first_position)

    def _nearest(self, found: Sequence[NameCluster], start: int) -> NameCluster:
        """Return the person named last before a place, else the one named first behind it.

        A namesake with one of the highest offices is meant where the other is far off.
        """
        nearest = max(found, key=lambda one: (one.last_position_before(start), -one.first_position))
        close = start - nearest.last_position_before(start) < FAR
        if close or nearest.has_highest_office or nearest.surname_only:
            return nearest
        return next(
            (
                one
                for one in found
                if one.has_highest_office and one.last_position_before(start) >= 0
            ),
            nearest,
        )

    def _new(self) -> NameCluster:
        one = NameCluster(len(self.clusters))
        self.clusters.append(one)
        return one

    def _alike(self, key: WordKey) -> Iterator[NameCluster]:
        seen: set[int] = set()
        for word in _distinctive_words(key):
            for shorter in deletion_variants(word):
                for one in self._by_word.get(shorter, ())[-MOST_ALIKE:]:
                    if one.number not in seen:
                        seen.add(one.number)
                        yield one

    def _keep(self, one: NameCluster, key: WordKey, title: str) -> NameCluster:
        if key not in one.keys:
            for word in _distinctive_words(key):
                for shorter in deletion_variants(word):
                    _add_to_index(self._by_word, shorter, one)
            for alias in _aliases(key):
                _add_to_index(self._by_alias, alias, one)
            surname = core_words(key)[-1]
            for shorter in deletion_variants(surname):
                if surname not in self._slips.setdefault(shorter, []):
                    self._slips[shorter].append(surname)
        one.add_name(key, title)
        return one


def _distinctive_words(key: WordKey) -> WordKey:
    """Return the words of which two names of one person share one: all but the first name."""
    words = core_words(key)
    return words[1:] or words


def _add_to_index(index: dict[K, list[NameCluster]], key: K, one: NameCluster) -> None:
    """Enter a person in an index once."""
    people = index.setdefault(key, [])
    if one not in people[-MOST_ALIKE:]:
        people.append(one)


def _aliases(key: WordKey) -> Iterator[WordKey]:
    """Yield a name and the parts of it by which a cable may call somebody again."""
    yield key
    words = core_words(key)
    if words != key:
        yield words
    if len(words) > 1:
        yield words[-1:]
        at = len(key) - 1 - key[::-1].index(words[-1])
        while at and key[at - 1] in PARTICLES:
            at -= 1
            yield key[at:]
        yield (words[0], words[-1])
        for word in words[:-1]:
            if len(word) > 2:  # noqa: PLR2004 - an initial, an article
                yield (word,)
    if len(words) > 2:  # noqa: PLR2004 - Marco Vinicio Ruiz, Vinicio Ruiz
        yield words[-2:]
        yield words[:2]
