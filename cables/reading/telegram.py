"""The verbatim text of a stored cable, cut only where a fragment needs an element."""

from collections.abc import Sequence
from dataclasses import dataclass

from cables.models import Cable, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class TelegramSegment:
    """A segment of the telegram; joined, the segments are the text."""

    text: str
    paragraph: Paragraph | None = None
    """The paragraph that the segment is; None between paragraphs."""
    old_anchor: str = ""
    """A fragment of the original page that starts here, such as parB."""


def split_telegram(cable: Cable, paragraphs: Sequence[Paragraph]) -> list[TelegramSegment]:
    """Cut a telegram into its paragraphs and the text between them.

    Args:
        cable: With header and body.
        paragraphs: Its paragraphs, in order.
    """
    segments = [TelegramSegment(text=cable.header)] if cable.header else []
    end_of_last = 0
    for paragraph in paragraphs:
        segments += _segments_between(cable, end_of_last, paragraph.start)
        text = cable.body[paragraph.start : paragraph.end]
        segments.append(TelegramSegment(text=text, paragraph=paragraph))
        # An anchor inside a paragraph must not divide it, so it comes right after.
        segments += [
            TelegramSegment(text="", old_anchor=name)
            for name, offset in cable.old_anchors
            if paragraph.start <= offset < paragraph.end
        ]
        end_of_last = paragraph.end
    return segments + _segments_between(cable, end_of_last, len(cable.body))


def _segments_between(cable: Cable, start: int, end: int) -> list[TelegramSegment]:
    """Cut the text between two paragraphs at the fragments of the original page."""
    anchors = [(start, "")]
    anchors += [(offset, name) for name, offset in cable.old_anchors if start <= offset < end]
    segment_ends = [offset for offset, _ in anchors[1:]] + [end]
    return [
        TelegramSegment(text=cable.body[segment_start:segment_end], old_anchor=name)
        for (segment_start, name), segment_end in zip(anchors, segment_ends, strict=True)
        if segment_start < segment_end or name
    ]
