"""TAGS."""

import pytest

from cables.facts.tables import rows
from cables.facts.tags import repaired, tag, tags


def test_a_tag_says_what_it_stands_for() -> None:
    russia = tag("RS")

    assert russia is not None
    assert (russia.kind, russia.meaning) == ("geopolitical", "Russia")


def test_a_tag_with_two_meanings_gives_the_country() -> None:
    albania = tag("AL")

    assert albania is not None
    assert albania.kind == "geopolitical"
    assert [one.kind for one in tags() if one.code == "AL"] == ["geopolitical", "organization"]


def test_an_unknown_tag_gives_none() -> None:
    assert tag("ZZZZ") is None


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("PGOV", ("PGOV",)),
        (" pgov ", ("PGOV",)),
        ("AFPHUM", ("AF", "PHUM")),
        ("EIAD", ("EAID",)),
        ("ZZZZ", ("ZZZZ",)),
    ],
)
def test_a_printed_tag_is_repaired_where_a_repair_is_known(
    printed: str, codes: tuple[str, ...]
) -> None:
    assert repaired(printed) == codes


def test_every_repair_leads_to_known_tags() -> None:
    for row in rows("tag_repairs"):
        assert all(tag(code) for code in row["tags"].split()), row
