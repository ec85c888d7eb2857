"""Reading telegrams: text goes in, values come out. Plain Python, no Django, no files."""

from cables.parser.parse import parse
from cables.parser.values import (
    Addressee,
    ClassifiedBy,
    Header,
    Heading,
    NotACable,
    PageMark,
    Paragraph,
    ParagraphKind,
    ParsedCable,
    Part,
    PartKind,
    Problem,
    Reference,
    ReferenceKind,
    Signature,
    Span,
    Tag,
)

__all__ = [
    "Addressee",
    "ClassifiedBy",
    "Header",
    "Heading",
    "NotACable",
    "PageMark",
    "Paragraph",
    "ParagraphKind",
    "ParsedCable",
    "Part",
    "PartKind",
    "Problem",
    "Reference",
    "ReferenceKind",
    "Signature",
    "Span",
    "Tag",
    "parse",
]
