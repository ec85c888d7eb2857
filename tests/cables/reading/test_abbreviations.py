"""Explained abbreviations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.models import Cable, Paragraph, Post
from cables.reading.abbreviations import acronym_annotations, explained_abbreviations
from cables.reading.content import CableContent

LA_PAZ = Post(name="Embassy La Paz", city="La Paz", country="Bolivia", country_code="BL")
MILAN = Post(name="Consulate Milan", city="Milan", country="Italy", country_code="IT")
MANILA = Post(name="Embassy Manila", city="Manila", country="Philippines", country_code="RP")


def explained(words: str, post: Post | None = None, *more: str) -> list[tuple[str, str]]:
    """Return the abbreviations explained in paragraphs of a cable, with their meanings."""
    cable = Cable(body="".join([words, *more]), origin=post)
    paragraphs, start = [], 0
    for text in (words, *more):
        paragraphs.append(Paragraph(text_start=start, start=start, end=start + len(text)))
        start += len(text)
    annotations = acronym_annotations(CableContent(cable), paragraphs)
    return [(cable.body[span.start : span.end], span.title) for span in annotations]


def names(words: str, post: Post | None = None, *more: str) -> list[str]:
    return [name for name, _ in explained(words, post, *more)]


def test_an_abbreviation_with_one_meaning_is_explained() -> None:
    assert explained("The MFA told us so.") == [("MFA", "Ministry of Foreign Affairs")]


def test_only_the_first_use_in_a_paragraph_is_explained() -> None:
    assert names("The MFA and the MFA. ", None, "The MFA again.") == ["MFA", "MFA"]


def test_an_ambiguous_abbreviation_is_not_explained_if_nothing_decides() -> None:
    assert names("The GOB and the PM agreed.") == []
    assert names("The GOB and the PM agreed.", MANILA) == []


def test_the_sending_post_decides_between_several() -> None:
    assert explained("The GOB agreed.", LA_PAZ) == [("GOB", "Government of Bolivia")]


def test_a_consulate_writes_about_the_government_of_its_country() -> None:
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
def test_only_whole_words_count(words: str, found: list[str]) -> None:
    assert names(words) == found


def test_text_in_capitals_is_ignored() -> None:
    assert names("THE NATO MEMBERS MET IN ROME.") == []
    assert names("2. NATO MEETS IN ROME: The ministers of many countries met there.") == []


def test_an_abbreviation_that_the_cable_spells_out_differently_is_not_explained() -> None:
    assert names("The Grand National Party (GNP) met. The GNP won.") == []
    assert names("The Voice of America (VOA) was heard.") == ["VOA"]


def test_a_short_abbreviation_of_another_country_is_not_explained() -> None:
    assert names("The PS won the vote.", MILAN) == []
    assert names("In France the PS won the vote.", MILAN) == ["PS"]


def test_page_marks_are_ignored() -> None:
    cable = Cable(
        body="It met\nPORT AU PR 00000408 002 OF 007\nthere with the others.",
        layout=[["page mark", 7, 37, 2, 7]],
    )
    whole = Paragraph(text_start=0, start=0, end=len(cable.body))
    assert acronym_annotations(CableContent(cable), [whole]) == []


def test_the_list_has_each_abbreviation_once_in_alphabetical_order() -> None:
    cable = Cable(body="The MFA and the EU and the MFA.")
    whole = Paragraph(text_start=0, start=0, end=len(cable.body))
    annotations = acronym_annotations(CableContent(cable), [whole, whole])
    assert explained_abbreviations(cable, annotations) == [
        ("EU", "European Union"),
        ("MFA", "Ministry of Foreign Affairs"),
    ]


@given(st.text(alphabet="ABCEFNOUS/&-() .sx\n"))
def test_annotations_of_any_text_are_inside_it_and_do_not_overlap(words: str) -> None:
    cable = Cable(body=words)
    whole = Paragraph(text_start=0, start=0, end=len(words))
    annotations = acronym_annotations(CableContent(cable), [whole])
    ends = [0, *(span.end for span in annotations)]
    assert all(end <= span.start < span.end for end, span in zip(ends, annotations, strict=False))
    assert ends[-1] <= len(words)
