"""The codes of the TAGS line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
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
NOT_CODE_LIST: Final = """
    AND TAGS TAG NA N/A SIPDIS NOFORN SENSITIVE SECRET CONFIDENTIAL UNCLASSIFIED UNCLAS
"""
NOT_CODES: Final = frozenset(NOT_CODE_LIST.split())
"""Words of the label, and captions and levels of a page break inside the line."""
PERSON_CODES: Final = frozenset({"OVIP", "CASC"})
"""Codes of visitors and of citizens in need, whose names follow on the line."""
NAME_WORD: Final = re.compile(r"[A-Z]{3,}")
JOINED: Final = re.compile(r"[ \t]+|\s?\n[ \t]*")
"""What is between the words of a phrase."""


def read_tags(text: str, start: int, end: int) -> tuple[ParsedTag, ...]:
    """Return the codes between two offsets in the order printed.

    The tables of facts correct misspelled codes, split codes that ran together, and join words that
    are one tag (`HUMAN RIGHTS`); `printed` keeps the original. Persons need no brackets (`OVIP
    CLINTON HILLARY PREL`, 09PARTO40301).
    """
    return tuple(_with_persons(tuple(_tags(text, start, end))))


def _tags(text: str, start: int, end: int) -> Iterator[ParsedTag]:
    words = [match for match in CODE.finditer(text, start, end) if not _is_no_code(match)]
    at = 0
    while at < len(words):
        count = facts.longest_phrase(_phrase_words(text, words, at))
        match, last = words[at], words[at + count - 1]
        printed = text[match.start() : last.end("code")].rstrip("-/")
        printed = " ".join(printed.split())
        person = " ".join((last["person"] or "").split())
        for code in facts.repair_tags(printed):
            yield ParsedTag(
                start=match.start(), end=last.end(), code=code, printed=printed, person=person
            )
        at += count


def _is_no_code(match: re.Match[str]) -> bool:
    return match["code"].rstrip("-/").upper() in NOT_CODES


def _phrase_words(text: str, words: Sequence[re.Match[str]], at: int) -> list[str]:
    """Return the words from an index on that may be a phrase: only spaces are between them."""
    phrase = [words[at]["code"].upper()]
    if not facts.begins_phrase(phrase[0]):
        return phrase
    for before, match in pairwise(words[at : at + facts.MAX_PHRASE_WORDS]):
        if not JOINED.fullmatch(text, before.end(), match.start()):
            break
        phrase.append(match["code"].upper())
    return phrase


def _with_persons(tags: Sequence[ParsedTag]) -> Iterator[ParsedTag]:
    """Join pairs of unknown words, surname and given name, on a line that names persons."""
    code = next((tag.code for tag in tags if tag.code in PERSON_CODES), "")
    at = 0
    while at < len(tags):
        tag = tags[at]
        first = at + (tag.code == code)
        names = tags[first : first + 2] if code else ()
        if len(names) > 1 and not tag.person and all(_is_name_word(name) for name in names):
            surname, given = (name.printed for name in names)
            yield replace(
                tag, end=names[1].end, code=code, printed=code, person=f"{surname}, {given}"
            )
            at = first + 2
        else:
            yield tag
            at += 1


def _is_name_word(tag: ParsedTag) -> bool:
    known = facts.find_tag(tag.code) or tag.code != tag.printed or tag.person
    return not known and bool(NAME_WORD.fullmatch(tag.printed))


def tag_problems(tags: Iterable[ParsedTag], line: int) -> Iterator[ParseProblem]:
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
