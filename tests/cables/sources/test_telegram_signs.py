"""Recognizing telegrams."""

from cables.sources.telegram_signs import implied_reference_id, is_telegram
from tests.cables.sources.specimens import TELEGRAM


def test_a_telegram_is_recognized_by_several_kinds_of_line() -> None:
    assert is_telegram(TELEGRAM)
    assert is_telegram("UNCLAS BERN 000001\n\nSUBJECT: SPECIMEN\n")


def test_a_letter_is_not_a_telegram() -> None:
    assert not is_telegram("Dear reader,\n\nFM radio is fine.\n")


def test_a_telegram_from_a_known_post_implies_its_id() -> None:
    text = "R 311745Z JAN 09\nFM AMEMBASSY THE HAGUE\n\nUNCLAS SECTION 01 OF 02 THE HAGUE 000123 \n"

    assert implied_reference_id(text) == "09THEHAGUE123"


def test_a_telegram_from_an_unknown_post_implies_no_id() -> None:
    assert implied_reference_id(TELEGRAM) == ""
    assert implied_reference_id("UNCLAS BERN 000001") == ""
