"""manage.py audit_cables."""

import csv
from io import StringIO

import pytest
from django.core.management import call_command

from cables.loading.load import LoadResult

pytestmark = pytest.mark.django_db


def figures() -> dict[tuple[str, str], tuple[str, str]]:
    out = StringIO()
    call_command("audit_cables", "--csv", stdout=out)
    rows = csv.DictReader(StringIO(out.getvalue()))
    return {(row["group"], row["name"]): (row["count"], row["of"]) for row in rows}


def test_the_samples_are_counted(samples: list[LoadResult]) -> None:
    counted = figures()
    assert counted["cables", "held"] == ("11", "")
    assert counted["form", "plain"] == ("10", "11")
    assert counted["form", "pasted"] == ("1", "11")
    assert counted["found", "created"] == ("11", "11")
    assert counted["found", "subject"] == ("10", "11")
    assert counted["paragraphs", "cables without numbers"] == ("1", "11")
    assert counted["problems", "lost-pilcrow"] == ("1", "11")
    assert counted["people", "signer"][0] == "10"


def test_the_table_names_each_group_once(samples: list[LoadResult]) -> None:
    out = StringIO()
    call_command("audit_cables", stdout=out)
    lines = out.getvalue().splitlines()
    assert sum(line.startswith("found ") for line in lines) == 1
    assert any("100.0 %" in line for line in lines)


def test_an_empty_room_is_counted_too() -> None:
    assert figures()["cables", "held"] == ("0", "")
