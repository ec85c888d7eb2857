"""manage.py audit_cables: statistics about the collection."""

import csv
from argparse import ArgumentParser
from typing import Any, Final

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.table import Table

from cables.management.audit import AuditCount, audit_counts
from cables.management.database import check_database_version

WIDTH: Final = 80


class Command(BaseCommand):
    help = (
        "Show statistics about the collection: source forms, fields, paragraphs, TAGS, references,"
        " people and problems."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--csv", action="store_true", help="Write machine-readable CSV.")

    def handle(self, *args: Any, **options: Any) -> None:
        check_database_version()
        counts = list(audit_counts())
        if options["csv"]:
            rows = csv.writer(self.stdout)
            rows.writerow(["group", "name", "count", "of"])
            rows.writerows([row.group, row.name, row.count, row.total or ""] for row in counts)
        else:
            console = Console(width=WIDTH)
            with console.capture() as output:
                console.print(_audit_table(counts))
            self.stdout.write(output.get())


def _audit_table(counts: list[AuditCount]) -> Table:
    """Return a table that names each group once."""
    table = Table(box=None, pad_edge=False)
    for title in ("", "", "count", "share"):
        table.add_column(title, justify="right" if title else "left")
    group = ""
    for row in counts:
        heading = row.group if row.group != group else ""
        table.add_row(heading, row.name, f"{row.count:,}", row.share)
        group = row.group
    return table
