"""manage.py load_cables: cable text files into the room."""

import csv
from argparse import ArgumentParser
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cables.loading import Outcome, Report, Result, load


class Command(BaseCommand):
    help = "Load cable text files, and folders of them at any depth. Safe to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths", nargs="+", type=Path, metavar="PATH", help="A file or a folder."
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Read and parse everything, store nothing."
        )
        parser.add_argument(
            "--report", type=Path, metavar="FILE.csv", help="Write what became of each file."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        report = Report()
        with ExitStack() as stack:
            write_row = report_writer(stack, options["report"])
            for result in load(options["paths"], dry_run=options["dry_run"]):
                report.counts[result.outcome] += 1
                write_row(result)
                self.tell(result, options["verbosity"])
        if options["verbosity"]:
            self.stdout.write(f"{'Would be: ' if options['dry_run'] else ''}{report}")
        if rejected := report.counts[Outcome.REJECTED]:
            raise CommandError(f"{rejected:,} rejected; the rest is as counted above.")

    def tell(self, result: Result, verbosity: int) -> None:
        """Print a refusal always, a cable when asked for detail."""
        if result.outcome is Outcome.REJECTED:
            place = f"{result.name}:{result.line}" if result.line else result.name
            self.stderr.write(self.style.ERROR(f"{place}: {result.reason}"))
        elif verbosity > 1:
            notes = f", {result.problems} notes" if result.problems else ""
            self.stdout.write(f"{result.name}: {result.reference_id} {result.outcome}{notes}")


def report_writer(stack: ExitStack, path: Path | None) -> Callable[[Result], object]:
    """Open the report, if one is wanted, and return what writes a row of it."""
    if path is None:
        return lambda _result: None
    try:
        file = stack.enter_context(path.open("w", newline="", encoding="utf-8"))
    except OSError as error:
        raise CommandError(f"The report {path} cannot be written: {error.strerror}.") from error
    rows = csv.writer(file)
    rows.writerow(["outcome", "file", "line", "reference_id", "reason", "problems"])
    return lambda one: rows.writerow(
        [one.outcome, one.name, one.line, one.reference_id, one.reason, one.problems]
    )
