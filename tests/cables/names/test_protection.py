"""Finding and withholding protected names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.names.protection import WITHHELD, protected_names, split_sentences, withhold_names


@pytest.mark.parametrize(
    "text",
    [
        "On July 10 we spoke with Petra Placeholder (strictly protect), who kept the book.",
        "Petra Placeholder (protect) told us so.",
        "Petra Placeholder, director of the archive (please protect), told us so.",
        "It was said by Dr. Petra Placeholder (PROTECT THROUGHOUT).",
        "A friend, Petra\nPlaceholder (protect source), agreed.",
        "We met Petra Placeholder.  Please protect.",
        "Ms. Petra van der Placeholder (strictly protect) agreed.",
        "[Petra Placeholder - PROTECT] agreed.",
        "Petra Placeholder/protect told us so.",
        "Please protect Petra Placeholder throughout.",
        "Petra Placeholder, who " + "said a great deal and " * 12 + "left (protect).",
        "Şükrü Placeholder (protect) agreed.",
        "Petra Place-\nholder (protect) agreed.",
        "Petra Placeholder's (protect) brother agreed.",
        "Petra al-Placeholder (protect) agreed.",
        "Strictly protect: Petra Placeholder agreed.",
        "Petra Placeholder, protect, agreed.",
        "Petra Placeholder -- please protect -- agreed.",
        "The identity of Petra Placeholder must be protected.",
    ],
)
def test_a_marked_name_is_found_and_withheld(text: str) -> None:
    later = " Later Placeholder came again."
    names = protected_names(text)
    shown = withhold_names(" ".join(text.split()) + later, names)
    assert "Placeholder" not in shown
    assert WITHHELD in shown


def test_each_word_of_a_marked_name_is_withheld_alone_but_not_its_titles() -> None:
    names = protected_names("Foreign Minister Şükrü Çelik (protect) agreed.")
    shown = withhold_names("Then Şükrü left. ÇELIK stayed. The Minister slept.", names)
    assert "Şükrü" not in shown
    assert "ÇELIK" not in shown
    assert "The Minister slept." in shown


def test_words_without_a_mark_are_unchanged() -> None:
    text = "Foreign Minister Lavrov spoke.  We must protect the embassy (see ref A)."
    assert protected_names(text) == ()
    assert withhold_names(text, ()) == text


@pytest.mark.parametrize(
    "text",
    [
        "SENSITIVE BUT UNCLASSIFIED - PROTECT ACCORDINGLY. Petra Placeholder spoke.",
        "Petra Placeholder signed (the Promotion and Protection Agreements).",
        "The four areas are Prevent, Pursue, Protect, Prepare. Petra Placeholder spoke.",
    ],
)
def test_marks_that_mean_no_person_are_ignored(text: str) -> None:
    assert protected_names(text) == ()


def test_only_the_sentence_before_the_mark_contains_protected_names() -> None:
    text = "Foreign Minister Lavrov spoke. Petra Placeholder (protect) listened."
    assert "Lavrov" not in protected_names(text)


def test_a_sentence_with_a_mark_but_no_name_is_replaced() -> None:
    text = "It rained. A contact of ours (strictly protect) said no. It stopped."
    assert withhold_names(text, protected_names(text)) == f"It rained. {WITHHELD} It stopped."


def test_a_name_in_capitals_is_withheld_in_mixed_case_too() -> None:
    names = protected_names("SPOKE WITH PETRA PLACEHOLDER (PROTECT).")
    assert "Placeholder" not in withhold_names("Then Placeholder left.", names)


@given(st.text(max_size=300))
def test_sentences_joined_are_the_text(text: str) -> None:
    assert "".join(split_sentences(text)) == text


def test_a_name_with_a_damaged_sign_is_withheld_from_the_repaired_text_too() -> None:
    names = ("Jane &Hedge8 Roe",)
    assert withhold_names('We met Jane "Hedge" Roe.', names) == f"We met {WITHHELD}."
    assert withhold_names("We met Jane &Hedge8 Roe.", names) == f"We met {WITHHELD}."
