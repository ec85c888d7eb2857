"""Which TAGS lists may repeat."""

from cables.models import Cable
from cables.reading.public_tags import public_tags_of
from cables.reading.withholding import names_to_withhold
from tests.conftest import SHORT_CABLE, LoadText


def public_codes(cable: Cable) -> list[str]:
    return [cable_tag.tag.code for cable_tag in public_tags_of(cable, names_to_withhold(cable))]


def test_known_codes_and_harmless_typos_are_repeated(load_text: LoadText) -> None:
    assert public_codes(load_text(SHORT_CABLE.replace("AINF", "XQZW"))) == ["PREL", "XQZW"]


def test_people_and_parts_of_protected_names_are_not(load_text: LoadText) -> None:
    text = SHORT_CABLE.replace("AINF", "QUORN, ZYLPHA").replace(
        "that it is one", "what Zylpha Quorn (protect) says"
    )
    assert public_codes(load_text(text)) == ["PREL"]
