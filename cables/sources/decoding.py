"""Decode the bytes of a file, or say why they are not text."""

import codecs
import re
from dataclasses import dataclass
from typing import Final

from cables.sources.limits import MAX_LINE

SAVE_TEXT: Final = "Save the text of the cable as a .txt file."
OCR: Final = "Recognize its text (OCR) and save that as a .txt file."

BINARY_KINDS: Final = (
    (b"%PDF", "a PDF document", "Take its text with `pdftotext -layout FILE.pdf REFERENCEID.txt`."),
    (b"\x89PNG", "a PNG image", OCR),
    (b"\xff\xd8\xff", "a JPEG image", OCR),
    (b"GIF8", "a GIF image", OCR),
    (b"II*\x00", "a TIFF image", OCR),
    (b"MM\x00*", "a TIFF image", OCR),
    (
        b"\xd0\xcf\x11\xe0",
        "an old Word, Excel or Outlook file",
        "In its program, save it as text (.txt), or a sheet of cables as CSV.",
    ),
    (b"{\\rtf", "an RTF document", "In a word processor, save it as plain text (.txt)."),
    (
        b"SQLite format 3",
        "an SQLite database",
        "Export its table of cables as CSV with a row of column names.",
    ),
)
"""First bytes of other files that people keep with cables, what to call them, and what to do."""

BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16, because its little-endian mark begins with that of UTF-16."""

ENCODINGS: Final = ("utf-8", "cp1252", "latin-1")
"""Tried in this order. Text in the others is hardly ever valid UTF-8 by chance; both have ¶ at B6,
and Latin-1 is last because it accepts any byte."""


MAC_PILCROW: Final = re.compile(rb"(?:\A|[\r\n])[ \t]*\xa6[ \t]*(?:\d{1,3}|[A-Z])\.")
"""A ¶ in Mac Roman, before a paragraph's number; A6 is a broken bar in the other encodings, which
begins no line of a cable."""


class NotTextError(ValueError):
    """The bytes are not text; the message says what they are and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodedText:
    """The text of a file and its encoding."""

    text: str
    """Without the byte order mark and with LF for CRLF and CR; otherwise unchanged."""
    encoding: str
    """One of `ENCODINGS` or of `BYTE_ORDER_MARKS`, or `mac-roman`."""


def decode(data: bytes) -> DecodedText:
    """Decode the bytes of a file.

    Args:
        data: All bytes; the caller limits their number.

    Raises:
        NotTextError: The file is empty, binary, or has a line longer than `MAX_LINE`.
    """
    if not data.strip():
        raise NotTextError(
            "the file is empty; expected the text of a cable. Download it again or delete it."
        )
    _refuse_known_kinds(data)
    decoded = _decoded(data)
    _refuse_binary(decoded.text)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_long_lines(text)
    return DecodedText(text=text, encoding=decoded.encoding)


def _refuse_known_kinds(data: bytes) -> None:
    for magic, kind, advice in BINARY_KINDS:
        if data.startswith(magic):
            raise NotTextError(f"the file is {kind}; expected text. {advice}")


def _decoded(data: bytes) -> DecodedText:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return DecodedText(text=data[len(mark) :].decode(encoding), encoding=encoding)
            except UnicodeDecodeError as error:
                raise NotTextError(
                    f"the file has the byte order mark of {encoding.upper()}, but byte"
                    f" {error.start} after it is not valid. Save the file as UTF-8."
                ) from error
    return _guessed(data)


def _guessed(data: bytes) -> DecodedText:
    is_mac = b"\xa6" in data and MAC_PILCROW.search(data)
    for encoding in (ENCODINGS[0], "mac-roman") if is_mac else ENCODINGS[:-1]:
        try:
            return DecodedText(text=data.decode(encoding), encoding=encoding)
        except UnicodeDecodeError:
            continue
    return DecodedText(text=data.decode(ENCODINGS[-1]), encoding=ENCODINGS[-1])


def _refuse_binary(text: str) -> None:
    index = text.find("\0")
    if index >= 0:
        raise NotTextError(
            f"the file is binary (a NUL at character {index + 1}); expected text in UTF-8,"
            " Windows-1252 or Latin-1. {SAVE_TEXT}"
        )


def _refuse_long_lines(text: str) -> None:
    if len(text) <= MAX_LINE:
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            raise NotTextError(
                f"line {number} has {len(line):,} characters; no line of a cable has more than"
                f" {MAX_LINE:,}. Is this the text of one cable?"
            )
