"""Problems for the reader: what was corrected and what is missing."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cables.facts.posts import current_post_code
from cables.parser import reference_ids
from cables.parser.boundaries import CableText
from cables.parser.paragraph_numbers import ParagraphStart
from cables.parser.values import ParsedParagraph, ParseProblem

MID_SENTENCE_END: Final = re.compile(r"[a-z,] [a-z]{1,12}\s*\Z")
"""The end of a paragraph in mid-sentence. Example: `should be the guiding principle, he`
(07MOSCOW849)."""
EXTRACT: Final = re.compile(r"\s*This record is a partial extract of the original cable\b")
MISSING_SECTION: Final = re.compile(r"\* Missing Section (?P<section>\d{1,3}) \*")
"""Example: `* Missing Section 002 *` (09SECTION01OF03SANJOSE525)."""
RECORD: Final = re.compile(
    r"""
    ^ (?: refid: [ ]?
        | (?: \d{1,6} [,\t] )? (?: \d{4}-\d\d-\d\d | \d{1,2} [./] \d{1,2} [./] \d{4} )
          (?: [ ] \d{1,2}:\d\d (?: :\d\d )? )? (?: [,\t] | [ \r]{0,2}\n [ \r]{0,2}\n? )
      )
    (?P<id> \d{2,4} [A-Z]{2,40} \d{1,7} ) (?: [,\t] | [ \r\\]{0,3} $ )
    """,
    re.VERBOSE | re.MULTILINE,
)
"""The head of an exported record, which names its cable: as `refid: 09ASUNCION13` (10ASUNCION71),
below the lines `97717` and `2007-02-22 17:23:00` (07MONTERREY130), or in a row `76571`,
`2006-08-29 17:54:00`, `06BERN1593` separated by tabs or commas (06BERN1593)."""
CUT_OFF: Final = re.compile(r"[^\s.]\.\.\.\Z")
"""Example: `On July 3, Presi...` (08VLADIVOSTOK68)."""
CUT_OFF_TAIL: Final = 40
MIN_PROSE_LENGTH: Final = 240
"""Shorter paragraphs may be lists or fragments, which end without a period."""
TAIL: Final = 30


def lost_pilcrows(starts: Sequence[ParagraphStart]) -> Iterator[ParseProblem]:
    """Yield a problem for each number after a damaged pilcrow."""
    for start in starts:
        if start.pilcrow not in {"", "¶"}:
            printed = f"{start.pilcrow}{start.number}{start.punctuation}"
            message = (
                f'A stray "{start.pilcrow}" before paragraph {start.number} was removed '
                "(a damaged ¶ sign)."
            )
            yield ParseProblem(
                code="lost-pilcrow",
                line=start.line,
                message=message,
                printed=printed,
                meant=f"{start.number}{start.punctuation}",
            )


def missing_text(text: str, cable_text: CableText) -> Iterator[ParseProblem]:
    """Yield a problem if the text itself says that something is missing."""
    if EXTRACT.match(text):
        message = "The source marks this text as a partial extract of the cable."
        yield ParseProblem(code="extract", line=1, message=message)
    for match in MISSING_SECTION.finditer(text, cable_text.start, cable_text.end):
        line = text.count("\n", 0, match.start()) + 1
        message = f"Section {int(match['section'])} of the telegram is missing from the source."
        yield ParseProblem(code="missing-section", line=line, message=message)
    tail = text[cable_text.start : cable_text.end].rstrip()[-CUT_OFF_TAIL:]
    if CUT_OFF.search(tail):
        line = text.count("\n", 0, cable_text.end) + 1
        message = "The text is cut off in the source; it ends with three periods."
        yield ParseProblem(code="cut-off", line=line, message=message, printed=tail.split()[-1])


def record_mismatch(text: str, cable_text: CableText, reference_id: str) -> Iterator[ParseProblem]:
    """Yield a problem if the record around the cable names another one."""
    end = cable_text.start if cable_text.classification_line else cable_text.end
    match = RECORD.search(text, 0, end)
    named = reference_ids.canonical_reference_id(match["id"]) if match else ""
    own = _parts_of(reference_id)
    if match and named and own and _parts_of(named) != own:
        line = text.count("\n", 0, match.start("id")) + 1
        message = f"The source's record names {named}; this may be the text of that cable."
        yield ParseProblem(code="other-id", line=line, message=message, printed=match["id"])


def _parts_of(reference_id: str) -> tuple[int, str, int] | None:
    """Return year, current post code and serial; None if the ID is not canonical."""
    try:
        year, post, serial = reference_ids.split_reference_id(reference_id)
    except ValueError:
        return None
    return year, current_post_code(post), serial


def numbering_problems(starts: Sequence[ParagraphStart]) -> Iterator[ParseProblem]:
    """Yield a problem for each paragraph number that is missing or repeated."""
    seen: set[int] = set()
    last = 0
    for start in starts:
        number = start.number
        if number > last + 1 and last:
            gap = f"paragraph {last + 1}"
            if number > last + 2:
                gap = f"paragraphs {last + 1} to {number - 1}"
            message = f"Paragraph {number} follows paragraph {last}; the source has no {gap}."
            yield ParseProblem(code="number-gap", line=start.line, message=message)
        if number in seen:
            message = f"More than one paragraph is numbered {number}."
            yield ParseProblem(code="number-repeated", line=start.line, message=message)
        seen.add(number)
        last = number


def broken_off_paragraphs(
    text: str, paragraphs: Sequence[ParsedParagraph]
) -> Iterator[ParseProblem]:
    """Yield a problem for each paragraph that ends in mid-sentence."""
    line, at = 1, 0
    for paragraph, following in pairwise(paragraphs):
        tail = text[max(paragraph.start, paragraph.end - TAIL) : paragraph.end]
        long = paragraph.end - paragraph.start > MIN_PROSE_LENGTH
        if long and following.number is not None and MID_SENTENCE_END.search(tail):
            line += text.count("\n", at, paragraph.end)
            at = paragraph.end
            name = paragraph.number if paragraph.number is not None else paragraph.key
            words = " ".join(tail.split()[-3:])
            message = f"Paragraph {name} is cut off mid-sentence in the source: “… {words}”."
            yield ParseProblem(code="broken-off", line=line, message=message)
