"""Every spelling of a reference ID has one canonical form."""

import pytest

from cables.parser import reference_ids


@pytest.mark.parametrize(
    ("printed", "canonical"),
    [
        ("07MOSCOW849", "07MOSCOW849"),
        ("07moscow849", "07MOSCOW849"),
        ("#07MOSCOW849", "07MOSCOW849"),
        ("07MOSCOW00849", "07MOSCOW849"),
        ("07 MOSCOW 000849", "07MOSCOW849"),
        ("2007 MANAGUA 2583", "07MANAGUA2583"),
        ("MOSCOW 849 (08)", "08MOSCOW849"),
        ("1979LAPAZ09490", "79LAPAZ9490"),
        ("08 RIO DE JANEIRO 138", "08RIODEJANEIRO138"),
        ("06 N'DJAMENA 511", "06NDJAMENA511"),
        ("07 AMEMBASSY HANOI 12", "07HANOI12"),
        ("05 EFTO ANKARA 7", "05ANKARA7"),
        ("09SECTION01OF03SANJOSE525", "09SANJOSE525"),
        ("06ANOI582", "06HANOI582"),
        ("09 SPECIMEN 000002", "09SPECIMEN2"),
        ("09NOWHERE12", "09NOWHERE12"),
    ],
)
def test_a_spelling_has_a_canonical_id(printed: str, canonical: str) -> None:
    assert reference_ids.canonical_reference_id(printed) == canonical


def test_a_year_may_come_from_the_citing_cable() -> None:
    assert reference_ids.canonical_reference_id("MOSCOW 849", year=2007) == "07MOSCOW849"
    assert reference_ids.canonical_reference_id("MOSCOW 849") == ""


@pytest.mark.parametrize("printed", ["", "MOSCOW", "07", "07 NO SUCH PLACE 12", "07MOSCOW0", "a b"])
def test_text_that_names_no_cable_has_no_id(printed: str) -> None:
    assert reference_ids.canonical_reference_id(printed) == ""


def test_an_embassy_is_not_confused_with_a_mission() -> None:
    assert reference_ids.canonical_reference_id("09 BRUSSELS 12") == "09BRUSSELS12"
    assert reference_ids.canonical_reference_id("09 USEU BRUSSELS 12") == "09USEUBRUSSELS12"
    assert reference_ids.canonical_reference_id("05 KIEV 12") == "05KIEV12"


def test_a_canonical_id_can_be_split() -> None:
    assert reference_ids.split_reference_id("66BUENOSAIRES2481") == (1966, "BUENOSAIRES", 2481)
    assert reference_ids.split_reference_id("10LONDON92") == (2010, "LONDON", 92)


def test_any_other_spelling_cannot_be_split() -> None:
    with pytest.raises(ValueError, match="07MOSCOW849"):
        reference_ids.split_reference_id("MOSCOW 849")
