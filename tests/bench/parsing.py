"""How fast one core parses: megabytes a second, text in and cable out."""

import os
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from cables.parser import NotACable, parse
from cables.parser.reference_ids import canonical_reference_id
from cables.sources import SourceCable
from tests.bench.rooms import ROOT
from tests.bench.telegrams import synthetic_cables
from tests.cables.sources.walk import read_paths

SAMPLE: Final = 400
"""Cables that are parsed over and over."""
PASSES: Final = 5
PAGES: Final = ("pages-2011-04.tar.xz", "pages-2011-08.tar.xz")

Texts = Sequence[tuple[str, str]]
"""Telegrams, each with its canonical ID."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseRate:
    """What was parsed, and how fast."""

    cables: int
    bytes: int
    """Of the texts in UTF-8."""
    seconds: float
    """Of the middle pass."""

    @property
    def megabytes(self) -> float:
        """Megabytes (of a million bytes) a second."""
        return self.bytes / 1e6 / self.seconds


def parse_rate(texts: Texts) -> ParseRate:
    """Parse texts several times, and take the middle one of the times."""
    return ParseRate(
        cables=len(texts),
        bytes=sum(len(text.encode()) for _, text in texts),
        seconds=median(_timed(texts) for _ in range(PASSES)),
    )


def _timed(texts: Texts) -> float:
    started = time.perf_counter()
    for reference_id, text in texts:
        try:
            parse(text, reference_id=reference_id)
        except NotACable:  # an excerpt may hold nothing by which a cable is told
            continue
    return time.perf_counter() - started


def synthetic_texts(count: int, seed: int) -> Texts:
    """Return a small corpus of the same kind as the one that is loaded."""
    cables = synthetic_cables(min(count, SAMPLE), seed)
    return [(cable.reference_id, cable.text) for cable in cables]


def real_texts(count: int) -> Texts:
    """Return real pages' texts, spread over the corpus; none where it is not here."""
    folder = Path(os.environ.get("CABLES_CORPUS", ROOT.parent / "shared" / "corpus"))
    texts = list(_read(path for name in PAGES if (path := folder / name).is_file()))
    return texts[:: max(len(texts) // min(count, SAMPLE), 1)]


def _read(paths: Iterable[Path]) -> Iterable[tuple[str, str]]:
    for item in read_paths(paths):
        if isinstance(item, SourceCable):
            yield canonical_reference_id(item.reference_id) or item.reference_id, item.text
