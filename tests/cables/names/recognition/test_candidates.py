"""Words that may be a name."""

import pytest

from tests.cables.names.recognition.specimens import proposed, words


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("so Foreign Minister Sergey Khlopkov came", "Sergey Khlopkov"),
        ("so J. J. Khlopkov came", "J. J. Khlopkov"),
        ("so Ludwig van der Khlopkov came", "Ludwig van der Khlopkov"),
        ("so bin Khlopkov came", "bin Khlopkov"),
        ("so al-Khlopkov came", "al-Khlopkov"),
        ("so Nouri al-Khlopkov came", "Nouri al-Khlopkov"),
        ("so Jean KHLOPKOV came", "Jean KHLOPKOV"),
        ("so Secretary Rice came", "Rice"),
        ("so Condoleezza Rice came", "Condoleezza Rice"),
        ("so John Khlopkov III came", "John Khlopkov III"),
        ("so Maria O'Khlop came", "Maria O'Khlop"),
        ("so Minsiterr Maria Khlopkov came", "Maria Khlopkov"),
        ("so OCADX Ivan Khlopkov came", "Ivan Khlopkov"),
    ],
)
def test_a_name_is_cut_out_of_its_run(text: str, name: str) -> None:
    assert [words(one) for one in proposed(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "on Monday the Ministry of Foreign Affairs",
        "in San Jose and in Port Louis",
        "the Six-Party Talks in Beijing",
        "XXXXXXXXXXXX and XXXXX told",
        "the U.S. and the U.N. and the E.U.",
        "EUR/RUS and the NSC",
    ],
)
def test_titles_posts_dates_and_redactions_are_no_names(text: str) -> None:
    assert proposed(text) == []


def test_a_given_name_on_a_new_line_begins_the_next_name_of_a_list() -> None:
    found = proposed("present were:\nJohn Khlopkov\nMaria Berezin")

    assert [words(one) for one in found] == ["John Khlopkov", "Maria Berezin"]


def test_a_word_that_an_article_makes_a_place_begins_no_name() -> None:
    assert [words(one) for one in proposed("From La Paz Khlopkov flew to Los Berros.")] == [
        "Khlopkov",
        "Berros",
    ]


def test_a_given_name_that_is_a_place_needs_a_frequent_surname_in_capitals() -> None:
    assert [words(one) for one in proposed("THAT DIEGO URIBE SIGNED")] == ["DIEGO URIBE"]
    assert proposed("THAT JORDAN DENIES IT") == []


def test_a_given_name_that_is_a_place_begins_a_name_with_particles() -> None:
    (one,) = proposed("The bank's Francisco de Paula Khlopkov agreed.")

    assert words(one) == "Francisco de Paula Khlopkov"


def test_a_surname_on_a_new_line_is_no_other_person() -> None:
    (one,) = proposed("They met Ernesto Khlopkov\nRada, the director.")

    assert words(one) == "Ernesto Khlopkov Rada"


def test_two_surnames_that_are_plain_words_end_a_name() -> None:
    (one,) = proposed("They met Jessica Ward Campos, who agreed.")

    assert words(one) == "Jessica Ward Campos"
