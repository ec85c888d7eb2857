"""Citations."""

from datetime import UTC, datetime

from cables.models import Cable, Post
from cables.reading.citations import cite

URL = "https://cables.example.org/cable/07MOSCOW849/7/"


def make_cable(**fields: object) -> Cable:
    facts: dict[str, object] = {
        "reference_id": "07MOSCOW849",
        "origin": Post(name="Embassy Moscow"),
        "created": datetime(2007, 2, 28, 17, 45, tzinfo=UTC),
        "classification": "CONFIDENTIAL",
    }
    return Cable(**{**facts, **fields})


def test_a_note_has_sender_reference_id_date_paragraph_classification_site_and_url() -> None:
    citation = cite(
        make_cable(subject="TALKS", title="TALKS"), url=URL, site_name="The Site", paragraphs="7"
    )
    assert citation.note == (
        "US Embassy Moscow, “TALKS”, cable 07MOSCOW849, February 28, 2007, para. 7, "
        f"CONFIDENTIAL, The Site, {URL}."
    )
    assert citation.short == "07MOSCOW849 ¶7"


def test_a_post_whose_name_begins_with_us_gets_no_second_us() -> None:
    citation = cite(make_cable(origin=Post(name="USEU Brussels")), url=URL, site_name="The Site")
    assert citation.note.startswith("USEU Brussels, cable")


def test_a_range_is_cited_in_the_plural() -> None:
    citation = cite(make_cable(), url=URL, site_name="The Site", paragraphs="3–5")
    assert "paras. 3–5" in citation.note


def test_unknown_parts_are_omitted() -> None:
    citation = cite(
        make_cable(origin=None, created=None, classification=""), url=URL, site_name="The Site"
    )
    assert citation.note == f"cable 07MOSCOW849, The Site, {URL}."
    assert citation.short == "07MOSCOW849"
