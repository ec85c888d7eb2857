"""The text of one stored cable, with everything derived from it computed once."""

from dataclasses import dataclass
from functools import cached_property

from cables.models import Cable, Paragraph
from cables.parser.blocks import Block
from cables.parser.reflow import make_blocks, single_line_text
from cables.parser.values import PageMark, PartKind, Span
from cables.reading.withholding import names_to_withhold


@dataclass(frozen=True)
class CableContent:
    """A cable's paragraphs, page marks and withheld names.

    Create one per cable and request, and pass it on.
    """

    cable: Cable
    """With its body and layout."""

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs, in order."""
        return tuple(self.cable.paragraphs.all())

    @cached_property
    def page_marks(self) -> tuple[PageMark, ...]:
        """The page-break lines of the body; only the first with a given number has an anchor."""
        marks: list[PageMark] = []
        pages_seen = set()
        for kind, start, end, *numbers in self.cable.layout:
            if kind == PartKind.PAGE_MARK:
                page, pages = numbers
                marks.append(
                    PageMark(
                        start=start,
                        end=end,
                        page=page,
                        pages=pages,
                        printed=self.cable.body[start:end],
                        anchor="" if page in pages_seen or not page else f"page{page}",
                    )
                )
                pages_seen.add(page)
        return tuple(marks)

    @cached_property
    def withheld_names(self) -> tuple[str, ...]:
        """The names to withhold wherever the text is quoted, longest first."""
        return names_to_withhold(self.cable)

    def text_span(self, paragraph: Paragraph) -> Span:
        """Return the span of a paragraph's text, without its number and marking.

        If nothing else is printed, as in `1. (C - ENTIRE TEXT).`, they are the text.
        """
        text = self.cable.body[paragraph.text_start : paragraph.end]
        has_text = any(character.isalnum() for character in text)
        return Span(start=paragraph.text_start if has_text else paragraph.start, end=paragraph.end)

    def blocks_of(self, paragraph: Paragraph) -> tuple[Block, ...]:
        """Return a paragraph's blocks, without its number and marking."""
        return make_blocks(self.cable.body, self.text_span(paragraph), self.page_marks)

    def line_of(self, paragraph: Paragraph) -> str:
        """Return a paragraph's text on one line, without page marks; no name is withheld."""
        return single_line_text(self.cable.body, self.text_span(paragraph), self.page_marks)
