"""manage.py audit_cables."""

import csv
from io import StringIO

import pytest
from django.core.management import call_command

from cables.loading.load import LoadResult

pytestmark = pytest.mark.django_db


def audit_counts() -> dict[tuple[str, str], tuple[str, str]]:
    out = StringIO()
    call_command("audit_cables", "--csv", stdout=out)
    rows = csv.DictReader(StringIO(out.getvalue()))
    return {(row["group"], row["name"]): (row["count"], row["of"]) for row in rows}


def test_the_samples_are_counted(samples: list[LoadResult]) -> None:
    counts = audit_counts()
    assert counts["cables", "in the collection"] == ("11", "")
    assert counts["form", "plain"] == ("10", "11")
    assert counts["form", "pasted"] == ("1", "11")
    assert counts["fields", "created"] == ("11", "11")
    assert counts["fields", "subject"] == ("10", "11")
    assert counts["paragraphs", "cables without numbers"] == ("1", "11")
    assert counts["problems", "lost-pilcrow"] == ("1", "11")
    assert counts["people", "signer"][0] == "10"


def test_the_table_names_each_group_once(samples: list[LoadResult]) -> None:
    out = StringIO()
    call_command("audit_cables", stdout=out)
    lines = out.getvalue().splitlines()
    assert sum(line.startswith("fields ") for line in lines) == 1
    assert any("100.0 %" in line for line in lines)


def test_an_empty_collection_has_counts_too() -> None:
    assert audit_counts()["cables", "in the collection"] == ("0", "")
