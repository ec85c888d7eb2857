"""Decoding the bytes of a file."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.sources.decoding import NotTextError, decode
from cables.sources.limits import MAX_LINE


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("¶1. SPECIMEN".encode(), "utf-8"),
        (codecs.BOM_UTF8 + "¶1. SPECIMEN".encode(), "utf-8"),
        (b"\xb61. SPECIMEN", "cp1252"),
        (b"\xa61. SPECIMEN", "mac-roman"),
        (codecs.BOM_UTF16_LE + "¶1. SPECIMEN".encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + "¶1. SPECIMEN".encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + "¶1. SPECIMEN".encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_a_pilcrow_is_read_in_any_encoding(data: bytes, encoding: str) -> None:
    decoded = decode(data)

    assert decoded.text == "¶1. SPECIMEN"
    assert decoded.encoding == encoding


def test_bytes_that_windows_1252_does_not_define_are_read_as_latin_1() -> None:
    decoded = decode(b"\xb61. SPECIMEN \x81")

    assert decoded.text == "¶1. SPECIMEN \x81"
    assert decoded.encoding == "latin-1"


def test_a_broken_bar_that_is_no_pilcrow_is_kept() -> None:
    assert decode(b"A \xa6 B, caf\xe9").text == "A ¦ B, café"


def test_mac_roman_quotes_are_read_where_its_pilcrow_is() -> None:
    assert decode(b"A\r\xa61. \xd2GREEN\xd3").text == "A\n¶1. “GREEN”"


def test_a_replacement_character_is_kept() -> None:
    assert decode("\ufffd1. SPECIMEN".encode()).text == "\ufffd1. SPECIMEN"


def test_all_line_endings_become_lf_and_u2028_stays() -> None:
    assert decode("a\r\nb\rc\nd\u2028e\n".encode()).text == "a\nb\nc\nd\u2028e\n"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t", "the file is empty"),
        (codecs.BOM_UTF16_LE + b"\x00", "is not valid"),
        (b"%PDF-1.4 ...", "a PDF document; expected text. Take its text with `pdftotext"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word, Excel or Outlook file"),
        (b"SQLite format 3\x00", "an SQLite database"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0 JFIF", "a JPEG image"),
        (b"SPECIMEN\x00\x01", "a NUL at character 9"),
        (b"a\n" + b"x" * (MAX_LINE + 1), "line 2 has 1,048,577 characters"),
    ],
)
def test_data_that_is_not_text_is_refused_with_its_kind(data: bytes, reason: str) -> None:
    with pytest.raises(NotTextError, match=reason):
        decode(data)


@given(st.binary())
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NotTextError:
        return
    assert "\r" not in decoded.text
    assert "\0" not in decoded.text


@given(st.text(st.characters(exclude_characters="\r\0\ufeff", codec="utf-8")))
def test_utf_8_text_is_unchanged(text: str) -> None:
    if text.strip() and not text.startswith("%PDF") and not text.startswith("GIF8"):
        assert decode(text.encode()).text == text
