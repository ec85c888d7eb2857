"""What was put right or found missing, told to the reader."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cables.facts.posts import current_post_code
from cables.parser import reference_ids
from cables.parser.boundaries import CableText
from cables.parser.paragraph_numbers import ParagraphStart
from cables.parser.values import ParsedParagraph, ParseProblem

BROKEN_OFF: Final = re.compile(r"[a-z,] [a-z]{1,12}\s*\Z")
"""A paragraph whose last words end no sentence. Example: `should be the guiding principle, he`
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
"""The head of a record of the export, which names its cable: as `refid: 09ASUNCION13`
(10ASUNCION71), below the lines `97717` and `2007-02-22 17:23:00` (07MONTERREY130), or in a row
`76571`, `2006-08-29 17:54:00`, `06BERN1593` with tabs or commas between (06BERN1593)."""
CUT_OFF: Final = re.compile(r"[^\s.]\.\.\.\Z")
"""Example: `On July 3, Presi...` (08VLADIVOSTOK68)."""
CUT_OFF_TAIL: Final = 40
MIN_PROSE_LENGTH: Final = 240
"""Only paragraphs this long are prose whose end can be told."""
TAIL: Final = 30


def lost_pilcrows(starts: Sequence[ParagraphStart]) -> Iterator[ParseProblem]:
    """Yield a problem for each number behind a damaged pilcrow."""
    for start in starts:
        if start.pilcrow not in {"", "¶"}:
            printed = f"{start.pilcrow}{start.number}{start.punctuation}"
            message = (
                f"Paragraph {start.number} begins with {printed!r}: what is left of a paragraph "
                "sign stands before its number."
            )
            yield ParseProblem(
                code="lost-pilcrow",
                line=start.line,
                message=message,
                printed=printed,
                meant=f"{start.number}{start.punctuation}",
            )


def missing_text(text: str, copy: CableText) -> Iterator[ParseProblem]:
    """Yield a problem where the text itself says that something is missing."""
    if EXTRACT.match(text):
        message = "The source says that it holds a partial extract of the cable."
        yield ParseProblem(code="extract", line=1, message=message)
    for found in MISSING_SECTION.finditer(text, copy.start, copy.end):
        line = text.count("\n", 0, found.start()) + 1
        message = f"Section {int(found['section'])} of the telegram is missing."
        yield ParseProblem(code="missing-section", line=line, message=message)
    tail = text[copy.start : copy.end].rstrip()[-CUT_OFF_TAIL:]
    if CUT_OFF.search(tail):
        line = text.count("\n", 0, copy.end) + 1
        message = "The text is cut off; three full stops stand where it ends."
        yield ParseProblem(code="cut-off", line=line, message=message, printed=tail.split()[-1])


def record_mismatch(text: str, copy: CableText, reference_id: str) -> Iterator[ParseProblem]:
    """Yield a problem where the record that holds the cable names another one."""
    found = RECORD.search(text, 0, copy.start if copy.classification_line else copy.end)
    named = reference_ids.canonical_reference_id(found["id"]) if found else ""
    own = _present(reference_id)
    if found and named and own and _present(named) != own:
        line = text.count("\n", 0, found.start("id")) + 1
        message = f"The text's own record names {named}: it may be that cable's text."
        yield ParseProblem(code="other-id", line=line, message=message, printed=found["id"])


def _present(reference_id: str) -> tuple[int, str, int] | None:
    """Return year, present code of the post and serial; None for an ID that is not canonical."""
    try:
        year, post, serial = reference_ids.split_reference_id(reference_id)
    except ValueError:
        return None
    return year, current_post_code(post), serial


def numbering_problems(starts: Sequence[ParagraphStart]) -> Iterator[ParseProblem]:
    """Yield a problem where the count of paragraphs leaves a number out or repeats one."""
    seen: set[int] = set()
    last = 0
    for start in starts:
        number = start.number
        if number > last + 1 and last:
            missing = f"{last + 1}" if number == last + 2 else f"{last + 1} to {number - 1}"
            message = f"Paragraph {number} follows paragraph {last}; the text has no {missing}."
            yield ParseProblem(code="number-gap", line=start.line, message=message)
        if number in seen:
            message = f"A second paragraph is numbered {number}."
            yield ParseProblem(code="number-repeated", line=start.line, message=message)
        seen.add(number)
        last = number


def broken_off_paragraphs(
    text: str, paragraphs: Sequence[ParsedParagraph]
) -> Iterator[ParseProblem]:
    """Yield a problem for each paragraph that ends inside a sentence."""
    line, at = 1, 0
    for paragraph, following in pairwise(paragraphs):
        tail = text[max(paragraph.start, paragraph.end - TAIL) : paragraph.end]
        long = paragraph.end - paragraph.start > MIN_PROSE_LENGTH
        if long and following.number is not None and BROKEN_OFF.search(tail):
            line += text.count("\n", at, paragraph.end)
            at = paragraph.end
            name = paragraph.number if paragraph.number is not None else paragraph.key
            words = " ".join(tail.split()[-3:])
            message = f"Paragraph {name} breaks off inside a sentence: “… {words}”."
            yield ParseProblem(code="broken-off", line=line, message=message)
