"""Text pasted from a blog or from an original page."""

from datetime import UTC, datetime
from pathlib import Path

from cables.sources import Rejection, SourceCable
from tests.cables.sources.specimens import (
    ROW,
    TELEGRAM,
    VALUES,
    one_cable,
    one_rejection,
    read_text,
)
from tests.cables.sources.walk import read_path

SEED = Path(__file__).parents[4] / "cables" / "samples" / "07MOSCOW849.txt"

BLOG = """
Post a comment or leave a trackback: Trackback URL.

Leave a Reply
"""


def test_the_seed_is_read_without_the_blog_around_it() -> None:
    (cable,) = read_path(SEED)

    assert isinstance(cable, SourceCable)
    assert cable.reference_id == "07MOSCOW849"
    assert cable.created == datetime(2007, 2, 28, 17, 45, tzinfo=UTC)
    assert cable.released == datetime(2011, 8, 30, 1, 44, tzinfo=UTC)
    assert cable.minutes_trusted
    assert (cable.classification, cable.origin) == ("CONFIDENTIAL", "Embassy Moscow")
    assert (cable.form, cable.line) == ("pasted", 9)
    assert cable.text.startswith("DE RUEHMO #0849/01 0591745\n")
    assert cable.text.endswith("\nNorth after a six year hiatus bear careful watching. ")
    assert not cable.partial


def test_the_text_of_the_seed_is_unchanged() -> None:
    (cable,) = read_path(SEED)

    assert isinstance(cable, SourceCable)
    assert cable.text in SEED.read_text(encoding="utf-8")
    assert "\n82;7.  (C) Experts" in cable.text


def test_a_cable_without_a_blog_around_it_runs_to_the_end_of_the_file() -> None:
    assert one_cable(f"{ROW}\n{VALUES}\n\n{TELEGRAM}\n\n\n").text == TELEGRAM


def test_a_row_copied_with_one_cell_per_line_is_read() -> None:
    row = ROW.replace(" ", "\n").replace("Reference\nID", "Reference ID")
    values = (
        "09SPECIMEN1\n2009-01-31 17:45\n2011-08-30 01:44\nUNCLASSIFIED//FOR OFFICIAL USE ONLY\n"
    )
    cable = one_cable(f"{row}\n{values}Embassy Bern\n\n{TELEGRAM}{BLOG}")

    assert cable.classification == "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
    assert cable.origin == "Embassy Bern"
    assert cable.text == TELEGRAM


def test_the_first_weeks_row_has_one_date() -> None:
    row = "Reference ID Date Classification Origin"
    cable = one_cable(f"{row}\n09SPECIMEN1 2009-01-31 17:45 SECRET Embassy Bern\n{TELEGRAM}")

    assert cable.released is None
    assert cable.created == datetime(2009, 1, 31, 17, 45, tzinfo=UTC)


def test_press_articles_are_not_part_of_the_telegram() -> None:
    articles = "Appears in these articles:\nhttp://example.org/1\nhttp://example.org/2\n"
    cable = one_cable(f"{ROW}\n{VALUES}\n{articles}\n{TELEGRAM}")

    assert cable.text == TELEGRAM


def test_minutes_that_repeat_the_hour_are_not_trusted() -> None:
    values = "09SPECIMEN1 2009-01-31 17:05 2011-04-07 10:10 SECRET Embassy Bern"

    assert not one_cable(f"{ROW}\n{values}\n{TELEGRAM}").minutes_trusted


def test_two_rows_in_one_file_give_two_cables() -> None:
    second_values = VALUES.replace("09SPECIMEN1", "09SPECIMEN2")
    before = "Discussing cables\nIf you find meaningful information\n"
    text = f"{before}{ROW}\n{VALUES}\n{TELEGRAM}\n{before}{ROW}\n{second_values}\n{TELEGRAM}{BLOG}"
    first, second = read_text(text)

    assert isinstance(first, SourceCable)
    assert isinstance(second, SourceCable)
    assert (first.reference_id, second.reference_id) == ("09SPECIMEN1", "09SPECIMEN2")
    assert first.text == second.text == TELEGRAM
    assert second.line > first.line


def test_a_row_without_values_is_rejected_with_its_line() -> None:
    rejection = one_rejection(f"Specimen\n{ROW}\n\n{TELEGRAM}")

    assert rejection.line == 2
    assert "no row of values" in rejection.reason


def test_a_row_without_a_telegram_is_rejected_and_the_next_is_read() -> None:
    empty, cable = read_text(f"{ROW}\n{VALUES}\n{BLOG}\n{ROW}\n{VALUES}\n{TELEGRAM}")

    assert isinstance(empty, Rejection)
    assert "there is no telegram under the row of 09SPECIMEN1" in empty.reason
    assert isinstance(cable, SourceCable)


def test_windows_line_endings_are_read() -> None:
    data = f"{ROW}\n{VALUES}\n\n{TELEGRAM}{BLOG}".replace("\n", "\r\n").encode("cp1252")

    assert one_cable(data).text == TELEGRAM
