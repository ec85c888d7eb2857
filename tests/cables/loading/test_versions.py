"""Which source of a cable is shown, and what is kept of the others."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cables.loading.rows import CableRows
from cables.loading.versions import CableVersions, Outcome, add, merge, rank, source_columns
from cables.loading.worker import KnownSources, parse_cable
from cables.sources import SourceCable
from tests.conftest import SHORT_CABLE

OLD, NEW = datetime(2010, 12, 1, tzinfo=UTC), datetime(2011, 8, 30, tzinfo=UTC)


def cable(**facts: Any) -> CableRows:
    columns = {
        "header": "",
        "body": facts.pop("body", "text"),
        "source_form": "plain",
        "source_name": "a",
        "source_sha256": "1",
        "source_key": facts.get("source_name", "a"),
        "source_facts": {"reference_id": "09SPECIMEN901"},
        "text_sha256": "1",
        "text_length": 4,
        "partial": False,
        "released": None,
        "parser_version": 1,
        **facts,
    }
    return CableRows(
        cable=columns, post={}, tags=(), paragraphs=(), references=(), problems=(), mentions=()
    )


def texts_to_store(versions: CableVersions) -> list[str]:
    return [version["text"] for version in versions.versions_to_store]


def other_cable(**facts: Any) -> CableRows:
    return cable(**{"source_name": "b", "source_sha256": "2", "text_sha256": "2", **facts})


def test_the_complete_beats_the_partial_even_if_it_is_older() -> None:
    versions = add(cable(partial=True, released=NEW))
    assert merge(versions, other_cable(released=OLD)) is Outcome.CHANGED
    assert versions.shown["source_name"] == "b"
    assert [version["source_name"] for version in versions.other_versions] == ["a"]


def test_the_partial_text_is_kept_beside_the_complete() -> None:
    versions = add(cable(released=OLD))
    assert (
        merge(versions, other_cable(partial=True, released=NEW, body="part"))
        is Outcome.OTHER_VERSION
    )
    assert versions.shown["source_name"] == "a"
    assert texts_to_store(versions) == ["part"]


def test_the_later_release_beats_the_earlier() -> None:
    versions = add(cable(released=OLD, text_length=9))
    assert merge(versions, other_cable(released=NEW)) is Outcome.CHANGED


def test_the_longer_text_beats_the_shorter() -> None:
    versions = add(cable())
    assert merge(versions, other_cable(text_length=5)) is Outcome.CHANGED
    assert merge(versions, cable(source_name="c", source_sha256="3", text_length=4)) is (
        Outcome.OTHER_VERSION
    )


def test_the_same_text_is_unchanged_and_stored_once() -> None:
    versions = add(cable())
    assert merge(versions, other_cable(text_sha256="1")) is Outcome.UNCHANGED
    assert texts_to_store(versions) == [""]


def test_a_changed_file_replaces_its_version() -> None:
    versions = add(cable(released=NEW, text_length=9))
    new = cable(released=OLD, source_sha256="9", text_sha256="9", text_length=1)
    assert merge(versions, new) is Outcome.CHANGED
    assert versions.other_versions == []


def test_the_same_bytes_are_unchanged_until_the_parser_version_changes() -> None:
    versions = add(cable())
    assert merge(versions, cable()) is Outcome.UNCHANGED
    assert merge(versions, cable(parser_version=2)) is Outcome.CHANGED


def test_only_the_same_path_is_the_same_file() -> None:
    versions = add(cable(released=NEW))
    elsewhere = cable(source_key="elsewhere", source_sha256="9", text_sha256="9", partial=True)
    assert merge(versions, elsewhere) is Outcome.OTHER_VERSION
    assert versions.shown["released"] == NEW


def test_a_source_without_a_key_is_never_the_same_file() -> None:
    versions = add(cable(source_key="", source_name="-"))
    again = cable(source_key="", source_name="-", source_sha256="9", text_sha256="9", text_length=9)
    assert merge(versions, again) is Outcome.CHANGED
    assert [version["text_sha256"] for version in versions.other_versions] == ["1"]


def test_a_file_may_contain_a_cable_twice() -> None:
    versions = add(cable())
    assert merge(versions, cable(text_sha256="0", body="twin")) is Outcome.OTHER_VERSION
    assert texts_to_store(versions) == ["twin"]
    changed = cable(source_sha256="9", text_sha256="3")
    merge(versions, changed)
    assert versions.other_versions == [], "a change replaces both"


def test_the_same_bytes_from_two_files_are_removed_by_neither() -> None:
    versions = add(cable(text_length=9))
    assert merge(versions, cable(source_name="b", text_length=9)) is Outcome.UNCHANGED
    assert versions.rows_to_store is not None
    assert versions.rows_to_store.cable["source_key"] == ""
    merge(versions, cable(source_sha256="9", text_sha256="9", partial=True))
    assert (versions.shown["text_length"], len(versions.other_versions)) == (9, 1)


def test_a_file_that_becomes_a_copy_of_another_removes_its_old_text() -> None:
    versions = add(parsed("c", 0, text=TEXTS[0]))
    merge(versions, parsed("a", 0, text=TEXTS[2], partial=True))
    assert merge(versions, parsed("c", 0, text=TEXTS[2], partial=True)) is Outcome.CHANGED
    assert (versions.shown["text"], versions.shown["source_key"], versions.other_versions) == (
        TEXTS[2],
        "",
        [],
    )


def parsed(name: str, content: int, *, text: str, **facts: Any) -> CableRows:
    """Return a cable that can be parsed again."""
    source = SourceCable(
        reference_id="09SPECIMEN901",
        text=text,
        form="page",
        name=name,
        sha256=hashlib.sha256(f"{text}{facts}{content}".encode()).hexdigest(),
        file_key=name,
        **facts,
    )
    rows = parse_cable(source, KnownSources())
    assert isinstance(rows, CableRows)
    return rows


TEXTS = (SHORT_CABLE, SHORT_CABLE + "\nNNNN\n", SHORT_CABLE.replace("Doe", "Roe"))


def test_a_version_that_is_shown_again_has_all_metadata_of_its_source() -> None:
    complete = parsed(
        "a",
        0,
        text=TEXTS[0],
        origin="Embassy Bern",
        classification="SECRET",
        created=datetime(2009, 3, 3, 12, 12, tzinfo=UTC),
        minutes_trusted=False,
        released=OLD,
    )
    versions = add(parsed("c", 0, text=TEXTS[1], released=NEW))
    assert merge(versions, complete) is Outcome.OTHER_VERSION
    worse = parsed("c", 1, text=TEXTS[2], released=NEW, partial=True)
    assert merge(versions, worse) is Outcome.OTHER_VERSION
    assert versions.shown["source_name"] == "a"
    assert versions.rows_to_store is not None
    assert (versions.rows_to_store.cable, versions.rows_to_store.post) == (
        complete.cable,
        complete.post,
    )
    assert versions.rows_to_store.mentions == complete.mentions
    assert texts_to_store(versions) == [TEXTS[2]]


def test_a_text_shared_with_the_shown_version_is_stored_when_another_is_shown() -> None:
    versions = add(parsed("a", 0, text=TEXTS[0]))
    merge(versions, parsed("d", 1, text=TEXTS[0]))
    assert texts_to_store(versions) == [""]
    merge(versions, parsed("b", 0, text=TEXTS[1]))
    assert texts_to_store(versions) == [TEXTS[0], TEXTS[0]]


def test_a_text_of_two_files_remains_when_one_changes() -> None:
    versions = add(parsed("a", 0, text=TEXTS[0]))
    merge(versions, parsed("d", 1, text=TEXTS[0]))
    assert merge(versions, parsed("a", 1, text=TEXTS[2], partial=True)) is Outcome.OTHER_VERSION
    assert (versions.shown["source_name"], versions.shown["text"]) == ("d", TEXTS[0])


def through_the_database(versions: CableVersions) -> CableVersions:
    """Return the versions as the next batch would read them."""
    stored = [
        {**version, "text": version["text"] or versions.shown["text"]}
        for version in versions.versions_to_store
    ]
    return CableVersions(shown=versions.shown, other_versions=stored, pk=1)


LOADS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c", "-"]),
        st.integers(0, 1),
        st.sampled_from(TEXTS),
        st.booleans(),
        st.sampled_from([None, OLD, NEW]),
    ),
    min_size=1,
    max_size=8,
)


@given(LOADS)
def test_every_text_of_a_current_source_is_kept_and_the_best_is_shown(
    loads: list[tuple[str, int, str, bool, datetime | None]],
) -> None:
    versions: CableVersions | None = None
    current: dict[str, CableRows] = {}
    for number, (name, content, text, partial, released) in enumerate(loads):
        new = parsed(name, content, text=text, partial=partial, released=released)
        if name == "-":
            new.cable["source_key"] = ""
            current[f"-{number}"] = new
        else:
            current[name] = new
        if versions is None:
            versions = add(new)
        else:
            merge(versions, new)
        shown_text = versions.shown["text"]
        kept = {shown_text, *(version["text"] for version in versions.other_versions)}
        sources = [source_columns(rows) for rows in current.values()]
        assert {source["text"] for source in sources} <= kept
        candidates = (*sources, *versions.other_versions)
        assert all(rank(versions.shown) >= rank(candidate) for candidate in candidates)
        for version, stored in zip(
            versions.other_versions, versions.versions_to_store, strict=True
        ):
            assert stored["text"] == ("" if version["text"] == shown_text else version["text"])
        if versions.new_rows:
            assert source_columns(versions.new_rows)["text"] == versions.shown["text"]
        versions = through_the_database(versions)


SOURCES = st.lists(
    st.tuples(
        st.booleans(),
        st.sampled_from([None, OLD, NEW]),
        st.sampled_from(["text", "texts", "other"]),
    ),
    min_size=2,
    max_size=5,
)


@given(SOURCES, st.randoms())
def test_the_order_of_merging_does_not_matter(
    facts: list[tuple[bool, datetime | None, str]], random: Any
) -> None:
    sources = [
        cable(
            source_name=str(number),
            source_sha256=str(number),
            text_sha256=body,
            body=body,
            partial=partial,
            released=released,
            text_length=len(body),
        )
        for number, (partial, released, body) in enumerate(facts)
    ]
    shuffled = list(sources)
    random.shuffle(shuffled)
    results = []
    for order in (sources, shuffled):
        versions = add(order[0])
        for source in order[1:]:
            merge(versions, source)
        names = {v["source_name"] for v in (versions.shown, *versions.other_versions)}
        results.append((rank(versions.shown), versions.shown["text"], names))
    assert results[0] == results[1]
    assert results[0][2] == {str(number) for number in range(len(sources))}
