"""Excerpts about a name."""

from cables.people.excerpts import LONGEST, any_of, excerpt

WORDS = " ".join(f"word{number}" for number in range(100))


def text_of(pieces: tuple[tuple[str, bool], ...]) -> str:
    return "".join(words for words, _ in pieces)


def test_a_short_paragraph_is_given_whole_with_the_name_set_apart() -> None:
    assert excerpt("Then Ruiz spoke.", any_of(["Ruiz"])) == (
        ("Then ", False),
        ("Ruiz", True),
        (" spoke.", False),
    )


def test_the_longest_form_is_set_apart_wherever_it_stands() -> None:
    pieces = excerpt("Ana Ruiz came; Ruiz left.", any_of(["Ruiz", "Ana Ruiz"]))
    assert [words for words, is_name in pieces if is_name] == ["Ana Ruiz", "Ruiz"]


def test_a_name_inside_another_word_is_none() -> None:
    assert excerpt("Bushehr and Bush", any_of(["Bush"]))[-1] == ("Bush", True)
    assert len(excerpt("Bushehr alone", any_of(["Bush"]))) == 1


def test_a_long_paragraph_is_cut_at_whole_words_about_the_name() -> None:
    pieces = excerpt(f"{WORDS} Ana Ruiz {WORDS}", any_of(["Ana Ruiz"]))
    assert ("Ana Ruiz", True) in pieces
    text = text_of(pieces)
    assert text.startswith("… word")
    assert text.endswith(" …")
    assert len(text) <= LONGEST + len("…  …")
    assert {word.strip("… ") for word in text.split()} <= {*WORDS.split(), "Ana", "Ruiz", ""}


def test_a_name_printed_over_two_lines_is_found_in_one() -> None:
    assert ("Abdul-Rahman Ruiz", True) in excerpt(
        "Then Abdul-Rahman Ruiz spoke.", any_of(["Abdul-\nRahman  Ruiz"])
    )


def test_where_the_name_was_left_out_the_first_words_are_given() -> None:
    pieces = excerpt(f"[name withheld] said {WORDS}", any_of(["Ruiz"]))
    assert text_of(pieces).startswith("[name withheld] said word0")


def test_a_text_without_blanks_is_cut_all_the_same() -> None:
    assert len(text_of(excerpt("x" * 5000 + "-Ruiz-" + "y" * 5000, any_of(["Ruiz"])))) < 400
