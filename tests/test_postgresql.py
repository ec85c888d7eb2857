"""The site on PostgreSQL: the same loads and pages as on SQLite, and still read-only."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests import postgresql
from tests.conftest import CI, ROOT, SAMPLES

pytestmark = pytest.mark.postgresql

SUITES = (
    "tests/cables/loading/test_load.py",
    "tests/cables/loading/test_load_versions.py",
    "tests/cables/management/test_load_cables.py",
    "tests/cables/management/test_find_people.py",
    "tests/cables/people",
    "tests/cables/views",
)
"""The tests that depend on the database; each runs again here."""

WRITE = "import cablesite.wsgi; from cables.models import Cable; Cable.objects.all().delete()"


@pytest.fixture(scope="module")
def database_url() -> Iterator[str]:
    """Start a server for this module's tests."""
    if not (postgresql.INITDB and postgresql.PG_CTL):
        missing = "PostgreSQL's server programs, initdb and pg_ctl, are not installed"
        pytest.fail(missing) if CI else pytest.skip(missing)
    with postgresql.server() as url:
        yield url


def python(*arguments: str, database_url: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a separate process, because settings choose the database when imported."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": database_url},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def loaded(database_url: str) -> str:
    """Migrate, load the samples, and return the output of the load."""
    migrated = python("manage.py", "migrate", "--verbosity=0", database_url=database_url)
    assert migrated.returncode == 0, migrated.stdout
    load = python("manage.py", "load_cables", str(SAMPLES), database_url=database_url)
    assert load.returncode == 0, load.stdout
    return load.stdout


def test_a_second_load_leaves_every_cable_alone(loaded: str, database_url: str) -> None:
    again = python("manage.py", "load_cables", str(SAMPLES), database_url=database_url)
    samples = len(list(SAMPLES.glob("*.txt")))
    assert f"{samples} loaded" in loaded
    assert f"0 loaded, 0 changed, {samples} unchanged" in again.stdout


def test_the_web_process_cannot_write(loaded: str, database_url: str) -> None:
    attempt = python("-c", WRITE, database_url=database_url)
    assert attempt.returncode != 0
    assert "in a read-only transaction" in attempt.stdout


@pytest.mark.parametrize("suite", SUITES)
def test_the_suite_passes_on_postgresql(suite: str, database_url: str) -> None:
    result = python("-m", "pytest", "-p", "no:cacheprovider", suite, database_url=database_url)
    assert result.returncode == 0, result.stdout
