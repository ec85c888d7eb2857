"""Words inside paragraphs that belong to the transmission: captions, page heads, a second subject.

Each becomes a page mark without a number: it stays where it is printed, and the sentence that it
interrupts continues after it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from cables.parser.headings import LEVELS
from cables.parser.lines import Line
from cables.parser.page_marks import PageMarkIndex
from cables.parser.values import PageMark

FOREIGN_LINE: Final = re.compile(
    r"""
    \W{0,3} SIPDIS \W{0,3} | PAGE [ ]+ \d\d [ ]+ RUE [A-Z]{2,5} \d{3,5} \b .{0,80}
    | N{3,4} | BT | \#\d{4} | (?:VZCZC [A-Z]{3} \d{4} )
    """,
    re.VERBOSE,
)
"""Examples: `SIPDIS`, `PAGE 02 RUEHFRA2440` (07PARIS2440), `NNNN`."""
SIPDIS: Final = re.compile(r"(?<![\w/\"'])SIPDIS(?![\w/\"'])")
USES_CAPTION: Final = re.compile(
    r"\b(?:includ\w*|us(?:e|es|ed|ing)|appl\w+|captions?|captioned|slug\w*|mark(?:ed)?|via|as)\W{1,3}\Z",
    re.IGNORECASE,
)
"""Before the caption where it is meant. Example: `Please include SIPDIS in all replies`
(08STATE98975)."""
NAMES_CAPTION: Final = re.compile(
    r"\W{1,3}(?:captions?|channels?|cables?|telegrams?|distribution|networks?|web)\b", re.IGNORECASE
)
MIN_SUBJECT_LENGTH: Final = 20
"""Characters of the subject that a line must repeat after its label."""
SUBJECT_LABEL: Final = re.compile(r"SUBJ(?:ECT)?:[ ]*")
SENTENCE_END: Final = re.compile(r"""[.!?:][)"'\]\u201d]{0,2}\Z""")


def find_foreign_lines(
    lines: Sequence[Line], subject_lines: Sequence[str], marks: Sequence[PageMark]
) -> Iterator[PageMark]:
    """Yield a mark for whatever interrupts the lines between labels and signature, in order.

    Args:
        lines: Those lines.
        subject_lines: The subject as printed, without its label, line by line.
        marks: The page marks, in order.
    """
    index = PageMarkIndex(marks)
    words = [line for line in lines if line.text and not index.covers(line.start)]
    counts = Counter(line.text for line in words) if subject_lines else {}
    tail = subject_lines[-1] if len(subject_lines) > 1 else ""
    repeats_tail = bool(tail) and counts[tail] > 1
    for at, line in enumerate(words):
        text = line.text
        repeats = repeats_tail and text == tail and _interrupts(words, at)
        if repeats or text in LEVELS or FOREIGN_LINE.fullmatch(text):
            yield _mark(line, 0, len(text))
        elif length := _repeated_subject(text, subject_lines):
            yield _mark(line, 0, length)
        elif "SIPDIS" in text:
            for match in SIPDIS.finditer(text):
                meant = USES_CAPTION.search(text[: match.start()]) or NAMES_CAPTION.match(
                    text, match.end()
                )
                if not meant:
                    yield _mark(line, match.start(), match.end())


def _interrupts(words: Sequence[Line], at: int) -> bool:
    """Return whether a line comes in the middle of a sentence."""
    return at > 0 and not SENTENCE_END.search(words[at - 1].text[-4:])


def _repeated_subject(text: str, subject_lines: Sequence[str]) -> int:
    """Return how many characters of a line repeat the subject with its label (09STATE82013)."""
    label = SUBJECT_LABEL.match(text)
    if not label:
        return 0
    subject = " ".join(" ".join(subject_lines).split())
    length = 0
    for printed, repeated in zip(subject, text[label.end() :], strict=False):
        if printed != repeated:
            break
        length += 1
    repeated = text[label.end() : label.end() + length].rstrip()
    return label.end() + len(repeated) if length >= MIN_SUBJECT_LENGTH else 0


def _mark(line: Line, start: int, end: int) -> PageMark:
    printed = line.text[start:end]
    return PageMark(
        start=line.start + start, end=line.start + end, page=0, pages=0, printed=printed
    )
