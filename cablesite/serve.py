"""Prepare the data folder and serve: what `make serve` and the container run.

    python -m cablesite.serve [--prepare-only]

A first run makes a secret key, the database, and loads the sample cables; a later run finds them
and starts at once.
"""

import os
import secrets
import sys
from pathlib import Path

from environ import FileAwareEnv

BASE_DIR = Path(__file__).resolve().parent.parent


def main() -> None:
    """Prepare, then become gunicorn, so that signals reach it."""
    FileAwareEnv.read_env(BASE_DIR / ".env")  # before the settings do: it may name the folder
    data = Path(os.environ.setdefault("DATA_DIR", str(BASE_DIR / "data")))
    prepare_data(data)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cablesite.settings")
    if os.environ.get("READ_ONLY", "").lower() not in {"1", "true", "yes", "on"}:
        prepare_database()
    if "--prepare-only" not in sys.argv[1:]:
        serve()


def prepare_data(data: Path) -> None:
    """Make the data folder and, on the first run, a secret key in it that only its owner reads."""
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
            "Set DATA_DIR to a folder that this user may write, or mount a volume there."
        )


def prepare_database() -> None:
    """Bring the database to this version's form; load the samples where it holds no cable yet."""
    import django  # noqa: PLC0415 - settings need the secret key, which exists only now

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
    connections.close_all()  # the last writer to go folds SQLite's log into the database
    if "STATIC_ROOT" not in os.environ:  # an image brings its own, made when it was built
        call_command("collectstatic", verbosity=0, interactive=False)


def serve() -> None:
    """Replace this process by gunicorn."""
    os.chdir(BASE_DIR)
    command = [sys.executable, "-m", "gunicorn", "cablesite.wsgi", "-c", "cablesite/gunicorn.py"]
    bind = os.environ.get("BIND") or "127.0.0.1:8000"
    sys.stdout.write(f"The reading room is open at http://{bind}/ (Ctrl-C closes it)\n")
    sys.stdout.flush()
    os.execv(sys.executable, command)  # noqa: S606 - our own interpreter, fixed arguments


if __name__ == "__main__":
    main()
