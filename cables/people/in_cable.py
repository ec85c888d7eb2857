"""The people of one cable: each once, with the roles, the words and the places there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cables.models import Cable, Mention, Paragraph, Person
from cables.reading.annotations import Annotation

ROLES_BY_WEIGHT: Final = (
    Mention.Role.CLASSIFIED_BY,
    Mention.Role.SIGNER,
    Mention.Role.TAGGED,
    Mention.Role.MENTIONED,
)
"""Roles by weight: whoever answers for a cable stands before those of whom it speaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInCable:
    """Somebody in one cable."""

    person: Person
    roles: tuple[str, ...]
    """Weightiest first; never empty."""
    forms: tuple[str, ...]
    """The name as printed, each form once, in the order of the text."""
    paragraphs: tuple[Paragraph, ...]
    """Those that name the person, in order; empty for one who stands in the header alone."""
    in_header: bool
    """Whether a header line, or the signature, names the person."""

    @property
    def role_in_words(self) -> str:
        """What the person is here beside being mentioned; empty where that is all."""
        return ", ".join(role for role in self.roles if role != Mention.Role.MENTIONED)

    @property
    def paragraph_numbers(self) -> tuple[int, ...]:
        """The paragraphs' numbers as printed, else their places; 0 for header and signature."""
        numbers = (one.number or one.position for one in self.paragraphs)
        return (*([0] if self.in_header else []), *dict.fromkeys(numbers))


def people_json(cable: Cable) -> list[dict[str, Any]]:
    """Return a cable's people for programs, the weightiest roles first.

    Args:
        cable: a stored cable; its mentions are fetched in one query.

    Returns:
        For each person `name`, `forms` (as printed), `role` (the weightiest), `paragraphs`
        (numbers; 0 for header and signature) and `slug`.
    """
    return [
        {
            "name": here.person.name,
            "forms": list(here.forms),
            "role": here.roles[0],
            "paragraphs": list(here.paragraph_numbers),
            "slug": here.person.slug,
        }
        for here in people_in_cable(fetch_mentions(cable))
    ]


def fetch_mentions(cable: Cable) -> list[Mention]:
    """Fetch a cable's mentions with their persons and paragraphs, in the order of the text."""
    return list(cable.mentions.select_related("person", "paragraph").order_by("start", "pk"))


def fetch_paragraph_mentions(paragraphs: Sequence[Paragraph]) -> list[Mention]:
    """Fetch the mentions of a few paragraphs with their persons, in the order of the text."""
    named = Mention.objects.filter(paragraph__in=paragraphs).select_related("person")
    return list(named.order_by("start", "pk"))


def people_in_cable(mentions: Iterable[Mention]) -> tuple[PersonInCable, ...]:
    """Arrange the mentions of one cable by person: weightiest role first, then as they appear.

    Args:
        mentions: With their persons and paragraphs, in the order of the text.
    """
    together: dict[Person, list[Mention]] = {}
    for mention in mentions:
        if mention.person:
            together.setdefault(mention.person, []).append(mention)
    people = (person_in_cable(person, theirs) for person, theirs in together.items())
    return tuple(
        sorted(people, key=lambda here: ROLES_BY_WEIGHT.index(Mention.Role(here.roles[0])))
    )


def person_in_cable(person: Person, mentions: list[Mention]) -> PersonInCable:
    """Draw one person's mentions in one cable together."""
    paragraphs = {one.paragraph_id: one.paragraph for one in mentions if one.paragraph}
    roles = {Mention.Role(one.role) for one in mentions}
    return PersonInCable(
        person=person,
        roles=tuple(role.value for role in ROLES_BY_WEIGHT if role in roles),
        forms=tuple(dict.fromkeys(" ".join(one.printed.split()) for one in mentions)),
        paragraphs=tuple(sorted(paragraphs.values(), key=lambda one: one.position)),
        in_header=any(one.paragraph_id is None for one in mentions),
    )


def person_annotations(mentions: Iterable[Mention]) -> list[Annotation]:
    """Return an annotation for each mention that stands in a paragraph.

    Args:
        mentions: Of one cable, with their persons. Those in the header and under the text are
            passed over: the page lists them beside it.
    """
    return [
        Annotation(
            start=one.start,
            end=one.end,
            kind="person",
            href=one.person.get_absolute_url(),
        )
        for one in mentions
        if one.person and one.paragraph_id and one.start < one.end
    ]
