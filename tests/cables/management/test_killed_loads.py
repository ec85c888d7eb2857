"""A killed load can be run again: nothing is stored twice or in part."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.conftest import ROOT, SHORT_CABLE

CABLES = 2500
KILLS = 10
TABLES = {
    "cables_cable": "reference_id, subject, body, created, source_name, text_sha256",
    "cables_paragraph": "c.reference_id, position, key, marking, start, end, text_start",
    "cables_reference": "c.reference_id, position, cited_id, printed",
    "cables_cabletag": "c.reference_id, position, printed, (select code from cables_tag t"
    " where t.id = x.tag_id)",
    "cables_mention": "c.reference_id, role, printed, (select slug from cables_person p"
    " where p.id = x.person_id)",
    "cables_person": "slug, name, titles, cable_count, mention_count",
    "cables_problem": "c.reference_id, code, line, message",
}
"""Columns to compare: everything but primary keys and the time of loading."""
WITHOUT_CABLE = {"cables_cable", "cables_person"}
"""Tables whose rows do not belong to a cable."""


def manage(data: Path, *arguments: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "DATA_DIR": str(data), "SECRET_KEY": "x" * 50}
    environment.pop("DATABASE_URL", None)
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A test run in the background inherits an ignored SIGINT; a load at a terminal does not.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


def finish(process: subprocess.Popen[bytes]) -> None:
    _, errors = process.communicate(timeout=300)
    assert process.returncode == 0, errors.decode()


def content(data: Path) -> dict[str, list[Any]]:
    with closing(sqlite3.connect(data / "cables.sqlite3")) as database:
        return {
            table: sorted(
                database.execute(
                    f"select {columns} from {table} x"  # noqa: S608 - our own constants
                    + ("" if table in WITHOUT_CABLE else " join cables_cable c on c.id = cable_id")
                ).fetchall(),
                key=repr,
            )
            for table, columns in TABLES.items()
        }


def stored_count(data: Path) -> int:
    with closing(sqlite3.connect(data / "cables.sqlite3")) as database:
        return int(database.execute("select count(*) from cables_cable").fetchone()[0])


def test_ten_kills_and_a_complete_run_leave_what_an_undisturbed_run_leaves(tmp_path: Path) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for number in range(1, CABLES + 1):
        text = SHORT_CABLE.replace("000901", f"{number:06}").replace("SPECIMEN 5902", "SPECIMEN 7")
        (files / f"09SPECIMEN{number}.txt").write_text(text)
    for name in ("undisturbed", "killed"):
        (tmp_path / name).mkdir()
        finish(manage(tmp_path / name, "migrate", "-v0"))
    began = time.monotonic()
    finish(manage(tmp_path / "undisturbed", "load_cables", "-v0", "--processes", "2", str(files)))
    duration = time.monotonic() - began
    moments = random.Random(849)  # noqa: S311 - moments, not secrets
    counts = []
    # The first while cables are stored, the last while people are resolved and cables indexed.
    for moment in sorted(moments.uniform(0.1, 0.9) for _ in range(KILLS)):
        process = manage(tmp_path / "killed", "load_cables", "-v0", "--processes", "2", str(files))
        time.sleep(moment * duration)
        os.killpg(process.pid, 9)
        process.communicate()
        counts.append(stored_count(tmp_path / "killed"))
    assert counts == sorted(counts), "what is stored stays"
    assert any(0 < count < CABLES for count in counts), "some were killed halfway"
    finish(manage(tmp_path / "killed", "load_cables", "-v0", str(files)))
    assert stored_count(tmp_path / "killed") == CABLES
    assert content(tmp_path / "killed") == content(tmp_path / "undisturbed")
