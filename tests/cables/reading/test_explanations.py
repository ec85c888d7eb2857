"""Explanations of codes."""

from datetime import UTC, datetime

import pytest

from cables.facts.captions import Caption
from cables.models import Cable
from cables.reading.explanations import (
    classification_basis,
    css_level,
    executive_orders,
    explain_codes,
    marking_in_words,
)


def test_reasons_are_those_of_the_order_that_the_cable_cites() -> None:
    cable = Cable(
        executive_order="12958",
        reason_section="1.4",
        reasons=["b", "d"],
        created=datetime(2007, 2, 28, tzinfo=UTC),
    )
    basis = classification_basis(cable)
    assert [reason.letter for reason in basis.reasons] == ["b", "d"]
    assert basis.reasons[0].reason == "foreign government information"
    assert basis.version_note == " as amended in 2003"
    assert basis.url.endswith("13292")


def test_a_letter_that_the_order_does_not_have_is_unexplained() -> None:
    cable = Cable(executive_order="12958", reason_section="1.4", reasons=["b", "q"])
    assert classification_basis(cable).unexplained == ("q",)


def test_a_cable_without_an_order_has_no_explained_reasons() -> None:
    basis = classification_basis(Cable(reasons=["b"]))
    assert (basis.order, basis.url, basis.reasons) == ("", "", ())


@pytest.mark.parametrize(
    ("marking", "words"),
    [
        ("C", "confidential"),
        ("S//NF", "secret, not for foreign nationals"),
        ("SBU", "sensitive but unclassified"),
        ("S//REL TO USA", "secret, REL TO USA"),
    ],
)
def test_a_portion_marking_is_explained(marking: str, words: str) -> None:
    assert marking_in_words(marking) == words


def test_a_level_has_the_same_color_with_noforn() -> None:
    assert css_level("SECRET//NOFORN") == css_level("SECRET") == "secret"
    assert css_level("") == ""


def test_an_unknown_caption_is_shown_as_printed() -> None:
    known, unknown = explain_codes(Cable(captions=["SIPDIS", "ZZZDIS"])).captions
    assert isinstance(known, Caption)
    assert known.name == "SIPRNet distribution"
    assert unknown == "ZZZDIS"


def test_the_help_page_explains_both_wordings_of_12958_and_13526() -> None:
    explained = {
        order.number: [(section.number, len(section.reasons)) for section in order.sections]
        for order in executive_orders()
    }
    assert explained == {"12958": [("1.5", 7), ("1.4", 8)], "13526": [("1.4", 8)]}
