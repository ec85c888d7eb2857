"""Parsing of queries; any text can be parsed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.search.query import MAX_QUERY_LENGTH, MAX_TERMS, ParsedQuery, SearchTerm, parse_query


def required_texts(typed: str) -> list[list[str]]:
    """Return the texts of the required terms, grouped by OR."""
    return [[term.text for term in group] for group in parse_query(typed).required]


def only_term(typed: str) -> SearchTerm:
    """Return the only term of a query."""
    ((term,),) = parse_query(typed).required
    return term


def test_all_words_are_required() -> None:
    assert required_texts("gas  pipeline\n transit") == [["gas"], ["pipeline"], ["transit"]]


def test_or_joins_only_the_words_beside_it() -> None:
    assert required_texts("gas OR oil transit") == [["gas", "oil"], ["transit"]]
    assert required_texts("gas OR oil OR coal") == [["gas", "oil", "coal"]]


def test_a_lowercase_or_is_a_word() -> None:
    assert required_texts("gas or oil") == [["gas"], ["or"], ["oil"]]


def test_and_between_words_changes_nothing() -> None:
    assert required_texts("gas AND oil") == [["gas"], ["oil"]]


@pytest.mark.parametrize("typed", ["gas -oil", "gas NOT oil", "-oil gas", "gas \u2212oil"])
def test_a_minus_sign_or_not_excludes_a_word(typed: str) -> None:
    query = parse_query(typed)
    assert [term.text for term in query.excluded] == ["oil"]
    assert required_texts(typed) == [["gas"]]


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    assert required_texts("six-party talks") == [["six-party"], ["talks"]]
    assert not parse_query("six-party").excluded


@pytest.mark.parametrize("typed", ['"human rights"', "“human rights”", "«human rights»"])
def test_quotation_marks_of_any_kind_make_a_phrase(typed: str) -> None:
    assert only_term(typed) == SearchTerm(text="human rights", kind="phrase")


def test_a_missing_closing_quotation_mark_is_reported() -> None:
    query = parse_query('gas "human rights')
    assert required_texts('gas "human rights') == [["gas"], ["human rights"]]
    assert "closing quotation mark is missing" in query.remarks[0]


def test_a_star_at_the_end_makes_a_prefix() -> None:
    assert only_term("minist*") == SearchTerm(text="minist", kind="prefix")


def test_a_prefix_of_two_letters_is_reported_and_searched_as_a_word() -> None:
    query = parse_query("mi*")
    assert only_term("mi*") == SearchTerm(text="mi")
    assert "at least 3 letters" in query.remarks[0]


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
def test_a_space_may_follow_a_field(typed: str, field: str) -> None:
    query = parse_query(typed)
    ((term,),) = query.required or (query.excluded,)
    assert term.field == field
    assert query.text == typed


def test_accents_are_composed_and_invisible_characters_are_removed() -> None:
    assert required_texts("e\u0301cole o\u200bil \u202egas") == [["\u00e9cole"], ["oil"], ["gas"]]


@pytest.mark.parametrize(
    ("typed", "remark"),
    [
        ("OR gas", "nothing comes before it"),
        ("gas OR", "OR was ignored because nothing comes after it"),
        ("gas NOT", "NOT was ignored because nothing comes after it"),
        ("pipeline (gas OR oil)", "Parentheses"),
        ("en*sm", "“en*sm”"),
        ('"human right*"', "“human right*”"),
        ("gas *", "“*” has no letters or digits"),
    ],
)
def test_ignored_signs_are_reported(typed: str, remark: str) -> None:
    (only_remark,) = parse_query(typed).remarks
    assert remark in only_remark


@pytest.mark.parametrize("typed", ["gas (oil)", "minist*", "UK(E) OR oil", "gas AND oil"])
def test_signs_that_change_nothing_are_not_reported(typed: str) -> None:
    assert not parse_query(typed).remarks


def test_phrases_and_excluded_words_may_have_a_field() -> None:
    assert only_term('subject:"human rights"') == SearchTerm(
        text="human rights", kind="phrase", field="subject"
    )
    assert parse_query("gas -tag:PREL").excluded == (SearchTerm(text="PREL", field="tag"),)


def test_an_unknown_field_is_reported_and_searched_as_a_word() -> None:
    query = parse_query("author:smith")
    assert required_texts("author:smith") == [["author"], ["smith"]]
    assert "subject" in query.remarks[0]


@pytest.mark.parametrize("typed", ["", "   ", "\x00", '""', "-", "*", "OR", "AND NOT"])
def test_a_query_without_words_is_empty(typed: str) -> None:
    assert not parse_query(typed)


def test_signs_without_letters_are_ignored_and_reported() -> None:
    query = parse_query("gas +++")
    assert required_texts("gas +++") == [["gas"]]
    assert "+++" in query.remarks[0]


def test_a_long_query_is_cut_and_that_is_reported() -> None:
    many_words = " ".join(f"word{number}" for number in range(30))
    query = parse_query(many_words)
    assert len(query.required) == MAX_TERMS
    assert str(MAX_TERMS) in query.remarks[-1]
    assert str(MAX_QUERY_LENGTH) in parse_query("x" * 1000).remarks[0]


@given(st.text())
def test_any_text_can_be_parsed(typed: str) -> None:
    query = parse_query(typed)
    assert isinstance(query, ParsedQuery)
    assert sum(map(len, query.required)) + len(query.excluded) <= MAX_TERMS
    assert all(term.text for term in (*query.terms, *query.excluded))


@given(st.text(alphabet='ab"*-:() ORsubject', max_size=80))
def test_any_arrangement_of_signs_can_be_parsed(typed: str) -> None:
    assert parse_query(typed) == parse_query(typed)
