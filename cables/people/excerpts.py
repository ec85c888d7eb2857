"""Excerpts from the paragraphs that name a person, cable by cable.

Excerpts appear outside their cable, so names that the cable asks to protect are withheld in them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from cables.models import Cable, Mention, Paragraph, Person
from cables.people.in_cable import person_in_cable
from cables.people.profile import describe_roles_in_cable
from cables.reading.content import CableContent
from cables.reading.previews import Preview

LONGEST_BEFORE: Final = 100
"""In characters, before the name."""
LONGEST_EXCERPT: Final = 280
"""In characters."""
MOST_EXCERPTS: Final = 3
"""Per cable; the cable's page shows the rest."""

ExcerptPieces = tuple[tuple[str, bool], ...]
"""Parts of an excerpt, in order, each with whether it is the person's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionExcerpt:
    """An excerpt from a paragraph that names the person."""

    paragraph: Paragraph
    pieces: ExcerptPieces


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingCable:
    """A cable that names the person."""

    cable: Cable
    role: str
    """Roles other than being mentioned, in words: `signed it`; often empty."""
    excerpts: tuple[MentionExcerpt, ...]
    more_paragraphs: int
    """Number of paragraphs without an excerpt here."""


def naming_cables(person: Person, cables: Sequence[Cable]) -> list[NamingCable]:
    """Return excerpts from the cables of one page.

    Args:
        person: The person named in them.
        cables: With their bodies, in display order.
    """
    mentions: defaultdict[int, list[Mention]] = defaultdict(list)
    rows = person.mentions.filter(cable__in=cables).select_related("paragraph")
    for mention in rows.order_by("cable", "start", "pk"):
        mentions[mention.cable_id].append(mention)
    return [
        _naming_cable(person, cable, mentions[cable.pk]) for cable in cables if mentions[cable.pk]
    ]


def _naming_cable(person: Person, cable: Cable, mentions: list[Mention]) -> NamingCable:
    in_cable = person_in_cable(person, mentions)
    preview = Preview(CableContent(cable))
    name = name_pattern(mention.printed for mention in mentions)
    shown = in_cable.paragraphs[:MOST_EXCERPTS]
    return NamingCable(
        cable=cable,
        role=describe_roles_in_cable(in_cable.roles),
        excerpts=tuple(
            MentionExcerpt(
                paragraph=paragraph, pieces=cut_excerpt(preview.text_of(paragraph), name)
            )
            for paragraph in shown
        ),
        more_paragraphs=len(in_cable.paragraphs) - len(shown),
    )


def name_pattern(printed: Iterable[str]) -> "regex.Pattern[str]":
    """Return a pattern of a name's printed forms, longest first, with or without line breaks."""
    forms = {" ".join(form.split()) for form in printed} - {""}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    patterns = (r"\s?".join(map(regex.escape, form.split())) for form in longest_first)
    return regex.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)")


def cut_excerpt(text: str, name: "regex.Pattern[str]") -> ExcerptPieces:
    """Return whole words around a name, with each occurrence of the name as a separate piece.

    Args:
        text: Of a paragraph, in one line, with protected names withheld.
        name: What to look for; if it does not match, the first words are returned.
    """
    first = name.search(text)
    start = _word_start(text, first.start() - LONGEST_BEFORE, first.start()) if first else 0
    end = _word_end(text, max(start + LONGEST_EXCERPT, first.end() if first else 0))
    return (
        *([("… ", False)] if start else []),
        *_split_at_name(text[start:end], name),
        *([(" …", False)] if end < len(text) else []),
    )


def _split_at_name(text: str, name: "regex.Pattern[str]") -> ExcerptPieces:
    pieces, end = [], 0
    for match in name.finditer(text):
        pieces += [(text[end : match.start()], False), (match[0], True)]
        end = match.end()
    return tuple(piece for piece in [*pieces, (text[end:], False)] if piece[0])


def _word_start(text: str, offset: int, limit: int) -> int:
    """Return where the first whole word after an offset begins; 0 near the beginning."""
    if offset <= 0:
        return 0
    space = text.find(" ", offset, limit)
    return space + 1 if space >= 0 else limit


def _word_end(text: str, offset: int) -> int:
    """Return where the last whole word before an offset ends."""
    if offset >= len(text):
        return len(text)
    space = text.rfind(" ", 0, offset + 1)
    return space if space > 0 else offset
