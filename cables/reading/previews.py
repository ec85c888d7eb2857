"""The words that leave the room without their page: descriptions, share text, first words.

Names that the cable asks to protect are left out of all of them; the page shows the text as it is.
"""

from dataclasses import dataclass

from cables.models import Cable, Paragraph
from cables.names.protection import withhold_names
from cables.reading.view import paragraph_text
from cables.reading.withholding import names_to_withhold


@dataclass(frozen=True, slots=True)
class Preview:
    """What may be said of one cable in few words."""

    cable: Cable
    withheld_names: tuple[str, ...]
    """The protected names, longest first."""

    @property
    def description(self) -> str:
        """The summary, or the title."""
        return withhold_names(self.cable.summary, self.withheld_names) or self.cable.title

    def text_of(self, *paragraphs: Paragraph) -> str:
        """The words of a few paragraphs in one line."""
        return " ".join(
            withhold_names(paragraph_text(self.cable, one), self.withheld_names)
            for one in paragraphs
        )

    def without_names(self, text: str) -> str:
        """Other words of the cable, such as the note behind a reference."""
        return withhold_names(text, self.withheld_names)

    def heading(self, paragraph: Paragraph) -> str:
        """The heading above a paragraph, or the cable's title."""
        return withhold_names(paragraph.heading, self.withheld_names) or self.cable.title


def build_preview(cable: Cable) -> Preview:
    """Find the names to withhold once, for all that is said of it."""
    return Preview(cable, names_to_withhold(cable))
