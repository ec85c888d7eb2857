"""The form of the templates, where djade and djlint do not check it."""

import pytest

from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"
MAX_LINE_LENGTH = 160
LONG_LINES = {
    "site/llms.txt": "Markdown: a paragraph or list item is one line",
}
"""Templates whose lines may be longer, and why."""
PATHS = sorted(
    path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*") if path.is_file()
)


@pytest.mark.parametrize("path", PATHS)
def test_no_line_is_too_long(path: str) -> None:
    lines = (TEMPLATES / path).read_text().split("\n")
    long_lines = {
        number: len(line) for number, line in enumerate(lines, 1) if len(line) > MAX_LINE_LENGTH
    }
    assert bool(long_lines) == (path in LONG_LINES), long_lines


@pytest.mark.parametrize("path", PATHS)
def test_lines_are_indented_with_spaces_only(path: str) -> None:
    text = (TEMPLATES / path).read_text()
    assert "\t" not in text
    assert not any(line.endswith(" ") for line in text.split("\n"))
