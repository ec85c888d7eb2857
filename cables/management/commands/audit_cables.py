"""manage.py audit_cables: the corpus in figures."""

import csv
from argparse import ArgumentParser
from typing import Any, Final

from django.core.management.base import BaseCommand
from rich.console import Console
from rich.table import Table

from cables.management.audit import AuditCount, audit_counts

WIDTH: Final = 80


class Command(BaseCommand):
    help = "Show what the room holds: forms, facts found, paragraphs, TAGS, references, problems."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--csv", action="store_true", help="Write rows that programs compare.")

    def handle(self, *args: Any, **options: Any) -> None:
        figures = list(audit_counts())
        if options["csv"]:
            rows = csv.writer(self.stdout)
            rows.writerow(["group", "name", "count", "of"])
            rows.writerows([one.group, one.name, one.count, one.total or ""] for one in figures)
        else:
            console = Console(width=WIDTH)
            with console.capture() as laid_out:
                console.print(_audit_table(figures))
            self.stdout.write(laid_out.get())


def _audit_table(figures: list[AuditCount]) -> Table:
    """Lay the figures out, a group's name once."""
    laid_out = Table(box=None, pad_edge=False)
    for title in ("", "", "count", "share"):
        laid_out.add_column(title, justify="right" if title else "left")
    group = ""
    for one in figures:
        laid_out.add_row(
            one.group if one.group != group else "", one.name, f"{one.count:,}", one.share
        )
        group = one.group
    return laid_out
