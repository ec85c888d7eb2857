"""Lists as JSON and CSV."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from cables.exports import ExportedExcerpt, as_csv, as_json
from cables.loading.load import LoadResult
from cables.models import Cable
from tests.conftest import SHORT_CABLE, LoadText

PAGE_URL = "/cables/?sort=oldest"


def oldest() -> Any:
    return Cable.objects.for_lists().oldest_first()


def read_json(**kwargs: Any) -> Any:
    response = as_json(oldest(), **{"total": Cable.objects.count(), "page_url": PAGE_URL, **kwargs})
    return json.loads(response.getvalue())


def read_csv(**kwargs: Any) -> list[list[str]]:
    response = as_csv(oldest(), **{"total": Cable.objects.count(), "page_url": PAGE_URL, **kwargs})
    return list(csv.reader(io.StringIO(response.getvalue().decode())))


def excerpts_of(batch: Sequence[Cable]) -> dict[str, list[ExportedExcerpt]]:
    return {
        cable.reference_id: [
            ExportedExcerpt(
                paragraph=key, url=f"{cable.get_absolute_url()}?q=x#par{key}", text=f"words {key}"
            )
            for key in ("1", "2")
        ]
        for cable in batch
        if cable.reference_id == "07MOSCOW849"
    }


def test_a_json_list_has_all_members(samples: list[LoadResult]) -> None:
    listed = read_json()
    assert {key: listed[key] for key in listed if key != "cables"} == {
        "version": 1,
        "url": "http://localhost:8000/cables/?sort=oldest",
        "total": 11,
        "limit": 10_000,
        "notices": [],
        "returned": 11,
        "complete": True,
        "next_url": None,
    }
    assert listed["cables"][0] == {
        "reference_id": "07MOSCOW849",
        "url": "http://localhost:8000/cable/07MOSCOW849/",
        "title": Cable.objects.get(reference_id="07MOSCOW849").title,
        "created": "2007-02-28T17:45Z",
        "released": "2011-08-30T01:44Z",
        "classification": "CONFIDENTIAL",
        "captions": [],
        "origin": {"name": "Embassy Moscow", "slug": "embassy-moscow", "country": "Russia"},
        "tags": [],
    }


def test_a_csv_list_has_a_header_row_and_a_row_per_cable(samples: list[LoadResult]) -> None:
    header, first, *others = read_csv()
    assert header == [
        *("reference_id", "created", "released", "classification", "origin", "title"),
        *("tags", "captions", "url"),
    ]
    assert first[:5] == [
        *("07MOSCOW849", "2007-02-28T17:45Z", "2011-08-30T01:44Z", "CONFIDENTIAL"),
        "Embassy Moscow",
    ]
    assert len(others) == 10


@pytest.mark.django_db
def test_an_empty_list_is_complete() -> None:
    assert read_json()["cables"] == []
    assert read_json()["complete"]
    assert len(read_csv()) == 1


def test_a_list_ends_at_the_limit_and_says_so(
    samples: list[LoadResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.exports.limits.MAX_CABLES", 4)
    monkeypatch.setattr("cables.exports.limits.BATCH_SIZE", 3)
    listed = read_json()
    assert [listed[key] for key in ("total", "returned", "complete")] == [11, 4, False]
    assert listed["next_url"] is None
    assert len(listed["cables"]) == 4
    *rows, last = read_csv()
    assert len(rows) == 5
    assert last[0].startswith("# cut at 4 of 11 cables")
    assert last[0].endswith("http://localhost:8000/cables/?sort=oldest")


def test_both_formats_have_the_notices(samples: list[LoadResult]) -> None:
    notices = ["One word was ignored."]
    assert read_json(notices=notices)["notices"] == notices
    assert read_csv(notices=notices)[-1] == ["# One word was ignored."]


def test_headers_have_total_and_limit(samples: list[LoadResult]) -> None:
    response = as_json(oldest(), total=11, page_url=PAGE_URL)
    assert response.headers["Cables-Total"] == "11"
    assert response.headers["Cables-Limit"] == "10000"
    assert (
        "attachment" in as_csv(oldest(), total=11, page_url=PAGE_URL).headers["Content-Disposition"]
    )


def test_matching_paragraphs_are_linked(samples: list[LoadResult]) -> None:
    listed = read_json(find_excerpts=excerpts_of)["cables"]
    assert listed[0]["excerpts"][1] == {
        "paragraph": "2",
        "url": "http://localhost:8000/cable/07MOSCOW849/?q=x#par2",
        "text": "words 2",
    }
    assert listed[1]["excerpts"] == []
    header, first, second, *_ = read_csv(find_excerpts=excerpts_of)
    assert header[-2:] == ["paragraphs", "excerpts"]
    assert first[-2].split("; ")[1] == "http://localhost:8000/cable/07MOSCOW849/?q=x#par2"
    assert first[-1] == "words 1\nwords 2"
    assert second[-2:] == ["", ""]


def test_the_same_query_has_the_same_etag_until_cables_are_loaded(
    samples: list[LoadResult], load_text: LoadText
) -> None:
    def etag(page_url: str = PAGE_URL) -> str:
        return str(as_csv(oldest(), total=11, page_url=page_url).headers["ETag"])

    first = etag()
    assert first == etag()
    assert first != etag("/cables/?sort=newest")
    assert first != as_json(oldest(), total=11, page_url=PAGE_URL).headers["ETag"]
    load_text()
    assert first != etag()


def test_no_cell_is_a_formula(load_text: LoadText) -> None:
    load_text(SHORT_CABLE.replace("SPECIMEN: A SHORT CABLE FOR TESTS", '=HYPERLINK("x")'))
    [_, row] = read_csv()
    assert row[5] == '\'=HYPERLINK("x")'


def test_a_long_list_is_fetched_in_batches(
    samples: list[LoadResult],
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    monkeypatch.setattr("cables.exports.limits.BATCH_SIZE", 4)
    with django_assert_num_queries(2 + 3 * 2):  # state, list; tags, codes of each batch
        b"".join(as_json(oldest(), total=11, page_url=PAGE_URL))


def test_cables_may_be_a_plain_list(samples: list[LoadResult]) -> None:
    listed = json.loads(as_json(list(oldest()), total=11, page_url=PAGE_URL).getvalue())
    assert listed == read_json()
