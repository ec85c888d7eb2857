"""How long whole pages of search and browsing take, beside FTS5 and Datasette on the same texts.

The room is served as a host serves it, with two workers, and two readers, one a worker, ask without
a pause over the machine's own network; a page is measured from asking to its last byte, facets,
excerpts and compression included. Every question is another one, so its facets are counted for it;
where pages are asked for again, the line says so. FTS5 answers the bare query in this process.
"""

import json
import os
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any, Final

from tests.bench import fts_asking, fts_build, fts_datasette
from tests.bench.chance import chance
from tests.bench.figures import Figure, tell
from tests.bench.machine import OtherWork
from tests.bench.rooms import Room
from tests.bench.searching_browsing import ON_A_PAGE, PAGES, filtered_paths, plain_paths
from tests.bench.searching_pages import ask_for
from tests.bench.searching_questions import searched
from tests.bench.searching_server import Server, room_served
from tests.bench.searching_times import Times

SEARCH_WANTED: Final = "p95 under 60 ms wanted"
BROWSE_WANTED: Final = "p95 under 40 ms wanted"
NOTED: Final = 0.1
"""Cores of other work on the machine from which on a line tells of it."""
WARMING: Final = 12
"""Pages that a fresh server is asked for first, and that count for nothing."""
Drawn = Mapping[str, Any]
"""What `searching_questions` prints."""


def add_options(parser: ArgumentParser) -> None:
    """Add what the command line says of searching."""
    parser.add_argument("--questions", type=int, default=40, help="Different ones of each kind.")
    parser.add_argument("--beside", type=int, default=10, help="How many of them FTS5 is asked.")
    parser.add_argument(
        "--patience", type=float, default=10.0, help="Seconds after which FTS5 is cut off."
    )


def searching_figures(room: Room, options: Namespace) -> Iterator[Figure]:
    """Measure a room's lists of cables."""
    room.manage("collectstatic", "--noinput", "--verbosity", "0")
    yield from index_figures(room, anew=not options.room)
    yield fts_figure(room)
    tell("drawing questions")
    module = ("-m", "tests.bench.searching_questions")
    drawn = json.loads(room.run(*module, str(options.questions), str(options.seed)).output)
    with room_served(room) as server, OtherWork(server) as others:
        yield from browse_figures(server, drawn, room_of(room)[0], options)
        pages = search_times(server, drawn)
    yield Figure(
        measure="other work on the machine while pages were asked for",
        value=f"{others.cores:.1f} cores",
        beside=f"of {os.cpu_count()}; a page's time means little unless this is near 0",
    )
    yield from beside_figures(room, drawn, pages, options)


def index_figures(room: Room, *, anew: bool) -> Iterator[Figure]:
    """Build the search index anew, or where there is none, and tell its size."""
    tell("search index")
    index = room.folder / "search"
    built = "there already"
    if anew or not (index / "current").is_file():
        built = f"{room.manage('rebuild_search', '--verbosity', '0').seconds:,.0f} s"
    size = sum(path.stat().st_size for path in index.rglob("*") if path.is_file())
    cables, text = room_of(room)
    yield Figure(
        measure=f"search index of {cables:,} cables",
        value=f"{size / 1e6:,.1f} MB",
        beside=f"{text / 1e6:,.1f} M characters of text; built: {built}",
        ratio=size / text,
    )


def room_of(room: Room) -> tuple[int, int]:
    """Return how many cables a room has, and the length of their texts."""
    asked = "SELECT count(*), coalesce(sum(text_length), 0) FROM cables_cable"
    cables, text = fts_build.one_row(room.database, asked)
    return cables, text


def fts_figure(room: Room) -> Figure:
    """Build what search is set beside, where it is not there already."""
    database, built = fts_database(room), "there already"
    if not database.is_file():
        tell("building FTS5")
        part = database.with_suffix(".part")
        part.unlink(missing_ok=True)
        fts_build.copy_paragraphs(room.database, part)
        started = time.perf_counter()
        fts_build.build_index(part)
        built = f"{time.perf_counter() - started:,.0f} s from texts at hand"
        part.rename(database)
    (held,) = fts_build.one_row(database, "SELECT count(*) FROM paragraphs")
    size = fts_build.index_size(database)
    return Figure(
        measure=f"FTS5 index of their {held:,} paragraphs",
        value=f"{size / 1e6:,.1f} MB",
        beside=f"built: {built}",
        ratio=size / room_of(room)[1],
    )


def fts_database(room: Room) -> Path:
    """Return where FTS5's database lies."""
    return room.folder / "fts.sqlite3"


def browse_figures(
    server: Server, drawn: Drawn, cables: int, options: Namespace
) -> Iterator[Figure]:
    """Measure browsing without words: for the first time, and once more."""
    tell("browsing")
    warming = [one["text"] for one in drawn["questions"]["two words"][-WARMING:]]
    ask_for(server, [searched(text, "sort=oldest") for text in warming])
    for page in (one for one in PAGES if cables > (one - 1) * ON_A_PAGE):
        paths = list(plain_paths(page)) * max(options.questions // 6, 1)
        yield browse_figure(f"all cables, page {page}", ask_for(server, paths))
        rng = chance(options.seed, "browse", page)
        paths = filtered_paths(page, drawn["filters"], options.questions, rng)
        if not paths:
            continue
        yield browse_figure(f"filtered, page {page}, first", ask_for(server, paths))
        yield browse_figure(f"filtered, page {page}, again", ask_for(server, paths * 2))


def browse_figure(kind: str, times: Times) -> Figure:
    """Make a line of browsing."""
    return Figure(
        measure=f"browse: {kind} ({len(times.seconds)} pages)",
        value=times.written,
        beside=f"{BROWSE_WANTED}; {work(times)}",
    )


def work(times: Times) -> str:
    """Write how long the server was at work on a page, and whether others were, too.

    Its own work hardly depends on them; the time that a page takes does.
    """
    alone = f"processor {times.processor * 1000:.0f} ms a page"
    return f"{alone}, others {times.others:.1f} cores" if times.others >= NOTED else alone


def search_times(server: Server, drawn: Drawn) -> dict[str, tuple[Times, Times]]:
    """Measure search pages by kind of question, without filters and with one."""
    found = {}
    for kind, questions in drawn["questions"].items():
        tell(f"searching: {kind}")
        texts = [one["text"] for one in questions]
        rng = chance(0, "filters", kind)
        of = islice(cycle(drawn["filters"].values()), len(texts))
        filters = [rng.choice(list(queries)) for queries in of]
        found[kind] = (
            ask_for(server, [searched(text) for text in texts]),
            ask_for(server, list(map(searched, texts, filters))),
        )
    return found


def beside_figures(
    room: Room, drawn: Drawn, pages: Mapping[str, tuple[Times, Times]], options: Namespace
) -> Iterator[Figure]:
    """Put FTS5's query and Datasette's page beside the pages, kind by kind."""
    tell("asking FTS5")
    asked = {
        kind: [one["match"] for one in questions[: options.beside] if one["match"]]
        for kind, questions in drawn["questions"].items()
    }
    database, limit = fts_database(room), options.patience
    theirs = {
        kind: Times.of(fts_asking.query_seconds(database, matches, limit), limit=limit)
        for kind, matches in asked.items()
        if matches
    }
    of_datasette = datasette_times(database, asked, limit)
    for kind, (bare, filtered) in pages.items():
        count = len(bare.seconds)
        yield Figure(
            measure=f"search: {kind} ({count} pages)",
            value=bare.written,
            beside=f"{SEARCH_WANTED}; {work(bare)}; {beside_words(kind, theirs, of_datasette)}",
            ratio=bare.median / theirs[kind].median if kind in theirs else None,
        )
        yield Figure(
            measure=f"search: {kind}, filtered ({count} pages)",
            value=filtered.written,
            beside=f"{SEARCH_WANTED}; {work(filtered)}",
        )


def datasette_times(
    database: Path, asked: Mapping[str, Sequence[str]], limit: float
) -> dict[str, Times]:
    """Measure Datasette's pages by kind of question; nothing where it is not installed."""
    if not fts_datasette.installed():
        return {}
    tell("asking Datasette")
    with fts_datasette.datasette(database) as server:
        return {
            kind: ask_for(server, fts_datasette.paths(database, matches), patience=limit)
            for kind, matches in asked.items()
            if matches
        }


def beside_words(kind: str, theirs: Mapping[str, Times], of_datasette: Mapping[str, Times]) -> str:
    """Write what a kind of question takes elsewhere."""
    if kind not in theirs:
        return "FTS5 knows no fields"
    datasette = of_datasette[kind].written if of_datasette else "not installed"
    return f"FTS5's query {theirs[kind].written}; Datasette's page {datasette}"
