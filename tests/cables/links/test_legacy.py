"""URLs of older sites."""

from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cables.links.legacy import LEGACY_PATTERNS, DeadLink, ListTarget, resolve_legacy_url
from cables.links.references import CableTarget

NAMES = ("id", "q", "sort", "yt", "mt", "tags", "period", "oid", "qtfrom", "qfoclass[]", "qftags")
PATHS = (
    "cable/2007/02/07MOSCOW849.html",
    "date/2007-02_0.html",
    "reldate/2010-12-11_0.html",
    "tag/PREL_0.html",
    "classification/3_0.html",
    "origin/12_0.html",
    "plusd/cables/07MOSCOW849_a.html",
    "plusd/",
    "cables/07MOSCOW849",
    "cables/81234/",
    "api/documents/07MOSCOW849",
    "cable.php",
    "search.php",
    "browse.php",
    "history.php",
    "uorigin.php",
)
queries = st.dictionaries(st.sampled_from(NAMES), st.lists(st.text(), max_size=3))


def list_query(path: str, query: dict[str, list[str]] | None = None) -> tuple[tuple[str, str], ...]:
    target = resolve_legacy_url(path, query or {})
    assert isinstance(target, ListTarget)
    return target.query


@pytest.mark.parametrize(
    ("old", "page"), [(0, ""), (1, "3"), (2, "6"), (3, "8"), (4, "11"), (108, "271")]
)
def test_the_page_holds_the_first_row_of_the_old_page(old: int, page: str) -> None:
    query = list_query(f"/tag/PREL_{old}.html")
    assert dict(query).get("page", "") == page
    row = 50 * old
    assert (int(page or 1) - 1) * 20 <= row < int(page or 1) * 20


@pytest.mark.parametrize(
    ("fragment", "place"),
    [
        ("par7", {"paragraph": "7"}),
        ("para-81234-7", {"paragraph": "7"}),
        ("parB", {"fragment": "parB"}),
        ("par2006", {"fragment": "par2006"}),
        ("<script>", {}),
        ("", {}),
    ],
)
def test_a_pasted_url_keeps_its_fragment(fragment: str, place: dict[str, str]) -> None:
    target = resolve_legacy_url("cable/2007/02/07MOSCOW849.html", {}, fragment)
    assert target == CableTarget(reference_id="07MOSCOW849", **place)  # type: ignore[arg-type]


def test_brackets_after_a_parameter_are_ignored() -> None:
    spellings = [{"qftags": ["PREL"]}, {"qftags[]": ["PREL"]}, {"qftags[0]": ["PREL"]}]
    assert {list_query("plusd/", query) for query in spellings} == {(("tag", "PREL"),)}


def test_the_librarys_restrictions_narrow_its_classes() -> None:
    def classes(foclass: str, restriction: str) -> list[str]:
        query = {"qfoclass": [foclass], "qforiginalhandlingrestriction": [restriction]}
        return [value for name, value in list_query("plusd/", query) if name == "classification"]

    assert classes("SECRET", "") == ["SECRET", "SECRET//NOFORN"]
    assert classes("SECRET", "NOFORN") == ["SECRET//NOFORN"]
    assert classes("", "NOFORN") == ["CONFIDENTIAL//NOFORN", "SECRET//NOFORN"]
    assert classes("UNCLASSIFIED", "FOUO") == ["UNCLASSIFIED//FOR OFFICIAL USE ONLY"]


@pytest.mark.parametrize(
    ("path", "kind"), [("origin/3", "post"), ("cables/3/", "cable"), ("uorigin.php", "post")]
)
def test_a_row_number_is_a_dead_link(path: str, kind: str) -> None:
    target = resolve_legacy_url(path, {})
    assert isinstance(target, DeadLink)
    assert target.kind == kind


@pytest.mark.parametrize("path", ["cable/07MOSCOW849/", "origin/embassy-moscow/", "tag/PREL/", "x"])
def test_urls_of_this_site_are_not_resolved(path: str) -> None:
    assert resolve_legacy_url(path, {}) is None


def test_every_pattern_has_an_example_here() -> None:
    assert len(PATHS) == len(LEGACY_PATTERNS)
    assert all(resolve_legacy_url(path, {"id": ["07MOSCOW849"]}) for path in PATHS)


@settings(deadline=None)  # the first example reads tables
@given(st.sampled_from(PATHS), queries, st.text())
def test_any_query_and_fragment_is_accepted(
    path: str, query: dict[str, list[str]], fragment: str
) -> None:
    resolve_legacy_url(path, query, fragment)


def test_the_longest_query_fits_in_a_url() -> None:
    codes = [f"{'A&' * 14}{number}" for number in range(10, 90)]
    query = {
        "q": ["😀" * 900],
        "qftags[]": codes,
        "qfoclass": ["SECRET", "CONFIDENTIAL", "UNCLASSIFIED"],
        "qforiginalhandlingrestriction": ["EXDIS", "NODIS", "LIMDIS", "STADIS"] * 9,
        "qtfrom": ["2007-01-01"],
    }
    assert len(urlencode(list_query("plusd/", query))) < 2000


@given(st.text())
def test_any_path_is_accepted(path: str) -> None:
    resolve_legacy_url(path, {})
