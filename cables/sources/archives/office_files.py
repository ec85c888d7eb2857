"""Office documents and e-books, which are .zip archives but hold one text in many parts."""

import io
import zipfile
from typing import Final

from cables.sources.limits import MAX_FILE_SIZE

FOLDERS: Final = {
    "word/": "a Word document; expected text. In Word, save it as plain text (.txt)",
    "xl/": "an Excel workbook; expected text. In Excel, save the sheet as CSV UTF-8",
    "ppt/": "a PowerPoint presentation; expected text. Save the text of the cable as a .txt file",
    "META-INF/container.xml": "an e-book (EPUB); expected text. Save the text of each cable as a"
    " .txt file named after its reference ID",
}
"""A member, or the folder of one, that only this kind of document has, and what to do."""

MIME_TYPES: Final = {
    "application/epub+zip": FOLDERS["META-INF/container.xml"],
    "application/vnd.oasis.opendocument.text": "an OpenDocument text; expected plain text. In its"
    " program, save it as text (.txt)",
    "application/vnd.oasis.opendocument.spreadsheet": "an OpenDocument spreadsheet; expected text."
    " In its program, save the sheet as CSV in UTF-8",
    "application/vnd.oasis.opendocument": "an OpenDocument file; expected text. In its program,"
    " save it as text (.txt)",
}
"""Beginnings of the member `mimetype`, and what to do."""

MAX_MIME_TYPE_SIZE: Final = 200


class OfficeFileError(ValueError):
    """An archive is a document of an office program; the message says what to do."""


def refuse_office_file(archive: zipfile.ZipFile) -> None:
    """Refuse a document of an office program.

    Raises:
        OfficeFileError: It is one.
    """
    names = archive.namelist()
    described = next(
        (text for part, text in FOLDERS.items() if any(name.startswith(part) for name in names)), ""
    )
    if "mimetype" in names:
        with archive.open("mimetype") as file:
            stated = file.read(MAX_MIME_TYPE_SIZE).decode("latin-1")
        described = next((MIME_TYPES[kind] for kind in MIME_TYPES if stated.startswith(kind)), "")
    elif "[Content_Types].xml" not in names and not described.startswith("an e-book"):
        described = ""
    if described:
        raise OfficeFileError(f"the file is {described}.")


def describe_office_file(stream: io.BufferedReader) -> str:
    """Return what an open .zip in another archive is if an office program made it, else `""`."""
    try:
        with zipfile.ZipFile(io.BytesIO(stream.read(MAX_FILE_SIZE))) as archive:
            refuse_office_file(archive)
    except OfficeFileError as error:
        return str(error)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError):
        return ""
    return ""
