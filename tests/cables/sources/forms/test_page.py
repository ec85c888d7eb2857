"""Original pages."""

from datetime import UTC, datetime

import pytest

from cables.sources import SourceCable
from tests.cables.sources.specimens import BODY, HEADER, one_cable, one_rejection, page, read_text

ARTICLES = """<tr>
<td colspan='5'>
Appears in these articles:<br />
<a href='http://http://example.org/a'>http://example.org/a</a><br />\r
<a href='http://www.example.org'>www.example.org</a><br />
</td>
</tr>"""


def test_header_and_body_are_read_without_the_sites_markup() -> None:
    cable = one_cable(page())

    assert cable.text == f"{HEADER}\n{BODY}"
    assert (cable.form, cable.reference_id) == ("page", "09SPECIMEN1")
    assert (cable.classification, cable.origin) == ("CONFIDENTIAL//NOFORN", "Embassy Bern")


def test_the_line_is_that_of_the_header() -> None:
    text = page()

    assert text.split("\n")[one_cable(text).line - 1].startswith("<code><pre>VZCZC")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_real_line_endings_in_the_blocks_are_read_too(line_end: str) -> None:
    assert one_cable(page().replace("&#x000A;", line_end)).text == f"{HEADER}\n{BODY}"


@pytest.mark.parametrize(
    "text",
    ["<201778>", "SIPDIS <br>", "< /a>", "A & B &amp; &#182;", "<a href='x'>y</a>", "a > b </a>"],
)
def test_only_what_the_site_added_is_markup(text: str) -> None:
    assert one_cable(page(body=f"{BODY}\n{text}\n")).text.endswith(f"\n{text}\n")


def test_links_of_the_first_week_are_unwrapped_too() -> None:
    text = page(released=None).replace("'/tag/", "'../../../tag/")
    cable = one_cable(text)

    assert cable.form == "first-week page"
    assert cable.text == f"{HEADER}\n{BODY}"
    assert cable.created == datetime(2009, 1, 31, 17, 5, tzinfo=UTC)
    assert cable.released is None


def test_anchors_of_letters_and_years_keep_their_sign() -> None:
    body = (
        "REF: A. X\n<a id='parB' href='#parB'>¶</a>B. Y\n<a id='par2006' href='#par2006'>¶</a>2006."
    )

    assert one_cable(page(body=body)).text.endswith("REF: A. X\n¶B. Y\n¶2006.")


def test_minutes_of_april_2011_are_not_trusted_and_those_of_august_are() -> None:
    april = one_cable(page(created="2009-01-31 17:05", released="2011-04-07 10:10"))
    august = one_cable(page(created="2009-01-31 17:45", released="2011-08-30 01:44"))

    assert not april.minutes_trusted
    assert august.minutes_trusted
    assert august.created == datetime(2009, 1, 31, 17, 45, tzinfo=UTC)


def test_a_record_inside_the_body_gives_the_minute() -> None:
    head = "97717\n2009-01-31 17:45:00\n\n09SPECIMEN1\n\nEmbassy Bern\n\nCONFIDENTIAL\n\n"
    cable = one_cable(page(body=f"{head}08SPECIMEN12|08SPECIMEN13\n{BODY}"))

    assert cable.created == datetime(2009, 1, 31, 17, 45, tzinfo=UTC)
    assert cable.minutes_trusted
    assert cable.text == f"{HEADER}\n{head}08SPECIMEN12|08SPECIMEN13\n{BODY}"


def test_a_date_line_in_the_body_gives_the_minute() -> None:
    cable = one_cable(page(body=f"Saturday, 31 January 2009, 17:45\n{BODY}"))

    assert cable.created == datetime(2009, 1, 31, 17, 45, tzinfo=UTC)
    assert cable.minutes_trusted


def test_a_time_that_differs_in_more_than_minutes_is_ignored() -> None:
    cable = one_cable(page(body=f"Saturday, 31 January 2009, 18:45\n{BODY}"))

    assert cable.created == datetime(2009, 1, 31, 17, 5, tzinfo=UTC)
    assert not cable.minutes_trusted


def test_a_list_of_press_articles_under_the_row_changes_nothing() -> None:
    cable, without = one_cable(page(articles=ARTICLES)), one_cable(page())

    assert cable.text == without.text
    assert (cable.created, cable.origin) == (without.created, without.origin)


def test_a_partial_extract_is_marked() -> None:
    notice = "This record is a partial extract of the original cable. The full text is missing."
    cable = one_cable(page(header=notice))

    assert cable.partial
    assert cable.text.startswith(notice)


def test_two_pages_in_one_file_give_two_cables() -> None:
    first, second = read_text(page() + page(reference_id="09SPECIMEN2"))

    assert isinstance(first, SourceCable)
    assert isinstance(second, SourceCable)
    assert (first.reference_id, second.reference_id) == ("09SPECIMEN1", "09SPECIMEN2")
    assert first.text == second.text


def test_a_page_without_a_cable_is_rejected_with_the_line_of_its_table() -> None:
    text = page()
    rejection = one_rejection(text[: text.index("<code>")])

    assert rejection.line == text[: text.index("<table")].count("\n") + 1
    assert "no cable under its table" in rejection.reason


def test_a_page_that_lists_cables_is_rejected_as_that() -> None:
    text = page().replace("<th>Created</th>", "<th>Subject</th>\n<th>Created</th>")

    assert "this page lists cables" in one_rejection(text).reason


def test_a_page_with_an_unreadable_id_is_rejected() -> None:
    assert "'SPECIMEN'" in one_rejection(page(reference_id="SPECIMEN")).reason


def test_a_table_without_rows_is_rejected() -> None:
    assert "Reference ID is ''" in one_rejection("<table class='cable'></table>").reason
