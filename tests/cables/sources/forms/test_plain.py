"""Plain text, one cable per file."""

import hashlib
from datetime import UTC, datetime

import pytest

from cables.sources import SourceCable
from tests.cables.sources.specimens import TELEGRAM, one_cable, one_rejection, read_text

HEAD = "09SPECIMEN1\nSPECIMEN OF A CABLE\n{date}\nCONFIDENTIAL\nEmbassy Bern\n"
MIDNIGHT = HEAD.format(date="Sat Jan 31 00:00:00 +0100 2009")


def test_header_and_body_alone_are_unchanged() -> None:
    data = f"\n{TELEGRAM}\n".encode()
    cable = one_cable(data)

    assert cable.reference_id == "09SPECIMEN1"
    assert cable.text == f"\n{TELEGRAM}\n"
    assert (cable.form, cable.line, cable.created) == ("plain", 1, None)
    assert cable.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_endings_make_no_difference(encoding: str, line_end: str) -> None:
    data = TELEGRAM.replace("\n", line_end).encode(encoding)

    assert one_cable(data).text == TELEGRAM


def test_a_pilcrow_damaged_to_a_replacement_character_is_kept() -> None:
    damaged = TELEGRAM.replace("¶", "\ufffd")

    assert one_cable(damaged).text == damaged


def test_a_head_of_five_lines_is_not_part_of_the_text() -> None:
    date = "Sat Jan 31 18:45:00 +0100 2009"
    cable = one_cable(HEAD.format(date=date) + TELEGRAM, name="notes.txt")

    assert cable.reference_id == "09SPECIMEN1"
    assert cable.created == datetime(2009, 1, 31, 17, 45, tzinfo=UTC)
    assert cable.minutes_trusted
    assert (cable.classification, cable.origin) == ("CONFIDENTIAL", "Embassy Bern")
    assert cable.text == TELEGRAM
    assert cable.line == 6


def test_midnight_in_a_head_means_that_only_the_day_is_known() -> None:
    cable = one_cable(MIDNIGHT + TELEGRAM)

    assert cable.created == datetime(2009, 1, 31, tzinfo=UTC)
    assert not cable.minutes_trusted


@pytest.mark.parametrize(
    "date",
    [
        "Sat Jan 31 18:45:00 CET 2009",
        "Sat Jan 41 18:45:00 +0100 2009",
        "Mon Jan 01 00:45:00 +0100 0001",
    ],
)
def test_an_invalid_date_in_a_head_is_ignored(date: str) -> None:
    assert one_cable(HEAD.format(date=date) + TELEGRAM).created is None


def test_a_serial_number_may_have_thousands_of_digits() -> None:
    text = TELEGRAM.replace("#0001", "#" + "1" * 5000)

    assert one_cable(text).text == text


def test_two_heads_in_one_file_give_two_cables() -> None:
    second_head = MIDNIGHT.replace("09SPECIMEN1", "09SPECIMEN2")
    first, second = read_text(f"{MIDNIGHT}{TELEGRAM}\n{second_head}{TELEGRAM}")

    assert isinstance(first, SourceCable)
    assert isinstance(second, SourceCable)
    assert (first.reference_id, second.reference_id) == ("09SPECIMEN1", "09SPECIMEN2")


def test_the_telegram_implies_its_id_if_the_name_does_not_state_it() -> None:
    text = TELEGRAM.replace("SPECIMEN 000001", "BERN 000001")

    assert one_cable(text, name="-").reference_id == "09BERN1"


def test_a_telegram_without_an_id_anywhere_is_rejected() -> None:
    assert "does not state its reference ID" in one_rejection(TELEGRAM, name="notes.txt").reason


def test_sections_of_one_cable_are_one_cable() -> None:
    second = TELEGRAM.replace("#0001/01", "#0001/02")

    assert one_cable(f"{TELEGRAM}\n{second}").text.count("FM AMEMBASSY") == 2


def test_two_telegrams_that_state_their_ids_are_both_read() -> None:
    first = TELEGRAM.replace("SPECIMEN 000001", "BERN 000001")
    second = TELEGRAM.replace("SPECIMEN 000001", "BERN 000002").replace("#0001", "#0002")
    cables = read_text(f"{first}\n{second}", name="two.txt")

    assert [isinstance(cable, SourceCable) and cable.reference_id for cable in cables] == [
        "09BERN1",
        "09BERN2",
    ]
    assert "".join(c.text for c in cables if isinstance(c, SourceCable)) == f"{first}\n{second}"


def test_two_telegrams_of_which_one_has_no_id_are_rejected_with_the_line() -> None:
    second = TELEGRAM.replace("#0001", "#0002")
    rejection = one_rejection(f"{TELEGRAM}\n{second}")

    assert rejection.line == TELEGRAM.count("\n") + 2
    assert "2 telegrams are in one file" in rejection.reason


def test_a_partial_extract_is_marked() -> None:
    notice = "This record is a partial extract of the original cable. The full text is not here."

    assert one_cable(f"{notice}\n\nUNCLAS SPECIMEN 000001\n").partial


def test_a_page_of_another_site_is_rejected() -> None:
    rejection = one_rejection(f"<!DOCTYPE html>\n<html><body>\n{TELEGRAM}\n</body></html>")

    assert "not one of the Cablegate site" in rejection.reason
