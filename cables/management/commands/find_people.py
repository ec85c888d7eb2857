"""manage.py find_people: who is named in the stored cables, and who is who, found anew."""

import sys
from argparse import ArgumentParser
from contextlib import ExitStack
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cables.management import arguments
from cables.management.failures import ItemCount, report_failures
from cables.management.progress import index_changes, show_progress, show_resolution
from cables.models import Person
from cables.names.recognition import language_model
from cables.people.refresh import refresh_mentions, total_characters
from cables.people.resolution.run import resolve_people


class Command(BaseCommand):
    help = (
        "Find the people of the stored cables anew, and settle who is who. Run it after an upgrade"
        " whose notes ask for it, or with --settle-only after a change of people.csv. Safe to run"
        " again."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--settle-only",
            action="store_true",
            help="Only settle who is who, by the rules and by people.csv; read no cable anew.",
        )
        parser.add_argument(
            "--model",
            action="store_true",
            help="Also weigh what the language model of requirements-people.txt proposes; it reads"
            " a hundredth as fast as the rules.",
        )
        arguments.add_processes_argument(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        verbosity = options["verbosity"]
        if options["model"] and language_model.load_installed_model() is None:
            raise CommandError(
                "No language model is installed. Run `pip install -r requirements-people.txt` in"
                " the room's environment first, or leave --model out."
            )
        done = ItemCount("cables read anew")
        with ExitStack() as stack:
            stack.enter_context(report_failures(done, dry_run=False))
            if not options["settle_only"]:
                total = total_characters()
                processes = arguments.process_count(options["processes"], total)
                quiet = not verbosity or 0 < total < arguments.MIN_PARALLEL_SIZE
                with show_progress(sys.stderr, total, quiet=quiet) as advance:
                    for step in refresh_mentions(processes=processes, by_model=options["model"]):
                        done.number += step.cables
                        advance(step.characters, step.cables)
            steps = resolve_people(everything=True)
            problems = show_resolution(steps, sys.stderr, quiet=not verbosity)
            index_changes(self.stdout, sys.stderr, verbosity=verbosity)
        if verbosity:
            read = "" if options["settle_only"] else f"{done}, "
            self.stdout.write(f"{read}{Person.objects.count():,} persons")
        for problem in problems:
            self.stderr.write(self.style.ERROR(problem))
        if problems:
            raise CommandError("Not all corrections are applied: see above.")
