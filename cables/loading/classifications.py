"""How a cable is classified, by the telegram itself and by its source's table."""

from collections.abc import Iterator
from typing import Final

from cables.parser import ParsedCable, ParseProblem
from cables.sources import SourceCable

MARKS_OF_CAVEATS: Final = {
    "NOFORN": ("NF", "NOFORN"),
    "FOR OFFICIAL USE ONLY": ("SBU", "FOUO"),
}
"""What the paragraphs of a cable with a caveat are marked with: `(S/NF)`, `(SBU)`."""


def classification_of(source: SourceCable, parsed: ParsedCable) -> str:
    """Return the telegram's own classification, or the table's where the telegram names none.

    A caveat that only the table names counts as the telegram's own if paragraphs are marked with
    it: `UNCLAS` above paragraphs marked (SBU).
    """
    level, _, caveat = source.classification.partition("//")
    if not parsed.classification or (parsed.classification == level and _marked(parsed, caveat)):
        return source.classification
    return parsed.classification


def classification_problems(source: SourceCable, parsed: ParsedCable) -> Iterator[ParseProblem]:
    """Yield a problem where the source's table and the telegram disagree."""
    table, shown = source.classification, classification_of(source, parsed)
    if table and table != shown:
        yield ParseProblem(
            code="classification-disagrees",
            line=0,
            message=f"The telegram is marked {shown}, the source's table says {table}; "
            "the telegram's own is shown.",
            printed=table,
            meant=shown,
        )


def _marked(parsed: ParsedCable, caveat: str) -> bool:
    """Return whether a paragraph is marked with a caveat."""
    marks = MARKS_OF_CAVEATS.get(caveat, ())
    return any(
        mark in paragraph.marking.split("/") for paragraph in parsed.paragraphs for mark in marks
    )
