"""Database rows of a parsed cable."""

from datetime import UTC, datetime
from typing import Any

import pytest

from cables.loading.rows import CableRows, rows_of
from cables.parser import parse
from cables.sources import SourceCable
from tests.conftest import SHORT_CABLE

OFFICIAL = "FOR OFFICIAL USE ONLY"


def cable_rows(
    text: str = SHORT_CABLE, reference_id: str = "09SPECIMEN901", **facts: Any
) -> CableRows:
    source = SourceCable(
        **{
            "reference_id": reference_id,
            "text": text,
            "form": "page",
            "name": "a.html",
            "sha256": "0" * 64,
            **facts,
        }
    )
    return rows_of(source, parse(text, reference_id=reference_id), parser_version=1)


def codes(cable: CableRows) -> set[str]:
    return {problem["code"] for problem in cable.problems}


def test_the_date_time_group_wins_over_the_sources_time() -> None:
    cable = cable_rows(
        created=datetime(2009, 3, 3, 12, 12, tzinfo=UTC), minutes_trusted=False
    ).cable
    assert cable["created"] == datetime(2009, 3, 3, 12, 0, tzinfo=UTC)
    assert (cable["created_from"], cable["created_exact"]) == ("group", True)


def test_minutes_that_are_not_trusted_are_not_exact() -> None:
    extract = SHORT_CABLE.replace("R 031200Z MAR 09\n", "")
    cable = cable_rows(
        extract, created=datetime(2009, 3, 3, 9, 9, tzinfo=UTC), minutes_trusted=False
    )
    assert (cable.cable["created_from"], cable.cable["created_exact"]) == ("source", False)


@pytest.mark.parametrize(
    ("hour", "minute", "trusted", "reported"),
    [
        (12, 12, False, False),  # the hour in place of the minutes
        (13, 13, False, False),  # within the hour by which such a table may be wrong
        (18, 6, False, True),
        (12, 55, True, False),
        (13, 30, True, True),
    ],
)
def test_a_table_that_disagrees_is_reported(
    hour: int, minute: int, trusted: bool, reported: bool
) -> None:
    stated = datetime(2009, 3, 3, hour, minute, tzinfo=UTC)
    cable = cable_rows(created=stated, minutes_trusted=trusted)
    assert ("created-disagrees" in codes(cable)) is reported


def test_the_day_of_a_draft_may_be_before_the_day_of_sending() -> None:
    draft = datetime(2009, 3, 1, tzinfo=UTC)
    assert "created-disagrees" not in codes(
        cable_rows(form="nara", created=draft, minutes_trusted=False)
    )


@pytest.mark.parametrize(
    ("level", "marking", "table", "shown", "noted"),
    [
        ("C O N F I D E N T I A L", "C", "CONFIDENTIAL", "CONFIDENTIAL", False),
        ("C O N F I D E N T I A L", "C", "", "CONFIDENTIAL", False),
        ("C O N F I D E N T I A L", "C", "SECRET//NOFORN", "CONFIDENTIAL", True),
        ("C O N F I D E N T I A L", "C", "CONFIDENTIAL//NOFORN", "CONFIDENTIAL", True),
        ("C O N F I D E N T I A L", "C/NF", "CONFIDENTIAL//NOFORN", "CONFIDENTIAL//NOFORN", False),
        ("S E C R E T NOFORN", "S", "SECRET", "SECRET//NOFORN", True),
        ("UNCLAS", "SBU", f"UNCLASSIFIED//{OFFICIAL}", f"UNCLASSIFIED//{OFFICIAL}", False),
        ("UNCLAS SENSITIVE", "SBU", "UNCLASSIFIED", f"UNCLASSIFIED//{OFFICIAL}", True),
        ("", "C", "CONFIDENTIAL", "CONFIDENTIAL", False),
    ],
)
def test_the_telegrams_own_classification_counts_and_a_table_that_disagrees_is_noted(
    level: str, marking: str, table: str, shown: str, noted: bool
) -> None:
    text = SHORT_CABLE.replace(
        "C O N F I D E N T I A L SPECIMEN 000901", f"{level} SPECIMEN 000901"
    )
    cable = cable_rows(text.replace("(C)", f"({marking})"), classification=table)

    assert cable.cable["classification"] == shown
    assert ("classification-disagrees" in codes(cable)) is noted


@pytest.mark.parametrize(
    ("origin", "reference_id", "name"),
    [
        ("Embassy Moscow", "07MOSCOW849", "Embassy Moscow"),
        ("", "07MOSCOW849", "Embassy Moscow"),
        ("LA PAZ", "79LAPAZ6523", "Embassy La Paz"),
        ("Mission Nowhere", "07MOSCOW849", "Mission Nowhere"),
        ("", "09SPECIMEN901", "Embassy Specimen"),
    ],
)
def test_the_origin_is_from_the_source_or_the_id_or_the_sender(
    origin: str, reference_id: str, name: str
) -> None:
    assert cable_rows(reference_id=reference_id, origin=origin).post["name"] == name


def test_a_tag_printed_twice_is_stored_once() -> None:
    cable = cable_rows(SHORT_CABLE.replace("PREL, AINF", "ELN, PREL, ELN"))
    assert [tag["code"] for tag in cable.tags] == ["ELN", "PREL"]


def test_offsets_are_relative_to_the_body() -> None:
    cable = cable_rows()
    first = cable.paragraphs[0]
    assert cable.cable["body"][first["text_start"] : first["end"]].startswith("The first paragraph")
    reference = cable.references[0]
    assert "07 MOSCOW 849" in cable.cable["body"][reference["start"] : reference["end"]]
