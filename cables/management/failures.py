"""How a load ends before it is through: in one sentence, with what is stored and what to do."""

from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from django.core.management.base import CommandError
from django.db import Error

from cables.loading.load import LoadSummary
from cables.sources.file_names import printable

SIGINT_EXIT_CODE: Final = 130
"""What a shell expects of a program that Ctrl-C ended: 128 and the signal's number."""
ADVICE: Final = (
    ("no such table", "Run `manage.py migrate` first"),
    ("no such column", "Run `manage.py migrate` first"),
    ("relation", "Run `manage.py migrate` first"),
    ("locked", "Another program writes to the database: wait for it or end it"),
    ("full", "Make room on the disk"),
    ("no space", "Make room on the disk"),
    ("readonly", "Give the user who runs this the right to write the database and its folder"),
    ("unable to open", "See that DATABASE_URL or DATA_DIR names a place that can be written"),
)
"""Words of SQLite's and PostgreSQL's messages, and what helps."""
DEFAULT_ADVICE: Final = "See that the database is there and can be reached"


@dataclass(slots=True)
class ItemCount:
    """How many of something are done."""

    noun: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.number:,} {self.noun}"


@contextmanager
def report_failures(report: LoadSummary | ItemCount, *, dry_run: bool) -> Iterator[None]:
    """Turn what ends a load into one sentence.

    Args:
        report: Of what is done so far.
        dry_run: Whether nothing is stored in any case.

    Raises:
        CommandError: In place of Ctrl-C, a killed process, a failure of database or system.
    """
    stored = "Nothing is stored" if dry_run else "What is counted is stored"
    try:
        yield
    except KeyboardInterrupt:
        raise CommandError(
            f"Stopped. {report}. Run again to go on.", returncode=SIGINT_EXIT_CODE
        ) from None
    except BrokenProcessPool as error:
        raise CommandError(
            f"A reading process was killed, perhaps for want of memory. {report}. {stored}; run"
            " again to go on."
        ) from error
    except (Error, OSError) as error:
        what = "database" if isinstance(error, Error) else "system"
        first_line = (str(error) or type(error).__name__).splitlines()[0]
        raise CommandError(
            f"The {what} failed: {printable(first_line).rstrip('.')}. {report}. {stored}."
            f" {_advice(first_line)}, and run again to go on."
        ) from error


def _advice(message: str) -> str:
    """Return what to do about a failure."""
    return next((help_ for words, help_ in ADVICE if words in message.casefold()), DEFAULT_ADVICE)
