"""Names that something else proposes, such as a language model: they pass the rules' own filter."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cables.names.recognition import shape
from cables.names.recognition.candidates import Candidate
from cables.names.recognition.context_after import follows_the
from cables.names.recognition.evidence import Find

RULE: Final = "full name that a model proposes"


def proposed(
    text: str, candidates: Sequence[Candidate], spans: Iterable[tuple[int, int]]
) -> Iterator[Find]:
    """Yield the candidates that a proposal covers, and nothing speaks against.

    Args:
        text: With page marks filled.
        candidates: In the order of the text.
        spans: Offsets of the proposals, start and end; what they are wrong about does no harm.
    """
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    for candidate in candidates:
        at = bisect_right(starts, candidate.start) - 1
        if at >= 0 and candidate.end <= ordered[at][1] and acceptable(text, candidate):
            yield Find(candidate, "", RULE)


def acceptable(text: str, candidate: Candidate) -> bool:
    """Tell whether a proposed name is full and no word of it is known as anything but a name."""
    return (
        shape.full(candidate)
        and shape.unknown(candidate)
        and not shape.begins_otherwise(candidate)
        and not shape.part_of_more(candidate)
        and not candidate.run.zone.capitals
        and not follows_the(text, candidate)
    )
