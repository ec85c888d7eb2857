"""How fast one core parses telegrams and finds the names in them."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Final, TypeVar

from cables.names.recognition import find_people
from cables.parser import NotACable, ParsedCable, parse
from cables.parser.reference_ids import canonical_reference_id
from cables.sources import SourceCable, SourceFile, collect_files, read_source_file
from tests.bench.checkouts import ROOT
from tests.bench.table import Row, print_progress

SAMPLE: Final = 400
"""Cables that are parsed again and again."""
PASSES: Final = 5
PAGES: Final = ("pages-2011-04.tar.xz", "pages-2011-08.tar.xz")

Item = TypeVar("Item")
Texts = Sequence[tuple[str, str]]
"""Reference IDs and telegrams."""


def parsing_rows(synthetic: Texts) -> Iterator[Row]:
    """Yield the rates on synthetic cables, and on real ones where they are on this machine."""
    print_progress("parsing")
    for kind, texts in (("synthetic cables", synthetic), ("real pages", real_texts())):
        cables = [cable for text in texts if (cable := parsed(text))]
        if not cables:
            continue
        megabytes = sum(len(text.encode()) for _, text in texts) / 1e6
        words = sum(len(cable.text.split()) for cable in cables)
        parsing = median_time(parsed, texts)
        finding = median_time(find_people, cables)
        yield Row(
            measure=f"parse {len(texts):,} {kind}, one core",
            value=f"{megabytes / parsing:.2f} MB/s",
        )
        yield Row(
            measure=f"find names in {kind}, one core",
            value=f"{words / finding:,.0f} words/s",
            compared_with=f"{words / parsing:,.0f} words/s parsed",
            ratio=parsing / finding,
        )


def parsed(text: tuple[str, str]) -> ParsedCable | None:
    """Return a parsed telegram; None for an extract that has nothing of a cable."""
    reference_id, telegram = text
    try:
        return parse(telegram, reference_id=reference_id)
    except NotACable:
        return None


def median_time(work: Callable[[Item], object], items: Sequence[Item]) -> float:
    """Return the processor seconds of the median pass over all items."""
    times = []
    for _ in range(PASSES):
        started = time.process_time()
        for item in items:
            work(item)
        times.append(time.process_time() - started)
    return median(times)


def real_texts() -> Texts:
    """Return texts of real pages, spread over the corpus; none where it is missing."""
    folder = Path(os.environ.get("CABLES_CORPUS", ROOT.parent / "shared" / "corpus"))
    cables = read_cables(path for name in PAGES if (path := folder / name).is_file())
    texts = [(canonical_reference_id(cable.reference_id), cable.text) for cable in cables]
    return [text for text in texts if text[0]][:: max(len(texts) // SAMPLE, 1)]


def read_cables(paths: Iterable[Path]) -> Iterator[SourceCable]:
    """Yield the cables in files and folders."""
    for file in collect_files(paths):
        if isinstance(file, SourceFile):
            for cable in read_source_file(file):
                if isinstance(cable, SourceCable):
                    yield cable
