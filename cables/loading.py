"""Load cables: from what the sources read, through the parser, into the database.

Each cable is stored whole, in a transaction of its own, or not at all. A cable whose source and
whose reading rules have not changed is left alone, so that a load can simply be run again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from cables import sources
from cables.models import Cable
from cables.people import forget_unnamed_people
from cables.rows import store
from cables.sources import Rejected, SourceCable
from cables.text import NotACable, ParsedCable, parse
from cables.text.reference_ids import canonical

PARSER_VERSION = 1
"""Raised when the reading rules change what they store: the next load then reads all files anew."""


class Outcome(StrEnum):
    """What became of one cable of a source."""

    LOADED = "loaded"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One cable's or one file's fate."""

    outcome: Outcome
    name: str
    """The file, as given."""
    line: int = 0
    """The line of the trouble, from 1; 0 where the whole file is meant."""
    reference_id: str = ""
    reason: str = ""
    """Why it was rejected; else empty."""
    problems: int = 0
    """How many notes the reader gets with it."""


@dataclass(slots=True)
class Report:
    """The counts of a load."""

    counts: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))

    @property
    def read(self) -> int:
        """How many cables and bad files were met."""
        return sum(self.counts.values())

    def __str__(self) -> str:
        return ", ".join(f"{count:,} {outcome}" for outcome, count in self.counts.items())


def load(paths: Iterable[Path], *, dry_run: bool = False) -> Iterator[Result]:
    """Load files and folders, one result a cable, in the order in which they are read.

    Args:
        paths: Files and folders; folders are read to any depth.
        dry_run: Read, parse and compare, and store nothing.

    Yields:
        A result as soon as its cable is stored or refused. Nothing is stored for a refused one.
    """
    taken: dict[str, SourceCable] = {}
    for item in sources.walk(paths):
        if isinstance(item, Rejected):
            yield Result(
                outcome=Outcome.REJECTED, name=item.name, line=item.line, reason=item.reason
            )
        else:
            yield load_one(item, taken, dry_run=dry_run)
    if not dry_run:
        forget_unnamed_people()


def load_one(source: SourceCable, taken: dict[str, SourceCable], *, dry_run: bool) -> Result:
    """Parse and store one cable.

    Args:
        source: The cable as its file gives it.
        taken: What this run has met so far, by canonical reference ID; this cable is added.
        dry_run: Store nothing.
    """
    reference_id = canonical(source.reference_id) or source.reference_id
    if (first := taken.setdefault(reference_id, source)) is not source:
        return met_again(source, first, reference_id)
    stored = Cable.objects.filter(reference_id=reference_id).only(
        "source_sha256", "source_name", "parser_version"
    )
    before = stored.first()
    if before and is_unchanged(before, source):
        return Result(outcome=Outcome.UNCHANGED, name=source.name, reference_id=reference_id)
    try:
        parsed = parse(source.text, reference_id=reference_id)
    except NotACable as error:
        return rejected(source, str(error), reference_id)
    if not dry_run:
        replace(before, source, parsed)
    return Result(
        outcome=Outcome.CHANGED if before else Outcome.LOADED,
        name=source.name,
        reference_id=reference_id,
        problems=len(parsed.problems),
    )


def is_unchanged(stored: Cable, source: SourceCable) -> bool:
    """Tell whether a stored cable came from these bytes by today's reading rules."""
    return stored.source_sha256 == source.sha256 and stored.parser_version == PARSER_VERSION


def met_again(source: SourceCable, first: SourceCable, reference_id: str) -> Result:
    """Answer for a cable that this run has met before: the same text is no news, another is."""
    if source.text == first.text:
        return Result(outcome=Outcome.UNCHANGED, name=source.name, reference_id=reference_id)
    return rejected(
        source,
        f"{reference_id} was already read in this run, from {first.name}, with another text; "
        "that one was kept. Load the right one alone to put it in its place",
        reference_id,
    )


def rejected(source: SourceCable, reason: str, reference_id: str) -> Result:
    """Return the result for a cable that was refused."""
    return Result(
        outcome=Outcome.REJECTED,
        name=source.name,
        line=source.line,
        reference_id=reference_id,
        reason=reason,
    )


def replace(before: Cable | None, source: SourceCable, parsed: ParsedCable) -> None:
    """Store the cable in the place of what was there, all or nothing."""
    with transaction.atomic():
        if before:
            before.delete()
        store(source, parsed, parser_version=PARSER_VERSION, loaded=timezone.now())
