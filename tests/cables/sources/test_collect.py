"""Finding files under paths."""

import io
import os
import socket
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from cables.sources import Rejection, SourceFile, collect_files, storage_size
from cables.sources.limits import MAX_FILE_SIZE
from tests.cables.sources.specimens import TELEGRAM, csv_record


def names(files: Iterable[SourceFile | Rejection]) -> list[str]:
    return [Path(file.name).name for file in files]


def one_rejection(path: Path | str) -> Rejection:
    (rejection,) = collect_files([path])
    assert isinstance(rejection, Rejection)
    return rejection


def test_a_folder_is_read_to_any_depth_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c/d/e.txt", ".hidden", ".git/x.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(TELEGRAM)

    assert names(collect_files([tmp_path])) == ["a.txt", "1.txt", "2.txt", "e.txt"]


def test_paths_are_read_in_the_order_given(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(TELEGRAM)

    files = collect_files([tmp_path / "2.txt", str(tmp_path / "1.txt")])

    assert names(files) == ["2.txt", "1.txt"]


def test_consumed_bytes_add_up_to_the_storage_size(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(TELEGRAM)
    (tmp_path / "2.csv").write_text(csv_record() * 3)

    files = [file for file in collect_files([tmp_path]) if isinstance(file, SourceFile)]

    assert len(files) == 4
    assert sum(file.consumed for file in files) == storage_size([tmp_path])


def test_a_folder_without_files_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert "there is no file in this folder" in one_rejection(tmp_path).reason


def test_a_path_that_does_not_exist_is_rejected(tmp_path: Path) -> None:
    assert "there is no such file" in one_rejection(tmp_path / "x.txt").reason
    assert storage_size([tmp_path / "x.txt"]) == 0


def test_a_path_that_no_system_allows_is_rejected() -> None:
    assert "could not read it" in one_rejection("a\0b").reason


def test_a_dangling_link_is_rejected_with_its_target(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to("gone.txt")

    assert "points to gone.txt, which does not exist" in one_rejection(tmp_path).reason


def test_a_link_to_a_file_is_followed_and_one_to_a_folder_is_not(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(TELEGRAM)
    (tmp_path / "2.txt").symlink_to("1.txt")
    (tmp_path / "3").symlink_to(".")

    first, second, loop = collect_files([tmp_path])

    assert isinstance(first, SourceFile)
    assert isinstance(second, SourceFile)
    assert isinstance(loop, Rejection)
    assert "link to a folder" in loop.reason
    assert storage_size([tmp_path]) == 2 * len(TELEGRAM.encode())


def test_a_pipe_is_rejected_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert "not a regular file" in one_rejection(tmp_path / "pipe").reason


def test_a_socket_is_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")

        assert "not a regular file" in one_rejection("socket").reason


def test_a_file_without_permission_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.txt").write_text(TELEGRAM)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything

    assert "permission denied" in one_rejection(tmp_path / "1.txt").reason


def test_a_folder_without_permission_is_rejected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)

    assert "permission denied" in one_rejection(tmp_path).reason
    assert storage_size([tmp_path]) == 0


def test_a_line_of_50_megabytes_is_rejected_with_its_number(tmp_path: Path) -> None:
    with (tmp_path / "1.txt").open("wb") as file:
        file.write(b"SPECIMEN\n")
        for _ in range(50):
            file.write(b"x" * 1_000_000)

    rejection = one_rejection(tmp_path / "1.txt")

    assert rejection.line == 2
    assert "line 2 has more than 1,048,576 bytes" in rejection.reason


def test_a_file_of_many_lines_is_rejected_for_its_size(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_bytes(b"SPECIMEN\n" * (MAX_FILE_SIZE // 9 + 1))

    rejection = one_rejection(tmp_path / "1.txt")

    assert rejection.line == 0
    assert "larger than 16,777,216 bytes" in rejection.reason


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TELEGRAM.encode())))

    (file,) = collect_files(["-"])

    assert isinstance(file, SourceFile)
    assert (file.name, file.data, file.consumed) == ("-", TELEGRAM.encode(), len(TELEGRAM.encode()))
    assert file.key == "", "standard input is never the same file twice"
