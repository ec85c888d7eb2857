"""What looks like a name and is nobody, and names that used to be cut in two."""

import pytest

from tests.cables.names.recognition.specimens import names, only


@pytest.mark.parametrize(
    "text",
    [
        "Four large companies including Sara Lee (and its contractors) left.",
        "At Calle Bernard Khlopkov and at Bernard Khlopkov 2126, Specimen, shots were fired.",
        "The Ivan Khlopkov International Airport and the Ivan Khlopkov satellite were late.",
        "The town of Pedro Khlopkov and the firm Julia Khlopkov flourished.",
        "A village near Adi Khlopkov, born in Ein Khlopkov, was quiet.",
        "The Ivan Khlopkov Class frigate sailed.",
        "Minister of Culture and Assistant Attorney General Juridical of the office.",
        "Mayor, Police Chief Don't See a Problem",
        "The country's socially conservative Catholics, a key voting bloc, stayed at home.",
        "The village, and TDYers told us so. The official TDYers said it.",
        "The list (where nobody is Chairman), Mocambo Capitalo, was long.",
        "Our fugitive Hunt went on.",
        "One of those, Tribo Ethnox, is a likely partner.",
        "Bands such as Jaish-e Khlopkad and Lashkar-e Khlopki met.",
        "Before the entry of CAFTA-DR. Costa Rican trade grew.",
        "He was of the Tamil Makkol Vidutha (TMVP) then.",
        "Villas de San Agustin Khlopkov were seen.",
    ],
)
def test_things_places_and_plain_words_are_nobody(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foreign Minister Laurens Jan Khlopkov came.", "Laurens Jan Khlopkov"),
        ("The chief of protocol, Rose Khlopkov, came.", "Rose Khlopkov"),
        (
            "Poloff met with Jose Francisco Gonzalez Khlopkov, an officer.",
            "Jose Francisco Gonzalez Khlopkov",
        ),
        ("Sir Mark Lyallo Grant, Director General, came.", "Mark Lyallo Grant"),
        ("Left Should Take Tony Blair As a Model", "Tony Blair"),
        ("They met President Yoon Man-joon during lunch.", "Yoon Man-joon"),
        ("THE LAWYER, DR. HUGO DE LA ROCHA, CAME.", "Hugo de la Rocha"),
        ("Pope Pius XII said so.", "Pius XII"),
        ("The return of Brad KhlopkovQs film was noted.", "Brad Khlopkov"),
    ],
)
def test_a_name_is_found_whole(text: str, name: str) -> None:
    assert only(text).name == name


def test_a_name_inside_a_longer_one_is_the_same_person() -> None:
    found = only("Jose Antonio Gonzalez Khlopkov came. Later Antonio Gonzalez declared it.")

    assert found.name == "Jose Antonio Gonzalez Khlopkov"


def test_a_surname_on_the_next_line_above_the_text_belongs_to_the_first_name() -> None:
    above = """\
UNCLAS SPECIMEN 000901

SIPDIS

WHITE HOUSE FOR BRADLEY
KHLOPKOV

E.O. 12958: N/A
TAGS: PREL
SUBJECT: A SUBJECT

"""
    assert names("So it was said to us.", above) == ["Bradley Khlopkov"]


def test_a_long_user_name_behind_a_title_is_nobody() -> None:
    above = """\
UNCLAS SPECIMEN 000901

SIPDIS

DEPT FOR PAO AEMERSON

E.O. 12958: N/A
TAGS: PREL
SUBJECT: A SUBJECT

"""
    assert names("So it was said to us.", above) == []


def test_persons_of_the_tags_line_that_and_joins_are_two() -> None:
    above = """\
UNCLAS SPECIMEN 000901

E.O. 12958: N/A
TAGS: OEXC (JANE DEMPSEY AND IVAN KHLOPKOV)
SUBJECT: A SUBJECT

"""
    assert names("So it was said to us.", above) == ["Jane Dempsey", "Ivan Khlopkov"]


def test_a_word_that_stands_in_small_letters_in_the_cable_is_nobody() -> None:
    assert names("The Blarnik government fell. Every blarnik was sold, and blarnik is dear.") == []


def test_a_slip_into_small_letters_makes_no_officer_a_plain_word() -> None:
    assert names("To khlopkov we said: General Khlopkov is welcome, so is Khlopkov.") == [
        "Khlopkov"
    ]
