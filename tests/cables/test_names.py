"""Names of persons."""

import pytest

from cables.names import display_name, sort_name


@pytest.mark.parametrize(
    ("printed", "shown", "sorted_as"),
    [
        ("ALICE G. WELLS", "Alice G. Wells", "Wells, Alice G."),
        ("Alice G. Wells", "Alice G. Wells", "Wells, Alice G."),
        ("MCDONALD", "McDonald", "McDonald"),
        ("Jane  Doe, Jr.", "Jane Doe, Jr.", "Doe Jr., Jane"),
        ("BURNS", "Burns", "Burns"),
    ],
)
def test_a_name_is_shown_as_readers_write_it_and_sorted_by_surname(
    printed: str, shown: str, sorted_as: str
) -> None:
    assert display_name(printed) == shown
    assert sort_name(shown) == sorted_as
