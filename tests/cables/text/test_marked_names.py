"""Names that a mark touches."""

import pytest

from cables.text.marked_names import touching_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe (strictly protect) said so.", ("Jane Doe",)),
        ("Activist Jane\nDoe (protect) said so.", ("Jane Doe",)),
        ("Jane Doe, (please protect), said so.", ("Jane Doe",)),
        ("JOURNALIST JANE DOE (PROTECT) SAID SO.", ("JANE DOE",)),
        ("Foreign Minister John Roe told Doe (protect) so.", ("Doe",)),
        ("Jane Doe (protect) and John Roe (strictly protect).", ("Jane Doe", "John Roe")),
        ("Jane Doe said so. Please protect.", ()),
        ("Foreign Minister John Roe told her (protect) so.", ()),
        ("Sensitive But Unclassified - Please protect accordingly.", ()),
        ("Bilateral Investment (Treaty Protection) Agreements.", ()),
        ("The Ministry (protect) said so.", ()),
        ("Nobody asks for anything.", ()),
    ],
)
def test_only_the_name_that_is_touched_is_marked(text: str, names: tuple[str, ...]) -> None:
    assert touching_names(text) == names
