"""A throw-away PostgreSQL server for tests: its own cluster, in a folder that goes away with it."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

# Debian keeps the server's programs off the PATH, one folder a version.
FOLDERS = sorted(
    map(str, Path("/usr/lib/postgresql").glob("*/bin")),
    key=lambda folder: float(Path(folder).parent.name),
    reverse=True,
)
PROGRAMS = os.pathsep.join([os.environ.get("PATH", os.defpath), *FOLDERS])

INITDB = shutil.which("initdb", path=PROGRAMS)
PG_CTL = shutil.which("pg_ctl", path=PROGRAMS)

# Nothing here outlives a test, so nothing need reach a disk.
HASTY = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def server() -> Iterator[str]:
    """Start a server and stop it.

    It listens on a socket in its own folder alone, which only its owner (and root) may enter.

    Yields:
        Its DATABASE_URL.

    Raises:
        FileNotFoundError: The server's programs are not on this machine.
        RuntimeError: One of them failed; the message is what it printed.
    """
    if not (INITDB and PG_CTL):
        raise FileNotFoundError("PostgreSQL's initdb and pg_ctl were not found")
    # A socket's address has 107 bytes at most, which pytest's folders can exceed.
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        folder = Path(name)
        owner = None if os.geteuid() else "postgres"  # the server refuses to be root
        if owner:
            shutil.chown(folder, owner)
        cluster, log = folder / "cluster", folder / "log"
        run(
            folder, owner, INITDB, f"--pgdata={cluster}", "--username=postgres", "--auth=trust",
            "--encoding=UTF8", "--no-locale", "--no-sync",
        )  # fmt: skip
        control = (PG_CTL, f"--pgdata={cluster}", "--wait")
        options = f"-k {folder} -c listen_addresses='' {HASTY}"
        run(folder, owner, *control, f"--log={log}", f"--options={options}", "start")
        try:
            yield f"postgres://postgres@/postgres?host={quote(name)}"
        finally:
            run(folder, owner, *control, "--mode=immediate", "stop")


def run(folder: Path, user: str | None, *command: str) -> None:
    """Run one of the server's programs as its user, in a folder that this user may enter."""
    done = subprocess.run(
        command,
        cwd=folder,
        user=user,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        log = folder / "log"
        raise RuntimeError(done.stdout + (log.read_text() if log.exists() else ""))
