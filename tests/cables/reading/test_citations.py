"""Citations."""

from datetime import UTC, datetime

from cables.models import Cable, Post
from cables.reading.citations import cite

ADDRESS = "https://cables.example.org/cable/07MOSCOW849/7/"


def a_cable(**fields: object) -> Cable:
    facts: dict[str, object] = {
        "reference_id": "07MOSCOW849",
        "origin": Post(name="Embassy Moscow"),
        "created": datetime(2007, 2, 28, 17, 45, tzinfo=UTC),
        "classification": "CONFIDENTIAL",
    }
    return Cable(**{**facts, **fields})


def test_a_note_has_sender_number_date_paragraph_classification_room_and_address() -> None:
    citation = cite(
        a_cable(subject="TALKS", title="TALKS"), url=ADDRESS, site_name="The Room", paragraphs="7"
    )
    assert citation.note == (
        "US Embassy Moscow, “TALKS”, cable 07MOSCOW849, February 28, 2007, para. 7, "
        f"CONFIDENTIAL, The Room, {ADDRESS}."
    )
    assert citation.short == "07MOSCOW849 ¶7"


def test_a_post_whose_name_says_whose_it_is_gets_no_second_us() -> None:
    citation = cite(a_cable(origin=Post(name="USEU Brussels")), url=ADDRESS, site_name="The Room")
    assert citation.note.startswith("USEU Brussels, cable")


def test_a_range_is_cited_in_the_plural() -> None:
    citation = cite(a_cable(), url=ADDRESS, site_name="The Room", paragraphs="3–5")
    assert "paras. 3–5" in citation.note


def test_what_is_not_known_is_left_out() -> None:
    citation = cite(
        a_cable(origin=None, created=None, classification=""), url=ADDRESS, site_name="The Room"
    )
    assert citation.note == f"cable 07MOSCOW849, The Room, {ADDRESS}."
    assert citation.short == "07MOSCOW849"
