"""What the abbreviations of a cable stand for, laid over its text where nothing else can be meant.

An abbreviation is explained at its first use in a paragraph, if the table gives it one meaning, or
if the sending post decides between several: GOB is Government of Bolivia in a cable from La Paz.
Text in capitals is passed over, for there any word looks like one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from cables.facts.acronyms import Acronym, acronym_meanings
from cables.facts.posts import all_posts
from cables.models import Cable, Paragraph, Post
from cables.parser.values import PageMark
from cables.reading.annotations import Annotation
from cables.reading.view import page_marks_of

TOKEN: Final = re.compile(
    r"""
    (?<![A-Za-z0-9]) (?<![A-Z0-9][/&\-])
    [A-Z][A-Z0-9]* (?: [/&\-] [A-Z0-9]+ )*
    (?= (?:s\b)? (?![A-Za-z0-9]) )
    """,
    re.VERBOSE,
)
"""A word in capitals, whole: `MFA`, `HIV/AIDS`, `R&D`, `EU-3`, and `NGO` of `NGOs`."""
PART: Final = re.compile(r"[A-Z0-9]{2,}")
"""`EU` and `NATO` of `EU-NATO`, where the whole is no abbreviation of its own."""
CAPITALS_RUN: Final = re.compile(r"[A-Z]{2,}(?:\W+[A-Z]{2,}){3,}")
"""Four words in capitals and more: a heading in the run of the text, or a name of an operation."""
POST_NOTE: Final = re.compile(r"cables from (?P<place>.+)")
"""The remark that lets the post decide. Example: `ambiguous; cables from La Paz`."""
UNCONDITIONAL_NOTES: Final = frozenset({"", "portion mark", "caption"})
"""Remarks that leave a single meaning as it is."""
COUNTRY_SUFFIX: Final = re.compile(r"\((?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)*)\)$")
"""Example: `Socialist Party (France)`."""
MAX_SHORT_LENGTH: Final = 3
"""Letters up to which one abbreviation serves a party in every other country."""
EXPANSION_WINDOW: Final = 90
"""Characters in front of a bracket in which the words are that it shortens."""
MIN_LOWERCASE_SHARE: Final = 0.4
"""Share of small letters under which a paragraph counts as written in capitals."""


def acronym_annotations(cable: Cable, paragraphs: Iterable[Paragraph]) -> list[Annotation]:
    """Return an annotation for each abbreviation that can mean but one thing.

    Args:
        cable: With its post and body.
        paragraphs: Those that are shown.
    """
    marks = page_marks_of(cable)
    return [
        one for paragraph in paragraphs for one in _acronyms_in_paragraph(cable, paragraph, marks)
    ]


def _acronyms_in_paragraph(
    cable: Cable, paragraph: Paragraph, marks: Sequence[PageMark]
) -> Iterator[Annotation]:
    """Yield the first use of each abbreviation in a paragraph, page marks left out."""
    offset = paragraph.text_start
    words = cable.body[offset : paragraph.end]
    if _is_all_caps(words):
        return
    closed = [found.span() for found in CAPITALS_RUN.finditer(words)]
    closed += [(mark.start - offset, mark.end - offset) for mark in marks]
    seen: set[str] = set()
    for start, acronym in _acronym_candidates(words):
        if acronym in seen or any(first <= start < last for first, last in closed):
            continue
        seen.add(acronym)
        meaning = _expand_acronym(acronym, cable)
        if meaning:
            at = offset + start
            yield Annotation(start=at, end=at + len(acronym), kind="acronym", title=meaning)


def _is_all_caps(words: str) -> bool:
    """Tell whether a text is written in capitals."""
    letters = [letter for letter in words if letter.isalpha()]
    return sum(letter.islower() for letter in letters) < MIN_LOWERCASE_SHARE * len(letters)


def _acronym_candidates(words: str) -> Iterator[tuple[int, str]]:
    """Yield what may be an abbreviation with its place: the whole of `S/CT`, both of `EU-NATO`."""
    for token in TOKEN.finditer(words):
        if acronym_meanings(token[0]):
            yield token.start(), token[0]
        else:
            for part in PART.finditer(token[0]):
                yield token.start() + part.start(), part[0]


def _expand_acronym(acronym: str, cable: Cable) -> str:
    """Return what an abbreviation stands for in a cable; empty where that is not sure."""
    known = acronym_meanings(acronym)
    if len(known) == 1 and known[0].note in UNCONDITIONAL_NOTES:
        one = known[0]
        return (
            one.meaning
            if _matches_country(one, cable) and _matches_expansion(one, cable.body)
            else ""
        )
    decided = [one.meaning for one in known if cable.origin and _post_decides(cable.origin, one)]
    return decided[0] if len(decided) == 1 else ""


def _matches_country(one: Acronym, cable: Cable) -> bool:
    """Tell whether a cable speaks of the country that a short abbreviation belongs to.

    PS is the Socialist Party of France, and in a cable from Lisbon surely another.
    """
    country = COUNTRY_SUFFIX.search(one.meaning)
    if (
        not country
        or len(one.acronym) > MAX_SHORT_LENGTH
        or country["name"] not in _countries_with_posts()
    ):
        return True
    return country["name"] in cable.body or (
        cable.origin is not None and cable.origin.country == country["name"]
    )


def _matches_expansion(one: Acronym, body: str) -> bool:
    """Tell whether a text that spells an abbreviation out means the same.

    `Grand National Party (GNP)` speaks of no gross national product.
    """
    at = -1 if one.note else body.find(f"({one.acronym})")
    first = one.meaning.split()[0].lower()[:4]
    return at < 0 or first in body[max(0, at - EXPANSION_WINDOW) : at].lower()


@cache
def _countries_with_posts() -> frozenset[str]:
    """Return the names of the countries that have posts."""
    return frozenset(post.country for post in all_posts())


def _post_decides(post: Post, one: Acronym) -> bool:
    """Tell whether a cable's coming from a post settles a meaning.

    A consulate writes of the government of its country as the embassy does.
    """
    if post.country and one.meaning == f"Government of {post.country}":
        return True
    place = POST_NOTE.search(one.note)
    return place is not None and place["place"] in {post.city, post.country}


def explained_abbreviations(
    cable: Cable, annotations: Sequence[Annotation]
) -> list[tuple[str, str]]:
    """Return what was explained, each abbreviation once, in the order of the alphabet."""
    found = {
        (cable.body[one.start : one.end], one.title) for one in annotations if one.kind == "acronym"
    }
    return sorted(found)
