"""Ask FTS5 what a page of results needs: the best 20 cables, how many there are, and snippets."""

import sqlite3
import time
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Final

from tests.bench.fts_build import PLACES

BEST: Final = f"""
    WITH hits AS MATERIALIZED (
        SELECT rowid AS paragraph, rowid / {PLACES} AS cable, rank AS score
        FROM words WHERE words MATCH :match
    ), cables AS (SELECT cable, paragraph, min(score) AS score FROM hits GROUP BY cable)
    SELECT paragraph, count(*) OVER () FROM cables ORDER BY score LIMIT 20
"""  # noqa: S608 - of constants
SNIPPET: Final = """
    SELECT snippet(words, 0, '<mark>', '</mark>', '…', 40) FROM words
    WHERE words MATCH :match AND rowid = :paragraph
"""
INSTRUCTIONS: Final = 20_000
"""Of SQLite's machine between two looks at the clock."""


def query_seconds(database: Path, matches: Iterable[str], limit: float) -> list[float]:
    """Return the seconds of each question; one that takes longer is cut off at the limit."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return [seconds_of(connection, match, limit) for match in matches]


def seconds_of(connection: sqlite3.Connection, match: str, limit: float) -> float:
    """Return the seconds of one question."""
    started = time.perf_counter()
    connection.set_progress_handler(lambda: time.perf_counter() - started > limit, INSTRUCTIONS)
    try:
        for paragraph, _ in connection.execute(BEST, {"match": match}).fetchall():
            connection.execute(SNIPPET, {"match": match, "paragraph": paragraph}).fetchone()
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise
    finally:
        connection.set_progress_handler(None, 0)
    return min(time.perf_counter() - started, limit)
