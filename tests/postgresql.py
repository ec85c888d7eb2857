"""A temporary PostgreSQL server for tests, with its own cluster in a temporary folder."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

# Debian installs the server's programs outside the PATH, one folder per version.
FOLDERS = sorted(
    map(str, Path("/usr/lib/postgresql").glob("*/bin")),
    key=lambda folder: float(Path(folder).parent.name),
    reverse=True,
)
PROGRAMS = os.pathsep.join([os.environ.get("PATH", os.defpath), *FOLDERS])

INITDB = shutil.which("initdb", path=PROGRAMS)
PG_CTL = shutil.which("pg_ctl", path=PROGRAMS)

# Nothing here outlives a test, so nothing has to reach the disk.
UNSAFE_OPTIONS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


@contextmanager
def server() -> Iterator[str]:
    """Start a server and stop it.

    It listens only on a socket in its own folder, which only its owner (and root) can enter.

    Yields:
        Its DATABASE_URL.

    Raises:
        FileNotFoundError: The server's programs are not installed.
        RuntimeError: One of them failed; the message is what it printed.
    """
    if not (INITDB and PG_CTL):
        raise FileNotFoundError("PostgreSQL's initdb and pg_ctl were not found")
    # The path of a socket has at most 107 bytes, which pytest's folders can exceed.
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        folder = Path(name)
        owner = None if os.geteuid() else "postgres"  # the server refuses to run as root
        if owner:
            shutil.chown(folder, owner)
        cluster, log = folder / "cluster", folder / "log"
        run(
            folder, owner, INITDB, f"--pgdata={cluster}", "--username=postgres", "--auth=trust",
            "--encoding=UTF8", "--no-locale", "--no-sync",
        )  # fmt: skip
        control = (PG_CTL, f"--pgdata={cluster}", "--wait")
        options = f"-k {folder} -c listen_addresses='' {UNSAFE_OPTIONS}"
        run(folder, owner, *control, f"--log={log}", f"--options={options}", "start")
        try:
            yield f"postgres://postgres@/postgres?host={quote(name)}"
        finally:
            run(folder, owner, *control, "--mode=immediate", "stop")


def run(folder: Path, user: str | None, *command: str) -> None:
    """Run one of the server's programs as its user, in a folder that the user can enter."""
    result = subprocess.run(
        command,
        cwd=folder,
        user=user,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if result.returncode:
        log = folder / "log"
        raise RuntimeError(result.stdout + (log.read_text() if log.exists() else ""))
