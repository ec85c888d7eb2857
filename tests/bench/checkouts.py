"""A checkout of this project, this one or an older one, with a data folder of its own.

An older checkout has other modules, so nothing is imported from it: it is driven through
`manage.py`, its WSGI application and its server.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE_TIMES: Final = Path(__file__).with_name("page_times.py")
SECRET: Final = "for-benchmarks-only-and-never-for-a-public-site-0123456789abcdef"  # noqa: S105


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A command that succeeded, and what it cost."""

    seconds: float
    """Wall-clock time, including the start of the interpreter."""
    processor: float
    """Processor seconds of all its processes. Other work on the machine hardly changes it."""
    memory: int
    """Bytes of its largest process at the peak."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkout:
    """Code, and the folder with its database and search index."""

    code: Path
    data: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.data / "cables.sqlite3"

    @property
    def environment(self) -> dict[str, str]:
        """Environment variables of a program that works on this data folder."""
        return os.environ | {
            "SECRET_KEY": SECRET,
            "DATA_DIR": str(self.data),
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "cablesite.settings",
        }

    def prepare(self) -> None:
        """Create an empty data folder with tables and the static files that pages link to."""
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir(parents=True)
        self.manage("migrate")
        self.manage("collectstatic", "--no-input")

    def manage(self, *arguments: str) -> Run:
        """Run a management command."""
        return self._run("manage.py", *arguments, "--verbosity", "0")

    def page_times(self, urls: Mapping[str, Sequence[str]]) -> dict[str, list[float]]:
        """Return the processor seconds of each page, by kind: `cable, first`, `cable, again`."""
        asked, answered = self.data / "urls.json", self.data / "times.json"
        asked.write_text(json.dumps(urls))
        self._run(str(PAGE_TIMES), str(asked), str(answered))
        times: dict[str, list[float]] = json.loads(answered.read_text())
        return times

    def sizes(self) -> tuple[int, int]:
        """Return the bytes of the database and of the search index."""
        index = (path for path in (self.data / "search").rglob("*") if path.is_file())
        return (
            sum(path.stat().st_size for path in self.data.glob("cables.sqlite3*")),
            sum(path.stat().st_size for path in index),
        )

    def _run(self, *arguments: str) -> Run:
        """Run a Python program in the checkout.

        Raises:
            RuntimeError: It failed; the message is what it printed.
        """
        log = self.data / "output.txt"
        started = time.perf_counter()
        with log.open("w", encoding="utf-8") as output:
            process = subprocess.Popen(
                [sys.executable, *arguments],
                cwd=self.code,
                env=self.environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed = log.read_text(encoding="utf-8")[-2000:]
            raise RuntimeError(f"{self.code}: {' '.join(arguments)} failed:\n{printed}")
        return Run(
            seconds=time.perf_counter() - started,
            processor=usage.ru_utime + usage.ru_stime,
            memory=usage.ru_maxrss * 1024,
        )
