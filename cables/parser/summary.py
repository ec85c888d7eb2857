"""The summary at the start of longer cables."""

import re
from collections.abc import Sequence
from typing import Final

from cables.parser import markings
from cables.parser.page_marks import PageMarkIndex
from cables.parser.reflow import single_line_text
from cables.parser.values import PageMark, ParsedParagraph, Span

SUMMARY_START: Final = re.compile(
    rf"""
    [\s(\-]{{0,4}} (?:BEGIN \s)? (?:EXECUTIVE \s)? SUMMARY \b
    (?: (?: \s{{1,3}} (?:AND|&|/) \s{{1,3}} | \s?[/-]\s? ) \w{{3,16}}
        (?: \s (?:REQUEST|POINTS) )? ){{0,2}}
    [\s:.)\-]{{0,8}} (?: {markings.MARKING} \s{{0,3}} )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `Summary: (C)` (05BUENOSAIRES159), `SUMMARY AND COMMENT.`"""
SUMMARY_END: Final = re.compile(r"[Ee](?<!\w[Ee])(?i:ND\s{1,3}(?:OF\s)?(?:EXECUTIVE\s)?SUMMARY\b)")
"""Example: `End summary.` (07MOSCOW849)."""
END_PREFIX_CHARACTERS: Final = " \t\r\n\u2028([-"
"""Characters to strip before `SUMMARY_END`."""
MAX_SUMMARY_PARAGRAPHS: Final = 10
"""First paragraphs that are searched for a summary."""


def read_summary(
    text: str, paragraphs: Sequence[ParsedParagraph], marks: Sequence[PageMark]
) -> str:
    """Return the summary on one line; empty if the cable marks none."""
    spans = list(_spans(text, paragraphs[:MAX_SUMMARY_PARAGRAPHS]))
    mark_index = PageMarkIndex(marks)
    words = (
        single_line_text(text, span, mark_index.between(span.start, span.end)) for span in spans
    )
    return " ".join(filter(None, words))


def _spans(text: str, paragraphs: Sequence[ParsedParagraph]) -> list[Span]:
    first = next((at for at, item in enumerate(paragraphs) if _begins(text, item)), None)
    for at, paragraph in enumerate(paragraphs):
        end = SUMMARY_END.search(text, paragraph.text_start, paragraph.end)
        if end and (first is None or first <= at):
            opening = paragraphs[first if first is not None else 0 : at]
            start = _after_label(text, paragraph)
            words = text[start : end.start()].rstrip(END_PREFIX_CHARACTERS)
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


def _begins(text: str, paragraph: ParsedParagraph) -> bool:
    return bool(SUMMARY_START.match(text, paragraph.text_start, paragraph.end)) or _is_summary(
        paragraph.heading
    )


def _is_summary(heading: str) -> bool:
    return "summary" in heading.lower()


def _whole(text: str, paragraph: ParsedParagraph) -> Span:
    return Span(start=_after_label(text, paragraph), end=paragraph.end)


def _after_label(text: str, paragraph: ParsedParagraph) -> int:
    match = SUMMARY_START.match(text, paragraph.text_start, paragraph.end)
    return match.end() if match else paragraph.text_start
