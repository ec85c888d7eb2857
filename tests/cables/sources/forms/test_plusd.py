"""Text copied from a page of PlusD."""

from datetime import UTC, datetime

import pytest

from tests.cables.sources.specimens import BODY, HEADER, one_cable, one_rejection, read_text

PAGE = f"""Search the library

SPECIMEN OF A CABLE
2009 January 31, 17:45 (Saturday)
09SPECIMEN1_a
CONFIDENTIAL
CONFIDENTIAL
-- Not Assigned --

TE - Telegram (cable)
-- N/A or Blank --

Content
Show Headers
C O N F I D E N T I A L SPECIMEN 000001

[...]

Raw content
{BODY}

Metadata
{HEADER}

You can use this tool to generate a print-friendly PDF of the document 09SPECIMEN1_a.
The formal reference of this document is 09SPECIMEN1_a, please use it for anything written.
Help Expand The Public Library
"""


def test_facts_header_and_raw_content_make_the_cable() -> None:
    cable = one_cable(PAGE, "page.txt")

    assert cable.reference_id == "09SPECIMEN1"
    assert cable.form == "plusd"
    assert cable.created == datetime(2009, 1, 31, 17, 45, tzinfo=UTC)
    assert cable.minutes_trusted
    assert cable.classification == "CONFIDENTIAL"
    assert cable.text == f"{HEADER}\n{BODY}"


def test_content_alone_is_enough() -> None:
    cut = PAGE[: PAGE.index("C O N F I D")] + BODY + "\nShare\nPrint this page\n"

    assert one_cable(cut, "page.txt").text == BODY


def test_two_pages_in_one_file_are_both_read() -> None:
    cables = read_text(PAGE + PAGE.replace("09SPECIMEN1", "09SPECIMEN2"), "pages.txt")

    assert [getattr(cable, "reference_id", "") for cable in cables] == [
        "09SPECIMEN1",
        "09SPECIMEN2",
    ]


@pytest.mark.parametrize(
    "facts", ["1975 June 7, 00:00 (Saturday)", "1975 June 7 (Saturday)\nCanonical ID:"]
)
def test_a_day_without_a_time_has_no_minutes(facts: str) -> None:
    text = PAGE.replace("2009 January 31, 17:45 (Saturday)", facts).replace(
        "09SPECIMEN1_a", "1975SPECIMEN00001_b"
    )
    cable = one_cable(text, "page.txt")

    assert cable.reference_id == "1975SPECIMEN00001"
    assert cable.created == datetime(1975, 6, 7, tzinfo=UTC)
    assert not cable.minutes_trusted


def test_a_page_without_a_telegram_is_rejected() -> None:
    rejection = one_rejection(PAGE[: PAGE.index("C O N F I D")], "page.txt")

    assert rejection.line == 4
    assert "no telegram under `Content`" in rejection.reason
