"""A database of another version of the site is rejected with what to do."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from cables.models import Cable
from tests.cables.management.test_killed_loads import finish, manage
from tests.conftest import ROOT, SAMPLES

MESSAGE = (
    "This database was made by another version of the site: it has migrations of cables that this"
    " version does not have (0002_people, 0003_former_slugs). Delete the database file, or set"
    " DATABASE_URL or DATA_DIR to a new location, and load your files again."
)


@pytest.mark.parametrize(
    "command",
    [
        ("load_cables", str(SAMPLES)),
        ("find_people",),
        ("rebuild_search",),
        ("rebuild_search", "--changes"),
        ("audit_cables",),
    ],
    ids=" ".join,
)
@pytest.mark.django_db
def test_a_command_rejects_a_database_of_another_version(command: tuple[str, ...]) -> None:
    for name in ("0002_people", "0003_former_slugs"):
        MigrationRecorder(connection).record_applied("cables", name)
    with pytest.raises(CommandError) as error:
        call_command(*command)
    assert str(error.value) == MESSAGE
    assert not Cable.objects.exists()


def test_the_server_rejects_a_database_of_another_version(tmp_path: Path) -> None:
    finish(manage(tmp_path, "migrate", "-v0"))
    with closing(sqlite3.connect(tmp_path / "cables.sqlite3")) as database, database:
        database.executemany(
            "insert into django_migrations (app, name, applied) values ('cables', ?, '2026-01-01')",
            [("0002_people",), ("0003_former_slugs",)],
        )
    environment = {**os.environ, "DATA_DIR": str(tmp_path), "SECRET_KEY": "x" * 50}
    environment.pop("DATABASE_URL", None)
    server = subprocess.run(
        [sys.executable, "-m", "cablesite.serve", "--prepare-only"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert server.returncode == 1
    assert server.stderr == f"{MESSAGE}\n"
