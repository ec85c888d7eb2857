"""Repairs: damaged signs are read as what was meant, and nothing else is."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.parser import parse
from cables.parser.blocks import PieceKind
from cables.parser.reflow import make_blocks, single_line_text
from cables.parser.repairs import find_repairs, repair_paragraphs, repair_text
from cables.parser.values import Span

DAMAGE = " \n¶&8\",sQtGO<br>;#'."


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("the GOC,s hedges and Arias,s garden", "the GOC's hedges and Arias's garden"),
        ("the U.S.,s roses", "the U.S.'s roses"),
        ("SPECIMEN,S GARDEN", "SPECIMEN'S GARDEN"),
        ("they don,t prune; I,m told we,ll see", "they don't prune; I'm told we'll see"),
        ("in Cote d,Ivoire, O,Reilly said", "in Cote d'Ivoire, O'Reilly said"),
        ("in Sana,a the Shi,a and Ba,ath parties", "in Sana'a the Shi'a and Ba'ath parties"),
        ("Costa Rica?s hedges, which doesnQt grow", "Costa Rica's hedges, which doesn't grow"),
        ("the &garden party8 of (&Ms. Hedge8)", 'the "garden party" of ("Ms. Hedge")'),
        ("called it &wholly\nunpruned,8 he said", 'called it "wholly\nunpruned," he said'),
        ("called it an 8unpruned,8 hedge", 'called it an "unpruned," hedge'),
        ('the ""old"" hedge', 'the "old" hedge'),
        ('the "new" and the ""old"" hedge', 'the "new" and the "old" hedge'),
        ("Hedge &amp; Garden&#8217;s roses", "Hedge & Garden’s roses"),
        ("planted <br>\nroses.< /a>", "planted \nroses."),
        ("planted \\\nroses", "planted \nroses"),
        ("in late \n¶2007. (COMMENT: no roses)", "in late \n2007. (COMMENT: no roses)"),
        ("in late \n\ufffd2007. No roses", "in late \n2007. No roses"),
    ],
)
def test_a_damaged_sign_is_repaired(printed: str, meant: str) -> None:
    assert repair_text(printed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Reasons: 1.4 (b,d) and b,s.",
        "The G8 and R&D of AT&T; Hedge & Co. in the G8, said",
        "the &G8 summit, paragraph 8 and the 8th hedge, 8 of 18",
        "from 8am to Annex8 by road",
        'He said: "She called it "old"" and left',
        'An empty value ("") in the table and a "word"',
        "http://specimen.example/index.php?t=1&s=8 and a FAQs page",
        "Is it so? so they said; IraQ",
        "see reftel, ¶4, and par ¶ 5",
        "if x < 5 and y > 3, <201778>",
        "the gardens, which, in fact, are green",
    ],
)
def test_a_text_that_is_right_as_printed_stays(text: str) -> None:
    assert repair_text(text) == text


@given(st.text(alphabet=DAMAGE, max_size=120))
def test_repairs_are_in_order_inside_lines_and_never_longer(text: str) -> None:
    repairs = find_repairs(text)
    for repair in repairs:
        assert 0 <= repair.start < repair.end <= len(text)
        assert len(repair.meant) <= repair.end - repair.start
        assert "\n" not in text[repair.start : repair.end]
    assert all(first.end <= second.start for first, second in pairwise(repairs))


@given(st.text(alphabet=DAMAGE + "abX-(1)", max_size=120))
def test_every_derived_text_has_the_same_words(text: str) -> None:
    whole = Span(start=0, end=len(text))
    blocks = " ".join(block.text for block in make_blocks(text, whole))
    assert single_line_text(text, whole).split() == blocks.split()
    assert len(repair_paragraphs(text, [whole])) == len(text)


def test_a_repair_is_a_piece_that_keeps_what_is_printed() -> None:
    text = "the GOC,s hedge"
    (block,) = make_blocks(text, Span(start=0, end=len(text)))
    (repair,) = (piece for piece in block.pieces if piece.kind is PieceKind.REPAIR)
    assert (repair.printed, repair.text) == (",s", "'s")


def test_a_cable_notes_each_kind_of_repair_once_and_derives_its_texts_from_the_repaired() -> None:
    cable = parse(
        "UNCLAS SPECIMEN 000012\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: SPECIMEN,S GARDEN\n\n"
        "1. (U) Summary. The GOC,s &hedge8 and the\nAmbassador,s roses. End summary.\n\n"
        "Specimen,s Roses\n----------------\n\n2. (U) In late\n¶2007. They were red.\n"
    )
    notes = {problem.code: problem for problem in cable.problems}
    assert sorted(notes) == ["repaired-apostrophe", "repaired-quotation-mark"]
    apostrophe = notes["repaired-apostrophe"]
    assert (apostrophe.printed, apostrophe.meant, apostrophe.line) == ("GOC,s", "GOC's", 7)
    assert "2 places" in apostrophe.message
    assert cable.summary == "The GOC's \"hedge\" and the Ambassador's roses."
    assert cable.subject == "SPECIMEN'S GARDEN"
    assert [heading.text for heading in cable.headings] == ["Specimen's Roses"]
