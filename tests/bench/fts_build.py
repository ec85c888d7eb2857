"""SQLite's own full-text search, FTS5, on the paragraphs of a room: what search is set beside."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

PLACES: Final = 4096
"""A paragraph's key is its cable's times this, plus its position: it tells the cable by itself."""
TABLES: Final = """
    CREATE TABLE paragraphs (id INTEGER PRIMARY KEY, text TEXT);
    INSERT INTO paragraphs
        SELECT cable.id * :places + one.position,
               substr(cable.body, one.text_start + 1, one.end - one.text_start)
        FROM room.cables_cable AS cable JOIN room.cables_paragraph AS one ON one.cable_id = cable.id
        ORDER BY cable.id, one.position;
"""
INDEX: Final = """
    CREATE VIRTUAL TABLE words USING fts5 (
        text, content='paragraphs', content_rowid='id', tokenize='porter unicode61'
    );
    INSERT INTO words (words) VALUES ('rebuild');
    INSERT INTO words (words) VALUES ('optimize');
"""


def copy_paragraphs(room: Path, target: Path) -> int:
    """Write the paragraphs of a room's database to a database of their own; return how many."""
    with closing(sqlite3.connect(f"file:{target}", uri=True)) as connection:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        connection.execute("ATTACH ? AS room", [f"file:{room}?mode=ro"])
        for statement in TABLES.split(";"):
            connection.execute(statement, {"places": PLACES} if ":places" in statement else {})
        connection.commit()
        held: int = connection.execute("SELECT count(*) FROM paragraphs").fetchone()[0]
    return held


def build_index(target: Path) -> None:
    """Build the index of the paragraphs, in one piece as a host would leave it."""
    with closing(sqlite3.connect(f"file:{target}", uri=True)) as connection:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        connection.executescript(INDEX)
        connection.commit()


def index_size(target: Path) -> int:
    """Return the bytes of the index, the texts apart."""
    return one_row(target, "SELECT sum(length(block)) FROM words_data")[0]


def one_row(database: Path, statement: str) -> tuple[int, ...]:
    """Return the one row that a statement yields."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        found: tuple[int, ...] = connection.execute(statement).fetchone()
    return found
