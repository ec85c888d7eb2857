"""A load stopped by Ctrl-C or the database reports it in one line."""

import os
import re
import signal
import time
from pathlib import Path

import pytest

from tests.cables.management.test_killed_loads import finish, manage, stored_count
from tests.conftest import SHORT_CABLE

CABLES = 3000


@pytest.mark.parametrize("processes", ["1", "2"])
def test_ctrl_c_reports_what_is_done_and_workers_print_nothing(
    tmp_path: Path, processes: str
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    for number in range(1, CABLES + 1):
        text = SHORT_CABLE.replace("000901", f"{number:06}")
        (files / f"09SPECIMEN{number}.txt").write_text(text)
    finish(manage(tmp_path, "migrate", "-v0"))
    load = manage(tmp_path, "load_cables", "-v0", "--processes", processes, str(files))
    while load.poll() is None and not stored_count(tmp_path):
        time.sleep(0.05)
    os.killpg(load.pid, signal.SIGINT)  # as a terminal does: to all processes of the group
    _, errors = load.communicate(timeout=60)
    assert load.returncode == 130
    assert re.fullmatch(
        r"CommandError: Stopped\. [\d,]+ loaded, .* 0 rejected\."
        r" Run the command again to resume\.\n",
        errors.decode(),
    ), errors.decode()
    assert 0 < stored_count(tmp_path) < CABLES


def test_a_database_without_tables_is_reported_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "09SPECIMEN901.txt").write_text(SHORT_CABLE)
    load = manage(tmp_path, "load_cables", "-v0", str(tmp_path / "09SPECIMEN901.txt"))
    _, errors = load.communicate(timeout=60)
    assert load.returncode == 1
    assert "Run `manage.py migrate` first" in errors.decode()
    assert len(errors.decode().splitlines()) == 1
