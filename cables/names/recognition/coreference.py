"""From finds to persons: which names of one cable are one person's."""

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from cables.names.recognition.name_keys import Key, core, deletes, is_near, same
from cables.names.recognition.title_conflicts import conflict, is_highest
from cables.names.recognition.word_kinds import GIVEN, KNOWN, PARTICLES

K = TypeVar("K", str, Key)
MOST_ALIKE: Final = 24
"""So many persons of a like name are compared, the latest, so that time stays linear."""
FAR: Final = 600
"""Characters behind a name from which on a surname alone is rather a president's of that name."""


class Somebody:
    """A person while names are being gathered."""

    __slots__ = ("keys", "number", "seen", "titles")

    def __init__(self, number: int) -> None:
        self.number = number
        self.keys: list[Key] = []
        self.titles: dict[str, None] = {}
        self.seen: list[int] = []

    def add(self, key: Key, title: str) -> None:
        """Keep a name, and the title beside it once."""
        if key not in self.keys:
            self.keys.append(key)
        if title:
            self.titles[title] = None

    def bears(self, key: Key) -> bool:
        """Tell whether a full name is the person's; the fullest so far must not speak against it.

        Two who share their surnames stay apart, although a cable calls one by the surnames alone.
        """
        if not any(same(key, known) for known in self.keys):
            return False
        fullest = max(self.keys, key=lambda known: len(core(known)))
        return len(core(key)) < len(core(fullest)) or same(key, fullest)

    def see(self, start: int) -> None:
        """Keep a place that names the person."""
        insort(self.seen, start)

    def last_before(self, start: int) -> int:
        """Return the last place before an offset that names the person; -1 where none does."""
        at = bisect_right(self.seen, start)
        return self.seen[at - 1] if at else -1

    @property
    def leads(self) -> bool:
        """Tell whether the person has one of the highest offices."""
        return any(map(is_highest, self.titles))

    @property
    def first(self) -> int:
        """Return the first place that names the person."""
        return self.seen[0] if self.seen else 0

    @property
    def surname_only(self) -> bool:
        """Tell whether no more than a surname is known."""
        return all(len(core(key)) < 2 and len(key) - len(particles(key)) < 2 for key in self.keys)  # noqa: PLR2004


def particles(key: Key) -> tuple[str, ...]:
    """Return the particles of a name."""
    return tuple(word for word in key if word in PARTICLES and not KNOWN.get(word, 0) & GIVEN)


class Gathering:
    """The persons of one cable, found again by any of their names."""

    def __init__(self, families: frozenset[str] = frozenset()) -> None:
        self.people: list[Somebody] = []
        self._families = families
        self._by_word: dict[str, list[Somebody]] = {}
        self._by_alias: dict[Key, list[Somebody]] = {}
        self._slips: dict[str, list[str]] = {}

    def full(self, key: Key, title: str) -> Somebody:
        """Return the person of a full name, a new one where none is like it."""
        found = self._by_alias.get(key)
        one = found[0] if found and key in found[0].keys else None
        if one is None:
            one = next((one for one in self._alike(key) if one.bears(key)), None)
        return self._keep(one or self._new(), key, title)

    def alone(self, key: Key, title: str, start: int) -> Somebody:
        """Return the person of a surname, a new one where none has it, or another office."""
        found = [one for one in self._by_alias.get(key, ()) if self._may_be(one, title, start)]
        if not found and key[-1:] != key:
            found = [
                one for one in self._by_alias.get(key[-1:], ()) if self._may_be(one, title, start)
            ]
        if not found and (near := self.near(key[-1])):
            found = [one for one in self._by_alias[near] if self._may_be(one, title, start)]
        if is_highest(title):
            found = [one for one in found if one.leads] or found
        one = self._nearest(found, start) if found else self._new()
        return self._keep(one, key, title)

    def again(self, key: Key, start: int) -> Somebody | None:
        """Return the person whose name, or part of it, this is; the one named last before it."""
        found = self._by_alias.get(key)
        return self._nearest(found, start) if found else None

    def slip(self, key: Key, start: int) -> Somebody | None:
        """Return the person whose surname this is but for a letter."""
        near = self.near(key[-1])
        return self._nearest(self._by_alias[near], start) if near else None

    def near(self, word: str) -> Key | None:
        """Return a surname of the cable that a word misspells by one letter."""
        for shorter in deletes(word):
            for surname in self._slips.get(shorter, ()):
                if surname != word and is_near(surname, word):
                    return (surname,)
        return None

    def _may_be(self, one: Somebody, title: str, start: int) -> bool:
        """Tell whether somebody may be called by a surname and a title.

        `President Chirac` is not Bernadette Chirac, untitled below, of a cable on `the Chiracs`.
        """
        if conflict(one.titles, title, surname_only=one.surname_only):
            return False
        family = not one.titles and core(one.keys[0])[-1] in self._families
        return not (family and is_highest(title) and start < one.first)

    def _nearest(self, found: Sequence[Somebody], start: int) -> Somebody:
        """Return the person named last before a place, else the one named first behind it.

        A namesake with one of the highest offices is meant where the other is far off.
        """
        nearest = max(found, key=lambda one: (one.last_before(start), -one.first))
        close = start - nearest.last_before(start) < FAR
        if close or nearest.leads or nearest.surname_only:
            return nearest
        return next((one for one in found if one.leads and one.last_before(start) >= 0), nearest)

    def _new(self) -> Somebody:
        one = Somebody(len(self.people))
        self.people.append(one)
        return one

    def _alike(self, key: Key) -> Iterator[Somebody]:
        seen: set[int] = set()
        for word in telling(key):
            for shorter in deletes(word):
                for one in self._by_word.get(shorter, ())[-MOST_ALIKE:]:
                    if one.number not in seen:
                        seen.add(one.number)
                        yield one

    def _keep(self, one: Somebody, key: Key, title: str) -> Somebody:
        if key not in one.keys:
            for word in telling(key):
                for shorter in deletes(word):
                    enter(self._by_word, shorter, one)
            for alias in aliases(key):
                enter(self._by_alias, alias, one)
            surname = core(key)[-1]
            for shorter in deletes(surname):
                if surname not in self._slips.setdefault(shorter, []):
                    self._slips[shorter].append(surname)
        one.add(key, title)
        return one


def telling(key: Key) -> Key:
    """Return the words of which two names of one person share one: all but the first name."""
    words = core(key)
    return words[1:] or words


def enter(index: dict[K, list[Somebody]], key: K, one: Somebody) -> None:
    """Enter a person in an index once."""
    people = index.setdefault(key, [])
    if one not in people[-MOST_ALIKE:]:
        people.append(one)


def aliases(key: Key) -> Iterator[Key]:
    """Yield a name and the parts of it by which a cable may call somebody again."""
    yield key
    words = core(key)
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
