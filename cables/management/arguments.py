"""Command-line arguments of load_cables, and their validation."""

import os
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from django.core.management.base import CommandError

MIN_PARALLEL_SIZE: Final = 4_000_000
"""In bytes; for less, starting more processes takes longer than it saves."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="+",
        type=_path_argument,
        metavar="PATH",
        help="A file, archive or folder, or - for standard input.",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="Read and parse everything, but store nothing."
    )
    parser.add_argument(
        "--report",
        type=_path_argument,
        metavar="FILE.csv",
        help="Write a row for each cable and each rejected file.",
    )
    add_processes_argument(parser)


def add_processes_argument(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--processes",
        type=_positive_integer,
        metavar="NUMBER",
        help="Number of processes that read and parse. The default is one per core, or one for a"
        " small load.",
    )


def _path_argument(text: str) -> Path:
    """Return a path; an empty one, often an unset variable, would mean the current folder."""
    if not text.strip():
        raise ArgumentTypeError(
            "the path is empty; name a file or a folder, or . for the current folder."
        )
    return Path(text)


def _positive_integer(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is not a valid number of processes; expected 1 or more.")
    return int(text)


def process_count(requested: int | None, total: int) -> int:
    """Return the number of processes for a number of bytes; 0 bytes means unknown."""
    is_small = 0 < total < MIN_PARALLEL_SIZE
    return requested or (1 if is_small else os.cpu_count() or 1)


def refuse_report_among_cables(report: Path | None, paths: Sequence[Path]) -> None:
    """Reject a report file that would be read as a cable, or would overwrite one.

    Raises:
        CommandError: The report is one of the paths, or is inside one.
    """
    if report is None:
        return
    place = Path(os.path.realpath(report))
    for path in paths:
        if place.is_relative_to(os.path.realpath(path)) and str(path) != "-":
            raise CommandError(
                f"The report {report} is inside {path}, which is being loaded, and would be read as"
                " a cable. Write it to another folder."
            )
