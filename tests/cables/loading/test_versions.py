"""Which source of a cable is shown, and what becomes of the other."""

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


def holding(shown: CableRows) -> CableVersions:
    return add(shown)


def stored_texts(held: CableVersions) -> list[str]:
    return [one["text"] for one in held.versions_to_store]


def other(**facts: Any) -> CableRows:
    return cable(**{"source_name": "b", "source_sha256": "2", "text_sha256": "2", **facts})


def test_the_whole_beats_the_partial_even_if_it_is_older() -> None:
    held = holding(cable(partial=True, released=NEW))
    assert merge(held, other(released=OLD)) is Outcome.CHANGED
    assert held.shown["source_name"] == "b"
    assert [one["source_name"] for one in held.other_versions] == ["a"]


def test_the_partial_is_kept_beside_the_whole_with_its_text() -> None:
    held = holding(cable(released=OLD))
    assert merge(held, other(partial=True, released=NEW, body="part")) is Outcome.OTHER_VERSION
    assert held.shown["source_name"] == "a"
    assert stored_texts(held) == ["part"]


def test_the_later_release_beats_the_earlier() -> None:
    held = holding(cable(released=OLD, text_length=9))
    assert merge(held, other(released=NEW)) is Outcome.CHANGED


def test_the_longer_text_beats_the_shorter() -> None:
    held = holding(cable())
    assert merge(held, other(text_length=5)) is Outcome.CHANGED
    assert merge(held, cable(source_name="c", source_sha256="3", text_length=4)) is (
        Outcome.OTHER_VERSION
    )


def test_the_same_text_is_unchanged_and_kept_once() -> None:
    held = holding(cable())
    assert merge(held, other(text_sha256="1")) is Outcome.UNCHANGED
    assert stored_texts(held) == [""]


def test_a_changed_file_takes_the_place_of_what_it_gave_before() -> None:
    held = holding(cable(released=NEW, text_length=9))
    new = cable(released=OLD, source_sha256="9", text_sha256="9", text_length=1)
    assert merge(held, new) is Outcome.CHANGED
    assert held.other_versions == []


def test_the_same_bytes_are_unchanged_until_the_reading_rules_change() -> None:
    held = holding(cable())
    assert merge(held, cable()) is Outcome.UNCHANGED
    assert merge(held, cable(parser_version=2)) is Outcome.CHANGED


def test_only_the_same_path_is_the_same_file() -> None:
    held = holding(cable(released=NEW))
    elsewhere = cable(source_key="elsewhere", source_sha256="9", text_sha256="9", partial=True)
    assert merge(held, elsewhere) is Outcome.OTHER_VERSION
    assert held.shown["released"] == NEW


def test_what_has_no_place_is_never_the_same_file() -> None:
    held = holding(cable(source_key="", source_name="-"))
    again = cable(source_key="", source_name="-", source_sha256="9", text_sha256="9", text_length=9)
    assert merge(held, again) is Outcome.CHANGED
    assert [one["text_sha256"] for one in held.other_versions] == ["1"]


def test_one_file_may_hold_a_cable_twice_and_loses_neither() -> None:
    held = holding(cable())
    assert merge(held, cable(text_sha256="0", body="twin")) is Outcome.OTHER_VERSION
    assert stored_texts(held) == ["twin"]
    changed = cable(source_sha256="9", text_sha256="3")
    merge(held, changed)
    assert held.other_versions == [], "a change takes both away"


def test_bytes_that_two_files_give_are_taken_away_by_neither() -> None:
    held = holding(cable(text_length=9))
    assert merge(held, cable(source_name="b", text_length=9)) is Outcome.UNCHANGED
    assert held.rows_to_store is not None
    assert held.rows_to_store.cable["source_key"] == ""
    merge(held, cable(source_sha256="9", text_sha256="9", partial=True))
    assert (held.shown["text_length"], len(held.other_versions)) == (9, 1)


def test_a_file_that_becomes_a_copy_of_another_takes_its_old_text_away() -> None:
    held = holding(real("c", 0, text=TEXTS[0]))
    merge(held, real("a", 0, text=TEXTS[2], partial=True))
    assert merge(held, real("c", 0, text=TEXTS[2], partial=True)) is Outcome.CHANGED
    assert (held.shown["text"], held.shown["source_key"], held.other_versions) == (TEXTS[2], "", [])


def real(name: str, content: int, *, text: str, **facts: Any) -> CableRows:
    """Return a cable that can be parsed anew."""
    source = SourceCable(
        reference_id="09SPECIMEN901",
        text=text,
        form="page",
        name=name,
        sha256=hashlib.sha256(f"{text}{facts}{content}".encode()).hexdigest(),
        file_key=name,
        **facts,
    )
    taken = parse_cable(source, KnownSources())
    assert isinstance(taken, CableRows)
    return taken


TEXTS = (SHORT_CABLE, SHORT_CABLE + "\nNNNN\n", SHORT_CABLE.replace("Doe", "Roe"))


def test_a_better_version_comes_back_into_view_with_all_that_its_source_stated() -> None:
    whole = real(
        "a",
        0,
        text=TEXTS[0],
        origin="Embassy Bern",
        classification="SECRET",
        created=datetime(2009, 3, 3, 12, 12, tzinfo=UTC),
        minutes_trusted=False,
        released=OLD,
    )
    held = holding(real("c", 0, text=TEXTS[1], released=NEW))
    assert merge(held, whole) is Outcome.OTHER_VERSION
    worse = real("c", 1, text=TEXTS[2], released=NEW, partial=True)
    assert merge(held, worse) is Outcome.OTHER_VERSION
    assert held.shown["source_name"] == "a"
    assert held.rows_to_store is not None
    assert (held.rows_to_store.cable, held.rows_to_store.post) == (whole.cable, whole.post)
    assert held.rows_to_store.mentions == whole.mentions
    assert stored_texts(held) == [TEXTS[2]]


def test_a_text_that_was_the_shown_ones_is_filled_in_when_another_is_shown() -> None:
    held = holding(real("a", 0, text=TEXTS[0]))
    merge(held, real("d", 1, text=TEXTS[0]))
    assert stored_texts(held) == [""]
    merge(held, real("b", 0, text=TEXTS[1]))
    assert stored_texts(held) == [TEXTS[0], TEXTS[0]]


def test_a_whole_text_does_not_vanish_with_one_of_its_two_files() -> None:
    held = holding(real("a", 0, text=TEXTS[0]))
    merge(held, real("d", 1, text=TEXTS[0]))
    assert merge(held, real("a", 1, text=TEXTS[2], partial=True)) is Outcome.OTHER_VERSION
    assert (held.shown["source_name"], held.shown["text"]) == ("d", TEXTS[0])


def through_the_database(held: CableVersions) -> CableVersions:
    """Return the holding as the next batch would read it."""
    versions = [
        {**one, "text": one["text"] or held.shown["text"]} for one in held.versions_to_store
    ]
    return CableVersions(shown=held.shown, other_versions=versions, pk=1)


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
    held: CableVersions | None = None
    current: dict[str, CableRows] = {}
    for at, (name, content, text, partial, released) in enumerate(loads):
        new = real(name, content, text=text, partial=partial, released=released)
        if name == "-":
            new.cable["source_key"] = ""
            current[f"-{at}"] = new
        else:
            current[name] = new
        if held is None:
            held = add(new)
        else:
            merge(held, new)
        kept = {held.shown["text"], *(one["text"] for one in held.other_versions)}
        wanted = [source_columns(one) for one in current.values()]
        assert {one["text"] for one in wanted} <= kept
        assert all(rank(held.shown) >= rank(one) for one in (*wanted, *held.other_versions))
        for one, stored in zip(held.other_versions, held.versions_to_store, strict=True):
            assert stored["text"] == ("" if one["text"] == held.shown["text"] else one["text"])
        if held.new_rows:
            assert source_columns(held.new_rows)["text"] == held.shown["text"]
        held = through_the_database(held)


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
def test_whatever_the_order_the_same_is_shown_and_all_are_kept(
    facts: list[tuple[bool, datetime | None, str]], chance: Any
) -> None:
    sources = [
        cable(
            source_name=str(at),
            source_sha256=str(at),
            text_sha256=body,
            body=body,
            partial=partial,
            released=released,
            text_length=len(body),
        )
        for at, (partial, released, body) in enumerate(facts)
    ]
    shuffled = list(sources)
    chance.shuffle(shuffled)
    ends = []
    for order in (sources, shuffled):
        held = holding(order[0])
        for one in order[1:]:
            merge(held, one)
        names = {one["source_name"] for one in (held.shown, *held.other_versions)}
        ends.append((rank(held.shown), held.shown["text"], names))
    assert ends[0] == ends[1]
    assert ends[0][2] == {str(at) for at in range(len(sources))}
