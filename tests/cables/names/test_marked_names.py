"""Names that a mark certainly refers to."""

import pytest

from cables.names.marked_names import certainly_protected_names


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
        ("Jane Doe -- please protect -- said so.", ("Jane Doe",)),
        ("Jane Doe, protect, said so.", ("Jane Doe",)),
        ("Jane Doe's (protect) brother said so.", ("Jane Doe",)),
        ("Jane Doe (whose identity must be protected) said so.", ("Jane Doe",)),
        ("Jane Doe, a lawyer and activist (strictly protect), said so.", ("Jane Doe",)),
        ("Jane Doe (member of the board, protect) said so.", ("Jane Doe",)),
        ("[Jane Doe - PROTECT] said so.", ("Jane Doe",)),
        ("\nSPECIMEN:\nJane Doe, Editor, Morning Paper (protect)\n", ("Jane Doe",)),
        ("Strictly protect: Jane Doe said so.", ("Jane Doe",)),
        ("John Roe left.  Please protect Jane Doe.", ("Jane Doe",)),
        ("Jane Doe said so.  (Note: Please protect Doe throughout.)", ("Doe",)),
        ("Post asks that the identity of Jane Doe be protected.", ("Jane Doe",)),
        ("Abdul Rahman al-Doe (protect) said so.", ("Abdul Rahman al-Doe",)),
        ("John Roe, Minister of Health, told Jane Doe (protect) so.", ("Jane Doe",)),
        ("John Roe, Minister of Health, and Jane Doe (protect) came.", ("Jane Doe",)),
        ("The army must defend, protect, and serve.", ()),
        ("Foreign Minister John Roe told her (protect) so.", ()),
        ("Sensitive But Unclassified - Please protect accordingly.", ()),
        ("Bilateral Investment (Treaty Protection) Agreements.", ()),
        ("The Ministry (protect) said so.", ()),
        ("Nobody asks for anything.", ()),
    ],
)
def test_only_names_that_a_mark_refers_to_are_certain(text: str, names: tuple[str, ...]) -> None:
    assert certainly_protected_names(text) == names


def test_a_name_divided_at_its_hyphen_is_joined() -> None:
    assert "Jean-Marc Roe-Doe" in certainly_protected_names("We met Jean-Marc Roe-\nDoe (protect).")
