"""Read the operator's corrections of people: a CSV file that overrides every rule.

The file has a header line and the columns `action`, `person`, `value` and, only for `split`,
`cables`; extra columns are ignored. A person is identified by the slug at the end of the page's
URL (`oleg-kholpkov`) or by the name shown on the page (`Oleg Kholpkov`). Rows without an action
and rows that begin with # are ignored.

    action,person,value,cables
    merge,anton-kholpkov,anton-khlopkov,
    rename,sergei-lavrov,Sergey Lavrov,
    split,john-smith,John Smith (consul),07NAIROBI12 08NAIROBI340
    not a person,prospekt-mira,,
    withhold,Jane Doe,,

merge: the first person is the second one; the first URL redirects to the second.
rename: change the name shown; the URL stays.
split: in these cables it is another person, with the given name.
not a person: has no page and no links.
withhold: has no page, and the name is withheld from lists, previews, search excerpts, feeds and
records everywhere; the text of the cables is shown unchanged.
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
    """What a correction does."""

    MERGE = "merge"
    RENAME = "rename"
    SPLIT = "split"
    NOT_A_PERSON = "not a person"
    WITHHOLD = "withhold"


NEEDS_VALUE: Final = {Action.MERGE, Action.RENAME, Action.SPLIT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A row of the file."""

    action: Action
    person: str
    """A slug or a name."""
    value: str = ""
    """The other person, or the name; empty if the action needs none."""
    cables: frozenset[str] = frozenset()
    """Canonical reference IDs, for a split; else empty."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """The valid rows of the file, and the problems of the others."""

    path: Path = Path("people.csv")
    rows: tuple[Correction, ...] = ()
    problems: tuple[str, ...] = ()
    """Sentences with file and line: what is wrong and what to do."""
    sha256: str = ""
    """Of the file; empty if there is none."""
    broken: bool = False
    """Whether the file exists and cannot be read, so that the names to withhold are unknown."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file of corrections; a missing file has none."""
        try:
            data = path.read_bytes()
            text = data.decode("utf-8-sig")
        except FileNotFoundError:
            return cls()
        except (OSError, UnicodeDecodeError) as error:
            return cls.unreadable(path, f"{path} cannot be read: {error}. Save it as CSV in UTF-8.")
        try:
            rows = list(_read_rows(text.splitlines(), path))
        except CorrectionsFileError as error:
            return cls.unreadable(path, str(error))
        return cls(
            path=path,
            rows=tuple(row for row in rows if isinstance(row, Correction)),
            problems=tuple(row for row in rows if isinstance(row, str)),
            sha256=hashlib.sha256(data).hexdigest(),
        )

    @classmethod
    def unreadable(cls, path: Path, problem: str) -> Self:
        """Return the problem of a file that cannot be read."""
        unchanged = "Until it is fixed, people and withheld names stay as they are."
        return cls(path=path, problems=(f"{problem} {unchanged}",), broken=True)

    def with_actions(self, *actions: Action) -> tuple[Correction, ...]:
        """Return the rows with these actions, in file order."""
        return tuple(row for row in self.rows if row.action in actions)


class CorrectionsFileError(Exception):
    """The file is not a table of corrections; the message gives file, line and what to do."""


def _read_rows(lines: Sequence[str], path: Path) -> Iterator[Correction | str]:
    """Yield each row as a correction, or a sentence about what is wrong with it.

    Raises:
        CorrectionsFileError: The header is wrong, or a row is not valid CSV.
    """
    reader = csv.reader(lines)
    header = [name.strip().casefold() for name in next(reader, [])]
    if header[:3] != list(COLUMNS[:3]):
        first_line = ",".join(header) or "nothing"
        raise CorrectionsFileError(
            f"{path}:1: the first line is {first_line[:80]!r}; it must begin with"
            " action,person,value."
        )
    cables_at = header.index("cables") if "cables" in header else len(header)
    width = cables_at + 4
    try:
        for fields in reader:
            if fields and fields[0].strip() and not fields[0].lstrip().startswith("#"):
                padded = [cell.strip() for cell in islice((*fields, *[""] * width), width)]
                place = f"{path}:{reader.line_num}"
                yield _read_row((*padded[:3], padded[cables_at]), place, reader.line_num)
    except csv.Error as error:
        raise CorrectionsFileError(
            f"{path}:{reader.line_num}: {error}; fix or remove this row."
        ) from error


def _read_row(fields: Sequence[str], place: str, line: int) -> Correction | str:
    """Return a row as a correction, or what is wrong with it."""
    printed_action, person, value, printed_cables = fields
    if printed_action.casefold() not in set(Action):
        expected = ", ".join(Action)
        return f"{place}: {printed_action!r} is an unknown action; expected one of {expected}."
    action = Action(printed_action.casefold())
    if not person:
        return f"{place}: {action} without a person; write a name or a slug."
    if action in NEEDS_VALUE and not value:
        return f"{place}: {action} {person!r} without a value; see the README for what it needs."
    cables = frozenset(
        canonical_reference_id(reference) or reference.upper()
        for reference in printed_cables.replace(",", " ").split()
    )
    if action is Action.SPLIT and not cables:
        return (
            f"{place}: split {person!r} without cables; list their reference IDs, separated by"
            " spaces."
        )
    return Correction(action=action, person=person, value=value, cables=cables, line=line)
