"""What load_cables is asked for on the command line, and what it refuses before it begins."""

import os
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from django.core.management.base import CommandError

MIN_PARALLEL_SIZE: Final = 4_000_000
"""Bytes from which starting further processes gains more time than it takes."""


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the arguments."""
    parser.add_argument(
        "paths",
        nargs="+",
        type=_path_argument,
        metavar="PATH",
        help="A file, an archive, a folder, or - for standard input.",
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="Read and parse everything, store nothing."
    )
    parser.add_argument(
        "--report", type=_path_argument, metavar="FILE.csv", help="Write what became of each file."
    )
    add_processes_argument(parser)


def add_processes_argument(parser: ArgumentParser) -> None:
    """Describe how many processes may be used."""
    parser.add_argument(
        "--processes",
        type=_positive_integer,
        metavar="NUMBER",
        help="How many processes read and parse; by default as many as there are cores, one "
        "for little.",
    )


def _path_argument(text: str) -> Path:
    """Return a path; an empty one, often a variable that is not set, would be this folder."""
    if not text.strip():
        raise ArgumentTypeError("the path is empty; name a file or a folder, . for this one.")
    return Path(text)


def _positive_integer(text: str) -> int:
    """Return a number of at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"{text!r} is no number of processes; expected 1 or more.")
    return int(text)


def process_count(wanted: int | None, total: int) -> int:
    """Return how many processes to use for so many bytes, 0 where nobody knows how many."""
    little = 0 < total < MIN_PARALLEL_SIZE
    return wanted or (1 if little else os.cpu_count() or 1)


def refuse_report_among_cables(report: Path | None, paths: Sequence[Path]) -> None:
    """Refuse a report that would be read as a cable, or would overwrite one.

    Raises:
        CommandError: It is one of the paths, or lies in a folder of them.
    """
    if report is None:
        return
    place = Path(os.path.realpath(report))
    for one in paths:
        if place.is_relative_to(os.path.realpath(one)) and str(one) != "-":
            raise CommandError(
                f"The report {report} would lie among what is loaded, in {one}, and be read as a"
                " cable. Write it to another folder."
            )
