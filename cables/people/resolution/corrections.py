"""What a host knows better than the rules: a csv file of corrections, which always win.

The file has a header line and the columns `action`, `person`, `value` and, for `split` alone,
`cables`; further columns are the host's own, for a reason or a date. A person is named by the last
part of the page's address (`oleg-kholpkov`) or by the name as the page shows it (`Oleg Kholpkov`).
Rows without an action and rows that begin with # are passed over.

    action,person,value,cables
    merge,anton-kholpkov,anton-khlopkov,
    rename,sergei-lavrov,Sergey Lavrov,
    split,john-smith,John Smith (consul),07NAIROBI12 08NAIROBI340
    not a person,prospekt-mira,,
    withhold,Jane Doe,,

merge: the first is the second; the first address leads to the second from now on.
rename: the name shown; the address stays.
split: in these cables it is somebody else, of the name given.
not a person: has no page, and no link leads to it.
withhold: has no page, and the name is left out of lists, previews, search excerpts, feeds and
records everywhere; the text of the cables is shown as it is.
"""

import csv
import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Final, Self

from cables.parser.reference_ids import canonical_reference_id

COLUMNS: Final = ("action", "person", "value", "cables")


class Action(StrEnum):
    """What can be corrected."""

    MERGE = "merge"
    RENAME = "rename"
    SPLIT = "split"
    NOT_A_PERSON = "not a person"
    WITHHOLD = "withhold"


NEEDS_VALUE: Final = {Action.MERGE, Action.RENAME, Action.SPLIT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One row of the file."""

    action: Action
    person: str
    """A slug or a name."""
    value: str = ""
    """The other person, or the name; empty where the action needs none."""
    cables: frozenset[str] = frozenset()
    """Canonical reference IDs of a split; else empty."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """A host's file as far as it can be applied, and what cannot."""

    path: Path = Path("people.csv")
    rows: tuple[Correction, ...] = ()
    problems: tuple[str, ...] = ()
    """Sentences with file and line: what was found and what to do."""
    sha256: str = ""
    """Of the file; empty where there is none."""
    broken: bool = False
    """Whether the file is there and cannot be read: then nobody knows whom it withholds."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file of corrections; one that is not there corrects nothing."""
        try:
            data = path.read_bytes()
            text = data.decode("utf-8-sig")
        except FileNotFoundError:
            return cls()
        except (OSError, UnicodeDecodeError) as error:
            return cls.unreadable(path, f"{path} cannot be read: {error}. Save it as csv in UTF-8.")
        try:
            found = list(_read_rows(text.splitlines(), path))
        except CorrectionsFileError as error:
            return cls.unreadable(path, str(error))
        return cls(
            path=path,
            rows=tuple(one for one in found if isinstance(one, Correction)),
            problems=tuple(one for one in found if isinstance(one, str)),
            sha256=hashlib.sha256(data).hexdigest(),
        )

    @classmethod
    def unreadable(cls, path: Path, problem: str) -> Self:
        """Return what is to be said of a file that cannot be read."""
        kept = "Until then who is who, and who is withheld, stays as it is."
        return cls(path=path, problems=(f"{problem} {kept}",), broken=True)

    def with_actions(self, *actions: Action) -> tuple[Correction, ...]:
        """Return the rows of some actions, in the order of the file."""
        return tuple(row for row in self.rows if row.action in actions)


class CorrectionsFileError(Exception):
    """The file is no table of corrections: a sentence with file, line and what to do."""


def _read_rows(lines: Sequence[str], path: Path) -> Iterator[Correction | str]:
    """Yield each row as a correction, or a sentence about what is wrong with it.

    Raises:
        BrokenFileError: The header or the rest of the file cannot be understood.
    """
    reader = csv.reader(lines)
    header = [name.strip().casefold() for name in next(reader, [])]
    if header[:3] != list(COLUMNS[:3]):
        found = ",".join(header) or "nothing"
        raise CorrectionsFileError(
            f"{path}:1: the first line is {found[:80]!r}; it must begin with action,person,value."
        )
    at = header.index("cables") if "cables" in header else len(header)
    try:
        for fields in reader:
            if fields and fields[0].strip() and not fields[0].lstrip().startswith("#"):
                padded = [field.strip() for field in islice((*fields, *[""] * (at + 4)), at + 4)]
                yield _read_row(
                    (*padded[:3], padded[at]), f"{path}:{reader.line_num}", reader.line_num
                )
    except csv.Error as error:
        raise CorrectionsFileError(
            f"{path}:{reader.line_num}: {error}; mend this row or leave it out."
        ) from error


def _read_row(fields: Sequence[str], place: str, line: int) -> Correction | str:
    """Return one row, or what is wrong with it."""
    action, person, value, printed = fields
    if action.casefold() not in set(Action):
        return f"{place}: {action!r} is no action; expected one of {', '.join(Action)}."
    known = Action(action.casefold())
    if not person:
        return f"{place}: {known} without a person; write a name or the end of a page's address."
    if known in NEEDS_VALUE and not value:
        return f"{place}: {known} {person!r} without a value; see the README for what it needs."
    cables = frozenset(
        canonical_reference_id(one) or one.upper() for one in printed.replace(",", " ").split()
    )
    if known is Action.SPLIT and not cables:
        return f"{place}: split {person!r} without cables; name their reference IDs, with blanks."
    return Correction(action=known, person=person, value=value, cables=cables, line=line)
