"""The csv tables."""

import pytest

from cables.facts.tables import read_table


def test_a_table_gives_its_rows_with_column_names() -> None:
    assert read_table("captions")[0]["code"] == "SIPDIS"


def test_a_table_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no_such\.csv"):
        read_table("no_such")
