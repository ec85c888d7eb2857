"""When two sources give one cable: which is kept in view, and what becomes of the other.

The rule: whole over partial; then the later release; then the longer text; then, so that no order
of loading matters, the higher hash of the text. A file that has changed takes the place of what it
gave before, whatever the rule says. The source that loses is kept as another version.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from cables.columns import CableColumns, Columns

LONG_AGO = datetime(1900, 1, 1, tzinfo=UTC)
SOURCE_COLUMNS = (
    "source_form",
    "source_name",
    "source_sha256",
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
class Holding:
    """What is held of one cable while a batch is decided: the database's, then the batch's."""

    shown: Mapping[str, Any]
    """Source columns of what is in view."""
    versions: list[Columns] = field(default_factory=list)
    """Source columns of the other versions, each with its `text`, empty where it is the same."""
    fresh: CableColumns | None = None
    """The batch's cable where it is the one in view; None for the database's."""
    pk: int | None = None
    """The database's row, None where there is none yet."""
    text: str = ""
    """The text in view, wanted only where it may lose its place."""

    @property
    def stored_pk(self) -> int:
        """The database's row of a cable that stays in view."""
        assert self.pk is not None  # noqa: S101 - what is not fresh came from the database
        return self.pk


def take_in(holding: Holding, new: CableColumns) -> Outcome:
    """Decide between what is held and a new cable of the same ID; the holding is altered."""
    source = {name: new.cable[name] for name in SOURCE_COLUMNS}
    same_file = holding.shown["source_name"] == source["source_name"]
    same_bytes = holding.shown["source_sha256"] == source["source_sha256"]
    if same_bytes and holding.shown["parser_version"] == source["parser_version"]:
        return Outcome.UNCHANGED
    holding.versions = [
        one for one in holding.versions if one["source_name"] != source["source_name"]
    ]
    if same_file or same_bytes:
        show(holding, new, source)
        return Outcome.CHANGED
    if rank(source) > rank(holding.shown):
        holding.versions.append(
            version(holding.shown, holding.text, same=same_text(source, holding.shown))
        )
        show(holding, new, source)
        return Outcome.CHANGED
    same = same_text(source, holding.shown)
    holding.versions.append(version(source, text_of(new), same=same))
    return Outcome.UNCHANGED if same else Outcome.OTHER_VERSION


def rank(source: Mapping[str, Any]) -> tuple[bool, datetime, int, str]:
    """Return what the better source has the higher of."""
    return (
        not source["partial"],
        source["released"] or LONG_AGO,
        source["text_length"],
        source["text_sha256"],
    )


def same_text(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Tell whether two sources give the same telegram."""
    return bool(one["text_sha256"] == other["text_sha256"])


def show(holding: Holding, new: CableColumns, source: Columns) -> None:
    """Put the new cable in view."""
    holding.shown, holding.fresh, holding.text = source, new, text_of(new)


def text_of(cable: CableColumns) -> str:
    """Return the whole telegram."""
    return str(cable.cable["header"] + cable.cable["body"])


def version(source: Mapping[str, Any], text: str, *, same: bool) -> Columns:
    """Return the columns of another version; a text that is the one in view is not kept twice."""
    return {
        **{name: source[name] for name in SOURCE_COLUMNS if name != "parser_version"},
        "text": "" if same else text,
    }
