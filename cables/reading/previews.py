"""The words that leave the room without their page: descriptions, share text, first words.

Names that the cable asks to protect are left out of all of them; the page shows the text as it is.
"""

from dataclasses import dataclass

from cables.models import Cable, Paragraph
from cables.names.protection import withhold
from cables.reading.view import paragraph_text
from cables.reading.withholding import names_withheld


@dataclass(frozen=True, slots=True)
class Previews:
    """What may be said of one cable in few words."""

    cable: Cable
    names: tuple[str, ...]
    """The protected names, longest first."""

    @property
    def description(self) -> str:
        """The summary, or the title."""
        return withhold(self.cable.summary, self.names) or self.cable.title

    def words(self, *paragraphs: Paragraph) -> str:
        """The words of a few paragraphs in one line."""
        return " ".join(withhold(paragraph_text(self.cable, one), self.names) for one in paragraphs)

    def without_names(self, text: str) -> str:
        """Other words of the cable, such as the note behind a reference."""
        return withhold(text, self.names)

    def heading(self, paragraph: Paragraph) -> str:
        """The heading above a paragraph, or the cable's title."""
        return withhold(paragraph.heading, self.names) or self.cable.title


def previews(cable: Cable) -> Previews:
    """Find the names to withhold once, for all that is said of it."""
    return Previews(cable, names_withheld(cable))
