"""Check that this version of the site can use the database."""

from collections.abc import Iterable

from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder


def check_database_version() -> None:
    """Reject a database that another version of the site has migrated.

    Raises:
        CommandError: The database has migrations of cables that this version does not have.
        django.db.Error: The database cannot be read.
    """
    if problem := database_version_problem():
        raise CommandError(problem)


def database_version_problem() -> str:
    """Return a sentence about a database of another version; empty if there is no problem."""
    applied = _cables_migrations(MigrationRecorder(connection).applied_migrations())
    unknown = sorted(applied - _cables_migrations(MigrationLoader(None).disk_migrations))
    if not unknown:
        return ""
    return (
        "This database was made by another version of the site: it has migrations of cables that"
        f" this version does not have ({', '.join(unknown)}). Delete the database file, or set"
        " DATABASE_URL or DATA_DIR to a new location, and load your files again."
    )


def _cables_migrations(migrations: Iterable[tuple[str, str]]) -> set[str]:
    return {name for app, name in migrations if app == "cables"}
