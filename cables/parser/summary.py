"""The summary with which longer cables open."""

import re
from collections.abc import Sequence
from typing import Final

from cables.parser import markings
from cables.parser.page_marks import Places
from cables.parser.reflow import reading_text
from cables.parser.values import PageMark, Paragraph, Span

BEGIN: Final = re.compile(
    rf"""
    [\s(\-]{{0,4}} (?:BEGIN \s)? (?:EXECUTIVE \s)? SUMMARY \b
    (?: (?: \s{{1,3}} (?:AND|&|/) \s{{1,3}} | \s?[/-]\s? ) \w{{3,16}}
        (?: \s (?:REQUEST|POINTS) )? ){{0,2}}
    [\s:.)\-]{{0,8}} (?: {markings.MARKING} \s{{0,3}} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `Summary: (C)` (05BUENOSAIRES159), `SUMMARY AND COMMENT.`"""
END: Final = re.compile(r"[Ee](?<!\w[Ee])(?i:ND\s{1,3}(?:OF\s)?(?:EXECUTIVE\s)?SUMMARY\b)")
"""Example: `End summary.` (07MOSCOW849)."""
BRACKETS: Final = " \t\r\n\u2028([-"
"""What may stand before those words."""
FARTHEST: Final = 10
"""A summary ends in one of so many first paragraphs."""


def read(text: str, paragraphs: Sequence[Paragraph], marks: Sequence[PageMark]) -> str:
    """Return the words of the summary in one line; empty where the cable marks none."""
    spans = list(_spans(text, paragraphs[:FARTHEST]))
    places = Places(marks)
    words = (reading_text(text, span, places.between(span.start, span.end)) for span in spans)
    return " ".join(filter(None, words))


def _spans(text: str, paragraphs: Sequence[Paragraph]) -> list[Span]:
    first = next((at for at, item in enumerate(paragraphs) if _begins(text, item)), None)
    for at, paragraph in enumerate(paragraphs):
        end = END.search(text, paragraph.text_start, paragraph.end)
        if end and (first is None or first <= at):
            opening = paragraphs[first if first is not None else 0 : at]
            start = _after_label(text, paragraph)
            words = text[start : end.start()].rstrip(BRACKETS)
            last = Span(start=start, end=start + len(words))
            return [*(_whole(text, item) for item in opening), last]
    if first is None:
        return []
    heading = paragraphs[first].heading
    return [
        _whole(text, item)
        for item in paragraphs[first:]
        if item is paragraphs[first] or (item.heading == heading and _is_summary(heading))
    ]


def _begins(text: str, paragraph: Paragraph) -> bool:
    return bool(BEGIN.match(text, paragraph.text_start, paragraph.end)) or _is_summary(
        paragraph.heading
    )


def _is_summary(heading: str) -> bool:
    return "summary" in heading.lower()


def _whole(text: str, paragraph: Paragraph) -> Span:
    return Span(start=_after_label(text, paragraph), end=paragraph.end)


def _after_label(text: str, paragraph: Paragraph) -> int:
    found = BEGIN.match(text, paragraph.text_start, paragraph.end)
    return found.end() if found else paragraph.text_start
