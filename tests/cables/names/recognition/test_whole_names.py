"""Names are cut out of their context whole and alone."""

import pytest

from tests.cables.names.recognition.specimens import (
    attention_line,
    cable,
    names,
    only,
    proposed,
    words,
)


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
        ("worse to come. Rubemo Cesar Khlopkov, coordinator of", "Rubemo Cesar Khlopkov"),
        ("THAT DIEGO URIBE SIGNED", "DIEGO URIBE"),
        ("The bank's Francisco de Paula Khlopkov agreed.", "Francisco de Paula Khlopkov"),
        ("They met Ernesto Khlopkov\nRada, the director.", "Ernesto Khlopkov Rada"),
        ("They met Jessica Ward Campos, who agreed.", "Jessica Ward Campos"),
    ],
)
def test_a_candidate_is_cut_out_of_its_run(text: str, name: str) -> None:
    assert [words(candidate) for candidate in proposed(text)] == [name]


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
        ("The mayor of Specimento Bernard Khlopkov spoke.", "Bernard Khlopkov"),
        ("He told us that QXA Maria Khlopkov was there.", "Maria Khlopkov"),
        ("He told us that BCIO Maria Khlopkov was there.", "Maria Khlopkov"),
        ("He met with Mr. ZHOA Darsheng, a counselor.", "Zhoa Darsheng"),
        ("Under Secretary Philip Khlopkov\nSIPDIS\nleft early.", "Philip Khlopkov"),
        ("Minister Anna Berg- \nKhlopkov spoke.", "Anna Berg- Khlopkov"),
    ],
)
def test_a_name_is_found_whole_and_without_its_context(text: str, name: str) -> None:
    assert only(text).name == name


def test_a_given_name_on_a_new_line_begins_the_next_name_of_a_list() -> None:
    candidates = proposed("present were:\nJohn Khlopkov\nMaria Berezin")

    assert [words(candidate) for candidate in candidates] == ["John Khlopkov", "Maria Berezin"]


def test_a_word_after_a_spanish_article_begins_no_name() -> None:
    candidates = proposed("From La Paz Khlopkov flew to Los Berros.")

    assert [words(candidate) for candidate in candidates] == ["Khlopkov", "Berros"]


def test_a_possessive_ends_a_name() -> None:
    assert names("Minister Khlopkov's Deputy Sergey Berezin was away.") == [
        "Khlopkov",
        "Sergey Berezin",
    ]


def test_a_name_runs_over_a_line_end() -> None:
    candidate = proposed("She met Foreign Minister Sergey \nKhlopkov there.")[0]

    assert words(candidate) == "Sergey Khlopkov"


def test_a_name_runs_over_a_page_mark() -> None:
    text = (
        "She met Foreign Minister Sergey \n"
        "SPECIMEN 00000901  002 OF 003 \n\n\nKhlopkov, who left soon."
    )

    person = only(text)

    assert person.forms == ("Sergey Khlopkov",)
    assert "002 OF 003" in cable(text).text[person.mentions[0].start : person.mentions[0].end]


def test_a_name_runs_over_a_line_end_of_a_double_spaced_text() -> None:
    text = (
        "She met Minister Sergey \n\nKhlopkov in \n\nhis office and \n\nthen she left \n\n"
        "again, which was that."
    )

    assert names(text) == ["Sergey Khlopkov"]


def test_a_surname_on_the_next_attention_line_belongs_to_the_first_name() -> None:
    lines = attention_line("SIPDIS\n\nWHITE HOUSE FOR BRADLEY\nKHLOPKOV")

    assert names("So it was said to us.", lines) == ["Bradley Khlopkov"]


def test_an_official_named_in_the_archives_stamp_is_ignored() -> None:
    text = (
        "Minister Khlopkov said \n \tJane P. Roe  \tDeclassified/Released  \tUS Department of State"
        " \tEO Systematic Review \t20 Mar 2014\nthat he would come."
    )

    assert names(text) == ["Khlopkov"]
