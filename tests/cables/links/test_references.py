"""The cable that a text refers to."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cables.links.references import (
    MAX_TEXT_LENGTH,
    CableTarget,
    YearlessReference,
    find_target,
    normalize_text,
)

MOSCOW = CableTarget(reference_id="07MOSCOW849")
YEARLESS_MOSCOW = YearlessReference(post="MOSCOW", serial=849)


def moscow_paragraph(paragraph: str) -> CableTarget:
    return CableTarget(reference_id="07MOSCOW849", paragraph=paragraph)


@pytest.mark.parametrize(
    "text",
    [
        "07MOSCOW849",
        "07 moscow 000849",
        "07MOSCOW000849",
        "2007 MOSCOW 849",
        "  #07MOSCOW849 ",
        "#cablegate #07MOSCOW849",
        "#wlfind #07MOSCOW849",
        "０７ＭＯＳＣＯＷ８４９",
        "07\u00a0MOSCOW\x00849",
        "07%20MOSCOW%20849",
        "“07MOSCOW849”, a cable",
        "07-MOSCOW-849",
        "07.MOSCOW.849",
        "07/MOSCOW/849",
        "07_MOSCOW_849",
        "07MOSCOW849.txt",
        "07MOSCOW849_a.html",
        "07 AMEMBASSY MOSCOW 849",
        "MOSCOW 849 (07)",
        "MOSCOW 849 of 2007",
        "I gave 20 dollars for 07MOSCOW849",
        "UNCLAS MOSCOW 000849, that is 07MOSCOW849, with REF: 06 MOSCOW 11698",
    ],
)
def test_a_cable_may_be_written_in_many_ways(text: str) -> None:
    assert find_target(text) == MOSCOW


@pytest.mark.parametrize(
    ("text", "paragraph"),
    [
        ("07MOSCOW849 ¶7", "7"),
        ("07 MOSCOW 849 ¶¶ 3–5", "3-5"),
        ("07MOSCOW849/3-5/", "3-5"),
        ("07MOSCOW849, para. 7", "7"),
        ("07MOSCOW849, paras. 3–5", "3-5"),
        ("07MOSCOW849 paragraph 7", "7"),
        ("07MOSCOW849 ¶u1", "u1"),
        ("07MOSCOW849#par7", "7"),
        ("07MOSCOW849#para-81234-7", "7"),
        ("cable 07MOSCOW849, CONFIDENTIAL, https://example.org/cable/07MOSCOW849/7/.", "7"),
        ("07MOSCOW849 / 10STATE5", ""),
        ("07MOSCOW849, 7 pages", ""),
    ],
)
def test_a_paragraph_may_follow(text: str, paragraph: str) -> None:
    assert find_target(text) == moscow_paragraph(paragraph)


@pytest.mark.parametrize("fragment", ["parB", "par2006"])
def test_an_odd_fragment_of_the_original_page_is_kept(fragment: str) -> None:
    target = CableTarget(reference_id="07MOSCOW849", fragment=fragment)
    assert find_target(f"07MOSCOW849.html#{fragment}") == target


def test_the_telegram_view_may_be_meant() -> None:
    target = CableTarget(reference_id="07MOSCOW849", telegram=True)
    assert find_target("https://example.org/cable/07MOSCOW849/telegram/") == target


@pytest.mark.parametrize(
    "text",
    [
        "MOSCOW 849",
        "Moscow849",
        "AMEMBASSY MOSCOW 000849",
        "MOSCOW 00000849  002 OF 003",
        "MOSCOW 00000849  001.2 OF 003",
        "PAGE 02 MOSCOW 00849 071504Z",
        "C O N F I D E N T I A L MOSCOW 000849",
        "C O N F I D E N T I A L SECTION 01 OF 03 MOSCOW 000849",
        "UNCLAS MOSCOW 000849 SIPDIS REF: A. 06 MOSCOW 11698",
    ],
)
def test_a_telegrams_own_lines_have_no_year(text: str) -> None:
    assert find_target(text) == YEARLESS_MOSCOW


def test_the_date_time_group_of_a_pasted_head_gives_the_year() -> None:
    head = """\
O 281745Z FEB 07
FM AMEMBASSY MOSCOW
TO RUEHC/SECSTATE WASHDC IMMEDIATE 7640
C O N F I D E N T I A L SECTION 01 OF 03 MOSCOW 000849
SIPDIS
"""
    assert find_target(head) == MOSCOW


@pytest.mark.parametrize(
    ("text", "reference_id"),
    [
        ("09SECTION01OF03SANJOSE525", "09SANJOSE525"),
        ("see 06ASTANA", "06ASTANA204"),
        ("06ANOI582 ¶2", "06HANOI582"),
        ("06 N’DJAMENA 511", "06NDJAMENA511"),
        ("07 PORT-AU-PRINCE 12", "07PORTAUPRINCE12"),
        ("05 HCMC 12", "05HOCHIMINHCITY12"),
    ],
)
def test_misprints_and_other_names_of_posts_are_recognized(text: str, reference_id: str) -> None:
    target = find_target(text)
    assert isinstance(target, CableTarget)
    assert target.reference_id == reference_id


@pytest.mark.parametrize("text", ["", "nonsense", "000849", "07", "MOSCOW", "12 NO SUCH PLACE 7"])
def test_some_texts_refer_to_no_cable(text: str) -> None:
    assert find_target(text) is None


def test_a_post_with_two_codes_may_be_either() -> None:
    ids = YearlessReference(post="KIEV", serial=12).possible_ids()
    assert {"05KIEV12", "08KYIV12"} <= set(ids)
    assert "66KIEV12" in ids
    assert len(set(ids)) == len(ids)


@settings(deadline=None)  # the first example reads tables
@given(st.text())
def test_any_text_is_accepted(text: str) -> None:
    target = find_target(text)
    assert target is None or isinstance(target, CableTarget | YearlessReference)
    assert len(normalize_text(text)) <= MAX_TEXT_LENGTH


@given(st.text(alphabet="07MOSCW 849#/¶par-.()SECTIOFZ_%", max_size=80))
def test_any_mixture_of_parts_of_ids_is_accepted(text: str) -> None:
    find_target(text)


@pytest.mark.parametrize(
    "piece", ["07 ", "07A", "0", "A ", "SECRET ", "C O N F ", "A0 ", "'", "07A1/"]
)
def test_a_long_text_is_read_quickly(piece: str) -> None:
    start = time.perf_counter()
    find_target(piece * 2000)
    assert time.perf_counter() - start < 0.5
