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


def undescribed(value: Any, about: dict[str, Any], path: str = "") -> set[str]:
    """Return the members of a value that its schema says nothing of."""
    if isinstance(value, list):
        return set().union(*(undescribed(one, about["items"], f"{path}[]") for one in value))
    if not isinstance(value, dict):
        return set()
    known = about.get("properties", {})
    unknown = {f"{path}.{name}" for name in value.keys() - known.keys()}
    inner = (
        undescribed(value[name], known[name], f"{path}.{name}") for name in value if name in known
    )
    return unknown.union(*inner)


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_the_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(load_schema(name))


def test_every_sample_fits_the_schema_and_has_no_member_that_it_does_not_describe(
    samples: list[LoadResult],
) -> None:
    validator = jsonschema.Draft202012Validator(load_schema("cable"))
    for cable in Cable.objects.all():
        found = get_record(cable.reference_id)
        assert list(validator.iter_errors(found)) == []
        assert undescribed(found, load_schema("cable")) == set()


def test_every_row_of_a_list_fits_its_schema(samples: list[LoadResult]) -> None:
    about = load_schema("cables")["properties"]["cables"]["items"]
    for cable in Cable.objects.for_lists():
        jsonschema.Draft202012Validator(about).validate(list_row(cable))
        assert undescribed(list_row(cable), about) == set()


def test_a_record_tells_what_the_page_tells(load_text: LoadText) -> None:
    load_text()
    found = get_record("09SPECIMEN901")
    assert found["url"] == "http://localhost:8000/cable/09SPECIMEN901/"
    assert found["created"] == "2009-03-03T12:00Z"
    assert found["created_from"] == "the date-time group"
    assert found["released"] is None
    assert found["header"]["to"] == [{"name": "SECSTATE WASHDC"}]
    assert [tag["code"] for tag in found["tags"]] == ["PREL", "AINF"]
    assert found["classified_by"] == {"name": "Jane Doe", "title": "Ambassador"}
    assert found["reasons"] == ["b", "d"]
    assert [(one["letter"], one["cited_id"], one["held"]) for one in found["references"]] == [
        ("A", "07MOSCOW849", False),
        ("B", "08SPECIMEN902", False),
    ]
    first, second = found["paragraphs"]
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
    assert not found["withheld"]


def test_references_are_told_both_ways(samples: list[LoadResult]) -> None:
    [cited] = [
        one for one in get_record("09SPECIMEN3")["references"] if one["cited_id"] == "07MOSCOW849"
    ]
    assert cited["held"]
    assert cited["url"] == "http://localhost:8000/cable/07MOSCOW849/"
    citing = [one["reference_id"] for one in get_record("07MOSCOW849")["referred_by"]]
    assert "09SPECIMEN3" in citing


def test_other_versions_are_told(load_text: LoadText) -> None:
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


def test_the_members_are_listed_for_reading_each_with_its_place() -> None:
    listed = {member.path: member.type for member in schema_properties(load_schema("cable"))}
    assert listed["version"] == "1"
    assert listed["paragraphs[].number"] == "number or null"
    assert listed["header.to[].name"] == "text"
    assert listed["origin"] == "object or null"
