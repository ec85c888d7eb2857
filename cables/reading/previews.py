"""Text quoted outside of a cable's own page: descriptions, share text, excerpts.

The names that the cable asks to protect are withheld in all of it; the page shows the text as it
was published.
"""

from dataclasses import dataclass

from cables.models import Cable, Paragraph
from cables.names.protection import withhold_names
from cables.reading.content import CableContent


@dataclass(frozen=True, slots=True)
class Preview:
    """What may be quoted of one cable."""

    content: CableContent

    @property
    def cable(self) -> Cable:
        return self.content.cable

    @property
    def title(self) -> str:
        return self.without_names(self.cable.title)

    @property
    def description(self) -> str:
        """The summary, or the title."""
        return self.without_names(self.cable.summary) or self.title

    def text_of(self, *paragraphs: Paragraph) -> str:
        """Return the text of paragraphs on one line."""
        return " ".join(
            self.without_names(self.content.line_of(paragraph)) for paragraph in paragraphs
        )

    def heading(self, paragraph: Paragraph) -> str:
        """Return the heading above a paragraph, or the cable's title."""
        return self.without_names(paragraph.heading) or self.title

    def without_names(self, text: str) -> str:
        """Return any text of the cable, such as a REF entry, with the names withheld."""
        return withhold_names(text, self.content.withheld_names)
