"""Page lines of the Department's own copies, which interrupt the sentences of a telegram."""

import pytest

from cables.parser import ParsedCable, parse
from cables.parser.reflow import make_blocks

PAGE_LINES = [
    "PAGE 02        STATE  100001",  # 1979STATE062940
    "PAGE 02        STATE  100001 TOSEC 110023",  # 1979STATE286983
    "PAGE 02        STATE  100001  01 OF 02",
    "PAGE 02        LA PAZ 10000  191500Z",  # 1979LAPAZ08894
]

WHOLE = "1. THE EMBASSY SHOULD REPORT WHETHER THE HEDGE IS STILL GREEN AND WHO CUTS IT NOW."


def telegram(break_lines: str) -> ParsedCable:
    return parse(
        "UNCLAS STATE 100001\n\nE.O. 11652: N/A\nTAGS: OVIP\nSUBJECT: SPECIMEN\n\n"
        "1. THE EMBASSY SHOULD REPORT WHETHER THE HEDGE IS STILL\n"
        f"{break_lines}\n\nGREEN AND WHO CUTS IT NOW. OLMSTED\n",
        reference_id="76STATE100001",
    )


def prose(cable: ParsedCable) -> list[str]:
    return [
        block.text
        for paragraph in cable.paragraphs
        for block in make_blocks(cable.text, paragraph, cable.page_marks)
    ]


@pytest.mark.parametrize("line", PAGE_LINES)
@pytest.mark.parametrize("levels", ["", "UNCLASSIFIED\n\n", "UNCLASSIFIED\n \nUNCLASSIFIED\n \n"])
def test_a_sentence_goes_on_below_the_page_line_and_the_levels_above_it(
    line: str, levels: str
) -> None:
    cable = telegram(levels + line)

    assert [mark.page for mark in cable.page_marks] == [2]
    assert cable.page_marks[0].printed.endswith(line)
    assert prose(cable) == [WHOLE]
    assert cable.signed_by == "OLMSTED"


def test_a_page_that_prose_names_is_not_a_page_line() -> None:
    cable = telegram("PAGE 02 OF STATE 100001 AND AFTER THAT")

    assert cable.page_marks == ()


def test_a_page_break_interrupts_the_addressees_too() -> None:
    cable = parse(
        "UNCLASSIFIED\n\nPAGE 01        STATE  100001\n\nR 071729Z JUN 76\nFM SECSTATE WASHDC\n"
        "TO AMEMBASSY BONN\nUNCLASSIFIED\n\nUNCLASSIFIED\n\nPAGE 02        STATE  100001\n\n"
        "AMEMBASSY ROME PRIORITY\nINFO AMEMBASSY BERN\n\nUNCLAS STATE 100001\n\n"
        "E.O. 11652: N/A\nTAGS: OVIP\nSUBJECT: SPECIMEN\n\n1. THE HEDGE IS GREEN.\n"
    )

    assert [addressee.name for addressee in cable.header.to] == ["AMEMBASSY BONN", "AMEMBASSY ROME"]
    assert [addressee.name for addressee in cable.header.info] == ["AMEMBASSY BERN"]
    assert cable.classification == "UNCLASSIFIED"


def test_a_table_goes_on_below_a_page_line() -> None:
    text = "1. SEE:\n\nROSES     12\nTULIPS    15\nSPECIMEN 00000001  002 OF 003\nHEDGES    18\n"
    cable = parse(f"UNCLAS SPECIMEN 000001\n\nSUBJECT: A\n\n{text}")
    blocks = make_blocks(cable.text, cable.paragraphs[0], cable.page_marks)

    assert [block.kind for block in blocks] == ["prose", "table"]
