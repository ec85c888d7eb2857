"""Checks of archive members."""

import pytest

from cables.sources.archives.members import refusal


@pytest.mark.parametrize("name", ["a.txt", "a/b/c.txt", "a..b/c.txt", "./a.txt", "c/d:e.txt"])
def test_an_ordinary_member_is_not_refused(name: str) -> None:
    assert refusal(name, is_file=True, is_link=False) is None


@pytest.mark.parametrize("name", ["../a", "a/..", "/a", "\\a", "c:a", "a\\..\\..\\b", "a\0b"])
def test_a_path_out_of_the_archive_is_refused(name: str) -> None:
    assert refusal(name, is_file=True, is_link=False) is not None
