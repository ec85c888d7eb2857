"""TAGS."""

import pytest

from cables.facts.tables import read_table
from cables.facts.tags import all_tag_meanings, find_tag, longest_phrase, repair_tags


def test_a_tag_has_a_meaning() -> None:
    russia = find_tag("RS")

    assert russia is not None
    assert (russia.kind, russia.meaning) == ("geopolitical", "Russia")


def test_a_tag_with_two_meanings_gives_the_country() -> None:
    albania = find_tag("AL")

    assert albania is not None
    assert albania.kind == "geopolitical"
    assert [tag.kind for tag in all_tag_meanings() if tag.code == "AL"] == [
        "geopolitical",
        "organization",
    ]


def test_an_unknown_tag_has_no_meaning() -> None:
    assert find_tag("ZZZZ") is None


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("PGOV", ("PGOV",)),
        (" pgov ", ("PGOV",)),
        ("AFPHUM", ("AF", "PHUM")),
        ("AEMRASECCASCKFLOMARRJMXL", ("AEMR", "ASEC", "CASC", "KFLO", "MARR", "JM", "XL")),
        ("BRUSSELS", ("BRUSSELS",)),
        ("POLITICS", ("POLITICS",)),
        ("PREL" * 100, ("PREL" * 100,)),
        ("EIAD", ("EAID",)),
        ("ZZZZ", ("ZZZZ",)),
    ],
)
def test_a_printed_tag_is_repaired_if_a_repair_is_known(
    printed: str, codes: tuple[str, ...]
) -> None:
    assert repair_tags(printed) == codes


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("IRAQI FREEDOM PREL", 2),
        ("MEDIA REACTION REPORT", 3),
        ("MEDIA REACTION IS", 2),
        ("PREL", 1),
    ],
)
def test_the_longest_phrase_that_is_a_tag_is_taken(words: str, count: int) -> None:
    assert longest_phrase(words.split()) == count


def test_every_repair_gives_known_tags() -> None:
    for row in read_table("tag_repairs"):
        assert all(find_tag(code) for code in row["tags"].split()), row
