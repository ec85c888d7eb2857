"""Telegrams from the National Archives."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from cables.sources import SourceCable
from tests.cables.sources.specimens import NARA, NARA_STAMP, one_cable, one_rejection, read_text


def test_the_metadata_comes_from_the_attributes() -> None:
    cable = one_cable(NARA, name="filename_1.txt")

    assert cable.reference_id == "1979SPECIMEN00001"
    assert cable.form == "nara"
    assert cable.created == datetime(1979, 1, 31, tzinfo=UTC)
    assert not cable.minutes_trusted
    assert cable.released == datetime(2014, 3, 20, tzinfo=UTC)
    assert (cable.classification, cable.origin) == ("CONFIDENTIAL", "BERN")


def test_stamps_are_removed_and_page_lines_stay() -> None:
    cable = one_cable(NARA)

    assert cable.text.startswith("CONFIDENTIAL\n\nPAGE 01        SPECIM 00001  311750Z\n")
    assert cable.text.endswith("SPECIMEN.\nNNNN")
    assert "PAGE 02        SPECIM 00001  311750Z\nSPECIMEN.\n" in cable.text
    assert "Declassified/Released" not in cable.text
    assert NARA.split("\n")[cable.line - 1] == "CONFIDENTIAL"


def test_a_stamp_without_an_officer_is_recognized() -> None:
    plain = " Declassified/Released US Department of State EO Systematic Review 30 JUN 2005 "
    text = NARA.replace(NARA.split("\n", maxsplit=1)[0], plain)

    assert "Declassified" not in one_cable(text).text
    assert one_cable(text).released == datetime(2005, 6, 30, tzinfo=UTC)


def test_spaces_may_separate_the_officer_from_the_stamp() -> None:
    stamp = " ".join(NARA_STAMP.split())  # as pdftotext and the archives' own text have it
    cable = one_cable(NARA.replace(NARA_STAMP, stamp))

    assert cable.text == one_cable(NARA).text
    assert cable.released == datetime(2014, 3, 20, tzinfo=UTC)


def test_headings_and_attributes_may_be_indented() -> None:
    indented = NARA.replace("\nMessage", "\n    Message").replace("\nDocument", "\n   Document")

    assert one_cable(indented) == replace(
        one_cable(NARA), sha256=hashlib.sha256(indented.encode()).hexdigest()
    )


@pytest.mark.parametrize("number", ["1979SPECIMEN00001_b", "1979 SPECI-MEN00001"])
def test_a_document_number_may_have_punctuation_and_a_suffix(number: str) -> None:
    assert one_cable(NARA.replace("1979SPECIMEN00001", number)).reference_id == "1979SPECIMEN00001"


def test_a_record_without_text_keeps_its_attributes() -> None:
    start, end = NARA.index("Message Text"), NARA.index("Message Attributes")
    cable = one_cable(NARA[:start] + NARA[end:])

    assert cable.partial
    assert cable.text.startswith("Document Number: 1979SPECIMEN00001\n")
    assert cable.text.endswith(f"Markings: {NARA_STAMP}")


def test_two_telegrams_in_one_file_are_both_read() -> None:
    first, second = read_text(NARA + NARA.replace("SPECIMEN00001", "SPECIMEN00002"))

    assert isinstance(first, SourceCable)
    assert isinstance(second, SourceCable)
    assert first.reference_id == "1979SPECIMEN00001"
    assert second.reference_id == "1979SPECIMEN00002"
    assert first.text == second.text


def test_a_telegram_without_a_document_number_is_rejected() -> None:
    rejection = one_rejection(NARA.replace("1979SPECIMEN00001", "n/a"))

    assert "Document Number is ''" in rejection.reason
