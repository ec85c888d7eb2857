"""Detecting the form of a file."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cables.sources import SourceFile, read_source_file
from tests.cables.sources.specimens import (
    BODY,
    NARA,
    ROW,
    TELEGRAM,
    VALUES,
    csv_record,
    one_cable,
    one_rejection,
    page,
)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (page(), "page"),
        (page(released=None), "first-week page"),
        (f"<code><pre>{BODY}</pre></code>", "body only"),
        (NARA, "nara"),
        (f"{ROW}\n{VALUES}\n{TELEGRAM}", "pasted"),
        (TELEGRAM, "plain"),
    ],
)
@pytest.mark.parametrize("name", ["09SPECIMEN1.txt", "09SPECIMEN1.html", "09SPECIMEN1"])
def test_the_form_is_detected_from_the_content_and_not_the_name(
    text: str, form: str, name: str
) -> None:
    assert one_cable(text, name=name).form == form


def test_a_file_that_is_not_a_cable_is_rejected() -> None:
    rejection = one_rejection("Dear reader,\n\nthis is a specimen of a letter.\n")

    assert rejection.reason.startswith("this is not a cable")
    assert rejection.line == 0


def test_a_file_with_one_sign_of_a_telegram_and_another_name_is_rejected() -> None:
    rejection = one_rejection("FM radio is fine.\n", name="letter.txt")

    assert "one line looks like a telegram" in rejection.reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [(b"", "empty"), (b"%PDF-1.7", "PDF"), (b"\x00\x01", "binary"), (b"\xff\xfe\x00", "UTF-16")],
)
def test_data_that_is_not_text_is_rejected(data: bytes, reason: str) -> None:
    assert reason in one_rejection(data).reason


@given(st.binary(max_size=500))
def test_any_bytes_are_read_or_rejected(data: bytes) -> None:
    assert list(read_source_file(SourceFile(name="09SPECIMEN1.txt", data=data)))


PIECES = st.sampled_from(
    [
        ROW,
        VALUES,
        *TELEGRAM.split("\n")[:12],
        *page().split("\n"),
        *NARA.split("\n")[:30],
        csv_record(),
        "...",
        "<code><pre>",
        "Message Attributes",
        "Document Number: 1979X1",
        "",
    ]
)


@settings(max_examples=200)
@given(st.lists(PIECES | st.text(max_size=20)), st.sampled_from(["\n", "\r\n", " "]), st.booleans())
def test_pieces_of_cables_in_any_order_are_read_or_rejected(
    pieces: list[str], separator: str, is_record: bool
) -> None:
    data = separator.join(pieces).encode(errors="replace")

    assert list(read_source_file(SourceFile(name="x.txt", data=data, is_record=is_record)))


@pytest.mark.parametrize(
    "piece",
    [
        "\n",
        " ",
        "1\n",
        "1\n\n\n",
        "x",
        "<",
        "<table class='cable'>",
        "<tr>",
        "<td>",
        "<code><pre>",
        "<a href='/tag/",
        "tag/",
        "<a id='par1' href='#par1'>",
        f"{ROW}\n",
        f"{ROW}\n{VALUES}\n",
        "Appears in these articles: http://",
        "Message Attributes\nDocument Number: X\n",
        "Message Text\n",
        "Declassified/Released ",
        "DE RUEHSW #1\n",
        "UNCLAS A ",
        "UNCLAS 1 1",
        "TAGS ",
        "R 311745Z JAN 09\n",
        '"',
        '""',
        "\\",
        "...\n",
        "09SPECIMEN",
        "a@",
        "a-b.c",
        "> x\n",
        "a: b\n",
        "From a@b 1:1",
        "<a b=c>",
        "Content\n",
        "2009 January 31 (Saturday)\n09SPECIMEN1_a\n",
    ],
)
@pytest.mark.parametrize(
    "before",
    ["", f"{ROW}\n{VALUES}\n", "<table class='cable'>", "<code><pre>", '"1","', "UNCLAS A", "1\n"],
)
@pytest.mark.parametrize("is_record", [False, True])
def test_no_repeated_piece_makes_a_pattern_slow(before: str, piece: str, is_record: bool) -> None:
    size = 200_000
    after = "</table></pre></code> FM TAGS: E.O. 12958\n"
    data = (before + piece * (size // len(piece)) + after).encode()

    started = time.process_time()
    list(read_source_file(SourceFile(name="09SPECIMEN1.txt", data=data, is_record=is_record)))

    assert time.process_time() - started < 2
