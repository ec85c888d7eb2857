"""Tables other than the original CSV."""

import io
import json
from datetime import UTC, datetime

import pytest

from cables.sources import Rejection, SourceCable, SourceFile, read_source_file
from cables.sources.contents import files_in

TEXT = (
    'UNCLAS SPECIMEN 000001\n\nSUBJECT: A ""GREEN"" HEDGE\n\n'
    "1. (U) Text, with a comma; and more.\n\nDOE"
)
HEADER = "R 311745Z JAN 09\nFM AMEMBASSY BERN\nTO SECSTATE WASHDC"
NAMES = "id,date,reference,origin,classification,references,header,body"


def row(number: int, date: str = "1/31/2009 17:45", separator: str = ",") -> str:
    plain = (str(number), date, f"09SPECIMEN{number}", "Embassy Bern", "UNCLASSIFIED", "08A1|08B2")
    return separator.join((*plain, f'"{HEADER}"', f'"{TEXT}"')) + "\n"


def cables(text: str | bytes) -> list[SourceCable | Rejection]:
    data = text.encode() if isinstance(text, str) else text
    results: list[SourceCable | Rejection] = []
    for file in files_in("cables.csv", io.BufferedReader(io.BytesIO(data))):
        results += read_source_file(file) if isinstance(file, SourceFile) else [file]
    return results


def rejection(text: str | bytes) -> Rejection:
    (result,) = cables(text)
    assert isinstance(result, Rejection), result
    return result


@pytest.mark.parametrize(
    "table",
    [
        f"{NAMES}\n{row(1)}{row(2)}",
        f"{NAMES}\r\n{row(1)}{row(2)}",
        f"\ufeff{NAMES}\n{row(1)}{row(2)}",
        ";".join(NAMES.split(",")) + "\n" + row(1, separator=";") + row(2, separator=";"),
        "\t".join(NAMES.split(",")) + "\n" + row(1, separator="\t") + row(2, separator="\t"),
        row(1) + row(2),
        row(1, separator=";") + row(2, separator=";"),
        row(1, "2009-01-31 17:45:00") + row(2, "2009-01-31T17:45Z"),
    ],
)
def test_each_row_gives_its_cable(table: str) -> None:
    first, second = cables(table)

    assert isinstance(first, SourceCable)
    assert isinstance(second, SourceCable)
    assert [first.reference_id, second.reference_id] == ["09SPECIMEN1", "09SPECIMEN2"]
    assert first.form == "csv"
    assert first.created == second.created == datetime(2009, 1, 31, 17, 45, tzinfo=UTC)
    assert (first.classification, first.origin) == ("UNCLASSIFIED", "Embassy Bern")
    assert first.text == f"{HEADER}\n{TEXT}".replace('""', '"')


def test_columns_are_known_by_their_names() -> None:
    (cable,) = cables(
        f'Released At,Text,Canonical ID,Remarks\n2010-12-01,"{TEXT}",09SPECIMEN1,seen\n'
    )

    assert isinstance(cable, SourceCable)
    assert cable.reference_id == "09SPECIMEN1"
    assert cable.released == datetime(2010, 12, 1, tzinfo=UTC)
    assert (cable.created, cable.minutes_trusted) == (None, False)


def test_quotes_after_backslashes_are_read_under_names_of_columns() -> None:
    (cable,) = cables(f"{NAMES}\n" + row(1).replace('""', '\\"'))

    assert isinstance(cable, SourceCable)
    assert 'A "GREEN" HEDGE' in cable.text


def test_each_row_is_decoded_by_itself() -> None:
    first, second = cables(
        f"{NAMES}\n{row(1)}".replace("GREEN", "GRÜN").encode()
        + row(2).replace("GREEN", "GRÜN").encode("cp1252")
    )

    assert isinstance(first, SourceCable)
    assert isinstance(second, SourceCable)
    assert "GRÜN" in first.text
    assert "GRÜN" in second.text


def test_a_row_with_too_few_fields_is_rejected_with_its_line() -> None:
    _, bad, good = cables(f"{NAMES}\n{row(1)}2,x\n{row(3)}")

    assert isinstance(bad, Rejection)
    assert bad.line == f"{NAMES}\n{row(1)}".count("\n") + 1
    assert "2 fields and the table 8 columns" in bad.reason
    assert isinstance(good, SourceCable)


def test_a_row_without_a_reference_id_says_what_is_expected() -> None:
    result = rejection(f"{NAMES}\n" + row(1).replace("09SPECIMEN1", "none"))

    assert result.line == 2
    assert "no reference ID" in result.reason
    assert "reference_id, created" in result.reason


@pytest.mark.parametrize(
    "table",
    [
        "reference_id,created,released,classification,origin,title\n09SPECIMEN1,,,,,A hedge\n",
        '"a","b","c"\n"1","2","TAGS: PREL"\n',
        '1,hedge,BERN,"UNCLAS BERN 000001\nTAGS: PREL\nSUBJECT: A"\n',
        '1,hedge,BERN,,"UNCLAS BERN 000001\nTAGS: PREL\nSUBJECT: A"\n',
    ],
)
def test_a_table_without_texts_is_refused_once_and_never_to_be_renamed(table: str) -> None:
    result = rejection(table)

    assert "a table" in result.reason
    assert "CSV, with a row of column names" in result.reason
    assert "ename" not in result.reason.replace("column names", "")


def test_quotes_that_never_close_are_rejected() -> None:
    *_, last = cables(f'{NAMES}\n{row(1)}2,"never closed\n')

    assert isinstance(last, Rejection)


JSON_CABLE = {"_id": "09SPECIMEN1", "date_time": "2009-01-31 17:45", "body": "UNCLAS A\nTAGS: X"}


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(JSON_CABLE),
        json.dumps(JSON_CABLE, indent=2),
        json.dumps(JSON_CABLE) + "\n",
        json.dumps([JSON_CABLE]),
        json.dumps({"total": 1, "cables": [JSON_CABLE]}, indent=1),
    ],
)
def test_json_gives_its_cables(text: str) -> None:
    (cable,) = cables(text)

    assert isinstance(cable, SourceCable)
    assert (cable.form, cable.reference_id) == ("json", "09SPECIMEN1")
    assert cable.text == "UNCLAS A\nTAGS: X"
    assert cable.created == datetime(2009, 1, 31, 17, 45, tzinfo=UTC)


def test_each_of_json_lines_is_a_cable() -> None:
    second = json.dumps({**JSON_CABLE, "_id": "09SPECIMEN2"})
    results = cables(f'{json.dumps(JSON_CABLE)}\n{second}\n\n{{"broken\n')

    assert [getattr(result, "reference_id", "") for result in results[:2]] == [
        "09SPECIMEN1",
        "09SPECIMEN2",
    ]
    assert [result.line for result in results] == [1, 2, 4]
    assert isinstance(results[2], Rejection)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('{"_id": "09SPECIMEN1", "body"', "the JSON is not valid"),
        ('{"name": "a package", "version": "1.0"}', "no reference ID: name, version"),
        ('{"_id": "09SPECIMEN1", "title": "A hedge"}', "no text of a cable: _id, title"),
        ('{"a": ' * 20_000, "the JSON is not valid"),
    ],
)
def test_other_json_is_refused(text: str, reason: str) -> None:
    assert reason in rejection(text).reason


def test_an_export_of_this_project_gives_an_extract() -> None:
    export = {
        "reference_id": "09SPECIMEN1",
        "text_url": "https://cables.example.org/cable/09SPECIMEN1.txt",
        "created": "2009-01-31T17:45Z",
        "classification": "CONFIDENTIAL",
        "captions": ["SIPDIS"],
        "origin": {"name": "Embassy Bern", "slug": "embassy-bern"},
        "executive_order": "12958",
        "declassify_on": "2019-01-31",
        "tags": [{"code": "PREL", "person": ""}, {"code": "OVIP", "person": "DOE, JANE"}],
        "subject": "A HEDGE",
        "header": {"sender": "AMEMBASSY BERN", "to": [{"name": "SECSTATE WASHDC"}]},
        "references": [{"letter": "A", "printed": "08 BERN 12"}],
        "classified_by": {"name": "Jane Doe", "title": "DCM"},
        "reason_section": "1.4",
        "reasons": ["b", "d"],
        "paragraphs": [
            {"number": 1, "marking": "C", "heading": "Summary", "text": "The hedge is green."},
            {"number": None, "marking": "", "heading": "", "text": "It grows."},
        ],
        "signed_by": "DOE",
        "text": {"sha256": "0" * 64, "characters": 1},
    }
    (cable,) = cables(json.dumps(export))

    assert isinstance(cable, SourceCable)
    assert cable.partial
    assert cable.origin == "Embassy Bern"
    assert cable.text == (
        "FM AMEMBASSY BERN\nTO SECSTATE WASHDC\n\nCONFIDENTIAL\nSIPDIS\n"
        "E.O. 12958: DECL: 2019-01-31\nTAGS: PREL, OVIP (DOE, JANE)\nSUBJECT: A HEDGE\n"
        "REF: A. 08 BERN 12\nClassified By: DCM Jane Doe. Reason: 1.4 (b), (d)\n\n"
        "Summary\n-------\n\n1. (C) The hedge is green.\n\nIt grows.\n\nDOE"
    )
