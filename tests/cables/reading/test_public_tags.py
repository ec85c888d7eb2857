"""Which TAGS lists may repeat."""

from cables.models import Cable
from cables.reading.public_tags import public_tags_of
from tests.conftest import SHORT_CABLE, LoadText


def codes(cable: Cable) -> list[str]:
    return [one.tag.code for one in public_tags_of(cable)]


def test_codes_of_the_tables_and_harmless_slips_are_repeated(load_text: LoadText) -> None:
    assert codes(load_text(SHORT_CABLE.replace("AINF", "XQZW"))) == ["PREL", "XQZW"]


def test_persons_and_words_of_protected_names_are_not(load_text: LoadText) -> None:
    tags = SHORT_CABLE.replace("AINF", "QUORN, ZYLPHA")
    assert codes(load_text(tags.replace("that it is one", "what Zylpha Quorn (protect) says"))) == [
        "PREL"
    ]
