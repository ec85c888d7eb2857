"""manage.py load_cables: load cables from files into the database."""

import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cables.loading.load import LoadResult, LoadSummary, load_cables
from cables.loading.versions import Outcome
from cables.management import arguments
from cables.management.database import check_database_version
from cables.management.failures import report_failures
from cables.management.load_report import report_writer
from cables.management.progress import index_changes, show_progress, show_resolution
from cables.people.resolution.run import resolve_people
from cables.sources import storage_size


class Command(BaseCommand):
    help = "Load cables from files, archives and folders of any depth. Safe to run again."

    def add_arguments(self, parser: ArgumentParser) -> None:
        arguments.add_arguments(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        paths, dry_run, verbosity = options["paths"], options["dry_run"], options["verbosity"]
        arguments.refuse_report_among_cables(options["report"], paths)
        report = LoadSummary()
        with report_failures(report, dry_run=dry_run):
            check_database_version()
            self.load(report, options)
            if not dry_run:
                steps = resolve_people()
                for problem in show_resolution(steps, sys.stderr, quiet=not verbosity):
                    self.stderr.write(self.style.WARNING(problem))
                index_changes(self.stdout, sys.stderr, verbosity=verbosity)
        if verbosity:
            self.stdout.write(f"{'Dry run: ' if dry_run else ''}{report}")
        if rejected := report.counts[Outcome.REJECTED]:
            raise CommandError(f"{rejected:,} rejected; see above.")

    def load(self, report: LoadSummary, options: dict[str, Any]) -> None:
        paths, dry_run, verbosity = options["paths"], options["dry_run"], options["verbosity"]
        with ExitStack() as stack:
            total = storage_size(paths)
            processes = arguments.process_count(options["processes"], total)
            write_row = stack.enter_context(report_writer(options["report"]))
            quiet = not verbosity or 0 < total < arguments.MIN_PARALLEL_SIZE
            advance = stack.enter_context(show_progress(sys.stderr, total, quiet=quiet))
            for done in load_cables(paths, dry_run=dry_run, processes=processes):
                report.add(done.results)
                for result in done.results:
                    write_row(result)
                    self.write_result(result, verbosity)
                advance(done.consumed, len(done.results))

    def write_result(self, result: LoadResult, verbosity: int) -> None:
        """Print rejections always, other versions by default, and everything if verbose."""
        place = f"{result.name}:{result.line}" if result.line else result.name
        if result.outcome is Outcome.REJECTED:
            self.stderr.write(self.style.ERROR(f"{place}: {result.reason}"))
        elif verbosity > 1 or (verbosity and result.outcome is Outcome.OTHER_VERSION):
            notes = f", {result.problems} notes" if result.problems else ""
            self.stdout.write(f"{place}: {result.reference_id} {result.outcome}{notes}")
