"""Progress of long commands."""

from io import StringIO

from cables.management.progress import ProgressLines, show_progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_the_first_line_is_written_at_once() -> None:
    out = StringIO()
    with show_progress(out, 2_500_000, quiet=False):
        assert out.getvalue() == "Reading 2.5 MB\n"


def test_quiet_writes_nothing() -> None:
    out = StringIO()
    with show_progress(out, 1, quiet=True) as advance:
        advance(1, 1)
    assert out.getvalue() == ""


def test_a_line_has_count_rate_share_and_time_left() -> None:
    lines = ProgressLines(StringIO(), 1000)
    lines.size, lines.cables = 250, 5000
    assert lines.line(60) == "5,000 cables, 83 a second, 25 %, 3 min left\n"


def test_a_stream_of_unknown_length_has_no_share() -> None:
    lines = ProgressLines(StringIO(), 0)
    lines.size, lines.cables = 250, 5000
    assert lines.line(60) == "5,000 cables, 83 a second\n"


def test_a_terminal_gets_a_bar() -> None:
    out = Terminal()
    with show_progress(out, 100, quiet=False) as advance:
        advance(50, 7)
    assert "7 cables" in out.getvalue()
