"""What looks like a name and is not a person."""

import pytest

from tests.cables.names.recognition.specimens import attention_line, names, proposed

THINGS = [
    "Four large companies including Sara Lee (and its contractors) left.",
    "At Calle Bernard Khlopkov and at Bernard Khlopkov 2126, Specimen, shots were fired.",
    "The Ivan Khlopkov International Airport and the Ivan Khlopkov satellite were late.",
    "The town of Pedro Khlopkov and the firm Julia Khlopkov flourished.",
    "A village near Adi Khlopkov, born in Ein Khlopkov, was quiet.",
    "The Ivan Khlopkov Class frigate sailed.",
    "One of those, Tribo Ethnox, is a likely partner.",
    "Bands such as Jaish-e Khlopkad and Lashkar-e Khlopki met.",
    "Villas de San Agustin Khlopkov were seen.",
    "She flew to Juan Khlopkov airport.",
    "IT LIES IN CALLE SEBASTIAN KHLOPKOV NO. 49",
    "the Jordan Valley is dry",
    "They live at 9 Gorbachev Trail.",
]
ORGANIZATIONS = [
    "The list (where nobody is Chairman), Mocambo Capitalo, was long.",
    "He was of the Tamil Makkol Vidutha (TMVP) then.",
    "The Bero Khlopkov told us that rain fell.",
    "Bero Khlopkov Company said so.",
    "Banco Khlopkov said so.",
    "Bero Khlopkov (BK) was there.",
    "The Council of Zarant - Bero Khlopkov (CZ-BK) was there.",
    "the Council of Nagalim - Isak Khlopkov (NSCN-IM) agreed",
    "the Konrad Adenauer Foundation paid",
    "the Gorbachev Foundation paid",
    "It was signed by the group Frente Alberto Khlopkov.",
    "The company (UK) stated that it was late.",
    "Zarantobank (ZTB) stated that it was late.",
    "the Khlopkov Administration fell",
    "La Khlopka reported that rain fell.",
    "It came from a company named Khlopkov, they said.",
]
PLAIN_WORDS = [
    "Minister of Culture and Assistant Attorney General Juridical of the office.",
    "Mayor, Police Chief Don't See a Problem",
    "The country's socially conservative Catholics, a key voting bloc, stayed at home.",
    "The village, and TDYers told us so. The official TDYers said it.",
    "Our fugitive Hunt went on.",
    "Before the entry of CAFTA-DR. Costa Rican trade grew.",
    "A Chief Field Servant came.",
    "HER CHRISTIAN FAITH IS STRONG",
    "SUBJECT: AMBASSADOR DECRIES LATE TRAINS",
    "these items:\nA. Khlopkov line of items",
    "MATTERS OF DEEP CONCERN WILL SURELY REMAIN",
    "the Zarantian government fell",
    "the Zarantist regime fell",
    "THE ADVERTISED GOVERNMENT FUNDS",
    "His wife, Moscow says, is well.",
    "Bero Khlopkov fell by two percent.",
    "The Blarnik government fell. Every blarnik was sold, and blarnik is dear.",
]
TITLES_AND_PLACES = [
    "She is the President. Gazprovia will pay.",
    "He is Director of Gazprovia in this region.",
    "The General Assembly met and the Secretary General Assembly fund grew.",
    "The Prime Minister's Office moved.",
    "She flew from Santiago to Lima on Monday.",
    "XXXXXXXXXXXX, an adviser, told us so.",
]


@pytest.mark.parametrize("text", [*THINGS, *ORGANIZATIONS, *PLAIN_WORDS, *TITLES_AND_PLACES])
def test_things_organizations_and_plain_words_are_not_persons(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "on Monday the Ministry of Foreign Affairs",
        "in San Jose and in Port Louis",
        "the Six-Party Talks in Beijing",
        "XXXXXXXXXXXX and XXXXX told",
        "the U.S. and the U.N. and the E.U.",
        "EUR/RUS and the NSC",
        "THAT JORDAN DENIES IT",
    ],
)
def test_titles_posts_dates_and_redactions_are_not_candidates(text: str) -> None:
    assert proposed(text) == []


def test_a_few_lower_case_spellings_do_not_make_a_general_a_plain_word() -> None:
    assert names("To khlopkov we said: General Khlopkov is welcome, so is Khlopkov.") == [
        "Khlopkov"
    ]


def test_a_code_and_a_word_are_not_a_person() -> None:
    assert names("Banks, including BCIO Formanto, and Moza Formanta, an economist, met.") != []
    assert "Bcio Formanto" not in names("We met BCIO Formanto, chairman of nothing.")


def test_a_long_user_name_after_a_title_is_not_a_person() -> None:
    assert names("So it was said to us.", attention_line("SIPDIS\n\nDEPT FOR PAO AEMERSON")) == []
