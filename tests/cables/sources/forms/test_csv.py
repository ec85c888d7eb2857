"""The original CSV."""

import io
from datetime import UTC, datetime

import pytest

from cables.sources import Rejection, SourceCable, SourceFile, read_source_file
from cables.sources.forms import csv
from cables.sources.limits import MAX_FILE_SIZE
from tests.cables.sources.specimens import BODY, HEADER, csv_record


def cables(text: str | bytes) -> list[SourceCable | Rejection]:
    data = text.encode() if isinstance(text, str) else text
    files = csv.split_records("cables.csv", io.BytesIO(data), lambda: 0)
    results: list[SourceCable | Rejection] = []
    for file in files:
        results += [file] if isinstance(file, Rejection) else read_source_file(file)
    return results


def test_a_record_gives_its_cable() -> None:
    (cable,) = cables(csv_record())

    assert isinstance(cable, SourceCable)
    assert (cable.form, cable.reference_id, cable.line) == ("csv", "09SPECIMEN1", 1)
    assert cable.created == datetime(2009, 1, 31, 17, 45, tzinfo=UTC)
    assert cable.minutes_trusted
    assert cable.text == f"{HEADER}\n{BODY.replace('¶', '')}"


@pytest.mark.parametrize(
    "body",
    ['OF "PREFERENTIAL" FISH', 'ends in a "quote"', "a back\\\\slash", 'a ""doubled"" one', ""],
)
def test_quotes_and_backslashes_are_unescaped(body: str) -> None:
    record = csv_record(body="@").replace('"@"', '"' + body.replace('"', '\\"') + '"')
    (cable,) = cables(record)

    assert isinstance(cable, SourceCable)
    assert cable.text == f"{HEADER}\n{body}".replace("\\\\", "\\")


def test_doubled_quotes_of_later_copies_are_read() -> None:
    (cable,) = cables(csv_record(body="@").replace('"@"', '"OF ""PREFERENTIAL"" FISH"'))

    assert isinstance(cable, SourceCable)
    assert cable.text.endswith('\nOF "PREFERENTIAL" FISH')


def test_records_are_split_with_their_lines() -> None:
    first, second = cables(csv_record() + csv_record(reference_id="09SPECIMEN2"))

    assert isinstance(first, SourceCable)
    assert isinstance(second, SourceCable)
    assert (first.line, second.line) == (1, csv_record().count("\n") + 1)
    assert second.reference_id == "09SPECIMEN2"
    assert first.sha256 != second.sha256


def test_broken_quotes_affect_only_one_record() -> None:
    broken = csv_record(reference_id="09SPECIMEN2").replace("SPECIMEN OF A", 'SPECIMEN "OF A')
    first, rejection, last = cables(csv_record() + broken + csv_record())

    assert isinstance(first, SourceCable)
    assert isinstance(rejection, Rejection)
    assert rejection.line == csv_record().count("\n") + 1
    assert "expected 8 fields" in rejection.reason
    assert isinstance(last, SourceCable)


def test_a_record_cut_short_is_rejected() -> None:
    (rejection,) = cables(csv_record()[:200])

    assert isinstance(rejection, Rejection)


def test_windows_line_endings_and_a_byte_order_mark_are_read() -> None:
    data = b"\xef\xbb\xbf" + csv_record().replace("\n", "\r\n").encode()
    (cable,) = cables(data)

    assert csv.recognizes(data)
    assert isinstance(cable, SourceCable)
    assert cable.text == f"{HEADER}\n{BODY.replace('¶', '')}"


def test_a_record_that_is_too_long_is_rejected() -> None:
    endless = csv_record()[:-2] + "x" * MAX_FILE_SIZE
    rejection, cable = cables(f"{endless}\n{csv_record()}")

    assert isinstance(rejection, Rejection)
    assert "the record that begins here has" in rejection.reason
    assert isinstance(cable, SourceCable)


def test_other_tables_are_not_recognized() -> None:
    assert not csv.recognizes(b"post,name,kind\n")
    assert not csv.recognizes(b'"1","2","3"\n')


def test_the_bytes_of_the_records_are_the_file() -> None:
    data = (csv_record() * 3).encode()
    files = csv.split_records("cables.csv", io.BytesIO(data), lambda: 0)

    assert b"".join(file.data for file in files if isinstance(file, SourceFile)) == data
