"""Abbreviations explained in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.models import Cable, Paragraph, Post
from cables.reading.abbreviations import acronym_annotations, explained_abbreviations

LA_PAZ = Post(name="Embassy La Paz", city="La Paz", country="Bolivia", country_code="BL")
MILAN = Post(name="Consulate Milan", city="Milan", country="Italy", country_code="IT")
MANILA = Post(name="Embassy Manila", city="Manila", country="Philippines", country_code="RP")


def explained(words: str, post: Post | None = None, *more: str) -> list[tuple[str, str]]:
    """Return what is explained in paragraphs of a cable, in the order of the text."""
    cable = Cable(body="".join([words, *more]), origin=post)
    paragraphs, at = [], 0
    for one in (words, *more):
        paragraphs.append(Paragraph(text_start=at, start=at, end=at + len(one)))
        at += len(one)
    found = acronym_annotations(cable, paragraphs)
    return [(cable.body[one.start : one.end], one.title) for one in found]


def names(words: str, post: Post | None = None, *more: str) -> list[str]:
    return [name for name, _ in explained(words, post, *more)]


def test_an_abbreviation_with_one_meaning_is_explained() -> None:
    assert explained("The MFA told us so.") == [("MFA", "Ministry of Foreign Affairs")]


def test_only_its_first_use_in_a_paragraph() -> None:
    assert names("The MFA and the MFA. ", None, "The MFA again.") == ["MFA", "MFA"]


def test_one_with_several_meanings_is_left_alone_where_nothing_decides() -> None:
    assert names("The GOB and the PM agreed.") == []
    assert names("The GOB and the PM agreed.", MANILA) == []


def test_the_sending_post_decides_between_several() -> None:
    assert explained("The GOB agreed.", LA_PAZ) == [("GOB", "Government of Bolivia")]


def test_a_consulate_writes_of_the_government_of_its_country() -> None:
    assert explained("The GOI agreed.", MILAN) == [("GOI", "Government of Italy")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Money for HIV/AIDS was R&D money.", ["HIV/AIDS", "R&D"]),
        ("Several NGOs met.", ["NGO"]),
        ("An EU-NATO meeting.", ["EU", "NATO"]),
        ("The USG's view.", ["USG"]),
        ("an EU-funded project", ["EU"]),
        ("EUROPE and NATOX and xNATO", []),
    ],
)
def test_whole_words_count(words: str, found: list[str]) -> None:
    assert names(words) == found


def test_text_in_capitals_is_passed_over() -> None:
    assert names("THE NATO MEMBERS MET IN ROME.") == []
    assert names("2. NATO MEETS IN ROME: The ministers of many countries met there.") == []


def test_a_cable_that_spells_it_out_in_another_way_is_believed() -> None:
    assert names("The Grand National Party (GNP) met. The GNP won.") == []
    assert names("The Voice of America (VOA) was heard.") == ["VOA"]


def test_a_short_one_of_another_country_is_left_alone() -> None:
    assert names("The PS won the vote.", MILAN) == []
    assert names("In France the PS won the vote.", MILAN) == ["PS"]


def test_a_page_mark_is_no_text() -> None:
    cable = Cable(
        body="It met\nPORT AU PR 00000408 002 OF 007\nthere with the others.",
        layout=[["page mark", 7, 37, 2, 7]],
    )
    whole = Paragraph(text_start=0, start=0, end=len(cable.body))
    assert acronym_annotations(cable, [whole]) == []


def test_a_list_holds_each_once_in_the_order_of_the_alphabet() -> None:
    cable = Cable(body="The MFA and the EU and the MFA.")
    whole = Paragraph(text_start=0, start=0, end=len(cable.body))
    found = acronym_annotations(cable, [whole, whole])
    assert explained_abbreviations(cable, found) == [
        ("EU", "European Union"),
        ("MFA", "Ministry of Foreign Affairs"),
    ]


@given(st.text(alphabet="ABCEFNOUS/&-() .sx\n"))
def test_whatever_the_text_annotations_lie_in_it_apart(words: str) -> None:
    cable = Cable(body=words)
    found = acronym_annotations(cable, [Paragraph(text_start=0, start=0, end=len(words))])
    ends = [0, *(one.end for one in found)]
    assert all(end <= one.start < one.end for end, one in zip(ends, found, strict=False))
    assert ends[-1] <= len(words)
