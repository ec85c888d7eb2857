"""Printable names and keys of files."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.sources import Rejection, SourceFile, collect_files
from cables.sources.file_names import MAX_NAME_LENGTH, display_name, file_key, is_ignored, printable
from tests.cables.sources.specimens import TELEGRAM

ANY = st.text(st.characters(codec=None))
MEMBER = st.text(st.characters(codec=None, exclude_characters="\0"))
PATH = MEMBER.filter(bool)


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
def test_names_are_shown_in_printable_characters(name: str, shown: str) -> None:
    assert display_name(name) == shown


@given(ANY)
def test_any_name_can_be_printed_and_stored(name: str) -> None:
    shown = display_name(name)
    assert shown.encode().decode() == shown
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in shown)
    assert len(shown) <= MAX_NAME_LENGTH
    assert display_name(shown) == shown


def test_a_long_name_keeps_its_end() -> None:
    shown = display_name("folder/" * 99 + "09MOSCOW1.txt")
    assert (shown[0], len(shown)) == ("…", MAX_NAME_LENGTH)
    assert shown.endswith("folder/09MOSCOW1.txt")


def test_printable_text_is_unchanged() -> None:
    assert printable("¶ naïve “quotes”") == "¶ naïve “quotes”"


@given(PATH, MEMBER, PATH, MEMBER)
def test_different_files_have_different_keys(
    path: str, member: str, other_path: str, other_member: str
) -> None:
    assert (file_key(path, member) == file_key(other_path, other_member)) is (
        (path, member) == (other_path, other_member)
    )


def test_unprintable_names_are_escaped_in_files_and_rejections(tmp_path: Path) -> None:
    bad = os.fsdecode(b"caf\xe9\x1b")
    (tmp_path / bad).write_text(TELEGRAM)
    (tmp_path / "link.txt").symlink_to(bad + "gone")
    file, link = collect_files([tmp_path])
    assert isinstance(file, SourceFile)
    assert file.name.endswith(r"/caf\udce9\x1b")
    assert isinstance(link, Rejection)
    assert r"points to caf\udce9\x1bgone" in link.reason


def test_a_file_has_the_same_key_by_every_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1.txt").write_text(TELEGRAM)
    (tmp_path / "2.txt").symlink_to("1.txt")
    monkeypatch.chdir(tmp_path)
    files = collect_files([tmp_path, "1.txt", f"../{tmp_path.name}/1.txt"])
    keys = {file.key for file in files if isinstance(file, SourceFile)}
    assert len(keys) == 1
    assert len(keys.pop()) == 64


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "a/.b/c.txt",
        "__MACOSX/._a.txt",
        "07MOSCOW849.html~",
        "#07MOSCOW849.txt#",
        "Thumbs.db",
        "robots.txt",
        "a/index.html?C=N;O=D",
        "README",
        "Readme.md",
        "a\\LICENSE.txt",
        "style.css",
    ],
)
def test_leftovers_and_hidden_files_are_ignored(name: str) -> None:
    assert is_ignored(name)


@pytest.mark.parametrize("name", ["../a.txt", "./a.txt", "07MOSCOW849.html", "a.b/c", "me.txt"])
def test_other_files_are_not_ignored(name: str) -> None:
    assert not is_ignored(name)
