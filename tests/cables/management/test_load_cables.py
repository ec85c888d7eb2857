"""manage.py load_cables, with every kind of invalid input."""

import csv
import os
from concurrent.futures.process import BrokenProcessPool
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from cables.models import Cable
from cables.people.resolution import run as resolution
from tests.conftest import SAMPLES, SHORT_CABLE

pytestmark = pytest.mark.django_db


def run(*arguments: object, **options: object) -> tuple[str, str]:
    """Run the command, and return its output and errors."""
    out, err = StringIO(), StringIO()
    try:
        call_command("load_cables", *map(str, arguments), stdout=out, stderr=err, **options)
    except CommandError as error:
        err.write(f"CommandError: {error}")
    return out.getvalue(), err.getvalue()


def rejection(tmp_path: Path, name: str, data: bytes) -> str:
    """Load an invalid file with a valid one, and return the error about the invalid one."""
    (tmp_path / name).write_bytes(data)
    (tmp_path / "09SPECIMEN901.txt").write_text(SHORT_CABLE)
    out, err = run(tmp_path)
    assert (
        out.splitlines()[-1]
        == "1 loaded, 0 changed, 0 unchanged, 0 kept as another version, 1 rejected"
    )
    assert "CommandError: 1 rejected" in err
    assert Cable.objects.count() == 1, "the valid file is loaded"
    line = next(line for line in err.splitlines() if name in line)
    return line.split(name, 1)[1]


def test_the_last_line_has_the_counts() -> None:
    out, err = run(SAMPLES)
    assert (
        out.splitlines()[-1]
        == "11 loaded, 0 changed, 0 unchanged, 0 kept as another version, 0 rejected"
    )
    assert err == ""


def test_a_dry_run_says_so() -> None:
    out, _ = run(SAMPLES, "--dry-run")
    assert (
        out.splitlines()[-1]
        == "Dry run: 11 loaded, 0 changed, 0 unchanged, 0 kept as another version, 0 rejected"
    )


def test_verbosity_0_prints_nothing() -> None:
    assert run(SAMPLES, verbosity=0) == ("", "")


def test_verbosity_2_names_every_cable() -> None:
    out, _ = run(SAMPLES, verbosity=2)
    assert "07MOSCOW849 loaded" in out


def test_a_report_has_a_row_for_every_file(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "note.txt").write_text("Nothing of a cable.\n")
    (tmp_path / "in" / "09SPECIMEN901.txt").write_text(SHORT_CABLE)
    run(tmp_path / "in", "--report", tmp_path / "report.csv")
    with (tmp_path / "report.csv").open(newline="") as file:
        rows = {row["name"].rsplit("/", 1)[1]: row for row in csv.DictReader(file)}
    assert rows["09SPECIMEN901.txt"]["outcome"] == "loaded"
    assert rows["09SPECIMEN901.txt"]["reference_id"] == "09SPECIMEN901"
    assert rows["note.txt"]["outcome"] == "rejected"
    assert rows["note.txt"]["reason"]


def test_an_unwritable_report_is_an_error_before_anything_is_loaded(tmp_path: Path) -> None:
    _, err = run(SAMPLES, "--report", tmp_path / "none" / "report.csv")
    assert "report" in err
    assert not Cable.objects.exists()


def test_a_text_that_is_not_a_cable_is_rejected(tmp_path: Path) -> None:
    message = rejection(tmp_path, "note.txt", b"Dear diary,\n\nit rained.\n")
    assert "cable" in message


def test_an_empty_file_is_rejected(tmp_path: Path) -> None:
    assert "empty" in rejection(tmp_path, "empty.txt", b"")


def test_a_binary_file_is_rejected(tmp_path: Path) -> None:
    png = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
    assert "text" in rejection(tmp_path, "picture.png", png)


def test_a_line_of_fifty_megabytes_is_rejected(tmp_path: Path) -> None:
    message = rejection(tmp_path, "long.txt", b"x" * 50_000_000)
    assert message.startswith(":1: line 1 has more than")


def test_a_file_in_an_unknown_encoding_is_rejected_or_read_whole(tmp_path: Path) -> None:
    message = rejection(tmp_path, "wide.txt", "Nothing of a cable.".encode("utf-32"))
    assert message


def test_latin_1_and_windows_line_endings_are_read(tmp_path: Path) -> None:
    text = SHORT_CABLE.replace("The first", "\u00b6 Caf\u00e9, the first").replace("\n", "\r\n")
    (tmp_path / "09SPECIMEN901.txt").write_bytes(text.encode("latin-1"))
    run(tmp_path)
    body = Cable.objects.get().body
    assert "Caf\u00e9" in body
    assert "\r" not in body


def test_two_cables_in_one_file_are_rejected_with_the_line_of_the_second(tmp_path: Path) -> None:
    first = "DE RUEHXX #0901 0621200\n" + SHORT_CABLE
    second = first.replace("0901", "0902")
    message = rejection(tmp_path, "two.txt", f"{first}\n\n{second}".encode())
    assert message.startswith(":26: 2 telegrams are in one file")


def test_a_second_cable_after_the_first_is_kept_and_reported_but_not_numbered(
    tmp_path: Path,
) -> None:
    second = SHORT_CABLE.replace("000901", "000902")
    (tmp_path / "09SPECIMEN901.txt").write_text(f"{SHORT_CABLE}\n\n{second}")
    run(tmp_path)
    cable = Cable.objects.get()
    assert "SPECIMEN 000902" in cable.body
    assert cable.paragraphs.count() == 2
    assert "fused-cable" in {problem.code for problem in cable.problems.all()}


def test_the_same_id_twice_in_one_run_is_reported(tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    (tmp_path / "09SPECIMEN901.txt").write_text(SHORT_CABLE)
    (tmp_path / "again" / "09SPECIMEN901.txt").write_text(SHORT_CABLE.replace("Jane", "J."))
    out, err = run(tmp_path)
    assert f"{tmp_path}/again/09SPECIMEN901.txt:1: 09SPECIMEN901 kept as another version" in out
    assert err == ""


def test_a_broken_link_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "09SPECIMEN901.txt").symlink_to(tmp_path / "gone.txt")
    _, err = run(tmp_path)
    assert "09SPECIMEN901.txt" in err


def test_a_path_that_does_not_exist_is_rejected(tmp_path: Path) -> None:
    _, err = run(tmp_path / "nowhere")
    assert "nowhere" in err


def test_a_folder_without_cables_is_an_error(tmp_path: Path) -> None:
    _, err = run(tmp_path)
    assert str(tmp_path) in err
    assert "CommandError" in err


def test_a_file_name_that_is_not_text_is_printed_in_safe_characters(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"caf\xe9\x1b]0;x\x07.txt")).write_text("Dear diary.\n")
    _, err = run(tmp_path)
    assert r"caf\udce9\x1b]0;x\x07.txt: this is not a cable" in err
    assert "\x1b]" not in err


@pytest.mark.parametrize("path", ["", " "])
def test_an_empty_path_is_not_the_current_folder(path: str) -> None:
    _, err = run(path)
    assert "the path is empty" in err


@pytest.mark.parametrize("number", ["0", "-1", "two", "1.5"])
def test_fewer_than_one_process_is_rejected(number: str) -> None:
    _, err = run(SAMPLES, "--processes", number)
    assert "expected 1 or more" in err or "expected one argument" in err
    assert not Cable.objects.exists()


@pytest.mark.parametrize("report", ["report.csv", "deeper/report.csv", "09SPECIMEN901.txt"])
def test_a_report_among_the_cables_is_rejected(tmp_path: Path, report: str) -> None:
    (tmp_path / "deeper").mkdir()
    (tmp_path / "09SPECIMEN901.txt").write_text(SHORT_CABLE)
    for path in (tmp_path, tmp_path / report):
        _, err = run(path, "--report", tmp_path / report)
        assert "Write it to another folder." in err
    assert (tmp_path / "09SPECIMEN901.txt").read_text() == SHORT_CABLE
    assert not Cable.objects.exists()


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OperationalError("database is locked"), "Another program is writing to the database"),
        (OperationalError("no such table: cables_cable"), "Run `manage.py migrate` first"),
        (OperationalError("database or disk is full"), "Free some disk space"),
        (OperationalError("server closed\nunexpectedly"), "database failed: server closed. 1 load"),
        (OSError(28, "No space left on device"), "The system failed: [Errno 28] No space left"),
        (BrokenProcessPool("killed"), "A worker process was killed"),
        (KeyboardInterrupt(), "Stopped. 1 loaded, 0 changed"),
    ],
)
def test_an_interrupted_load_is_reported_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, message: str
) -> None:
    (tmp_path / "09SPECIMEN901.txt").write_text(SHORT_CABLE)

    def fail() -> None:
        raise error

    monkeypatch.setattr(resolution, "refresh_statistics", fail)
    _, err = run(tmp_path)
    assert message in err
    assert "again to resume." in err
    assert "1 loaded" in err
    assert len(err.splitlines()) == 1
    assert Cable.objects.count() == 1
