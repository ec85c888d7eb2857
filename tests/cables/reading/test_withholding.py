"""The names to withhold from a cable."""

from cables.models import Cable
from cables.names.protection import protected_names
from cables.reading.withholding import names_to_withhold
from tests.conftest import SHORT_CABLE, LoadText

PROTECTED = SHORT_CABLE.replace("that it is one", "what Zylpha Quorn (protect) says")


def test_the_names_that_a_cable_marks_are_stored_and_need_no_text(load_text: LoadText) -> None:
    cable = load_text(PROTECTED)
    names = names_to_withhold(Cable.objects.for_lists().get())
    assert set(protected_names(cable.body)) <= set(names)
    assert names[0] == "Zylpha Quorn"


def test_a_new_version_brings_its_marks(load_text: LoadText) -> None:
    load_text(SHORT_CABLE)
    cable = load_text(f"{PROTECTED}\nThis text is longer.\n", name="09SPECIMEN0901.txt")
    assert "Zylpha Quorn" in cable.body
    assert names_to_withhold(Cable.objects.for_lists().get())[0] == "Zylpha Quorn"
