"""What files are called."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.sources import Rejection, SourceFile, collect_files
from cables.sources.file_names import MAX_NAME_LENGTH, display_name, file_key, printable
from tests.cables.sources.specimens import TELEGRAM

ANY = st.text(st.characters(codec=None))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a/09MOSCOW1.txt", "a/09MOSCOW1.txt"),
        ("café.txt", "café.txt"),
        ("caf\udce9.txt", r"caf\udce9.txt"),
        ("a\x1b]0;owned\x07.txt", r"a\x1b]0;owned\x07.txt"),
        ("a\x9b.txt", r"a\x9b.txt"),
        ("a\nb", r"a\x0ab"),
        ("txt.\u202eelbac", r"txt.\u202eelbac"),
        ("\u2066a\u2069\u200f", r"\u2066a\u2069\u200f"),
    ],
)
def test_a_name_is_shown_in_printable_characters(name: str, shown: str) -> None:
    assert display_name(name) == shown


@given(ANY)
def test_whatever_a_name_holds_it_can_be_printed_and_stored(name: str) -> None:
    shown = display_name(name)
    assert shown.encode().decode() == shown
    assert not any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in shown)
    assert len(shown) <= MAX_NAME_LENGTH
    assert display_name(shown) == shown


def test_a_long_name_keeps_its_end() -> None:
    shown = display_name("folder/" * 99 + "09MOSCOW1.txt")
    assert (shown[0], len(shown)) == ("…", MAX_NAME_LENGTH)
    assert shown.endswith("folder/09MOSCOW1.txt")


def test_what_is_printable_is_left_as_it_is() -> None:
    assert printable("¶ naïve “quotes”") == "¶ naïve “quotes”"


@given(ANY, ANY, ANY, ANY)
def test_two_places_have_two_keys(place: str, member: str, other: str, another: str) -> None:
    places = (place, member.replace("\0", "")), (other, another.replace("\0", ""))
    keys = [file_key(where.replace("\0", ""), inside) for where, inside in places]
    same = [where.replace("\0", "") for where, _ in places]
    if all(same):
        assert (keys[0] == keys[1]) is ((same[0], places[0][1]) == (same[1], places[1][1]))


def test_a_bad_name_reaches_nobody_as_it_is(tmp_path: Path) -> None:
    bad = os.fsdecode(b"caf\xe9\x1b")
    (tmp_path / bad).write_text(TELEGRAM)
    (tmp_path / "link.txt").symlink_to(bad + "gone")
    file, link = collect_files([tmp_path])
    assert isinstance(file, SourceFile)
    assert file.name.endswith(r"/caf\udce9\x1b")
    assert isinstance(link, Rejection)
    assert r"points at caf\udce9\x1bgone" in link.reason


def test_a_file_has_one_key_by_whatever_path_it_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.txt").write_text(TELEGRAM)
    (tmp_path / "2.txt").symlink_to("1.txt")
    monkeypatch.chdir(tmp_path)
    found = collect_files([tmp_path, "1.txt", f"../{tmp_path.name}/1.txt"])
    keys = {file.key for file in found if isinstance(file, SourceFile)}
    assert len(keys) == 1
    assert len(keys.pop()) == 64
