"""Prepare the data folder and serve the site, as `make serve` and the container do.

    python -m cablesite.serve [--prepare-only]

The first run makes a secret key and the database, and loads the sample cables; later runs start
immediately.
"""

import os
import secrets
import sys
from pathlib import Path

from environ import FileAwareEnv

BASE_DIR = Path(__file__).resolve().parent.parent


def main() -> None:
    """Prepare, then replace this process by gunicorn, so that signals reach it."""
    FileAwareEnv.read_env(BASE_DIR / ".env")  # before the settings do: it may set DATA_DIR
    data = Path(os.environ.setdefault("DATA_DIR", str(BASE_DIR / "data")))
    prepare_data(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cablesite.settings")
    if os.environ.get("READ_ONLY", "").lower() not in {"1", "true", "yes", "on"}:
        prepare_database()
    if "--prepare-only" not in sys.argv[1:]:
        serve()


def prepare_data(data: Path) -> None:
    """Make the data folder and, on the first run, a secret key that only its owner can read."""
    key = data / "secret-key"
    try:
        data.mkdir(parents=True, exist_ok=True)
        if (
            not (key.exists() and key.stat().st_size)
            and not {"SECRET_KEY", "SECRET_KEY_FILE"} & os.environ.keys()
        ):
            key.touch(mode=0o600)
            key.write_text(secrets.token_urlsafe(64))
    except OSError as error:
        sys.exit(
            f"The data folder {data} cannot be written: {error.strerror}. "
            "Set DATA_DIR to a folder that this user can write, or mount a volume there."
        )


def prepare_database() -> None:
    """Migrate the database, and load the samples if it has no cables."""
    import django  # noqa: PLC0415 - the settings need the secret key

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connections  # noqa: PLC0415

    from cables.management.database import database_version_problem  # noqa: PLC0415
    from cables.models import Cable  # noqa: PLC0415

    if problem := database_version_problem():
        sys.exit(problem)
    call_command("migrate", verbosity=0, interactive=False)
    if not Cable.objects.exists():
        call_command("load_cables", str(BASE_DIR / "cables" / "samples"))
    connections.close_all()  # the last to close merges SQLite's WAL into the database
    if "STATIC_ROOT" not in os.environ:  # the image already contains them
        call_command("collectstatic", verbosity=0, interactive=False)


def serve() -> None:
    """Replace this process by gunicorn."""
    os.chdir(BASE_DIR)
    command = [sys.executable, "-m", "gunicorn", "cablesite.wsgi", "-c", "cablesite/gunicorn.py"]
    bind = os.environ.get("BIND") or "127.0.0.1:8000"
    sys.stdout.write(f"The site is running at http://{bind}/ (press Ctrl-C to stop)\n")
    sys.stdout.flush()
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, fixed arguments


if __name__ == "__main__":
    main()
