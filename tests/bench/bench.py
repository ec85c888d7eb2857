"""Measure this checkout, and another one beside it: `python -m tests.bench --checkout DIR`.

Nothing here passes or fails. Loads and pages are measured in processor time, which other work on
the machine hardly changes; a ratio compares two values of the same run.
"""

import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from tests.bench.checkouts import ROOT, Checkout
from tests.bench.datasette import datasette_rows
from tests.bench.forms import FORMS, write_corpus
from tests.bench.parsing import SAMPLE, parsing_rows
from tests.bench.questions import urls_by_kind
from tests.bench.table import Row, print_progress, print_table
from tests.bench.telegrams import SyntheticCable, synthetic_cables

LOAD = "load"
LOAD_AGAIN = "load again, all unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """The synthetic cables that are loaded."""

    path: Path
    text_bytes: int
    sample: Sequence[SyntheticCable]
    """The first `SAMPLE` cables."""
    urls: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One value of one checkout."""

    value: float
    unit: str

    def __str__(self) -> str:
        return f"{self.value:,.1f} {self.unit}"


Measures = dict[str, Measure]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, measure, print the table."""
    options = _options(arguments)
    with _work_folder(options.folder) as folder:
        corpus = write_measured_corpus(options, folder)
        rows = list(parsing_rows([(cable.reference_id, cable.text) for cable in corpus.sample]))
        here = Checkout(code=ROOT, data=folder / "here")
        there = options.checkout and Checkout(code=options.checkout, data=folder / "there")
        rows += checkout_rows(here, there, corpus, options)
        reference_ids = [url.strip("/").split("/")[1] for url in corpus.urls["cable page"]]
        rows += datasette_rows(here, reference_ids)
    print_table(rows)


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(description="Measure parsing, loading, searching and pages.")
    parser.add_argument(
        "--checkout",
        type=lambda text: Path(text).resolve(),
        help="Another checkout of this project to compare with, such as an older commit.",
    )
    parser.add_argument("--cables", type=int, default=5000, help="Number of synthetic cables.")
    parser.add_argument("--pages", type=int, default=20, help="Number of pages of each kind.")
    parser.add_argument(
        "--rounds", type=int, default=1, help="Measure so many times, and keep the lowest values."
    )
    parser.add_argument("--processes", type=int, default=2, help="Processes that the loader uses.")
    parser.add_argument("--form", choices=sorted(FORMS), default="csv", help="Source form.")
    parser.add_argument("--seed", type=int, default=1, help="Seed of the synthetic cables.")
    parser.add_argument(
        "--folder", type=Path, help="Work in this folder and keep its files; default: temporary."
    )
    return parser.parse_args(arguments)


@contextmanager
def _work_folder(kept: Path | None) -> Iterator[Path]:
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield Path(folder)


def write_measured_corpus(options: Namespace, folder: Path) -> Corpus:
    """Write the synthetic cables, and choose the pages that are timed."""
    print_progress(f"writing {options.cables:,} cables")
    path = folder / f"cables.{options.form}"
    summary = write_corpus(path, options.cables, seed=options.seed, form=options.form)
    sample = list(islice(synthetic_cables(options.cables, options.seed), SAMPLE))
    return Corpus(
        path=path,
        text_bytes=summary.text_bytes,
        sample=sample,
        urls=urls_by_kind(sample, options.pages, options.seed),
    )


def checkout_rows(
    here: Checkout, there: Checkout | None, corpus: Corpus, options: Namespace
) -> Iterator[Row]:
    """Yield what this checkout takes, compared with the other one or with a related measure."""
    checkouts = [here, there] if there else [here]
    lowest: dict[Path, Measures] = {checkout.code: {} for checkout in checkouts}
    for _ in range(options.rounds):
        for checkout in checkouts:
            for name, measure in measure_checkout(checkout, corpus, options).items():
                known = lowest[checkout.code].get(name, measure)
                lowest[checkout.code][name] = min(known, measure, key=lambda known: known.value)
    ours = lowest[here.code]
    for name, measure in ours.items():
        base = name.replace(", again", ", first").replace(LOAD_AGAIN, LOAD)
        compared, where = ours[base] if base != name else None, base
        if there:
            compared, where = lowest[there.code][name], f"in {there.code}"
        yield Row(
            measure=name,
            value=str(measure),
            compared_with=f"{compared} {where}" if compared else "",
            ratio=measure.value / compared.value if compared else None,
        )


def measure_checkout(checkout: Checkout, corpus: Corpus, options: Namespace) -> Measures:
    """Load the corpus into a fresh database, load it again, and ask for pages."""
    print_progress(f"loading into {checkout.data.name}")
    checkout.prepare()
    load = ("load_cables", str(corpus.path), "--processes", str(options.processes))
    first, again = checkout.manage(*load), checkout.manage(*load)
    database, index = checkout.sizes()
    print_progress("asking for pages")
    pages = checkout.page_times(corpus.urls)
    return {
        LOAD: Measure(value=first.processor / options.cables * 1000, unit="ms/cable"),
        LOAD_AGAIN: Measure(value=again.processor / options.cables * 1000, unit="ms/cable"),
        "load, elapsed": Measure(value=first.seconds, unit="s"),
        "load, memory of the largest process": Measure(value=first.memory / 1e6, unit="MB"),
        "database, of the text": Measure(value=database / corpus.text_bytes * 100, unit="%"),
        "search index, of the text": Measure(value=index / corpus.text_bytes * 100, unit="%"),
        **{
            f"{kind} (median)": Measure(value=median(times) * 1000, unit="ms")
            for kind, times in pages.items()
            if not kind.startswith("search") or kind.endswith("first")
        },
    }
