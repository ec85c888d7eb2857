"""A stored cable verbatim, cut only where a fragment must stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from cables.models import Cable, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramSegment:
    """A piece of the telegram; joined, the pieces are the text."""

    text: str
    paragraph: Paragraph | None = None
    """The paragraph that begins here; None between paragraphs."""
    old_anchor: str = ""
    """A fragment of the original page that begins here, such as parB."""


def split_telegram(cable: Cable, paragraphs: Sequence[Paragraph]) -> list[TelegramSegment]:
    """Cut a telegram into its paragraphs and what stands between them.

    Args:
        cable: With header and body.
        paragraphs: Its paragraphs, in order.
    """
    body, at = cable.body, 0
    stretches = [TelegramSegment(text=cable.header)] if cable.header else []
    for paragraph in paragraphs:
        stretches += _segments_between(cable, at, paragraph.start)
        text = body[paragraph.start : paragraph.end]
        stretches.append(TelegramSegment(text=text, paragraph=paragraph))
        # A target inside a paragraph must not part it: it stands right behind.
        inside = [
            name for name, place in cable.old_anchors if paragraph.start <= place < paragraph.end
        ]
        stretches += [TelegramSegment(text="", old_anchor=name) for name in inside]
        at = paragraph.end
    return stretches + _segments_between(cable, at, len(body))


def _segments_between(cable: Cable, start: int, end: int) -> list[TelegramSegment]:
    """Cut what stands between two paragraphs at the original page's fragments."""
    places = [(start, "")]
    places += [(at, name) for name, at in cable.old_anchors if start <= at < end]
    ends = [at for at, _ in places[1:]] + [end]
    return [
        TelegramSegment(text=cable.body[at:to], old_anchor=name)
        for (at, name), to in zip(places, ends, strict=True)
        if at < to or name
    ]
