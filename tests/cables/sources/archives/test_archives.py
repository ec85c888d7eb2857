"""Reading archives of every kind."""

import bz2
import gzip
import io
import itertools
import lzma
import stat
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cables.sources import Rejection, SourceCable, SourceFile, collect_files
from cables.sources.contents import files_in
from cables.sources.limits import FREE_GROWTH
from cables.sources.streams import buffered
from tests.cables.sources.specimens import TELEGRAM, csv_record, page
from tests.cables.sources.walk import read_paths

Pack = Callable[[Path, dict[str, bytes]], None]


def pack_zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def pack_tar(path: Path, members: dict[str, bytes], mode: str = "w") -> None:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


def pack_gz(path: Path, members: dict[str, bytes]) -> None:
    pack_tar(path, members, "w:gz")


def pack_bz2(path: Path, members: dict[str, bytes]) -> None:
    pack_tar(path, members, "w:bz2")


def pack_xz(path: Path, members: dict[str, bytes]) -> None:
    pack_tar(path, members, "w:xz")


def pack_7z(path: Path, members: dict[str, bytes]) -> None:
    py7zr = pytest.importorskip("py7zr", reason="the extra py7zr is not installed")
    with py7zr.SevenZipFile(path, "w") as archive:
        for name, data in members.items():
            archive.writef(io.BytesIO(data), name)


EVERY_KIND = pytest.mark.parametrize(
    "pack", [pack_zip, pack_tar, pack_gz, pack_bz2, pack_xz, pack_7z]
)

CABLES = {
    "cable/2009/01/09SPECIMEN1.html": page().encode(),
    "09SPECIMEN2.txt": TELEGRAM.encode(),
    "all.csv": (csv_record(reference_id="09SPECIMEN3") + csv_record()).encode(),
}


def one_rejection(path: Path) -> Rejection:
    (rejection,) = collect_files([path])
    assert isinstance(rejection, Rejection), rejection
    return rejection


@EVERY_KIND
def test_members_are_read_in_order_whatever_the_name_of_the_archive(
    pack: Pack, tmp_path: Path
) -> None:
    path = tmp_path / "specimens"
    pack(path, CABLES)

    cables = list(read_paths([path]))

    assert [
        (cable.reference_id, cable.form) for cable in cables if isinstance(cable, SourceCable)
    ] == [
        ("09SPECIMEN1", "page"),
        ("09SPECIMEN2", "plain"),
        ("09SPECIMEN3", "csv"),
        ("09SPECIMEN1", "csv"),
    ]
    assert cables[0].name == f"{path}!cable/2009/01/09SPECIMEN1.html"


@EVERY_KIND
def test_an_archive_in_a_folder_is_opened_too(pack: Pack, tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(TELEGRAM)
    pack(tmp_path / "2", {"3.txt": TELEGRAM.encode()})

    assert [file.name for file in collect_files([tmp_path])] == [
        f"{tmp_path}/1.txt",
        f"{tmp_path}/2!3.txt",
    ]


@EVERY_KIND
def test_hidden_members_are_ignored(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "a"
    pack(path, {"__MACOSX/._1.txt": b"x", ".DS_Store": b"x", "./1.txt": TELEGRAM.encode()})

    (file,) = collect_files([path])

    assert file.name.endswith("1.txt")


@EVERY_KIND
def test_an_archive_in_an_archive_is_refused(pack: Pack, tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.zip", tmp_path / "outer"
    pack_zip(inner, CABLES)
    pack(outer, {"inner.zip": inner.read_bytes(), "1.txt": TELEGRAM.encode()})

    rejection, file = collect_files([outer])

    assert isinstance(rejection, Rejection)
    assert "an archive in an archive" in rejection.reason
    assert rejection.name == f"{outer}!inner.zip"
    assert isinstance(file, SourceFile)


@EVERY_KIND
def test_an_archive_cut_short_gives_its_first_members_and_a_rejection(
    pack: Pack, tmp_path: Path
) -> None:
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    pack(whole, CABLES | {"9.txt": bytes(range(1, 256)) * 4000})
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])

    *_, last = collect_files([cut])

    assert isinstance(last, Rejection)
    assert "the rest of the archive cannot be read" in last.reason


@EVERY_KIND
def test_a_member_that_is_too_large_is_rejected_and_the_next_is_read(
    pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cables.sources.contents.MAX_FILE_SIZE", 200_000)
    path = tmp_path / "a"
    pack(path, {"1.txt": b"SPECIMEN\n" * 50_000, "2.txt": TELEGRAM.encode()})

    large, small = collect_files([path])

    assert isinstance(large, Rejection)
    assert "larger than 200,000 bytes" in large.reason
    assert isinstance(small, SourceFile)
    assert small.data == TELEGRAM.encode()


@pytest.mark.parametrize("pack", [pack_zip, pack_gz, pack_bz2, pack_xz, pack_7z])
def test_a_bomb_is_not_unpacked(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "bomb"
    pack(path, {f"{number}.txt": bytes(FREE_GROWTH // 2) for number in range(12)})

    *_, last = collect_files([path])

    assert isinstance(last, Rejection)
    assert "unpack to more than 500 times as many" in last.reason


@pytest.mark.parametrize("pack", [pack_zip, pack_7z])
def test_an_archive_without_files_is_rejected(pack: Pack, tmp_path: Path) -> None:
    pack(tmp_path / "a", {})

    assert "no file in this archive" in one_rejection(tmp_path / "a").reason


def test_a_tar_without_files_has_no_mark_and_is_rejected_as_binary(tmp_path: Path) -> None:
    pack_xz(tmp_path / "a", {})

    (rejection,) = read_paths([tmp_path / "a"])

    assert isinstance(rejection, Rejection)
    assert "the file is binary" in rejection.reason


@pytest.mark.parametrize("pack", [pack_zip, pack_tar])
@pytest.mark.parametrize(
    "name", ["../1.txt", "/etc/1.txt", "a/../../1.txt", "C:\\1.txt", "..\\1.txt", "\\1.txt"]
)
def test_a_path_that_leaves_the_archive_is_refused(pack: Pack, name: str, tmp_path: Path) -> None:
    pack(tmp_path / "a", {name: TELEGRAM.encode()})

    assert "leads out of the archive" in one_rejection(tmp_path / "a").reason


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE])
def test_a_link_in_a_tar_is_refused(kind: bytes, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a", "w") as archive:
        info = tarfile.TarInfo("1.txt")
        info.type, info.linkname = kind, "/etc/passwd"
        archive.addfile(info)

    assert "it is a link" in one_rejection(tmp_path / "a").reason


def test_a_device_in_a_tar_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "a", "w") as archive:
        info = tarfile.TarInfo("1.txt")
        info.type = tarfile.CHRTYPE
        archive.addfile(info)

    assert "not a regular file" in one_rejection(tmp_path / "a").reason


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("1.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a", "w") as archive:
        archive.writestr(info, "/etc/passwd")

    assert "it is a link" in one_rejection(tmp_path / "a").reason


def test_an_encrypted_member_of_a_zip_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a"
    pack_zip(path, {"1.txt": TELEGRAM.encode()})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # the flag in the list of members
    path.write_bytes(data)

    assert "it is encrypted" in one_rejection(path).reason


def test_an_encrypted_7z_asks_for_its_password(tmp_path: Path) -> None:
    py7zr = pytest.importorskip("py7zr", reason="the extra py7zr is not installed")
    with py7zr.SevenZipFile(tmp_path / "a", "w", password="specimen") as archive:  # noqa: S106
        archive.writef(io.BytesIO(TELEGRAM.encode()), "1.txt")

    assert "needs a password" in one_rejection(tmp_path / "a").reason


def test_a_7z_without_py7zr_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"7z\xbc\xaf\x27\x1c" + bytes(100))
    monkeypatch.setitem(sys.modules, "py7zr", None)
    monkeypatch.delitem(sys.modules, "cables.sources.archives.sevenzip_unpacking", raising=False)
    monkeypatch.delattr("cables.sources.archives.sevenzip_unpacking", raising=False)

    assert "pip install py7zr" in one_rejection(tmp_path / "a").reason


def test_a_reader_may_stop_early(tmp_path: Path) -> None:
    pack_7z(tmp_path / "a", {f"{n}.txt": TELEGRAM.encode() * 500 for n in range(40)})

    files = list(itertools.islice(collect_files([tmp_path / "a"]), 2))

    assert len(files) == 2


@pytest.mark.parametrize("compress", [gzip.compress, bz2.compress, lzma.compress])
def test_a_compressed_file_is_read_like_the_file(
    compress: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "09SPECIMEN1.txt.packed"
    path.write_bytes(compress(TELEGRAM.encode()))

    (cable,) = read_paths([path])

    assert isinstance(cable, SourceCable)
    assert (cable.reference_id, cable.name) == ("09SPECIMEN1", str(path))


def from_a_pipe(data: bytes) -> list[SourceFile | Rejection]:
    return list(files_in("-", buffered(io.BytesIO(data).read)))


def test_a_tar_may_come_through_a_pipe(tmp_path: Path) -> None:
    pack_xz(tmp_path / "a", CABLES)

    assert len(from_a_pipe((tmp_path / "a").read_bytes())) == 4


def test_a_zip_may_not_come_through_a_pipe(tmp_path: Path) -> None:
    pack_zip(tmp_path / "a", CABLES)
    (rejection,) = from_a_pipe((tmp_path / "a").read_bytes())

    assert isinstance(rejection, Rejection)
    assert "Save it and give the name of the file" in rejection.reason


def test_consumed_bytes_of_an_archive_add_up_to_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    pack_gz(path, CABLES)

    consumed = sum(file.consumed for file in collect_files([path]) if isinstance(file, SourceFile))

    assert 0 < consumed <= path.stat().st_size


@settings(max_examples=60, deadline=None)
@given(
    pack=st.sampled_from([pack_zip, pack_tar, pack_gz, pack_bz2, pack_xz, pack_7z]),
    damages=st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_a_damaged_archive_never_raises(
    pack: Pack, damages: list[tuple[int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "a"
    pack(path, CABLES)
    data = bytearray(path.read_bytes())
    for offset, value in damages:
        data[offset % len(data)] = value
    path.write_bytes(data)

    assert all(isinstance(result, SourceCable | Rejection) for result in read_paths([path]))
