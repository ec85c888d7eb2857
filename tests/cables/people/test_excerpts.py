"""Excerpts around a name."""

from cables.people.excerpts import LONGEST_EXCERPT, cut_excerpt, name_pattern

WORDS = " ".join(f"word{number}" for number in range(100))


def text_of(pieces: tuple[tuple[str, bool], ...]) -> str:
    return "".join(words for words, _ in pieces)


def test_a_short_paragraph_is_kept_whole_with_the_name_marked() -> None:
    assert cut_excerpt("Then Ruiz spoke.", name_pattern(["Ruiz"])) == (
        ("Then ", False),
        ("Ruiz", True),
        (" spoke.", False),
    )


def test_every_occurrence_is_marked_in_its_longest_form() -> None:
    pieces = cut_excerpt("Ana Ruiz came; Ruiz left.", name_pattern(["Ruiz", "Ana Ruiz"]))
    assert [words for words, is_name in pieces if is_name] == ["Ana Ruiz", "Ruiz"]


def test_a_name_inside_another_word_does_not_match() -> None:
    assert cut_excerpt("Bushehr and Bush", name_pattern(["Bush"]))[-1] == ("Bush", True)
    assert len(cut_excerpt("Bushehr alone", name_pattern(["Bush"]))) == 1


def test_a_long_paragraph_is_cut_at_whole_words_around_the_name() -> None:
    pieces = cut_excerpt(f"{WORDS} Ana Ruiz {WORDS}", name_pattern(["Ana Ruiz"]))
    assert ("Ana Ruiz", True) in pieces
    text = text_of(pieces)
    assert text.startswith("… word")
    assert text.endswith(" …")
    assert len(text) <= LONGEST_EXCERPT + len("…  …")
    assert {word.strip("… ") for word in text.split()} <= {*WORDS.split(), "Ana", "Ruiz", ""}


def test_a_name_printed_over_two_lines_matches_joined_lines() -> None:
    assert ("Abdul-Rahman Ruiz", True) in cut_excerpt(
        "Then Abdul-Rahman Ruiz spoke.", name_pattern(["Abdul-\nRahman  Ruiz"])
    )


def test_without_the_name_the_excerpt_has_the_first_words() -> None:
    pieces = cut_excerpt(f"[name withheld] said {WORDS}", name_pattern(["Ruiz"]))
    assert text_of(pieces).startswith("[name withheld] said word0")


def test_a_text_without_spaces_is_cut_too() -> None:
    assert (
        len(text_of(cut_excerpt("x" * 5000 + "-Ruiz-" + "y" * 5000, name_pattern(["Ruiz"])))) < 400
    )
