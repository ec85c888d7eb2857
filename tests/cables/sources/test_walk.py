"""Reading all cables under paths."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cables.sources import Rejection, SourceCable
from tests.cables.sources.specimens import TELEGRAM
from tests.cables.sources.walk import read_path, read_paths


def test_one_file_gives_its_cable(tmp_path: Path) -> None:
    path = tmp_path / "09SPECIMEN1.txt"
    path.write_text(TELEGRAM)

    (cable,) = read_path(path)

    assert isinstance(cable, SourceCable)
    assert cable.name == str(path)


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (rejection,) = read_path(tmp_path)

    assert isinstance(rejection, Rejection)
    assert "this is a folder" in rejection.reason


def test_a_bad_file_does_not_stop_the_walk(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text("")
    (tmp_path / "2.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "09SPECIMEN1.txt").write_text(TELEGRAM)
    (tmp_path / "gone.txt").symlink_to("nowhere")

    results = list(read_paths([tmp_path]))

    assert [type(result) for result in results] == [SourceCable, Rejection, Rejection, Rejection]


@given(st.binary(max_size=2000))
def test_any_bytes_in_a_file_are_read_or_rejected(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "09SPECIMEN1.txt"
        path.write_bytes(data)

        assert list(read_path(path))
