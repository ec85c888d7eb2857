"""Invariants on all real cables: no word is lost, none is in the wrong place."""

import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from cables.parser import NotACable, ParsedCable, ParsedParagraph, PartKind, Span, TextPart, parse
from cables.parser.blocks import BlockKind
from cables.parser.reference_ids import canonical_reference_id
from cables.parser.reflow import make_blocks, single_line_text
from cables.sources import SourceCable
from tests.cables.sources.walk import read_paths

pytestmark = pytest.mark.corpus

ROOT = Path(__file__).resolve().parents[3]
CORPUS = Path(os.environ.get("CABLES_CORPUS", ROOT / ".." / "shared" / "corpus"))

TEXT_KINDS: Final = {
    PartKind.PARAGRAPH,
    PartKind.HEADING,
    PartKind.SIGNATURE,
    PartKind.TRAILER,
    PartKind.PAGE_MARK,
}
NO_TEXT_KINDS: Final = {PartKind.BLANK, PartKind.RULE, PartKind.COPY, PartKind.FUSED}
LABEL_KINDS: Final = frozenset(PartKind) - TEXT_KINDS - NO_TEXT_KINDS - {PartKind.OTHER}
WORD = re.compile(r"\w+")
TAG = re.compile(r"<[^>]{1,6}>")
NUMBERED_LINE = re.compile(r"^\s*¶?\s?\d{1,3}[.)]\s*\(?[A-Z]", re.MULTILINE)
PAGE_LINE = re.compile(
    r"^[ ]*[A-Z' ]{3,30} \d{8}[ ]{1,4}\d{3}(?:\.\d)? OF \d{3}|^[ ]*PAGE[ ]+\d\d\b", re.MULTILINE
)
SIPDIS = re.compile(r"(?<!caption )\bSIPDIS\b(?! in all | caption )")
"""But for requests to use the caption: `Please include SIPDIS in all replies` (08STATE83144)."""
RULE = re.compile(r"^[ ]*[-=_*]{10,}[ ]*$", re.MULTILINE)
RULES_IN_TEXT: Final = {
    "07MADRID2128": "a rule under the name and office of each speaker",
    "07THEHAGUE1336": "a heading whose text is redacted",
    "09ASMARA47": "a heading on the line of its paragraph's number",
    "09HARARE888": "a press digest with a numbered list of its own",
    "09SANJOSE1140": "a heading on the last line of a paragraph",
    "09SANJOSE758": "titles of tables",
    "09THEHAGUE543": "a list of participants by delegation",
}
"""Cables whose paragraphs hold a rule, each read by eye, and why."""
FALSE_PILCROW = re.compile(r"¶(?:19|20)\d\d\b")
MAX_LOOSE: Final = 30
"""Cables that may have a word in no part: remains of labels and records, such as `AMCITREF`."""
MAX_FRAGMENT_WORDS: Final = 120
MAX_HEADING_WORDS: Final = 25
MAX_MARK_LINES: Final = 2
"""But for bare levels, which the page lines of the 1970s have once or twice above them."""
LEVEL_LINE = re.compile(
    r"[ ]*(?:UNCLASSIFIED|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET|NOFORN|[ ])+[ ]*"
)
RECORD_REST = re.compile(r"0 \d\d/\d\d/\d{4} ")
"""What a table's row has after the text: `0 11/30/2007` (07HARARE1073)."""
MAX_TRAILER_WORDS: Final = 40
"""More than any trailer of a listed kind has; `Visit Embassy ...` has 20."""


class Witness(NamedTuple):
    name: str
    cable: ParsedCable


@cache
def witnesses() -> tuple[Witness, ...]:
    archives = sorted(CORPUS.glob("*.tar.xz"))
    if not archives:
        pytest.skip(f"the corpus is not here: {CORPUS} is missing (CABLES_CORPUS says where)")
    return tuple(chain.from_iterable(read_archive(path) for path in archives))


def read_archive(path: Path) -> Iterator[Witness]:
    for source in read_paths([path]):
        if isinstance(source, SourceCable):
            reference_id = canonical_reference_id(source.reference_id) or source.reference_id
            try:
                cable = parse(source.text, reference_id=reference_id)
            except NotACable:
                continue
            yield Witness(f"{reference_id} in {path.name}", cable)


def words(cable: ParsedCable, part: TextPart) -> list[str]:
    return WORD.findall(TAG.sub("", cable.text[part.start : part.end]))


def labels_end(cable: ParsedCable) -> int:
    first = min((paragraph.start for paragraph in cable.paragraphs), default=len(cable.text))
    ends = [part.end for part in cable.parts if part.kind in LABEL_KINDS and part.start < first]
    return max(ends, default=0)


def test_every_word_after_the_labels_is_in_one_part_of_the_text() -> None:
    loose = {
        name: cable.text[part.start : part.end][:40]
        for name, cable in witnesses()
        for part in cable.parts
        if part.kind is PartKind.OTHER and part.start >= labels_end(cable) and words(cable, part)
    }

    assert len(loose) <= MAX_LOOSE, loose


def test_each_paragraph_part_is_in_one_paragraph() -> None:
    wrong = []
    for name, cable in witnesses():
        spans = [(paragraph.start, paragraph.end) for paragraph in cable.paragraphs]
        assert spans == sorted(spans)
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))
        parts = [part for part in cable.parts if part.kind is PartKind.PARAGRAPH]
        if any(
            sum(start <= part.start and part.end <= end for start, end in spans) != 1
            for part in parts
        ):
            wrong.append(name)
    assert not wrong


def test_a_page_mark_is_a_page_line_and_no_text() -> None:
    marks = [
        (name, cable.text[part.start : part.end])
        for name, cable in witnesses()
        for part in cable.parts
        if part.kind is PartKind.PAGE_MARK
    ]

    assert len(marks) > 2000
    assert not [
        (name, text)
        for name, text in marks
        if sum(bool(line.strip()) and not LEVEL_LINE.fullmatch(line) for line in text.split("\n"))
        > MAX_MARK_LINES
        or NUMBERED_LINE.search(text)
    ]


def test_the_head_of_a_section_holds_no_paragraph() -> None:
    heads = [
        (name, cable.text[part.start : part.end])
        for name, cable in witnesses()
        for part in cable.parts
        if part.kind is PartKind.SECTION_HEAD
    ]

    assert heads
    assert not [name for name, text in heads if NUMBERED_LINE.search(text)]


def test_no_cable_with_text_is_without_paragraphs() -> None:
    empty = []
    for name, cable in witnesses():
        own = [part for part in cable.parts if part.kind not in NO_TEXT_KINDS]
        size = sum(len(words(cable, part)) for part in own if part.start >= labels_end(cable))
        labels = [part for part in own if part.kind is PartKind.CLASSIFIED_BY]
        size += sum(len(words(cable, part)) for part in labels)
        if size > MAX_FRAGMENT_WORDS and not cable.paragraphs:
            empty.append((name, size))
    assert not empty


def test_a_trailer_is_not_text() -> None:
    assert not [
        (name, cable.text[part.start : part.end])
        for name, cable in witnesses()
        for part in cable.parts
        if part.kind is PartKind.TRAILER
        and len(words(cable, part)) > MAX_TRAILER_WORDS
        and "Message Attributes" not in cable.text[part.start : part.end]
        and not RECORD_REST.match(cable.text[part.start : part.end])
    ]


def test_another_text_names_another_cable() -> None:
    fused = [
        (name, cable, part)
        for name, cable in witnesses()
        for part in cable.parts
        if part.kind is PartKind.FUSED
    ]

    assert 0 < len(fused) < 20
    for name, cable, part in fused:
        own = re.escape(re.sub(r"^\d\d|\D", "", cable.reference_id))
        opening = cable.text[part.start : part.end]
        assert not re.match(rf"\S* ?{own}\b", opening), name


def test_no_heading_is_longer_than_a_heading() -> None:
    assert not [
        (name, heading.text)
        for name, cable in witnesses()
        for heading in cable.headings
        if len(heading.text.split()) > MAX_HEADING_WORDS
    ]


def test_no_cable_cites_itself() -> None:
    assert not [
        name
        for name, cable in witnesses()
        for reference in cable.references
        if reference.reference_id and reference.reference_id == cable.reference_id
    ]


@pytest.mark.parametrize(
    "pattern", [SIPDIS, PAGE_LINE, RULE, FALSE_PILCROW], ids=["SIPDIS", "page line", "rule", "¶"]
)
def test_no_paragraph_holds_what_is_no_text(pattern: re.Pattern[str]) -> None:
    wrong = {
        name
        for name, cable in witnesses()
        for paragraph in cable.paragraphs
        if pattern.search(cable.text[paragraph.start : paragraph.end])  # few have it, quickly
        and pattern.search(reading_text(cable, paragraph))
    }

    exceptions = RULES_IN_TEXT if pattern is RULE else {}
    wrong -= {name for name in wrong if name.split()[0] in exceptions}
    assert not wrong, f"{len(wrong)} cables, such as {sorted(wrong)[:10]}"


def test_reading_view_and_derived_texts_have_the_same_words() -> None:
    """JSON, previews and search take `single_line_text`; the page shows blocks."""
    different = []
    for name, cable in witnesses()[::3]:  # blocks take time
        for paragraph in cable.paragraphs:
            span = Span(start=paragraph.text_start, end=paragraph.end)
            blocks = make_blocks(cable.text, span, cable.page_marks)
            shown = " ".join(block.text for block in blocks).split()
            if shown != single_line_text(cable.text, span, cable.page_marks).split():
                different.append(f"{name} {paragraph.key}")
    assert not different


def reading_text(cable: ParsedCable, paragraph: ParsedParagraph) -> str:
    """Return what a reader sees: the lines of its blocks, but for tables."""
    span = Span(start=paragraph.text_start, end=paragraph.end)
    blocks = make_blocks(cable.text, span, cable.page_marks)
    return "\n".join(block.text for block in blocks if block.kind is not BlockKind.TABLE)
