"""manage.py load_cables: cable text files into the room."""

import os
import sys
from argparse import ArgumentParser
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandError

from cables.loading import Report, Result, load
from cables.management.progress import progress
from cables.management.reports import report_writer
from cables.sources import storage_size
from cables.versions import Outcome

WORTH_A_PROCESS: Final = 4_000_000
"""Bytes from which starting further processes gains more time than it takes."""


class Command(BaseCommand):
    help = "Load cables from files, archives and folders at any depth. Safe to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "paths",
            nargs="+",
            type=Path,
            metavar="PATH",
            help="A file, an archive, a folder, or - for standard input.",
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="Read and parse everything, store nothing."
        )
        parser.add_argument(
            "--report", type=Path, metavar="FILE.csv", help="Write what became of each file."
        )
        parser.add_argument(
            "--processes",
            type=int,
            help="How many processes read and parse; by default as many as there are cores, one "
            "for little.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        report, verbosity = Report(), options["verbosity"]
        total = storage_size(options["paths"])
        little = 0 < total < WORTH_A_PROCESS  # nobody knows how much standard input brings
        enough = 1 if little else os.cpu_count() or 1
        processes = options["processes"] or enough
        with ExitStack() as stack:
            write_row = stack.enter_context(report_writer(options["report"]))
            quiet = not verbosity or little
            advance = stack.enter_context(progress(sys.stderr, total, quiet=quiet))
            try:
                for done in load(options["paths"], dry_run=options["dry_run"], processes=processes):
                    report.add(done.results)
                    for result in done.results:
                        write_row(result)
                        self.tell(result, verbosity)
                    advance(done.consumed, len(done.results))
            except BrokenProcessPool as error:
                raise CommandError(f"A reading process was killed. {report}. Run again.") from error
        if verbosity:
            self.stdout.write(f"{'Would be: ' if options['dry_run'] else ''}{report}")
        if rejected := report.counts[Outcome.REJECTED]:
            raise CommandError(f"{rejected:,} rejected; the rest is as counted above.")

    def tell(self, result: Result, verbosity: int) -> None:
        """Print a refusal always, a version that lost its place normally, the rest for detail."""
        place = f"{result.name}:{result.line}" if result.line else result.name
        if result.outcome is Outcome.REJECTED:
            self.stderr.write(self.style.ERROR(f"{place}: {result.reason}"))
        elif verbosity > 1 or (verbosity and result.outcome is Outcome.OTHER_VERSION):
            notes = f", {result.problems} notes" if result.problems else ""
            self.stdout.write(f"{place}: {result.reference_id} {result.outcome}{notes}")
