"""A stored cable verbatim, cut only where a paragraph's fragment must stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from cables.models import Cable, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A piece of the telegram; joined, the pieces are the text."""

    text: str
    paragraph: Paragraph | None = None
    """The paragraph that the stretch is; None between paragraphs."""


def read_telegram(cable: Cable, paragraphs: Sequence[Paragraph]) -> list[Stretch]:
    """Cut a telegram into its paragraphs and what stands between them.

    Args:
        cable: With header and body.
        paragraphs: Its paragraphs, in order.
    """
    body, at = cable.body, 0
    stretches = [Stretch(text=cable.header)] if cable.header else []
    for paragraph in paragraphs:
        if at < paragraph.start:
            stretches.append(Stretch(text=body[at : paragraph.start]))
        text = body[paragraph.start : paragraph.end]
        stretches.append(Stretch(text=text, paragraph=paragraph))
        at = paragraph.end
    if at < len(body):
        stretches.append(Stretch(text=body[at:]))
    return stretches
