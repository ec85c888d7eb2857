"""A reader's words are read as they are meant, and any text at all is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.search.query import MAX_QUERY_LENGTH, MAX_TERMS, ParsedQuery, SearchTerm, parse_query


def wanted(typed: str) -> list[list[str]]:
    """Return the texts of the terms, those of an OR together."""
    return [[term.text for term in group] for group in parse_query(typed).required]


def only_term(typed: str) -> SearchTerm:
    """Return the one term of a question."""
    ((term,),) = parse_query(typed).required
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
    words = parse_query(typed)
    assert [term.text for term in words.excluded] == ["oil"]
    assert wanted(typed) == [["gas"]]


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert wanted("six-party talks") == [["six-party"], ["talks"]]
    assert not parse_query("six-party").excluded


@pytest.mark.parametrize("typed", ['"human rights"', "“human rights”", "«human rights»"])
def test_quotation_marks_of_any_kind_make_a_phrase(typed: str) -> None:
    assert only_term(typed) == SearchTerm(text="human rights", kind="phrase")


def test_a_quotation_mark_without_a_partner_is_said_and_taken_to_the_end() -> None:
    words = parse_query('gas "human rights')
    assert wanted('gas "human rights') == [["gas"], ["human rights"]]
    assert "partner" in words.remarks[0]


def test_a_star_makes_a_beginning() -> None:
    assert only_term("minist*") == SearchTerm(text="minist", kind="prefix")


def test_a_beginning_of_two_letters_is_said_and_searched_for_as_a_word() -> None:
    words = parse_query("mi*")
    assert only_term("mi*") == SearchTerm(text="mi")
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
    words = parse_query(typed)
    ((term,),) = words.required or (words.excluded,)
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
    (remark,) = parse_query(typed).remarks
    assert said in remark


@pytest.mark.parametrize("typed", ["gas (oil)", "minist*", "UK(E) OR oil", "gas AND oil"])
def test_what_changes_no_meaning_is_not_talked_about(typed: str) -> None:
    assert not parse_query(typed).remarks


def test_a_phrase_and_a_minus_may_have_a_field() -> None:
    assert only_term('subject:"human rights"') == SearchTerm(
        text="human rights", kind="phrase", field="subject"
    )
    assert parse_query("gas -tag:PREL").excluded == (SearchTerm(text="PREL", field="tag"),)


def test_an_unknown_field_is_said_and_searched_for_as_words() -> None:
    words = parse_query("author:smith")
    assert wanted("author:smith") == [["author"], ["smith"]]
    assert "subject" in words.remarks[0]


@pytest.mark.parametrize("typed", ["", "   ", "\x00", '""', "-", "*", "OR", "AND NOT"])
def test_what_holds_no_word_wants_nothing(typed: str) -> None:
    assert not parse_query(typed)


def test_signs_alone_are_left_out_and_said() -> None:
    words = parse_query("gas +++")
    assert wanted("gas +++") == [["gas"]]
    assert "+++" in words.remarks[0]


def test_a_question_is_cut_at_its_bounds_and_says_so() -> None:
    many = " ".join(f"word{at}" for at in range(30))
    words = parse_query(many)
    assert len(words.required) == MAX_TERMS
    assert str(MAX_TERMS) in words.remarks[-1]
    assert str(MAX_QUERY_LENGTH) in parse_query("x" * 1000).remarks[0]


@given(st.text())
def test_any_text_is_read(typed: str) -> None:
    words = parse_query(typed)
    assert isinstance(words, ParsedQuery)
    assert sum(map(len, words.required)) + len(words.excluded) <= MAX_TERMS
    assert all(term.text for term in (*words.terms, *words.excluded))


@given(st.text(alphabet='ab"*-:() ORsubject', max_size=80))
def test_any_arrangement_of_signs_is_read(typed: str) -> None:
    assert parse_query(typed) == parse_query(typed)
