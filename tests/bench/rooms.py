"""A room to measure in: a database of its own in a folder, and commands run as a host runs them."""

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.memory import MemoryWatch

ROOT: Final = Path(__file__).resolve().parents[2]
SECRET: Final = "for-measuring-only-and-never-for-a-room-that-others-can-reach-0123456789"  # noqa: S105


class CommandFailed(RuntimeError):  # noqa: N818 - it reads as the sentence that it is
    """A command ended with an error; the message is what it printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A command that has ended well."""

    seconds: float
    """From start to end, the interpreter's start included."""
    processor: float
    """Seconds of all its processes on all cores; other work on the machine hardly changes it."""
    memory: int
    """Bytes of all its processes together at the highest; 0 where the system does not tell."""
    output: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A folder with a database."""

    folder: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.folder / "cables.sqlite3"

    def open(self) -> None:
        """Make the folder and the empty tables."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self.manage("migrate", "--verbosity", "0")

    def copy_of(self, other: "Room") -> None:
        """Make the folder, with the database of another room that nothing is writing to."""
        self.folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(other.database, self.database)

    def manage(self, *arguments: str) -> Run:
        """Run a command of `manage.py`."""
        return self.run("manage.py", *arguments)

    def run(self, *arguments: str) -> Run:
        """Run a Python program on this room.

        Raises:
            CommandFailed: It ended with an error.
        """
        command = [sys.executable, *arguments]
        log = self.folder / "output.txt"
        started, used = time.perf_counter(), _processor_time()
        with log.open("w+", encoding="utf-8") as output:
            process = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=output, stderr=subprocess.STDOUT
            )
            with MemoryWatch(process.pid) as memory:
                code = process.wait()
        seconds = time.perf_counter() - started
        printed = log.read_text(encoding="utf-8")
        if code:
            raise CommandFailed(f"{' '.join(arguments)} ended with {code}:\n{printed[-2000:]}")
        return Run(
            seconds=seconds,
            processor=_processor_time() - used,
            memory=memory.peak,
            output=printed,
        )

    @property
    def environment(self) -> dict[str, str]:
        """The variables of a program that works on this room."""
        return os.environ | {
            "SECRET_KEY": SECRET,
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": f"sqlite:///{self.database}",
            "DJANGO_SETTINGS_MODULE": "cablesite.settings",
        }

    def size(self) -> int:
        """Return the bytes of the database, what is not yet folded into its file included."""
        return sum(path.stat().st_size for path in self.folder.glob("cables.sqlite3*"))


def _processor_time() -> float:
    """Return the seconds that all processes took that were started from here and have ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ended.ru_utime + ended.ru_stime


def load_arguments(source: Path, processes: int) -> Sequence[str]:
    """Return the loader's command line."""
    return ("load_cables", str(source), "--verbosity", "0", "--processes", str(processes))
