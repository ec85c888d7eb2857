"""Merge sources of the same cable: which version is shown, and which are kept beside it.

Complete texts win over partial ones, then the later release, then the longer text, then (so that
the order of loading does not matter) the higher hash of the text. The others are kept as versions.

A changed file replaces what it gave before, and is then ranked like any other. A file is the same
if its absolute path is. What came from standard input, from a CSV record (rows move) or from two
files with the same bytes is never replaced by a later file, only outranked. So a text may outlive
its file, but no text that a file still gives is lost.
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
    """The versions of one cable while a batch is merged: the database's, then the batch's."""

    shown: ColumnValues
    """Source columns of the version shown, and its whole `text`."""
    other_versions: list[ColumnValues] = field(default_factory=list)
    """The same for the others, with their texts: two that are equal now may differ later."""
    new_rows: CableRows | None = None
    """The batch's cable if it is the one shown; None for the database's."""
    pk: int | None = None
    """The stored cable; None if there is none yet."""

    @property
    def stored_pk(self) -> int:
        """The stored cable, where it stays the one shown."""
        assert self.pk is not None  # noqa: S101 - without new rows it came from the database
        return self.pk

    @property
    def rows_to_store(self) -> CableRows | None:
        """The cable that replaces the stored one; None if that stays."""
        key = {"source_key": self.shown["source_key"]}
        return self.new_rows and replace(self.new_rows, cable={**self.new_rows.cable, **key})

    @property
    def versions_to_store(self) -> Iterator[ColumnValues]:
        """The other versions as rows; a text equal to the one shown is left empty."""
        for version in self.other_versions:
            same = version["text_sha256"] == self.shown["text_sha256"]
            yield {**version, "text": ""} if same else version


def add(new: CableRows) -> CableVersions:
    return CableVersions(shown=source_columns(new), new_rows=new)


def source_columns(cable: CableRows) -> ColumnValues:
    """Return the columns of a cable that describe its source, and its whole `text`."""
    text = cable.cable["header"] + cable.cable["body"]
    return {**{name: cable.cable[name] for name in SOURCE_COLUMNS}, "text": text}


def merge(versions: CableVersions, new: CableRows) -> Outcome:
    """Merge a new source into the versions of its cable, in place."""
    source, before = source_columns(new), versions.shown
    known = [before, *versions.other_versions]
    twin = next((version for version in known if _is_same_source(source, version)), None)
    same_bytes = [version for version in known if _same_bytes(source, version)]
    if any(version["source_key"] != source["source_key"] for version in same_bytes):
        source["source_key"] = ""  # two files give it now: neither may replace it alone
    candidates = [version for version in known if not _supersedes(new.cable, version)]
    if twin:
        twin["source_key"] = source["source_key"]
    else:  # at equal rank the one shown stays; a new one before it needs no second parsing
        candidates.insert(0 if _supersedes(new.cable, before) else 1, source)
    _choose_shown(versions, candidates, source, new)
    if versions.shown is (twin or source):
        return Outcome.UNCHANGED if twin is before else Outcome.CHANGED
    same_text = source["text_sha256"] == versions.shown["text_sha256"]
    return Outcome.UNCHANGED if twin or same_text else Outcome.OTHER_VERSION


def _same_bytes(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    return bool(first["source_sha256"] == second["source_sha256"])


def _is_same_source(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    """Return whether two sources have the same bytes and text, parsed by the same version."""
    names = ("source_sha256", "text_sha256", "parser_version")
    return all(first[name] == second[name] for name in names)


def _supersedes(new: Mapping[str, Any], old: Mapping[str, Any]) -> bool:
    """Return whether a source replaces another: its file changed, or a newer parser read it.

    What the same bytes gave to the same parser version stays: a file may hold a cable twice.
    """
    if _same_bytes(new, old):
        return bool(new["parser_version"] != old["parser_version"])
    return bool(new["source_key"]) and bool(new["source_key"] == old["source_key"])


def rank(source: Mapping[str, Any]) -> tuple[bool, datetime, int, str]:
    """Return a sort key that is highest for the best source."""
    return (
        not source["partial"],
        source["released"] or LONG_AGO,
        source["text_length"],
        source["text_sha256"],
    )


def _choose_shown(
    versions: CableVersions, candidates: list[ColumnValues], source: ColumnValues, new: CableRows
) -> None:
    """Show the best candidate and keep the others as versions.

    A version that becomes the best because the one shown is gone is parsed again from its stored
    text and facts: its file may be gone too, and readers must not wait for another load.

    Args:
        versions: Changed in place.
        candidates: The first of equals is taken.
        source: The new one; among the candidates unless its bytes are known already.
        new: The rows of the new source.
    """
    for best in sorted(candidates, key=rank, reverse=True):
        if best is not versions.shown:
            rows = new if best is source else _reparse_version(best, new.reference_id)
            if rows is None:
                continue
            versions.new_rows = rows
        versions.shown = best
        versions.other_versions = [version for version in candidates if version is not best]
        return


def _reparse_version(version: ColumnValues, reference_id: str) -> CableRows | None:
    """Parse a stored version again; None if this parser version finds no cable in it."""
    source = source_of_version(version)
    try:
        parsed = parse(source.text, reference_id=reference_id)
    except NotACable:
        return None
    return rows_of(source, parsed, parser_version=version["parser_version"])
