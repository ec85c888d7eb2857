"""Whom a cable names, as columns: mentions to be shown, and names that it asks to protect."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from cables.names import NameKey, name_key
from cables.text import ParsedCable
from cables.text.people import FoundPerson, find_people
from cables.text.protection import marked_full_names

LONGEST: Final = {"printed": 200, "title": 400, "rule": 40, "name": 200}
"""What the columns hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The persons of one cable as rows to be."""

    mentions: tuple[dict[str, Any], ...] = ()
    """Each with the `paragraph` position, 0 outside of all, and offsets in the body."""
    protected: tuple[dict[str, Any], ...] = ()
    """Each with `name`, `surname` and `given`."""


def people_columns(parsed: ParsedCable) -> People:
    """Return the mentions of a cable, and apart from them the names that it protects.

    A protected name has no mention in the cable that protects it, whatever else is decided later.
    """
    people = find_people(parsed)
    names = [one.name for one in people if one.protected and not one.surname_only]
    names += marked_full_names(parsed.body)
    protected = {key: name for name in reversed(names) if (key := name_key(name)).given}
    shown = [one for one in people if not one.protected and key_of(one) not in protected]
    return People(
        mentions=tuple(mention_columns(shown, parsed.body_start)),
        protected=tuple(protected_columns(protected)),
    )


def key_of(person: FoundPerson) -> NameKey:
    """Return what a person is compared by."""
    return name_key(person.name, surname_only=person.surname_only)


def mention_columns(people: Iterable[FoundPerson], shift: int) -> Iterator[dict[str, Any]]:
    """Yield the places where persons are named, in the order of the text."""
    placed = [(mention, person) for person in people for mention in person.mentions]
    for mention, person in sorted(placed, key=lambda pair: (pair[0].start, pair[0].end)):
        key = key_of(person)
        yield {
            "role": mention.role,
            "printed": mention.printed[: LONGEST["printed"]],
            "title": mention.title[: LONGEST["title"]],
            "rule": mention.rule[: LONGEST["rule"]],
            "start": max(mention.start - shift, 0),
            "end": max(mention.end - shift, 0),
            "name": person.name[: LONGEST["name"]],
            "surname": key.surname,
            "given": key.given,
            "paragraph": mention.paragraph,
        }


def protected_columns(protected: dict[NameKey, str]) -> Iterator[dict[str, Any]]:
    """Yield the names that are protected, in alphabetical order."""
    for key, name in sorted(protected.items()):
        yield {"name": name[: LONGEST["name"]], "surname": key.surname, "given": key.given}
