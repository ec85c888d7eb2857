"""Whom a cable names, as columns: mentions to be shown, and names that it asks to protect."""

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
"""What the columns hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRows:
    """The persons of one cable as rows to be."""

    mentions: tuple[dict[str, Any], ...] = ()
    """Each with the `paragraph` position, 0 outside of all, and offsets in the body."""
    protected: tuple[dict[str, Any], ...] = ()
    """Each with `name`, `surname` and `given`."""


def people_rows(
    parsed: ParsedCable,
    *,
    body_start: int | None = None,
    candidates: Iterable[tuple[int, int]] = (),
) -> MentionRows:
    """Return the mentions of a cable, and apart from them the names that it protects.

    A protected name has no mention in the cable that protects it, whatever else is decided later.

    Args:
        parsed: The cable.
        body_start: Where its stored body begins, if older rules have cut it elsewhere.
        candidates: Further places in its text where a name may stand; the rules judge them.
    """
    shift = parsed.body_start if body_start is None else body_start
    people = find_people(parsed, candidates)
    touching = certainly_protected_names(parsed.body)
    keys = frozenset(map(name_key, touching))
    marked = [one for one in people if _touches_mark(one, keys)]
    names = [one.name for one in marked if not one.surname_only]
    protected = {key: name for name in (*touching, *names) if (key := name_key(name)).given}
    shown = [one for one in people if not (one in marked or _may_be_protected(one))]
    hidden = protected_names(parsed.body)
    return MentionRows(
        mentions=tuple(_mention_rows(shown, shift, hidden)),
        protected=tuple(_protected_name_rows(protected)),
    )


def _touches_mark(person: FoundPerson, touching: Collection[NameKey]) -> bool:
    """Tell whether one of a person's forms touches a mark, whatever its case and order there."""
    return any(name_key(form) in touching for form in (person.name, *person.forms))


def _may_be_protected(person: FoundPerson) -> bool:
    """Tell whether a person may be the one whom a mark means, though it touches another name.

    The minister of whom a protected source speaks is none: he is named with his office.
    """
    return person.protected and not any(map(is_public_office, person.titles))


def _person_key(person: FoundPerson) -> NameKey:
    """Return what a person is compared by."""
    return name_key(person.name, surname_only=person.surname_only)


def _mention_rows(
    people: Iterable[FoundPerson], shift: int, hidden: tuple[str, ...]
) -> Iterator[dict[str, Any]]:
    """Yield the places where persons are named, in the order of the text.

    Args:
        people: Whom the cable names, but for those whom it protects.
        shift: Where the body begins.
        hidden: Names that are left out; a role in which one stands, `brother of`, is none.
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
    """Tell whether a role tells a name that is left out."""
    return bool(hidden and title) and withhold_names(title, hidden) != title.strip()


def _protected_name_rows(protected: dict[NameKey, str]) -> Iterator[dict[str, Any]]:
    """Yield the names that are protected, in alphabetical order."""
    for key, name in sorted(protected.items()):
        yield {"name": name[: MAX_LENGTHS["name"]], "surname": key.surname, "given": key.given}
