"""Measure parser, loader, a person's page and the lists: `python -m tests.bench` prints one table.

Nothing here passes or fails; figures stand beside others of the same run on the same machine.
"""

import json
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Figure, say_table, tell
from tests.bench.forms import FORMS
from tests.bench.parsing import ParseRate, parse_rate, real_texts, synthetic_texts
from tests.bench.people import find_rate
from tests.bench.rooms import Room, Run, load_arguments
from tests.bench.searching import add_options, searching_figures
from tests.bench.spent import Spent
from tests.bench.synthetic import Written, write_corpus


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A corpus loaded twice, and inserted once more without parsing."""

    written: Written
    first: Run
    again: Run
    inserted: Spent
    """By reading and inserting alone."""
    size: int
    """Bytes of the database."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, measure, print."""
    options = _options(arguments)
    if options.room:
        say_table([*searching_figures(Room(folder=options.room.resolve()), options)])
        return
    with _folder(options.folder) as folder:
        room = Room(folder=folder / "loaded")
        figures = [*parsing_figures(options), *loading_figures(options, folder)]
        figures += [*page_figures(room), *searching_figures(room, options)]
    say_table(figures)


def _options(arguments: Sequence[str] | None) -> Namespace:
    parser = ArgumentParser(description="Measure the parser, the loader and pages.")
    parser.add_argument("--cables", type=int, default=5000, help="How many synthetic cables.")
    parser.add_argument("--processes", type=int, default=2, help="How many the loader may use.")
    parser.add_argument("--form", choices=sorted(FORMS), default="csv", help="What is loaded.")
    parser.add_argument("--seed", type=int, default=1, help="Of the synthetic cables.")
    parser.add_argument(
        "--folder", type=Path, help="Where to work and leave all files; else they are removed."
    )
    parser.add_argument(
        "--room", type=Path, help="Only the lists, in a folder with a loaded cables.sqlite3."
    )
    add_options(parser)
    return parser.parse_args(arguments)


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept:
        kept.mkdir(parents=True, exist_ok=True)
        yield kept.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield Path(folder)


def parsing_figures(options: Namespace) -> Iterator[Figure]:
    """Measure the parser on synthetic cables, and on real ones where they are here."""
    tell("parsing")
    synthetic = parse_rate(synthetic_texts(options.cables, options.seed))
    pages = real_texts(options.cables)
    real = parse_rate(pages) if pages else None
    yield Figure(
        measure=f"parse, a core, {synthetic.cables:,} synthetic cables",
        value=_megabytes(synthetic),
        beside=f"{_megabytes(real)} on {real.cables:,} real pages" if real else "no real pages",
        ratio=synthetic.megabytes / real.megabytes if real else None,
    )
    yield from finding_figures(options)


def finding_figures(options: Namespace) -> Iterator[Figure]:
    """Measure how fast persons are found, on synthetic cables and on real ones."""
    tell("finding persons")
    texts = {
        "synthetic cables": synthetic_texts(options.cables, options.seed),
        "real pages": real_texts(options.cables),
    }
    for of, held in texts.items():
        if held:
            rate = find_rate(held)
            yield Figure(
                measure=f"find persons, a core, {rate.cables:,} {of}, {rate.people:,} found",
                value=f"{rate.words_a_second:,.0f} words/s",
                beside=f"{rate.words_parsed:,.0f} words/s parsed; 250,000 wanted",
                ratio=rate.words_a_second / rate.words_parsed,
            )


def _megabytes(rate: ParseRate) -> str:
    return f"{rate.megabytes:.2f} MB/s"


def loading_figures(options: Namespace, folder: Path) -> Iterator[Figure]:
    """Measure the loader from the file to the database."""
    loaded = measure_load(options, folder)
    written, count = loaded.written, loaded.written.cables
    text = f"{written.raw_bytes / 1e6:,.1f} MB of text, {written.words / count:,.0f} words a cable"
    yield Figure(
        measure=f"load, {options.processes} processes, {count:,} cables ({options.form})",
        value=_rate(count, loaded.first.seconds),
        beside=f"{_rate(count, loaded.inserted.seconds)} read and inserted without parsing",
        ratio=loaded.inserted.seconds / loaded.first.seconds,
    )
    yield Figure(
        measure="processor time of it, all processes together",
        value=_milliseconds(count, loaded.first.processor),
        beside=f"{_milliseconds(count, loaded.inserted.processor)} without parsing",
        ratio=loaded.first.processor / loaded.inserted.processor,
    )
    yield Figure(
        measure="load again, all unchanged",
        value=_rate(count, loaded.again.seconds),
        beside=f"{_rate(count, loaded.first.seconds)} the first time",
        ratio=loaded.first.seconds / loaded.again.seconds,
    )
    yield Figure(
        measure="memory of all processes at the peak (PSS, sampled)",
        value=f"{loaded.first.memory / 1e6:,.0f} MB" if loaded.first.memory else "not told",
        beside=f"{loaded.again.memory / 1e6:,.0f} MB when all is unchanged",
    )
    yield Figure(
        measure=f"database, {loaded.inserted.rows / count:.1f} rows a cable",
        value=f"{loaded.size / 1e6:,.1f} MB",
        beside=text,
        ratio=loaded.size / written.raw_bytes,
    )


def page_figures(room: Room) -> Iterator[Figure]:
    """Measure the page of somebody whom many paragraphs of the loaded cables name."""
    tell("asking for pages")
    room.manage("collectstatic", "--noinput", "--verbosity", "0")
    told = json.loads(room.run("-m", "tests.bench.person_pages").output)
    cable_median, cable_slow = told["cable"]
    for asked, words in (("first", "as after a load"), ("again", "counts at hand")):
        middle, slow = told[asked]
        yield Figure(
            measure=f"processor time of a person's page, {told['mentions']:,} mentions, {words}",
            value=f"{middle * 1000:.0f}, p95 {slow * 1000:.0f} ms",
            beside=f"{cable_median * 1000:.0f}, p95 {cable_slow * 1000:.0f} ms a long cable's page",
            ratio=middle / cable_median,
        )


def _rate(count: int, seconds: float) -> str:
    return f"{count / seconds:,.0f} cables/s"


def _milliseconds(count: int, seconds: float) -> str:
    return f"{seconds / count * 1000:,.2f} ms/cable"


def measure_load(options: Namespace, folder: Path) -> Loaded:
    """Write a corpus, load it, load it again, and insert its rows into another database."""
    source = folder / f"cables.{options.form}"
    tell(f"writing {options.cables:,} cables")
    written = write_corpus(source, options.cables, seed=options.seed, form=options.form)
    room, other = Room(folder=folder / "loaded"), Room(folder=folder / "inserted")
    room.open()
    other.copy_of(room)
    arguments = load_arguments(source, options.processes)
    tell("loading")
    first = room.manage(*arguments)
    size = room.size()
    tell("loading again")
    again = room.manage(*arguments)
    tell("inserting without parsing")
    module = ("-m", "tests.bench.baseline")
    told = json.loads(other.run(*module, str(source), str(room.database)).output)
    if (held := told.pop("cables")) != written.cables:
        raise RuntimeError(f"{written.cables} cables written, {held} loaded")
    return Loaded(
        written=written,
        first=first,
        again=again,
        inserted=Spent(**told),
        size=size,
    )
