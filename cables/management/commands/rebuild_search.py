"""manage.py rebuild_search: build a new search index, then replace the old one."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from cables.management.database import check_database_version
from cables.management.progress import show_indexing
from cables.search import IndexBusyError, IndexFailedError, rebuild_index, update_index


class Command(BaseCommand):
    help = (
        "Rebuild the search index from the database. Searches use the old index until the new one "
        "is ready. Loading updates the index automatically; this fixes one that is missing, "
        "damaged or from another version of the site."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--changes",
            action="store_true",
            help="Only add and remove what differs from the database.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        quiet = not options["verbosity"]
        steps = update_index() if options["changes"] else rebuild_index()
        try:
            check_database_version()
            done = show_indexing(steps, sys.stderr, quiet=quiet)
        except IndexBusyError as error:
            raise CommandError(
                f"{str(error).capitalize()}. Wait for it to finish, and run the command again."
            ) from None
        except (IndexFailedError, OSError) as error:
            raise CommandError(
                f"The index could not be written: {error}. The old one, if any, stays in use. "
                "Check that SEARCH_INDEX is writable and the disk has free space."
            ) from error
        except Error as error:
            raise CommandError(
                f"The database could not be read: {error}. Run `manage.py migrate` first, and "
                "check that DATABASE_URL or DATA_DIR names the right one."
            ) from error
        if not quiet:
            self.stdout.write(f"{done:,} cables indexed")
