"""The rules by which a candidate is a person."""

import pytest

from tests.cables.names.recognition.specimens import first, names


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("She met Sergey Khlopkov in town.", "given name and surname"),
        ("She met Bero Abdel Khlopkov in town.", "given name inside a name"),
        ("She met with A.K. Khlopkov in town.", "initials and surname"),
        ("She met Nouri al-Khlopkov in town.", "given name and surname"),
        ("She met Bero al-Khlopkov in town.", "name with a particle"),
        ("since the van Khlopkov murder in town.", "surname with a particle"),
        ("under Pope Pius XII in town.", "name after a title"),
        ("under Pius XII in town.", "given name and surname"),
        ("the head of customs Bero Khlopkov left.", "name after a role"),
    ],
)
def test_the_rule_is_told(text: str, rule: str) -> None:
    assert first(text).rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "these items:\nA. Khlopkov line of items",
        "the Konrad Adenauer Foundation paid",
        "the Jordan Valley is dry",
        "She flew from Santiago to Lima on Monday.",
        "XXXXXXXXXXXX, an adviser, told us so.",
        "MATTERS OF DEEP CONCERN WILL SURELY REMAIN",
    ],
)
def test_what_is_no_person_is_left_alone(text: str) -> None:
    assert names(text) == []


def test_a_surname_that_speaks_again_and_again_is_a_person() -> None:
    speech = "Khlopkov said so. Khlopkov added this. Then Khlopkov told us more."

    assert names(speech) == ["Khlopkov"]
    assert names("Khlopkov said so.") == []


def test_a_text_in_capitals_needs_a_title_or_a_given_name() -> None:
    text = "MINISTER KHLOPKOV COMPLAINED THAT THOMAS B. BEREZIN HAD SENT ZARANTO FUNDS"

    assert names(text) == ["Khlopkov", "Thomas B. Berezin"]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("She met with Bero Khlopkov on Monday.", "name after a meeting verb"),
        ("It was signed by Bero Zaranto Khlopkov there.", "name after a meeting verb"),
        ("She recalled the Bero Khlopkov case.", "name of a case"),
        ("AND THEN JSE ALBERTO ZAMBRANO V. SIGNED IT", "given name inside a name"),
    ],
)
def test_a_name_of_which_nothing_is_known_needs_more(text: str, rule: str) -> None:
    assert first(text).rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "A Chief Field Servant came.",
        "IT LIES IN CALLE SEBASTIAN KHLOPKOV NO. 49",
        "It was signed by the group Frente Alberto Khlopkov.",
        "HER CHRISTIAN FAITH IS STRONG",
        "SUBJECT: AMBASSADOR DECRIES LATE TRAINS",
    ],
)
def test_plain_words_streets_and_bands_are_no_persons(text: str) -> None:
    assert names(text) == []


def test_initials_and_surname_that_fill_a_line_of_capitals_are_a_person() -> None:
    text = "THE PARTY WILL BE\nK. DEMPSEY\nW. WEINSTEIN\nWHO ARRIVE LATER"

    assert names(text) == ["K. Dempsey", "W. Weinstein"]
    assert names("THE ITEMS WILL BE\nK. SUMMARY\nW. OUTLOOK\nWHICH ARRIVE") == []


def test_a_caption_that_strayed_into_the_text_ends_a_name() -> None:
    assert names("Under Secretary Philip Khlopkov\nSIPDIS\nleft early.") == ["Philip Khlopkov"]


def test_a_frequent_surname_may_stand_behind_an_office() -> None:
    assert names("THE MINISTER OF EXTERNAL RELATIONS DEMPSEY LEFT.") == ["Dempsey"]
    assert names("THE MINISTER OF EXTERNAL RELATIONS CONVOKES THEM.") == []
