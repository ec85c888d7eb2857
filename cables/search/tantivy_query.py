"""Translate a parsed query and its filters into a query of the Tantivy index."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Final

from tantivy import FieldType, Occur, Query

from cables.models.selection import Selection
from cables.parser.markings import normalize_marking
from cables.parser.reference_ids import canonical_reference_id
from cables.search.analysis import plain_words, stems
from cables.search.index_fields import day_number, index_schema
from cables.search.query import ParsedQuery, SearchField, SearchTerm

SUBJECT_WEIGHT: Final = 3.0
"""How much more a word counts in the subject than in the text."""
LAST_DAY: Final = 99_991_231
MATCH_NONE: Final = Query.empty_query()


def build_tantivy_query(
    parsed_query: ParsedQuery, selection: Selection, *, cable_keys: Sequence[int] | None = None
) -> Query:
    """Return the query for words and filters together.

    Args:
        parsed_query: The words.
        selection: The filters; its person is ignored.
        cable_keys: Keys of the cables to search, such as those that name a person; None for all.
    """
    parts = [
        (Occur.Must, _any_of([_term_query(term) for term in group]))
        for group in parsed_query.required
    ]
    parts += [(Occur.MustNot, _term_query(term)) for term in parsed_query.excluded]
    parts += [(Occur.Must, _unscored(query)) for query in _filter_queries(selection)]
    if cable_keys is not None:
        parts.append(
            (Occur.Must, _unscored(Query.term_set_query(index_schema(), "pk", list(cable_keys))))
        )
    if not any(occur == Occur.Must for occur, _ in parts):
        parts.append((Occur.Must, Query.all_query()))
    return Query.boolean_query(parts)


def complement(query: Query) -> Query:
    """Return a query for the cables that another query does not match."""
    return Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, query)])


def _unscored(query: Query) -> Query:
    """Return a query that matches the same cables without affecting the ranking."""
    return Query.const_score_query(query, 0.0)


def _any_of(queries: Sequence[Query]) -> Query:
    """Return a query that matches if any of the queries does."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, query) for query in queries])


def _filter_queries(selection: Selection) -> Iterable[Query]:
    """Yield a query for each active filter."""
    if selection.origins:
        yield _any_value_query("origin", selection.origins)
    if selection.classifications:
        yield _any_value_query("classification", selection.classifications)
    for field, values in (("tag", selection.tags), ("caption", selection.captions)):
        for value in values:
            yield _any_value_query(field, (value,))
    if selection.created_after or selection.created_before:
        yield _day_range_query("day", selection.created_after, selection.created_before)
    if selection.released_after or selection.released_before:
        yield _day_range_query("released", selection.released_after, selection.released_before)
    if selection.has_references:
        yield Query.term_query(index_schema(), "refers", 1)


def _any_value_query(field: str, values: Sequence[str]) -> Query:
    """Return a query for cables that have any of the values."""
    return Query.term_set_query(index_schema(), field, list(values))


def _day_range_query(field: str, first: date | None, last: date | None) -> Query:
    """Return a query for a range of days, including both ends."""
    return Query.range_query(
        index_schema(),
        field,
        FieldType.Unsigned,
        day_number(first) if first else 1,
        day_number(last) if last else LAST_DAY,
    )


def _term_query(term: SearchTerm) -> Query:
    """Return the query for one term in its field."""
    builders: dict[SearchField, Callable[[SearchTerm], Query]] = {
        "": _text_query,
        "subject": _subject_query,
        "origin": partial(_all_words_query, "place"),
        "from": partial(_all_words_query, "sender"),
        "class": partial(_all_words_query, "level"),
        "tag": _tag_query,
        "portion": _marking_query,
        "ref": _citation_query,
    }
    return builders[term.field](term)


def _text_query(term: SearchTerm) -> Query:
    """Return a query for words in the text or the subject, which weighs more."""
    if term.kind == "prefix":
        return _prefix_query("words", plain_words(term.text))
    words = stems(term.text)
    if not words:
        return MATCH_NONE
    return Query.boolean_query(
        [
            (Occur.Should, Query.boost_query(_phrase_query("subject", words), SUBJECT_WEIGHT)),
            (Occur.Should, _phrase_query("text", words)),
        ]
    )


def _subject_query(term: SearchTerm) -> Query:
    """Return a query for words in the subject."""
    if term.kind == "prefix":
        return _prefix_query("subject", plain_words(term.text))
    return _phrase_query("subject", stems(term.text))


def _phrase_query(field: str, words: Sequence[str]) -> Query:
    """Return a query for words that follow each other."""
    if not words:
        return MATCH_NONE
    if len(words) == 1:
        return Query.term_query(index_schema(), field, words[0])
    return Query.phrase_query(index_schema(), field, list(words))


def _prefix_query(field: str, words: Sequence[str]) -> Query:
    """Return a query for a prefix; if there are several words, only the last is a prefix."""
    if not words:
        return MATCH_NONE
    *whole, last = words
    parts = [Query.term_query(index_schema(), field, word) for word in whole]
    parts.append(Query.regex_query(index_schema(), field, f"{re.escape(last)}.*"))
    return _all_of(parts)


def _all_of(queries: Sequence[Query]) -> Query:
    """Return a query that matches if all of the queries do."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _all_words_query(field: str, term: SearchTerm) -> Query:
    """Return a query for a field that contains every word, in any order."""
    words = plain_words(term.text)
    if term.kind == "prefix":
        return _prefix_query(field, words)
    if not words:
        return MATCH_NONE
    return _all_of([Query.term_query(index_schema(), field, word, "basic") for word in words])


def _tag_query(term: SearchTerm) -> Query:
    """Return a query for a TAGS code, or for all codes with a prefix."""
    code = term.text.upper()
    if term.kind == "prefix":
        return Query.regex_query(index_schema(), "tag", f"{re.escape(code)}.*")
    return Query.term_query(index_schema(), "tag", code, "basic")


def _marking_query(term: SearchTerm) -> Query:
    """Return a query for a portion marking in any spelling: S/NF means S//NF."""
    marking = normalize_marking(term.text)
    if term.kind == "prefix":
        return Query.regex_query(index_schema(), "portion", f"{re.escape(marking)}.*")
    return Query.term_query(index_schema(), "portion", marking, "basic")


def _citation_query(term: SearchTerm) -> Query:
    """Return a query for the cables whose REF lines cite a reference ID, in any spelling."""
    reference_id = canonical_reference_id(term.text) or term.text.upper()
    return Query.term_query(index_schema(), "cites", reference_id, "basic")


def with_reference_remarks(parsed_query: ParsedQuery) -> ParsedQuery:
    """Add a remark for each `ref:` term that is not a reference ID."""
    remarks = [
        f"“{term.text}” after ref: is not a valid reference ID. One looks like 07MOSCOW849."
        for term in (*parsed_query.terms, *parsed_query.excluded)
        if term.field == "ref" and not canonical_reference_id(term.text)
    ]
    return replace(parsed_query, remarks=(*parsed_query.remarks, *dict.fromkeys(remarks)))
