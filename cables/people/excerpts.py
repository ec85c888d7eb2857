"""Where cables name a person: cable by cable, each paragraph's words about the name.

The words leave the paragraph here, so names that the cable asks to protect are left out of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import regex

from cables.models import Cable, Mention, Paragraph, Person
from cables.people.in_cable import person_in_cable
from cables.people.profile import describe_roles_in_cable
from cables.reading.previews import build_preview

LONGEST_BEFORE: Final = 100
"""Characters of an excerpt before the name, at most."""
LONGEST_EXCERPT: Final = 280
"""Characters of an excerpt in all."""
MOST_EXCERPTS: Final = 3
"""Of one cable; the cable's own page has the rest."""

ExcerptPieces = tuple[tuple[str, bool], ...]
"""Words of an excerpt, in order, each with whether they are the person's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionExcerpt:
    """A paragraph that names the person, in few words."""

    paragraph: Paragraph
    pieces: ExcerptPieces


@dataclass(frozen=True, slots=True, kw_only=True)
class NamingCable:
    """A cable that names the person."""

    cable: Cable
    role: str
    """What the person is there beside being mentioned: `signed it`; often empty."""
    excerpts: tuple[MentionExcerpt, ...]
    more_paragraphs: int
    """How many further paragraphs name the person."""


def naming_cables(person: Person, cables: Sequence[Cable]) -> list[NamingCable]:
    """Find where cables name a person.

    Args:
        person: Whom.
        cables: The cables of one page, with their bodies, in the order in which they are shown.
    """
    mentions: defaultdict[int, list[Mention]] = defaultdict(list)
    found = person.mentions.filter(cable__in=cables).select_related("paragraph")
    for mention in found.order_by("cable", "start", "pk"):
        mentions[mention.cable_id].append(mention)
    return [
        _naming_cable(person, cable, mentions[cable.pk]) for cable in cables if mentions[cable.pk]
    ]


def _naming_cable(person: Person, cable: Cable, mentions: list[Mention]) -> NamingCable:
    """Arrange one person's mentions in one cable."""
    here = person_in_cable(person, mentions)
    preview = build_preview(cable)
    name = name_pattern(one.printed for one in mentions)
    shown = here.paragraphs[:MOST_EXCERPTS]
    return NamingCable(
        cable=cable,
        role=describe_roles_in_cable(here.roles),
        excerpts=tuple(
            MentionExcerpt(paragraph=one, pieces=cut_excerpt(preview.text_of(one), name))
            for one in shown
        ),
        more_paragraphs=len(here.paragraphs) - len(shown),
    )


def name_pattern(printed: Iterable[str]) -> "regex.Pattern[str]":
    """Return a pattern of a name's forms, the longest first, wherever their lines were broken."""
    forms = {" ".join(one.split()) for one in printed} - {""}
    longest_first = sorted(forms, key=lambda one: (-len(one), one))
    spelt = (r"\s?".join(map(regex.escape, one.split())) for one in longest_first)
    return regex.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)")


def cut_excerpt(words: str, name: "regex.Pattern[str]") -> ExcerptPieces:
    """Cut the words about a name, whole words only, and set the name apart wherever it stands.

    Args:
        words: A paragraph's, in one line, protected names left out.
        name: What to look for; where it is missing, the first words are returned.
    """
    first = name.search(words)
    start = _word_start(words, first.start() - LONGEST_BEFORE, first.start()) if first else 0
    end = _word_end(words, max(start + LONGEST_EXCERPT, first.end() if first else 0))
    return (
        *([("… ", False)] if start else []),
        *_split_at_name(words[start:end], name),
        *([(" …", False)] if end < len(words) else []),
    )


def _split_at_name(words: str, name: "regex.Pattern[str]") -> ExcerptPieces:
    """Cut words at each place where the name stands."""
    pieces, at = [], 0
    for found in name.finditer(words):
        pieces += [(words[at : found.start()], False), (found[0], True)]
        at = found.end()
    return tuple(piece for piece in [*pieces, (words[at:], False)] if piece[0])


def _word_start(words: str, at: int, before: int) -> int:
    """Return where the first whole word behind a place begins; 0 near the beginning."""
    if at <= 0:
        return 0
    blank = words.find(" ", at, before)
    return blank + 1 if blank >= 0 else before


def _word_end(words: str, at: int) -> int:
    """Return where the last whole word before a place ends."""
    if at >= len(words):
        return len(words)
    blank = words.rfind(" ", 0, at + 1)
    return blank if blank > 0 else at
