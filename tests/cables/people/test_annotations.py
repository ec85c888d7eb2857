"""Links to people in the text of a cable."""

from cables.models import Mention
from cables.people.in_cable import fetch_mentions, person_annotations
from tests.cables.people.rows import TWO_PEOPLE, in_header, name_in, person
from tests.conftest import LoadText


def test_a_name_in_a_paragraph_links_to_the_person(load_text: LoadText) -> None:
    cable = load_text(TWO_PEOPLE)
    cable.mentions.all().delete()
    name_in(cable, person("Ana Ruiz", "ana-ruiz"), "Ana Ruiz")
    (annotation,) = person_annotations(fetch_mentions(cable))
    assert cable.body[annotation.start : annotation.end] == "Ana Ruiz"
    assert (annotation.kind, annotation.href) == ("person", "/person/ana-ruiz/")


def test_a_name_in_the_header_is_not_linked_in_the_text(load_text: LoadText) -> None:
    cable = load_text(TWO_PEOPLE)
    cable.mentions.all().delete()
    in_header(cable, person("Jane Doe", "jane-doe"), Mention.Role.SIGNER, "DOE")
    assert person_annotations(fetch_mentions(cable)) == []
