"""Which source of a cable is shown, and what becomes of the other."""

from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cables.columns import CableColumns
from cables.versions import SOURCE_COLUMNS, Holding, Outcome, take_in

OLD, NEW = datetime(2010, 12, 1, tzinfo=UTC), datetime(2011, 8, 30, tzinfo=UTC)


def cable(**facts: Any) -> CableColumns:
    columns = {
        "header": "",
        "body": facts.pop("body", "text"),
        "source_form": "plain",
        "source_name": "a",
        "source_sha256": "1",
        "text_sha256": "1",
        "text_length": 4,
        "partial": False,
        "released": None,
        "parser_version": 1,
        **facts,
    }
    return CableColumns(
        cable=columns, post={}, tags=(), paragraphs=(), references=(), problems=(), mentions=()
    )


def holding(shown: CableColumns) -> Holding:
    source = {name: shown.cable[name] for name in SOURCE_COLUMNS}
    return Holding(shown=source, fresh=shown, text=shown.cable["body"])


def other(**facts: Any) -> CableColumns:
    return cable(**{"source_name": "b", "source_sha256": "2", "text_sha256": "2", **facts})


def test_the_whole_beats_the_partial_even_if_it_is_older() -> None:
    held = holding(cable(partial=True, released=NEW))
    assert take_in(held, other(released=OLD)) is Outcome.CHANGED
    assert held.shown["source_name"] == "b"
    assert [one["source_name"] for one in held.versions] == ["a"]


def test_the_partial_is_kept_beside_the_whole_with_its_text() -> None:
    held = holding(cable(released=OLD))
    assert take_in(held, other(partial=True, released=NEW, body="part")) is Outcome.OTHER_VERSION
    assert held.shown["source_name"] == "a"
    assert [one["text"] for one in held.versions] == ["part"]


def test_the_later_release_beats_the_earlier() -> None:
    held = holding(cable(released=OLD, text_length=9))
    assert take_in(held, other(released=NEW)) is Outcome.CHANGED


def test_the_longer_text_beats_the_shorter() -> None:
    held = holding(cable())
    assert take_in(held, other(text_length=5)) is Outcome.CHANGED
    assert take_in(held, cable(source_name="c", source_sha256="3", text_length=4)) is (
        Outcome.OTHER_VERSION
    )


def test_the_same_text_is_unchanged_and_kept_once() -> None:
    held = holding(cable())
    assert take_in(held, other(text_sha256="1")) is Outcome.UNCHANGED
    assert [one["text"] for one in held.versions] == [""]


def test_a_changed_file_takes_its_own_place_whatever_the_rule() -> None:
    held = holding(cable(released=NEW, text_length=9))
    new = cable(released=OLD, source_sha256="9", text_sha256="9", text_length=1)
    assert take_in(held, new) is Outcome.CHANGED
    assert held.versions == []


def test_the_same_bytes_are_unchanged_until_the_reading_rules_change() -> None:
    held = holding(cable())
    assert take_in(held, cable()) is Outcome.UNCHANGED
    assert take_in(held, cable(parser_version=2)) is Outcome.CHANGED


SOURCES = st.lists(
    st.tuples(st.booleans(), st.sampled_from([None, OLD, NEW]), st.integers(1, 3)),
    min_size=2,
    max_size=5,
)


@given(SOURCES, st.randoms())
def test_whatever_the_order_one_is_shown_and_all_are_kept(
    facts: list[tuple[bool, datetime | None, int]], chance: Any
) -> None:
    sources = [
        cable(
            source_name=str(at),
            source_sha256=str(at),
            text_sha256=str(at),
            partial=partial,
            released=released,
            text_length=length,
        )
        for at, (partial, released, length) in enumerate(facts)
    ]
    shuffled = list(sources)
    chance.shuffle(shuffled)
    ends = []
    for order in (sources, shuffled):
        held = holding(order[0])
        for one in order[1:]:
            take_in(held, one)
        versions = {one["source_name"] for one in held.versions}
        ends.append((held.shown["source_name"], versions))
    assert ends[0] == ends[1]
    assert {ends[0][0], *ends[0][1]} == {str(at) for at in range(len(sources))}
