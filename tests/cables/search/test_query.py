"""A reader's words are read as they are meant, and any text at all is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.search.query import LONGEST, MOST_TERMS, Term, Words, read_words


def wanted(typed: str) -> list[list[str]]:
    """Return the texts of the terms, those of an OR together."""
    return [[term.text for term in group] for group in read_words(typed).wanted]


def only_term(typed: str) -> Term:
    """Return the one term of a question."""
    ((term,),) = read_words(typed).wanted
    return term


def test_all_words_are_wanted() -> None:
    assert wanted("gas  pipeline\n transit") == [["gas"], ["pipeline"], ["transit"]]


def test_or_joins_its_two_neighbours_alone() -> None:
    assert wanted("gas OR oil transit") == [["gas", "oil"], ["transit"]]
    assert wanted("gas OR oil OR coal") == [["gas", "oil", "coal"]]


def test_a_small_or_is_a_word() -> None:
    assert wanted("gas or oil") == [["gas"], ["or"], ["oil"]]


def test_and_between_words_says_nothing_new() -> None:
    assert wanted("gas AND oil") == [["gas"], ["oil"]]


@pytest.mark.parametrize("typed", ["gas -oil", "gas NOT oil", "-oil gas", "gas \u2212oil"])
def test_a_minus_or_a_not_excludes(typed: str) -> None:
    words = read_words(typed)
    assert [term.text for term in words.unwanted] == ["oil"]
    assert wanted(typed) == [["gas"]]


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert wanted("six-party talks") == [["six-party"], ["talks"]]
    assert not read_words("six-party").unwanted


@pytest.mark.parametrize("typed", ['"human rights"', "“human rights”", "«human rights»"])
def test_quotation_marks_of_any_kind_make_a_phrase(typed: str) -> None:
    assert only_term(typed) == Term(text="human rights", kind="phrase")


def test_a_quotation_mark_without_a_partner_is_said_and_taken_to_the_end() -> None:
    words = read_words('gas "human rights')
    assert wanted('gas "human rights') == [["gas"], ["human rights"]]
    assert "partner" in words.remarks[0]


def test_a_star_makes_a_beginning() -> None:
    assert only_term("minist*") == Term(text="minist", kind="prefix")


def test_a_beginning_of_two_letters_is_said_and_searched_for_as_a_word() -> None:
    words = read_words("mi*")
    assert only_term("mi*") == Term(text="mi")
    assert "three" in words.remarks[0] or "3" in words.remarks[0]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("subject:gas", "subject"),
        ("Origin:moscow", "origin"),
        ("tags:PREL", "tag"),
        ("from:moscow", "from"),
        ("class:secret", "class"),
        ("ref:07MOSCOW849", "ref"),
        ("portion:S//NF", "portion"),
        ("(class:secret)", "class"),
    ],
)
def test_a_word_may_name_its_field(typed: str, field: str) -> None:
    term = only_term(typed)
    assert (term.field, term.text) == (field, typed.strip("()").split(":", 1)[1])


@pytest.mark.parametrize(
    ("typed", "field"), [("subject: gas", "subject"), ("-Tags: PREL", "tag"), ("(ref: a1", "ref")]
)
def test_a_blank_may_stand_behind_a_field(typed: str, field: str) -> None:
    words = read_words(typed)
    ((term,),) = words.wanted or (words.unwanted,)
    assert term.field == field
    assert words.text == typed


def test_accents_come_with_their_letters_and_what_is_not_seen_is_left_out() -> None:
    assert wanted("e\u0301cole o\u200bil \u202egas") == [["\u00e9cole"], ["oil"], ["gas"]]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("OR gas", "beginning"),
        ("gas OR", "OR stands at the end"),
        ("gas NOT", "NOT stands at the end"),
        ("pipeline (gas OR oil)", "Brackets"),
        ("en*sm", "“en*sm”"),
        ('"human right*"', "“human right*”"),
        ("gas *", "“*” has neither"),
    ],
)
def test_signs_that_join_nothing_are_said(typed: str, said: str) -> None:
    (remark,) = read_words(typed).remarks
    assert said in remark


@pytest.mark.parametrize("typed", ["gas (oil)", "minist*", "UK(E) OR oil", "gas AND oil"])
def test_what_changes_no_meaning_is_not_talked_about(typed: str) -> None:
    assert not read_words(typed).remarks


def test_a_phrase_and_a_minus_may_have_a_field() -> None:
    assert only_term('subject:"human rights"') == Term(
        text="human rights", kind="phrase", field="subject"
    )
    assert read_words("gas -tag:PREL").unwanted == (Term(text="PREL", field="tag"),)


def test_an_unknown_field_is_said_and_searched_for_as_words() -> None:
    words = read_words("author:smith")
    assert wanted("author:smith") == [["author"], ["smith"]]
    assert "subject" in words.remarks[0]


@pytest.mark.parametrize("typed", ["", "   ", "\x00", '""', "-", "*", "OR", "AND NOT"])
def test_what_holds_no_word_wants_nothing(typed: str) -> None:
    assert not read_words(typed)


def test_signs_alone_are_left_out_and_said() -> None:
    words = read_words("gas +++")
    assert wanted("gas +++") == [["gas"]]
    assert "+++" in words.remarks[0]


def test_a_question_is_cut_at_its_bounds_and_says_so() -> None:
    many = " ".join(f"word{at}" for at in range(30))
    words = read_words(many)
    assert len(words.wanted) == MOST_TERMS
    assert str(MOST_TERMS) in words.remarks[-1]
    assert str(LONGEST) in read_words("x" * 1000).remarks[0]


@given(st.text())
def test_any_text_is_read(typed: str) -> None:
    words = read_words(typed)
    assert isinstance(words, Words)
    assert sum(map(len, words.wanted)) + len(words.unwanted) <= MOST_TERMS
    assert all(term.text for term in (*words.terms, *words.unwanted))


@given(st.text(alphabet='ab"*-:() ORsubject', max_size=80))
def test_any_arrangement_of_signs_is_read(typed: str) -> None:
    assert read_words(typed) == read_words(typed)
