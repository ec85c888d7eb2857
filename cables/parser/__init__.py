"""Parse telegrams: text in, values out, in plain Python without Django or files."""

from cables.parser.parse import parse
from cables.parser.values import (
    Addressee,
    ClassifiedBy,
    Header,
    Heading,
    NotACable,
    PageMark,
    ParagraphKind,
    ParsedCable,
    ParsedParagraph,
    ParsedReference,
    ParsedTag,
    ParseProblem,
    PartKind,
    ReferenceKind,
    Signature,
    Span,
    TextPart,
)

__all__ = [
    "Addressee",
    "ClassifiedBy",
    "Header",
    "Heading",
    "NotACable",
    "PageMark",
    "ParagraphKind",
    "ParseProblem",
    "ParsedCable",
    "ParsedParagraph",
    "ParsedReference",
    "ParsedTag",
    "PartKind",
    "ReferenceKind",
    "Signature",
    "Span",
    "TextPart",
    "parse",
]
