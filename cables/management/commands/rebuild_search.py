"""manage.py rebuild_search: the search index anew, beside the old one, then in its place."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from cables.management.progress import show_indexing
from cables.search import IndexBusyError, IndexFailedError, rebuild_index, update_index


class Command(BaseCommand):
    help = (
        "Build the search index anew from the database. Readers go on with the old one until the "
        "new one takes its place. A load keeps the index up to date by itself; this mends one that "
        "is missing or damaged, or of an older version of the room."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--changes",
            action="store_true",
            help="Only index what the database has and the index has not, and the other way round.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = not options["verbosity"]
        steps = update_index() if options["changes"] else rebuild_index()
        try:
            done = show_indexing(steps, sys.stderr, quiet=quiet)
        except IndexBusyError as error:
            raise CommandError(f"{str(error).capitalize()}. Wait for it, and run again.") from None
        except (IndexFailedError, OSError) as error:
            raise CommandError(
                f"The index could not be written: {error}. The old one, if there was any, stays "
                "in use. See that SEARCH_INDEX can be written and the disk has room."
            ) from error
        except Error as error:
            raise CommandError(
                f"The database could not be read: {error}. Run `manage.py migrate` first, and see "
                "that DATABASE_URL or DATA_DIR names the right one."
            ) from error
        if not quiet:
            self.stdout.write(f"{done:,} indexed for search")
