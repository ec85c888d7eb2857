"""Explain the abbreviations in a cable's text that can have only one meaning.

An abbreviation is explained at its first use in a paragraph, if the table gives it one meaning, or
if the sending post decides between several: GOB is Government of Bolivia in a cable from La Paz.
Text in capitals is ignored, because any word there looks like an abbreviation.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from cables.facts.acronyms import Acronym, acronym_meanings
from cables.facts.posts import all_posts
from cables.models import Cable, Paragraph, Post
from cables.reading.annotations import Annotation
from cables.reading.content import CableContent

TOKEN: Final = re.compile(
    r"""
    (?<![A-Za-z0-9]) (?<![A-Z0-9][/&\-])
    [A-Z][A-Z0-9]* (?: [/&\-] [A-Z0-9]+ )*
    (?= (?:s\b)? (?![A-Za-z0-9]) )
    """,
    re.VERBOSE,
)
"""A whole word in capitals: `MFA`, `HIV/AIDS`, `R&D`, `EU-3`, and `NGO` of `NGOs`."""
PART: Final = re.compile(r"[A-Z0-9]{2,}")
"""`EU` and `NATO` of `EU-NATO`, where the whole is not an abbreviation of its own."""
CAPITALS_RUN: Final = re.compile(r"[A-Z]{2,}(?:\W+[A-Z]{2,}){3,}")
"""Four or more words in capitals: a heading inside the text, or the name of an operation."""
POST_NOTE: Final = re.compile(r"cables from (?P<place>.+)")
"""The note that lets the post decide. Example: `ambiguous; cables from La Paz`."""
UNCONDITIONAL_NOTES: Final = frozenset({"", "portion mark", "caption"})
"""Notes that put no condition on a single meaning."""
COUNTRY_SUFFIX: Final = re.compile(r"\((?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)*)\)$")
"""Example: `Socialist Party (France)`."""
MAX_SHORT_LENGTH: Final = 3
"""Abbreviations of up to this many letters name another party in every country."""
EXPANSION_WINDOW: Final = 90
"""Characters before a parenthesis in which the words that it abbreviates are looked for."""
MIN_LOWERCASE_SHARE: Final = 0.4
"""A paragraph with a smaller share of lowercase letters counts as written in capitals."""


def acronym_annotations(content: CableContent, paragraphs: Iterable[Paragraph]) -> list[Annotation]:
    """Return an annotation for each abbreviation that can have only one meaning.

    Args:
        content: The cable, with its post.
        paragraphs: The paragraphs that are shown.
    """
    return [
        annotation
        for paragraph in paragraphs
        for annotation in _acronyms_in_paragraph(content, paragraph)
    ]


def explained_abbreviations(
    cable: Cable, annotations: Sequence[Annotation]
) -> list[tuple[str, str]]:
    """Return each explained abbreviation once with its meaning, in alphabetical order."""
    meanings = {
        (cable.body[annotation.start : annotation.end], annotation.title)
        for annotation in annotations
        if annotation.kind == "acronym"
    }
    return sorted(meanings)


def _acronyms_in_paragraph(content: CableContent, paragraph: Paragraph) -> Iterator[Annotation]:
    """Yield the first use of each abbreviation in a paragraph, outside of page marks."""
    offset = paragraph.text_start
    text = content.cable.body[offset : paragraph.end]
    if _is_all_caps(text):
        return
    excluded = [match.span() for match in CAPITALS_RUN.finditer(text)]
    excluded += [(mark.start - offset, mark.end - offset) for mark in content.page_marks]
    seen: set[str] = set()
    for position, acronym in _acronym_candidates(text):
        if acronym in seen or any(start <= position < end for start, end in excluded):
            continue
        seen.add(acronym)
        meaning = _expand_acronym(acronym, content.cable)
        if meaning:
            start = offset + position
            yield Annotation(start=start, end=start + len(acronym), kind="acronym", title=meaning)


def _is_all_caps(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.islower() for letter in letters) < MIN_LOWERCASE_SHARE * len(letters)


def _acronym_candidates(text: str) -> Iterator[tuple[int, str]]:
    """Yield possible abbreviations with their positions: `S/CT` whole, both of `EU-NATO`."""
    for token in TOKEN.finditer(text):
        if acronym_meanings(token[0]):
            yield token.start(), token[0]
        else:
            for part in PART.finditer(token[0]):
                yield token.start() + part.start(), part[0]


def _expand_acronym(abbreviation: str, cable: Cable) -> str:
    """Return what an abbreviation means in a cable; empty unless that is certain."""
    acronyms = acronym_meanings(abbreviation)
    if len(acronyms) == 1 and acronyms[0].note in UNCONDITIONAL_NOTES:
        acronym = acronyms[0]
        certain = _matches_country(acronym, cable) and _matches_expansion(acronym, cable.body)
        return acronym.meaning if certain else ""
    meanings = [
        acronym.meaning
        for acronym in acronyms
        if cable.origin and _post_decides(cable.origin, acronym)
    ]
    return meanings[0] if len(meanings) == 1 else ""


def _matches_country(acronym: Acronym, cable: Cable) -> bool:
    """Return whether a cable is about the country that a short abbreviation belongs to.

    PS is the Socialist Party of France, but surely another party in a cable from Lisbon.
    """
    country = COUNTRY_SUFFIX.search(acronym.meaning)
    if (
        not country
        or len(acronym.acronym) > MAX_SHORT_LENGTH
        or country["name"] not in _countries_with_posts()
    ):
        return True
    return country["name"] in cable.body or (
        cable.origin is not None and cable.origin.country == country["name"]
    )


@cache
def _countries_with_posts() -> frozenset[str]:
    return frozenset(post.country for post in all_posts())


def _matches_expansion(acronym: Acronym, body: str) -> bool:
    """Return whether a text that spells out an abbreviation agrees with its meaning.

    `Grand National Party (GNP)` is not about the gross national product.
    """
    position = -1 if acronym.note else body.find(f"({acronym.acronym})")
    if position < 0:
        return True
    first_letters = acronym.meaning.split()[0].lower()[:4]
    return first_letters in body[max(0, position - EXPANSION_WINDOW) : position].lower()


def _post_decides(post: Post, acronym: Acronym) -> bool:
    """Return whether a cable's post makes a meaning certain.

    A consulate writes about its country's government just as the embassy does.
    """
    if post.country and acronym.meaning == f"Government of {post.country}":
        return True
    note = POST_NOTE.search(acronym.note)
    return note is not None and note["place"] in {post.city, post.country}
