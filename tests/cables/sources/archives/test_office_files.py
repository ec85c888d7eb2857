"""Office documents and e-books, which are refused as a whole."""

import io
import zipfile
from pathlib import Path

import pytest

from cables.sources import Rejection
from tests.cables.sources.specimens import TELEGRAM
from tests.cables.sources.walk import read_paths

DOCUMENTS = [
    (["[Content_Types].xml", "word/document.xml"], "", "a Word document"),
    (["_rels/.rels", "word/document.xml", "[Content_Types].xml"], "", "a Word document"),
    (["[Content_Types].xml", "xl/workbook.xml"], "", "an Excel workbook"),
    (["content.xml"], "application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (["x.xml"], "application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (["META-INF/container.xml", "cable.xhtml"], "application/epub+zip", "an e-book (EPUB)"),
    (["META-INF/container.xml", "cable.xhtml"], "", "an e-book (EPUB)"),
]


def packed(names: list[str], mime_type: str = "") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        if mime_type:
            archive.writestr("mimetype", mime_type)
        for name in names:
            archive.writestr(name, TELEGRAM)
    return data.getvalue()


def rejection(path: Path) -> Rejection:
    (result,) = read_paths([path])
    assert isinstance(result, Rejection)
    return result


@pytest.mark.parametrize(("names", "mime_type", "kind"), DOCUMENTS)
def test_a_document_is_refused_in_one_line(
    names: list[str], mime_type: str, kind: str, tmp_path: Path
) -> None:
    path = tmp_path / "09SPECIMEN1.bin"
    path.write_bytes(packed(names, mime_type))

    assert rejection(path).reason.startswith(f"the file is {kind}; expected ")
    assert rejection(path).name == str(path)


def test_a_document_in_an_archive_is_named_too(tmp_path: Path) -> None:
    path = tmp_path / "cables.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("cable.docx", packed(["[Content_Types].xml", "word/document.xml"]))

    assert "a Word document" in rejection(path).reason
    assert rejection(path).name == f"{path}!cable.docx"


def test_a_folder_named_word_makes_no_document(tmp_path: Path) -> None:
    path = tmp_path / "cables.zip"
    path.write_bytes(packed(["word/09SPECIMEN1.txt"]))

    assert not isinstance(next(iter(read_paths([path]))), Rejection)
