"""The codes of the TAGS line."""

import re
from collections.abc import Iterator
from typing import Final

from cables.facts import tags as facts
from cables.parser.values import ParsedTag, ParseProblem

CODE: Final = re.compile(
    r"""
    (?P<code> [A-Za-z0-9][A-Za-z0-9&/\-]* )
    (?: :? \s{0,3} \( (?P<person> [^()]{2,60} ) \)? )?
    """,
    re.VERBOSE,
)
"""Examples: `PREL`, `OVIP (CLINTON, HILLARY)`."""
NOT_CODES: Final = frozenset({"AND", "TAGS", "TAG", "NA", "N/A"})


def read_tags(text: str, start: int, end: int) -> tuple[ParsedTag, ...]:
    """Return the codes between two offsets in the order printed.

    The table of repairs corrects misspelled codes and splits codes that ran together; `printed`
    keeps the original.
    """
    return tuple(_tags(text, start, end))


def _tags(text: str, start: int, end: int) -> Iterator[ParsedTag]:
    for match in CODE.finditer(text, start, end):
        printed = match["code"].rstrip("-/")
        if printed.upper() in NOT_CODES:
            continue
        person = " ".join((match["person"] or "").split())
        for code in facts.repair_tags(printed):
            yield ParsedTag(
                start=match.start(), end=match.end(), code=code, printed=printed, person=person
            )


def tag_problems(tags: tuple[ParsedTag, ...], line: int) -> Iterator[ParseProblem]:
    """Yield a problem for each tag that was corrected."""
    meant: dict[str, list[str]] = {}
    for tag in tags:
        if tag.code != tag.printed.upper():
            meant.setdefault(tag.printed, []).append(tag.code)
    for printed, codes in meant.items():
        words = " ".join(dict.fromkeys(codes))
        yield ParseProblem(
            code="repaired-tag",
            line=line,
            message=f"The tag {printed} was read as {words}.",
            printed=printed,
            meant=words,
        )
