"""Error messages of interrupted commands: what failed, what is stored, and what to do."""

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
"""The exit code that a shell expects after Ctrl-C: 128 plus the signal's number."""
ADVICE: Final = (
    ("no such table", "Run `manage.py migrate` first"),
    ("no such column", "Run `manage.py migrate` first"),
    ("relation", "Run `manage.py migrate` first"),
    ("locked", "Another program is writing to the database: wait for it or stop it"),
    ("full", "Free some disk space"),
    ("no space", "Free some disk space"),
    ("readonly", "Give this user write permission for the database and its folder"),
    ("unable to open", "Check that DATABASE_URL or DATA_DIR names a writable location"),
)
"""Words in messages of SQLite and PostgreSQL, and what to do."""
DEFAULT_ADVICE: Final = "Check that the database exists and can be reached"


@dataclass(slots=True)
class ItemCount:
    """The number of items done so far."""

    noun: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.number:,} {self.noun}"


@contextmanager
def report_failures(report: LoadSummary | ItemCount, *, dry_run: bool) -> Iterator[None]:
    """Turn whatever interrupts a command into a one-line error.

    Args:
        report: Counts what is done so far.
        dry_run: Whether the command stores nothing.

    Raises:
        CommandError: After Ctrl-C, a killed process, or a failure of the database or the system.
    """
    stored = "Nothing was stored" if dry_run else "Everything counted here is stored"
    try:
        yield
    except KeyboardInterrupt:
        raise CommandError(
            f"Stopped. {report}. Run the command again to resume.", returncode=SIGINT_EXIT_CODE
        ) from None
    except BrokenProcessPool as error:
        raise CommandError(
            f"A worker process was killed, possibly because memory ran out. {report}. {stored}; run"
            " the command again to resume."
        ) from error
    except (Error, OSError) as error:
        part = "database" if isinstance(error, Error) else "system"
        first_line = (str(error) or type(error).__name__).splitlines()[0]
        raise CommandError(
            f"The {part} failed: {printable(first_line).rstrip('.')}. {report}. {stored}."
            f" {_advice(first_line)}, and run the command again to resume."
        ) from error


def _advice(message: str) -> str:
    """Return what to do about a failure."""
    folded = message.casefold()
    return next((advice for words, advice in ADVICE if words in folded), DEFAULT_ADVICE)
