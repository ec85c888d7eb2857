"""The people named in one cable, with their roles, printed names and paragraphs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from cables.models import Cable, Mention, Paragraph, Person
from cables.reading.annotations import Annotation

ROLES_BY_IMPORTANCE: Final = (
    Mention.Role.CLASSIFIED_BY,
    Mention.Role.SIGNER,
    Mention.Role.TAGGED,
    Mention.Role.MENTIONED,
)
"""Roles in order of importance: authors of a cable come before the people it mentions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonInCable:
    """A person named in one cable."""

    person: Person
    roles: tuple[str, ...]
    """Most important first; never empty."""
    forms: tuple[str, ...]
    """Distinct printed forms of the name, in the order of the text."""
    paragraphs: tuple[Paragraph, ...]
    """Those that name the person, in order; empty if only the header does."""
    in_header: bool
    """Whether a header line or the signature names the person."""

    @property
    def role_in_words(self) -> str:
        """Roles other than being mentioned; may be empty."""
        return ", ".join(role for role in self.roles if role != Mention.Role.MENTIONED)

    @property
    def paragraph_numbers(self) -> tuple[int, ...]:
        """Numbers as printed, else positions; 0 for header and signature."""
        numbers = (paragraph.number or paragraph.position for paragraph in self.paragraphs)
        return (*([0] if self.in_header else []), *dict.fromkeys(numbers))


def people_json(cable: Cable) -> list[dict[str, Any]]:
    """Return a cable's people for the JSON record, most important roles first.

    Returns:
        For each person `name`, `forms` (as printed), `role` (the most important), `paragraphs`
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
    """Fetch a cable's mentions with people and paragraphs, in the order of the text."""
    return list(cable.mentions.select_related("person", "paragraph").order_by("start", "pk"))


def fetch_paragraph_mentions(paragraphs: Sequence[Paragraph]) -> list[Mention]:
    """Fetch the mentions in some paragraphs with people, in the order of the text."""
    mentions = Mention.objects.filter(paragraph__in=paragraphs).select_related("person")
    return list(mentions.order_by("start", "pk"))


def people_in_cable(mentions: Iterable[Mention]) -> tuple[PersonInCable, ...]:
    """Group the mentions of one cable by person: most important role first, then as they appear.

    Args:
        mentions: With people and paragraphs, in the order of the text.
    """
    by_person: dict[Person, list[Mention]] = {}
    for mention in mentions:
        if mention.person:
            by_person.setdefault(mention.person, []).append(mention)
    people = (person_in_cable(person, rows) for person, rows in by_person.items())
    return tuple(
        sorted(people, key=lambda person: ROLES_BY_IMPORTANCE.index(Mention.Role(person.roles[0])))
    )


def person_in_cable(person: Person, mentions: list[Mention]) -> PersonInCable:
    """Summarize a person's mentions in one cable."""
    paragraphs = {
        mention.paragraph_id: mention.paragraph for mention in mentions if mention.paragraph
    }
    roles = {Mention.Role(mention.role) for mention in mentions}
    return PersonInCable(
        person=person,
        roles=tuple(role.value for role in ROLES_BY_IMPORTANCE if role in roles),
        forms=tuple(dict.fromkeys(" ".join(mention.printed.split()) for mention in mentions)),
        paragraphs=tuple(sorted(paragraphs.values(), key=lambda paragraph: paragraph.position)),
        in_header=any(mention.paragraph_id is None for mention in mentions),
    )


def person_annotations(mentions: Iterable[Mention]) -> list[Annotation]:
    """Return an annotation for each mention in a paragraph.

    Args:
        mentions: Of one cable, with people. Those in the header and the signature are ignored:
            the page lists them next to the text.
    """
    return [
        Annotation(
            start=mention.start,
            end=mention.end,
            kind="person",
            href=mention.person.get_absolute_url(),
        )
        for mention in mentions
        if mention.person and mention.paragraph_id and mention.start < mention.end
    ]
