"""Names that something else proposes, such as a language model: they pass the rules' own filter."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cables.names.recognition import shape
from cables.names.recognition.candidates import Candidate
from cables.names.recognition.context_after import follows_article
from cables.names.recognition.evidence import Detection

RULE: Final = "full name that a model proposes"


def detect_proposed(
    text: str, candidates: Sequence[Candidate], spans: Iterable[tuple[int, int]]
) -> Iterator[Detection]:
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
        if at >= 0 and candidate.end <= ordered[at][1] and _is_acceptable(text, candidate):
            yield Detection(candidate, "", RULE)


def _is_acceptable(text: str, candidate: Candidate) -> bool:
    """Tell whether a proposed name is full and no word of it is known as anything but a name."""
    return (
        shape.is_full_name(candidate)
        and shape.no_word_ruled_out(candidate)
        and not shape.starts_with_thing_word(candidate)
        and not shape.is_part_of_institution(candidate)
        and not candidate.run.zone.all_caps
        and not follows_article(text, candidate)
    )
