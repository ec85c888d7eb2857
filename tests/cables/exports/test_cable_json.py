"""A cable as one JSON object, and the schema that describes it."""

from typing import Any

import jsonschema
import pytest
from pytest_django import DjangoAssertNumQueries

from cables.exports.cable_json import cable_record
from cables.exports.json_schema import SCHEMA_NAMES, load_schema, schema_properties
from cables.exports.row import list_row
from cables.loading.load import LoadResult
from cables.models import Cable, Paragraph
from tests.conftest import SHORT_CABLE, LoadText


def get_record(reference_id: str) -> dict[str, Any]:
    return cable_record(Cable.objects.for_reading().get(reference_id=reference_id))


def undescribed(value: Any, schema: dict[str, Any], path: str = "") -> set[str]:
    """Return the members of a value that its schema does not describe."""
    if isinstance(value, list):
        return set().union(*(undescribed(item, schema["items"], f"{path}[]") for item in value))
    if not isinstance(value, dict):
        return set()
    known = schema.get("properties", {})
    unknown = {f"{path}.{name}" for name in value.keys() - known.keys()}
    inner = (
        undescribed(value[name], known[name], f"{path}.{name}") for name in value if name in known
    )
    return unknown.union(*inner)


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_the_schemas_are_valid(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(load_schema(name))


def test_every_sample_matches_the_schema_and_has_no_other_members(
    samples: list[LoadResult],
) -> None:
    validator = jsonschema.Draft202012Validator(load_schema("cable"))
    for cable in Cable.objects.all():
        record = get_record(cable.reference_id)
        assert list(validator.iter_errors(record)) == []
        assert undescribed(record, load_schema("cable")) == set()


def test_every_row_of_a_list_matches_its_schema(samples: list[LoadResult]) -> None:
    schema = load_schema("cables")["properties"]["cables"]["items"]
    for cable in Cable.objects.for_lists():
        jsonschema.Draft202012Validator(schema).validate(list_row(cable))
        assert undescribed(list_row(cable), schema) == set()


def test_a_record_has_what_the_page_shows(load_text: LoadText) -> None:
    load_text()
    record = get_record("09SPECIMEN901")
    assert record["url"] == "http://localhost:8000/cable/09SPECIMEN901/"
    assert record["created"] == "2009-03-03T12:00Z"
    assert record["created_from"] == "the date-time group"
    assert record["released"] is None
    assert record["header"]["to"] == [{"name": "SECSTATE WASHDC"}]
    assert [tag["code"] for tag in record["tags"]] == ["PREL", "AINF"]
    assert record["classified_by"] == {"name": "Jane Doe", "title": "Ambassador"}
    assert record["reasons"] == ["b", "d"]
    assert [
        (reference["letter"], reference["cited_id"], reference["held"])
        for reference in record["references"]
    ] == [
        ("A", "07MOSCOW849", False),
        ("B", "08SPECIMEN5902", False),
    ]
    first, second = record["paragraphs"]
    assert first == {
        "key": "1",
        "number": 1,
        "marking": "C",
        "heading": "",
        "text": "The first paragraph of a specimen says that it is one.",
        "url": "http://localhost:8000/cable/09SPECIMEN901/1/",
        "withheld": False,
    }
    assert second["text"] == "The second follows it & is <not> markup."
    assert not record["withheld"]


def test_references_are_listed_in_both_directions(samples: list[LoadResult]) -> None:
    [cited] = [
        reference
        for reference in get_record("09SPECIMEN3")["references"]
        if reference["cited_id"] == "07MOSCOW849"
    ]
    assert cited["held"]
    assert cited["url"] == "http://localhost:8000/cable/07MOSCOW849/"
    citing = [cable["reference_id"] for cable in get_record("07MOSCOW849")["referred_by"]]
    assert "09SPECIMEN3" in citing


def test_other_versions_are_listed(load_text: LoadText) -> None:
    load_text()
    load_text(SHORT_CABLE.replace("says that it is one", "says so"), name="09SPECIMEN0901.txt")
    [version] = get_record("09SPECIMEN901")["versions"]
    assert version["form"] == "plain"


def test_a_record_needs_few_queries_however_long_the_cable(
    samples: list[LoadResult], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for reference_id in ("09SPECIMEN10", "07MOSCOW849"):
        cable = Cable.objects.for_reading().get(reference_id=reference_id)
        with django_assert_max_num_queries(11):
            assert (
                len(cable_record(cable)["paragraphs"])
                == Paragraph.objects.filter(cable=cable).count()
            )


def test_the_members_are_listed_with_their_paths() -> None:
    listed = {member.path: member.type for member in schema_properties(load_schema("cable"))}
    assert listed["version"] == "1"
    assert listed["paragraphs[].number"] == "number or null"
    assert listed["header.to[].name"] == "text"
    assert listed["origin"] == "object or null"
