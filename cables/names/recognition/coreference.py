"""Coreference: which names in one cable mean the same person."""

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
MAX_SIMILAR: Final = 24
"""Persons with similar names that are compared, the latest ones, so that time stays linear."""
FAR: Final = 600
"""Characters after a name from which a surname alone rather means a president of that name."""


class NameCluster:
    """The names, titles and places of one person."""

    __slots__ = ("keys", "number", "positions", "titles")

    def __init__(self, number: int) -> None:
        self.number = number
        self.keys: list[WordKey] = []
        self.titles: dict[str, None] = {}
        self.positions: list[int] = []

    def add_name(self, key: WordKey, title: str) -> None:
        """Record a name, and the title beside it."""
        if key not in self.keys:
            self.keys.append(key)
        if title:
            self.titles[title] = None

    def has_name(self, key: WordKey) -> bool:
        """Return whether a full name is this person's and does not contradict the fullest so far.

        Two people who share both surnames stay apart even if one is named by the surnames alone.
        """
        if not any(is_same_person(key, known) for known in self.keys):
            return False
        fullest = max(self.keys, key=lambda known: len(core_words(known)))
        return len(core_words(key)) < len(core_words(fullest)) or is_same_person(key, fullest)

    def add_position(self, start: int) -> None:
        """Record an offset at which the person is named."""
        insort(self.positions, start)

    def last_position_before(self, start: int) -> int:
        """Return the last position before an offset; -1 if there is none."""
        index = bisect_right(self.positions, start)
        return self.positions[index - 1] if index else -1

    @property
    def has_highest_office(self) -> bool:
        return any(map(is_highest_office, self.titles))

    @property
    def first_position(self) -> int:
        return self.positions[0] if self.positions else 0

    @property
    def surname_only(self) -> bool:
        """True if only a surname is known."""
        return all(
            len(core_words(key)) <= 1 and len(key) - len(_particles(key)) <= 1 for key in self.keys
        )


def _particles(key: WordKey) -> tuple[str, ...]:
    return tuple(word for word in key if word in PARTICLES and not KNOWN_WORDS.get(word, 0) & GIVEN)


class ClusterIndex:
    """The persons of one cable, indexed by their names and parts of them."""

    def __init__(self, families: frozenset[str] = frozenset()) -> None:
        self.clusters: list[NameCluster] = []
        self._families = families
        self._by_word: dict[str, list[NameCluster]] = {}
        self._by_alias: dict[WordKey, list[NameCluster]] = {}
        self._misspellings: dict[str, list[str]] = {}

    def add_full_name(self, key: WordKey, title: str) -> NameCluster:
        """Return the person with a full name, or a new one."""
        clusters = self._by_alias.get(key)
        if clusters and key in clusters[0].keys:
            return self._keep(clusters[0], key, title)
        similar = (cluster for cluster in self._similar(key) if cluster.has_name(key))
        return self._keep(next(similar, None) or self._new(), key, title)

    def add_surname(self, key: WordKey, title: str, start: int) -> NameCluster:
        """Return the person with a surname whose titles allow it, or a new one."""
        clusters = self._with_alias(key, title, start)
        if not clusters and key[-1:] != key:
            clusters = self._with_alias(key[-1:], title, start)
        if not clusters and (similar := self.nearest_spelling(key[-1])):
            clusters = self._with_alias(similar, title, start)
        if is_highest_office(title):
            clusters = [cluster for cluster in clusters if cluster.has_highest_office] or clusters
        return self._keep(self._nearest(clusters, start) if clusters else self._new(), key, title)

    def find_repeated(self, key: WordKey, start: int) -> NameCluster | None:
        """Return the person with a name or part of it, the one named last before the offset."""
        clusters = self._by_alias.get(key)
        return self._nearest(clusters, start) if clusters else None

    def find_misspelled(self, key: WordKey, start: int) -> NameCluster | None:
        """Return the person whose surname this is, except for a letter."""
        similar = self.nearest_spelling(key[-1])
        return self._nearest(self._by_alias[similar], start) if similar else None

    def nearest_spelling(self, word: str) -> WordKey | None:
        """Return a surname of the cable that a word misspells by one letter."""
        for shorter in deletion_variants(word):
            for surname in self._misspellings.get(shorter, ()):
                if surname != word and is_near_spelling(surname, word):
                    return (surname,)
        return None

    def _with_alias(self, key: WordKey, title: str, start: int) -> list[NameCluster]:
        return [
            cluster
            for cluster in self._by_alias.get(key, ())
            if self._may_have_title(cluster, title, start)
        ]

    def _may_have_title(self, cluster: NameCluster, title: str, start: int) -> bool:
        """Return whether a surname with a title may mean a person.

        `President Chirac` is not Bernadette Chirac, untitled below, in a cable on `the Chiracs`.
        """
        if titles_conflict(cluster.titles, title, surname_only=cluster.surname_only):
            return False
        family = not cluster.titles and core_words(cluster.keys[0])[-1] in self._families
        return not (family and is_highest_office(title) and start < cluster.first_position)

    def _nearest(self, clusters: Sequence[NameCluster], start: int) -> NameCluster:
        """Return the person named last before an offset, else the one named first after it.

        If that one is far away, a namesake with one of the highest offices is meant.
        """
        nearest = max(
            clusters,
            key=lambda cluster: (cluster.last_position_before(start), -cluster.first_position),
        )
        close = start - nearest.last_position_before(start) < FAR
        if close or nearest.has_highest_office or nearest.surname_only:
            return nearest
        return next(
            (
                cluster
                for cluster in clusters
                if cluster.has_highest_office and cluster.last_position_before(start) >= 0
            ),
            nearest,
        )

    def _new(self) -> NameCluster:
        cluster = NameCluster(len(self.clusters))
        self.clusters.append(cluster)
        return cluster

    def _similar(self, key: WordKey) -> Iterator[NameCluster]:
        seen: set[int] = set()
        for word in _distinctive_words(key):
            for shorter in deletion_variants(word):
                for cluster in self._by_word.get(shorter, ())[-MAX_SIMILAR:]:
                    if cluster.number not in seen:
                        seen.add(cluster.number)
                        yield cluster

    def _keep(self, cluster: NameCluster, key: WordKey, title: str) -> NameCluster:
        if key not in cluster.keys:
            for word in _distinctive_words(key):
                for shorter in deletion_variants(word):
                    _add_to_index(self._by_word, shorter, cluster)
            for alias in _aliases(key):
                _add_to_index(self._by_alias, alias, cluster)
            surname = core_words(key)[-1]
            for shorter in deletion_variants(surname):
                if surname not in self._misspellings.setdefault(shorter, []):
                    self._misspellings[shorter].append(surname)
        cluster.add_name(key, title)
        return cluster


def _distinctive_words(key: WordKey) -> WordKey:
    """Return the words of which two names of one person share one: all but the first name."""
    words = core_words(key)
    return words[1:] or words


def _add_to_index(index: dict[K, list[NameCluster]], key: K, cluster: NameCluster) -> None:
    clusters = index.setdefault(key, [])
    if cluster not in clusters[-MAX_SIMILAR:]:
        clusters.append(cluster)


def _aliases(key: WordKey) -> Iterator[WordKey]:
    """Yield a name and the parts of it that a cable may use later."""
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
