"""Shared fixtures. The loader is the factory: rows come from loading a short cable text."""

import os
from collections import deque
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from cables.browse import statistics
from cables.browse.facet_counts import count_facets_in_database
from cables.loading.load import LoadResult, load_cables
from cables.models import Cable
from cables.people import counts as people_counts
from cables.people.resolution.run import resolve_people
from cables.search import update_index

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "cables" / "samples"
CI = os.environ.get("CI", "").lower() == "true"

LoadText = Callable[..., Cable]

SHORT_CABLE = """\
R 031200Z MAR 09
FM AMEMBASSY SPECIMEN
TO SECSTATE WASHDC 0001

C O N F I D E N T I A L SPECIMEN 000901

SIPDIS

E.O. 12958: DECL: 03/03/2019
TAGS: PREL, AINF
SUBJECT: SPECIMEN: A SHORT CABLE FOR TESTS

REF: A. 07 MOSCOW 849
     B. SPECIMEN 902

Classified By: Ambassador Jane Doe.  Reasons: 1.4 (b) and (d).

1. (C) The first paragraph of a specimen says that it is one.

2. (C) The second follows it & is <not> markup.

DOE
"""


def load_all(*paths: Path, dry_run: bool = False) -> list[LoadResult]:
    """Load paths, resolve the people in them, and return the result of each cable and bad file."""
    steps = load_cables(paths, dry_run=dry_run)
    results = [result for step in steps for result in step.results]
    if not dry_run:
        deque(resolve_people(), maxlen=0)
    return results


@pytest.fixture(autouse=True)
def empty_caches() -> None:
    """Forget counts of another test; its primary keys are used again after the rollback."""
    statistics.clear_statistics()
    people_counts.forget_people_counts()
    count_facets_in_database.cache_clear()


@pytest.fixture(autouse=True)
def own_index(settings: Settings, tmp_path: Path) -> None:
    """Give each test its own index folder, without an index."""
    settings.SEARCH_INDEX = tmp_path / "search"


@pytest.fixture(autouse=True)
def no_corrections(settings: Settings, tmp_path: Path) -> None:
    """Ignore the people.csv of the developer who runs the tests."""
    settings.PEOPLE_CORRECTIONS = tmp_path / "nowhere" / "people.csv"


def index_all() -> None:
    """Update the search index from the database."""
    for _ in update_index():
        pass


@pytest.fixture
def load_text(db: None, tmp_path: Path) -> LoadText:
    """Return a function that loads one cable text as a plain file and returns its row."""

    def load(text: str = SHORT_CABLE, *, name: str = "09SPECIMEN901.txt") -> Cable:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        results = load_all(path)
        assert [result.reason for result in results] == [""], results
        return Cable.objects.get(reference_id=results[0].reference_id)

    return load


@pytest.fixture
def samples(db: None) -> list[LoadResult]:
    """Load the sample cables."""
    return load_all(SAMPLES)


@pytest.fixture
def seed(db: None) -> Cable:
    """Load only the seed cable."""
    load_all(SAMPLES / "07MOSCOW849.txt")
    return Cable.objects.get(reference_id="07MOSCOW849")


@pytest.fixture
def get(client: Client) -> Callable[[str], str]:
    """Return a function that gets the HTML of a page that answers 200."""

    def get_page(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200, address
        return response.content.decode()

    return get_page
