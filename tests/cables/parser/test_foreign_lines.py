"""Words of the transmission inside paragraphs become marks; the sentence goes on after them."""

import pytest

from cables.parser import PartKind, parse
from cables.parser.reflow import make_blocks, single_line_text
from cables.parser.values import ParsedCable, Span

HEAD = (
    "UNCLAS SPECIMEN 000012\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL\n"
    "SUBJECT: THE HEDGES OF THE SPECIMEN GARDEN AND THEIR\nFUTURE\n\n"
)


def words(cable: ParsedCable, at: int = 0) -> str:
    paragraph = cable.paragraphs[at]
    span = Span(start=paragraph.text_start, end=paragraph.end)
    return single_line_text(cable.text, span, cable.page_marks)


@pytest.mark.parametrize(
    ("between", "printed"),
    [
        ("\n\nSIPDIS \n", "SIPDIS"),
        (" SIPDIS ", "SIPDIS"),
        ("\nLIMITED OFFICIAL USE\n\n", "LIMITED OFFICIAL USE"),
        ("\nPAGE 02 RUEHSPE0012        \n", "PAGE 02 RUEHSPE0012"),
        (
            "\n\nSUBJECT: THE HEDGES OF THE SPECIMEN GARDEN AND THEI ",
            "SUBJECT: THE HEDGES OF THE SPECIMEN GARDEN AND THEI",
        ),
    ],
)
def test_foreign_words_are_marks_inside_their_sentence(between: str, printed: str) -> None:
    cable = parse(f"{HEAD}1. (U) The Ambassador asked the{between}gardener to prune.\n")
    assert words(cable) == "The Ambassador asked the gardener to prune."
    (mark,) = cable.page_marks
    assert (mark.page, mark.printed) == (0, printed)
    assert cable.text[mark.start : mark.end] == printed
    assert [part.kind for part in cable.parts if part.start == mark.start] == [PartKind.PAGE_MARK]
    (block,) = make_blocks(cable.text, cable.paragraphs[0], cable.page_marks)
    assert printed in [piece.text for piece in block.pieces]


def test_the_last_line_of_the_subject_repeats_at_page_breaks() -> None:
    cable = parse(
        f"{HEAD}1. (U) The Ambassador asked the\nFUTURE\ngardener to prune.\n\n"
        "2. (U) The hedges have a\nFUTURE\nthat is green.\n"
    )
    assert [words(cable, at) for at in (0, 1)] == [
        "The Ambassador asked the gardener to prune.",
        "The hedges have a that is green.",
    ]


def test_a_caption_that_is_meant_stays() -> None:
    cable = parse(f"{HEAD}1. (U) Please include SIPDIS in replies, or use the SIPDIS caption.\n")
    assert words(cable) == "Please include SIPDIS in replies, or use the SIPDIS caption."
    assert cable.page_marks == ()


def test_a_page_line_may_be_in_mixed_case() -> None:
    cable = parse(
        f"{HEAD}1. (U) The Ambassador asked the\n\nSpecimen 00000012 002.14 of 004\n\n\n"
        "gardener to prune.\n"
    )
    assert words(cable) == "The Ambassador asked the gardener to prune."
    assert [(mark.page, mark.pages) for mark in cable.page_marks] == [(2, 4)]


@pytest.mark.parametrize(
    "closing",
    [
        " Visit Specimen's Classified Website: XXXXXXXXXXXX HEDGER\n",
        (
            "\n\n****************************************\nVisit Embassy Specimen's Classified\n"
            "Website:\nhttp://specimen.example/p/\n\nYou can also use the other website.\nHEDGER\n"
        ),
        '\nHEDGER\n\n   "Visit Specimen\'s Classified Web Site at http://specimen\n/wiki"\n',
    ],
)
def test_the_closing_formula_is_a_trailer(closing: str) -> None:
    cable = parse(f"{HEAD}1. (U) The hedges are green. They grow.{closing}")
    assert words(cable) == "The hedges are green. They grow."
    assert cable.signed_by == "HEDGER"
    (trailer,) = (part for part in cable.parts if part.kind is PartKind.TRAILER)
    assert "isit" in cable.text[trailer.start : trailer.end]


def test_a_numbered_closing_formula_stays_a_paragraph() -> None:
    cable = parse(f"{HEAD}1. (U) Green.\n\n2. (U) Visit Specimen's Classified Website: none\nDOE\n")
    assert words(cable, 1) == "Visit Specimen's Classified Website: none"
