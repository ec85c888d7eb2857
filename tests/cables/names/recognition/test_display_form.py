"""How names are written for readers."""

import pytest

from cables.names.recognition.name_forms import readable_name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("ALICE G. WELLS", "Alice G. Wells"),
        ("Alice  G.\nWells", "Alice G. Wells"),
        ("J.J. O'BRIEN", "J.J. O'Brien"),
        ("LUDWIG VAN DER BERG", "Ludwig van der Berg"),
        ("VAN DER BERG", "Van der Berg"),
        ("NOURI AL-HADDAD", "Nouri al-Haddad"),
        ("JEAN-PIERRE MCNAIR", "Jean-Pierre McNair"),
        ("JOHN DOE III", "John Doe III"),
        ("JOHN DOE JR.", "John Doe Jr."),
        ("KIM Dae-ho", "Kim Dae-ho"),
    ],
)
def test_capitals_are_turned_as_readers_write_them(printed: str, name: str) -> None:
    assert readable_name(printed) == name
