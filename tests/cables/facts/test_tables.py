"""The csv tables."""

import pytest

from cables.facts.tables import read_table


def test_rows_are_mappings_by_column_name() -> None:
    assert read_table("captions")[0]["code"] == "SIPDIS"


def test_a_missing_table_is_named_in_the_error() -> None:
    with pytest.raises(FileNotFoundError, match=r"no_such\.csv"):
        read_table("no_such")
