"""What the abbreviations of a cable stand for, laid over its text where nothing else can be meant.

An abbreviation is explained at its first use in a paragraph, if the table gives it one meaning, or
if the sending post decides between several: GOB is Government of Bolivia in a cable from La Paz.
Text in capitals is passed over, for there any word looks like one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from cables.facts.acronyms import Acronym, meanings
from cables.facts.posts import posts
from cables.models import Cable, Paragraph, Post
from cables.parser.values import PageMark
from cables.reading.annotations import Annotation
from cables.reading.view import page_marks

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
SHOUTED: Final = re.compile(r"[A-Z]{2,}(?:\W+[A-Z]{2,}){3,}")
"""Four words in capitals and more: a heading in the run of the text, or a name of an operation."""
FROM: Final = re.compile(r"cables from (?P<place>.+)")
"""The remark that lets the post decide. Example: `ambiguous; cables from La Paz`."""
ALWAYS: Final = frozenset({"", "portion mark", "caption"})
"""Remarks that leave a single meaning as it is."""
OF_A_COUNTRY: Final = re.compile(r"\((?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)*)\)$")
"""Example: `Socialist Party (France)`."""
SHORT: Final = 3
"""Letters up to which one abbreviation serves a party in every other country."""
SPELT_OUT: Final = 90
"""Characters in front of a bracket in which the words are that it shortens."""
LEAST_SMALL: Final = 0.4
"""Share of small letters under which a paragraph counts as written in capitals."""


def acronym_annotations(cable: Cable, paragraphs: Iterable[Paragraph]) -> list[Annotation]:
    """Return an annotation for each abbreviation that can mean but one thing.

    Args:
        cable: With its post and body.
        paragraphs: Those that are shown.
    """
    marks = page_marks(cable)
    return [one for paragraph in paragraphs for one in in_paragraph(cable, paragraph, marks)]


def in_paragraph(
    cable: Cable, paragraph: Paragraph, marks: Sequence[PageMark]
) -> Iterator[Annotation]:
    """Yield the first use of each abbreviation in a paragraph, page marks left out."""
    offset = paragraph.text_start
    words = cable.body[offset : paragraph.end]
    if in_capitals(words):
        return
    closed = [found.span() for found in SHOUTED.finditer(words)]
    closed += [(mark.start - offset, mark.end - offset) for mark in marks]
    seen: set[str] = set()
    for start, acronym in candidates(words):
        if acronym in seen or any(first <= start < last for first, last in closed):
            continue
        seen.add(acronym)
        meaning = meant(acronym, cable)
        if meaning:
            at = offset + start
            yield Annotation(start=at, end=at + len(acronym), kind="acronym", title=meaning)


def in_capitals(words: str) -> bool:
    """Tell whether a text is written in capitals."""
    letters = [letter for letter in words if letter.isalpha()]
    return sum(letter.islower() for letter in letters) < LEAST_SMALL * len(letters)


def candidates(words: str) -> Iterator[tuple[int, str]]:
    """Yield what may be an abbreviation with its place: the whole of `S/CT`, both of `EU-NATO`."""
    for token in TOKEN.finditer(words):
        if meanings(token[0]):
            yield token.start(), token[0]
        else:
            for part in PART.finditer(token[0]):
                yield token.start() + part.start(), part[0]


def meant(acronym: str, cable: Cable) -> str:
    """Return what an abbreviation stands for in a cable; empty where that is not sure."""
    known = meanings(acronym)
    if len(known) == 1 and known[0].note in ALWAYS:
        one = known[0]
        return one.meaning if fits(one, cable) and agrees(one, cable.body) else ""
    decided = [one.meaning for one in known if cable.origin and decides(cable.origin, one)]
    return decided[0] if len(decided) == 1 else ""


def fits(one: Acronym, cable: Cable) -> bool:
    """Tell whether a cable speaks of the country that a short abbreviation belongs to.

    PS is the Socialist Party of France, and in a cable from Lisbon surely another.
    """
    country = OF_A_COUNTRY.search(one.meaning)
    if not country or len(one.acronym) > SHORT or country["name"] not in countries():
        return True
    return country["name"] in cable.body or (
        cable.origin is not None and cable.origin.country == country["name"]
    )


def agrees(one: Acronym, body: str) -> bool:
    """Tell whether a text that spells an abbreviation out means the same.

    `Grand National Party (GNP)` speaks of no gross national product.
    """
    at = -1 if one.note else body.find(f"({one.acronym})")
    first = one.meaning.split()[0].lower()[:4]
    return at < 0 or first in body[max(0, at - SPELT_OUT) : at].lower()


@cache
def countries() -> frozenset[str]:
    """Return the names of the countries that have posts."""
    return frozenset(post.country for post in posts())


def decides(post: Post, one: Acronym) -> bool:
    """Tell whether a cable's coming from a post settles a meaning.

    A consulate writes of the government of its country as the embassy does.
    """
    if post.country and one.meaning == f"Government of {post.country}":
        return True
    place = FROM.search(one.note)
    return place is not None and place["place"] in {post.city, post.country}


def abbreviations(cable: Cable, annotations: Sequence[Annotation]) -> list[tuple[str, str]]:
    """Return what was explained, each abbreviation once, in the order of the alphabet."""
    found = {
        (cable.body[one.start : one.end], one.title) for one in annotations if one.kind == "acronym"
    }
    return sorted(found)
