"""The people named in a cable as rows: mentions, and names that it asks to protect."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from cables.names.comparison import NameKey, name_key
from cables.names.marked_names import certainly_protected_names
from cables.names.offices import is_public_office
from cables.names.protection import protected_names, withhold_names
from cables.names.recognition import FoundPerson, find_people
from cables.parser import ParsedCable

MAX_LENGTHS: Final = {"printed": 200, "title": 400, "rule": 40, "name": 200}
"""Lengths of the columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRows:
    """The people of one cable as rows."""

    mentions: tuple[dict[str, Any], ...] = ()
    """Each with the position of its `paragraph`, 0 outside paragraphs, and offsets in the body."""
    protected: tuple[dict[str, Any], ...] = ()
    """Each with `name`, `surname` and `given`."""


def people_rows(
    parsed: ParsedCable,
    *,
    body_start: int | None = None,
    candidates: Iterable[tuple[int, int]] = (),
) -> MentionRows:
    """Return the mentions of a cable, and separately the names that it protects.

    A protected name has no mention in the cable that protects it, whatever is resolved later.

    Args:
        parsed: The cable.
        body_start: Where its stored body begins, if an earlier parser version split it elsewhere.
        candidates: More spans that may be names; the rules of recognition judge them too.
    """
    shift = parsed.body_start if body_start is None else body_start
    people = find_people(parsed, candidates)
    touching = certainly_protected_names(parsed.body)
    keys = frozenset(map(name_key, touching))
    marked = [person for person in people if _touches_mark(person, keys)]
    names = [person.name for person in marked if not person.surname_only]
    protected = {key: name for name in (*touching, *names) if (key := name_key(name)).given}
    shown = [person for person in people if not (person in marked or _may_be_protected(person))]
    hidden = protected_names(parsed.body)
    return MentionRows(
        mentions=tuple(_mention_rows(shown, shift, hidden)),
        protected=tuple(_protected_name_rows(protected)),
    )


def _touches_mark(person: FoundPerson, touching: Collection[NameKey]) -> bool:
    """Return whether any form of a person's name touches a mark, in any case or word order."""
    return any(name_key(form) in touching for form in (person.name, *person.forms))


def _may_be_protected(person: FoundPerson) -> bool:
    """Return whether a mark that touches another name may mean this person.

    Office holders do not count: a minister of whom a protected source speaks is named by office.
    """
    return person.protected and not any(map(is_public_office, person.titles))


def _person_key(person: FoundPerson) -> NameKey:
    return name_key(person.name, surname_only=person.surname_only)


def _mention_rows(
    people: Iterable[FoundPerson], shift: int, hidden: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    """Yield the mentions in the order of the text.

    Args:
        people: The people named, except those protected.
        shift: Where the body begins.
        hidden: Protected names; a title that contains one (`brother of ...`) is dropped.
    """
    placed = [(mention, person) for person in people for mention in person.mentions]
    for mention, person in sorted(placed, key=lambda pair: (pair[0].start, pair[0].end)):
        key = _person_key(person)
        yield {
            "role": mention.role,
            "printed": mention.printed[: MAX_LENGTHS["printed"]],
            "title": ""
            if _contains_hidden_name(mention.title, hidden)
            else mention.title[: MAX_LENGTHS["title"]],
            "rule": mention.rule[: MAX_LENGTHS["rule"]],
            "start": max(mention.start - shift, 0),
            "end": max(mention.end - shift, 0),
            "name": person.name[: MAX_LENGTHS["name"]],
            "surname": key.surname,
            "given": key.given,
            "paragraph": mention.paragraph,
        }


def _contains_hidden_name(title: str, hidden: tuple[str, ...]) -> bool:
    return bool(hidden and title) and withhold_names(title, hidden) != title.strip()


def _protected_name_rows(protected: dict[NameKey, str]) -> Iterator[dict[str, Any]]:
    """Yield the protected names in alphabetical order."""
    for key, name in sorted(protected.items()):
        yield {"name": name[: MAX_LENGTHS["name"]], "surname": key.surname, "given": key.given}
