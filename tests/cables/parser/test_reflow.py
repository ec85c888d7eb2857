"""Reflow joins lines, keeps page marks inside sentences, and keeps tables and lists."""

from hypothesis import given
from hypothesis import strategies as st

from cables.parser.blocks import BlockKind, PieceKind
from cables.parser.reflow import make_blocks, single_line_text
from cables.parser.values import PageMark, Span

MARK = "SPECIMEN 00000001  002 OF 003"


def whole(text: str) -> Span:
    return Span(start=0, end=len(text))


def mark_in(text: str, printed: str = MARK) -> list[PageMark]:
    start = text.index(printed)
    return [PageMark(start=start, end=start + len(printed), page=2, pages=3, printed=printed)]


def test_lines_of_a_sentence_are_joined_by_a_space() -> None:
    text = "welcomed the results of \nthe talks but remained \n critical.\n"
    assert single_line_text(text, whole(text)) == (
        "welcomed the results of the talks but remained critical."
    )


def test_a_blank_line_begins_a_new_block() -> None:
    text = "First thought.\n \nSecond thought.\n"
    assert [block.text for block in make_blocks(text, whole(text))] == [
        "First thought.",
        "Second thought.",
    ]


def test_a_page_mark_stays_inside_its_sentence() -> None:
    text = f'the "wrong" \n{MARK} \npolicy.  It was known\n'
    (block,) = make_blocks(text, whole(text), mark_in(text))
    assert [(piece.kind, piece.text) for piece in block.pieces] == [
        (PieceKind.TEXT, 'the "wrong"'),
        (PieceKind.PAGE_MARK, "page 2 of 3"),
        (PieceKind.TEXT, " "),
        (PieceKind.TEXT, "policy.  It was known"),
    ]


def test_blank_lines_around_a_page_mark_do_not_break_a_sentence() -> None:
    text = f"both Bot and Wexler \n \n{MARK} \n \n \nstated that it was so.\n"
    (block,) = make_blocks(text, whole(text), mark_in(text))
    assert block.text == "both Bot and Wexler stated that it was so."


def test_blank_lines_around_a_page_mark_separate_two_sentences() -> None:
    text = f"It ended.\n\n{MARK}\n\nAnother began.\n"
    first, second = make_blocks(text, whole(text), mark_in(text))
    assert first.text == "It ended."
    assert second.pieces[0].kind is PieceKind.PAGE_MARK


def test_a_page_mark_may_be_inside_a_line() -> None:
    text = f"before {MARK} after"
    (block,) = make_blocks(text, whole(text), mark_in(text))
    assert [piece.kind for piece in block.pieces].count(PieceKind.PAGE_MARK) == 1
    assert MARK not in block.text


def test_a_word_broken_at_its_hyphen_is_joined_without_a_space() -> None:
    text = (
        "The key missing element in the process, he thought, was a well-\n"
        "defined common aim of all who took part in the long talks --\n"
        "not just rhetoric.\n"
    )
    assert "a well-defined common aim" in single_line_text(text, whole(text))
    assert "talks -- not just" in single_line_text(text, whole(text))


@given(st.text() | st.text(alphabet="abC-. \n\t1()=*¶|", max_size=80))
def test_a_single_line_has_the_words_of_the_blocks(text: str) -> None:
    words = " ".join(block.text for block in make_blocks(text, whole(text)))
    assert single_line_text(text, whole(text)) == " ".join(words.split())


def test_rows_in_columns_stay_a_table() -> None:
    text = "Costs:\nPost      2008     2009\nRome        12       14\nBern         7        9\n"
    kinds = [block.kind for block in make_blocks(text, whole(text))]
    assert kinds == [BlockKind.PROSE, BlockKind.TABLE]
    assert "\nBern         7        9" in make_blocks(text, whole(text))[1].text


def test_list_items_are_blocks_and_may_wrap() -> None:
    text = "He asked for:\n-- time to study the\npaper; and\n-- an answer.\n(a) Another.\n"
    items = [(block.kind, block.text) for block in make_blocks(text, whole(text))]
    assert items == [
        (BlockKind.PROSE, "He asked for:"),
        (BlockKind.ITEM, "-- time to study the paper; and"),
        (BlockKind.ITEM, "-- an answer."),
        (BlockKind.ITEM, "(a) Another."),
    ]


def test_a_list_of_names_keeps_its_lines() -> None:
    text = "Participants\nThe Ambassador\nJane Doe\nNikola Nemo\nJohn Roe\n"
    (block,) = make_blocks(text, whole(text))
    assert block.kind is BlockKind.LINES
    assert block.text.count("\n") == 4


def test_a_redaction_is_a_separate_piece() -> None:
    text = "said XXXXXXXXXXXX, who asked"
    (block,) = make_blocks(text, whole(text))
    assert [piece.text for piece in block.pieces if piece.kind is PieceKind.REDACTION] == [
        "XXXXXXXXXXXX"
    ]


def test_roman_numerals_and_short_runs_are_not_redactions() -> None:
    text = "Pope John XXIII in XXX"
    (block,) = make_blocks(text, whole(text))
    assert all(piece.kind is PieceKind.TEXT for piece in block.pieces)


@given(st.text(alphabet=" \n\tabX.-(1)¶", max_size=300))
def test_every_character_but_spaces_is_shown_once_and_in_order(text: str) -> None:
    pieces = (piece for block in make_blocks(text, whole(text)) for piece in block.pieces)
    shown = "".join(piece.printed or piece.text for piece in pieces)
    without_signs = shown.replace("¶", ""), text.replace("¶", "")  # one alone is not shown
    assert "".join(without_signs[0].split()) == "".join(without_signs[1].split())


@given(st.text(alphabet=" \n\tabX.-(1)", max_size=300))
def test_each_piece_points_at_the_text_that_it_shows(text: str) -> None:
    for block in make_blocks(text, whole(text)):
        for piece in block.pieces:
            if piece.text.strip():
                assert text[piece.start : piece.end] == piece.text
