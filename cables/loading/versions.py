"""When two sources give one cable: which is kept in view, and what becomes of the other.

The rule: whole over partial; then the later release; then the longer text; then, so that no order
of loading matters, the higher hash of the text. The source that loses is kept as another version.

A file that has changed takes away what it gave before, and is then ranked as any other. The same
file is one of the same absolute path. What came from standard input, from a record of a csv (rows
move), or from two files with the same bytes is never taken away by a later file: it is outranked
at most. So a text may outlive its file, and no text that a file still gives is lost.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from cables.loading.rows import CableRows, ColumnValues, rows_of, source_of_version
from cables.parser import NotACable, parse

LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)
SOURCE_COLUMNS = (
    "source_form",
    "source_name",
    "source_sha256",
    "source_key",
    "source_facts",
    "text_sha256",
    "text_length",
    "partial",
    "released",
    "parser_version",
)


class Outcome(StrEnum):
    """What became of one cable of a source."""

    LOADED = "loaded"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    OTHER_VERSION = "kept as another version"
    REJECTED = "rejected"


@dataclass(slots=True, kw_only=True)
class CableVersions:
    """What is held of one cable while a batch is decided: the database's, then the batch's."""

    shown: ColumnValues
    """Source columns of what is in view, and its whole `text`."""
    other_versions: list[ColumnValues] = field(default_factory=list)
    """The same of the other versions, texts filled in: two that are alike may part again."""
    new_rows: CableRows | None = None
    """The batch's cable where it is the one in view; None for the database's."""
    pk: int | None = None
    """The database's row, None where there is none yet."""

    @property
    def stored_pk(self) -> int:
        """The database's row of a cable that stays in view."""
        assert self.pk is not None  # noqa: S101 - what is not fresh came from the database
        return self.pk

    @property
    def rows_to_store(self) -> CableRows | None:
        """The cable to be written in place of the database's, None where that one stays."""
        key = {"source_key": self.shown["source_key"]}
        return self.new_rows and replace(self.new_rows, cable={**self.new_rows.cable, **key})

    @property
    def versions_to_store(self) -> Iterator[ColumnValues]:
        """The versions as rows, without the text where it is the one in view."""
        for one in self.other_versions:
            same = one["text_sha256"] == self.shown["text_sha256"]
            yield {**one, "text": ""} if same else one


def add(new: CableRows) -> CableVersions:
    """Return the holding of a cable that was not there."""
    return CableVersions(shown=source_columns(new), new_rows=new)


def source_columns(cable: CableRows) -> ColumnValues:
    """Return where a cable comes from, and its whole text."""
    text = cable.cable["header"] + cable.cable["body"]
    return {**{name: cable.cable[name] for name in SOURCE_COLUMNS}, "text": text}


def merge(holding: CableVersions, new: CableRows) -> Outcome:
    """Decide between what is held and a new cable of the same ID; the holding is altered."""
    source, before = source_columns(new), holding.shown
    held = [before, *holding.other_versions]
    twin = next((one for one in held if _is_same_source(source, one)), None)
    if any(one["source_key"] != source["source_key"] for one in held if _same_bytes(source, one)):
        source["source_key"] = ""  # given by two files now: neither may take it away
    candidates = [one for one in held if not _supersedes(new.cable, one)]
    if twin:
        twin["source_key"] = source["source_key"]
    else:  # at equal rank what is in view stays; else the new one is spared another parsing
        candidates.insert(0 if _supersedes(new.cable, before) else 1, source)
    _choose_shown(holding, candidates, source, new)
    if holding.shown is (twin or source):
        return Outcome.UNCHANGED if twin is before else Outcome.CHANGED
    same = source["text_sha256"] == holding.shown["text_sha256"]
    return Outcome.UNCHANGED if twin or same else Outcome.OTHER_VERSION


def _same_bytes(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two sources were read from the same bytes."""
    return bool(one["source_sha256"] == other["source_sha256"])


def _is_same_source(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two sources are the same bytes and text, read by the same rules."""
    names = ("source_sha256", "text_sha256", "parser_version")
    return all(one[name] == other[name] for name in names)


def _supersedes(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Tell whether a source stands in the place of another: its file changed, or is read anew.

    What the same bytes gave by the same rules stays: one file may hold a cable twice.
    """
    if _same_bytes(new, old):
        return bool(new["parser_version"] != old["parser_version"])
    return bool(new["source_key"]) and bool(new["source_key"] == old["source_key"])


def rank(source: Mapping[str, Any]) -> tuple[bool, datetime, int, str]:
    """Return what the better source has the higher of."""
    return (
        not source["partial"],
        source["released"] or LONG_AGO,
        source["text_length"],
        source["text_sha256"],
    )


def _choose_shown(
    holding: CableVersions, candidates: list[ColumnValues], source: ColumnValues, new: CableRows
) -> None:
    """Put the best of the candidates in view and keep the others as versions.

    A version that comes to be the best, because the one in view has gone, is parsed anew from its
    text and from what its source stated, which are kept for this: its file may be gone too, and
    what is in view must not wait for another load.

    Args:
        holding: Is altered.
        candidates: Among equals the first is taken.
        source: The new one, which is among them unless its bytes are held already.
        new: Its cable.
    """
    for best in sorted(candidates, key=rank, reverse=True):
        if best is not holding.shown:
            fresh = new if best is source else _reparse_version(best, new.reference_id)
            if fresh is None:
                continue
            holding.new_rows = fresh
        holding.shown = best
        holding.other_versions = [one for one in candidates if one is not best]
        return


def _reparse_version(kept: ColumnValues, reference_id: str) -> CableRows | None:
    """Return the cable of a version, None where the rules of today take its text for none."""
    source = source_of_version(kept)
    try:
        parsed = parse(source.text, reference_id=reference_id)
    except NotACable:
        return None
    return rows_of(source, parsed, parser_version=kept["parser_version"])
