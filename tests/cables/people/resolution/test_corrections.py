"""Reading the file of corrections."""

from pathlib import Path

import pytest

from cables.people.resolution.corrections import Action, Correction, Corrections

HEADER = "action,person,value,cables\n"


def read(folder: Path, text: str) -> Corrections:
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return Corrections.read(path)


def test_a_missing_file_has_no_corrections(tmp_path: Path) -> None:
    assert Corrections.read(tmp_path / "people.csv") == Corrections()


def test_each_action_is_read(tmp_path: Path) -> None:
    corrections = read(
        tmp_path,
        f"{HEADER}merge,anton-kholpkov,anton-khlopkov,\n"
        "rename,jane-roe,Jane Q. Roe\n"
        "# a remark\n\n"
        'split,john-roe,John Roe (consul),"07 NAIROBI 12, 08NAIROBI340"\n'
        "Not a person,prospekt-mira\n"
        "withhold,Jane Doe,,\n",
    )
    assert not corrections.problems
    assert [row.action for row in corrections.rows] == list(Action)
    assert corrections.rows[0] == Correction(
        action=Action.MERGE, person="anton-kholpkov", value="anton-khlopkov", line=2
    )


def test_reference_ids_may_have_any_spelling_without_spaces(tmp_path: Path) -> None:
    corrections = read(
        tmp_path, f'{HEADER}split,john-roe,John Roe,"07NAIROBI00012, 08nairobi340"\n'
    )
    assert corrections.rows[0].cables == {"07NAIROBI12", "08NAIROBI340"}


def test_extra_columns_are_ignored(tmp_path: Path) -> None:
    text = "action,person,value,why,cables\nsplit,john-roe,John Roe,two men,07NAIROBI12\n"
    assert read(tmp_path, text).rows[0].cables == {"07NAIROBI12"}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (
            "join,jane-roe,john-roe,",
            "people.csv:2: 'join' is an unknown action; expected one of merge,",
        ),
        ("merge,jane-roe,,", "people.csv:2: merge 'jane-roe' without a value"),
        ("rename,,Jane,", "people.csv:2: rename without a person"),
        ("split,jane-roe,Jane Roe,", "people.csv:2: split 'jane-roe' without cables"),
    ],
)
def test_an_invalid_row_is_reported_and_the_rest_are_read(
    tmp_path: Path, row: str, message: str
) -> None:
    corrections = read(tmp_path, f"{HEADER}{row}\nwithhold,Jane Doe,,\n")
    assert len(corrections.problems) == 1
    assert message in corrections.problems[0]
    assert [row.person for row in corrections.rows] == ["Jane Doe"]


@pytest.mark.parametrize("text", ["", "name,slug\nJane,jane\n"])
def test_a_file_without_a_header_is_reported_with_the_expected_one(
    tmp_path: Path, text: str
) -> None:
    corrections = read(tmp_path, text)
    assert not corrections.rows
    assert "must begin with action,person,value" in corrections.problems[0]


def test_a_file_in_another_encoding_is_reported_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes("action,person,value\nwithhold,José Roe,\n".encode("latin-1"))
    assert "Save it as CSV in UTF-8" in Corrections.read(path).problems[0]
