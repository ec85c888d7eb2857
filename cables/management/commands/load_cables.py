"""manage.py load_cables: cable text files into the room."""

import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cables.loading.load import Report, Result, load
from cables.loading.versions import Outcome
from cables.management import arguments
from cables.management.failures import ended_in_a_sentence
from cables.management.load_report import report_writer
from cables.management.progress import index_changes, progress, show_resolution
from cables.people.resolution.run import settle_people
from cables.sources import storage_size


class Command(BaseCommand):
    help = "Load cables from files, archives and folders at any depth. Safe to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        arguments.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        paths, dry_run, verbosity = options["paths"], options["dry_run"], options["verbosity"]
        arguments.refuse_report_among_cables(options["report"], paths)
        report = Report()
        with ended_in_a_sentence(report, dry_run=dry_run):
            self.load(report, options)
            if not dry_run:
                steps = settle_people()
                for problem in show_resolution(steps, sys.stderr, quiet=not verbosity):
                    self.stderr.write(self.style.WARNING(problem))
                index_changes(self.stdout, sys.stderr, verbosity=verbosity)
        if verbosity:
            self.stdout.write(f"{'Would be: ' if dry_run else ''}{report}")
        if rejected := report.counts[Outcome.REJECTED]:
            raise CommandError(f"{rejected:,} rejected; the rest is as counted above.")

    def load(self, report: Report, options: dict[str, Any]) -> None:
        paths, dry_run, verbosity = options["paths"], options["dry_run"], options["verbosity"]
        with ExitStack() as stack:
            total = storage_size(paths)
            processes = arguments.process_count(options["processes"], total)
            write_row = stack.enter_context(report_writer(options["report"]))
            quiet = not verbosity or 0 < total < arguments.WORTH_A_PROCESS
            advance = stack.enter_context(progress(sys.stderr, total, quiet=quiet))
            for done in load(paths, dry_run=dry_run, processes=processes):
                report.add(done.results)
                for result in done.results:
                    write_row(result)
                    self.tell(result, verbosity)
                advance(done.consumed, len(done.results))

    def tell(self, result: Result, verbosity: int) -> None:
        """Print a refusal always, a version that lost its place normally, the rest for detail."""
        place = f"{result.name}:{result.line}" if result.line else result.name
        if result.outcome is Outcome.REJECTED:
            self.stderr.write(self.style.ERROR(f"{place}: {result.reason}"))
        elif verbosity > 1 or (verbosity and result.outcome is Outcome.OTHER_VERSION):
            notes = f", {result.problems} notes" if result.problems else ""
            self.stdout.write(f"{place}: {result.reference_id} {result.outcome}{notes}")
