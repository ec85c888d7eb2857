"""What the stages of parsing hand on to each other."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from cables.parser.boundaries import CableText
from cables.parser.classification import ClassificationLine
from cables.parser.fields import LabeledFields
from cables.parser.lines import Line
from cables.parser.paragraph_numbers import ParagraphStart
from cables.parser.paragraphs import ParsedBody
from cables.parser.preamble import Preamble
from cables.parser.signature import CableEnding
from cables.parser.values import Header, PageMark, ParseProblem, Signature, TextPart


class ParseState(NamedTuple):
    """What the stages have found so far; a field is empty until its stage has run."""

    text: str
    reference_id: str
    """As given, else derived; empty if unknown."""
    lines: Sequence[Line] = ()
    """Of the whole text, cut at page marks and classification lines."""
    classification_lines: tuple[ClassificationLine, ...] = ()
    """Those with a serial number, in order."""
    page_marks: tuple[PageMark, ...] = ()
    cable_text: CableText = CableText(None, 0, 0, 0, ())
    header: Header = Header(start=0, end=0)
    created: datetime | None = None
    body_lines: Sequence[Line] = ()
    """Of the cable's body, cut also at paragraphs, labels and headings inside lines."""
    starts: Sequence[ParagraphStart] = ()
    preamble: Preamble = Preamble((), (), (), (), 0)
    prose_start: int = 0
    """Offset of the first line after the labels."""
    ending: CableEnding = CableEnding(None, 0, 0)
    copied_signature: Signature | None = None
    """From another copy, if the cable has none."""
    body: ParsedBody = ParsedBody((), (), ())
    fields: LabeledFields = LabeledFields()
    parts: tuple[TextPart, ...] = ()
    problems: tuple[ParseProblem, ...] = ()
