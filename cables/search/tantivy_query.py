"""From a reader's words and filters to a query of the index."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from tantivy import FieldType, Occur, Query

from cables.models.selection import Selection
from cables.parser.markings import usual
from cables.parser.reference_ids import canonical
from cables.search.analysis import plain_words, stems
from cables.search.index_fields import schema
from cables.search.query import Term, Words

SUBJECT_WEIGHT: Final = 3.0
"""What a word in the subject counts more than in the text."""
LAST_DAY: Final = 99_991_231
NOTHING: Final = Query.empty_query()


def query_for(words: Words, selection: Selection, *, cables: Sequence[int] | None = None) -> Query:
    """Return the query for words and filters together.

    Args:
        words: What must occur, and what must not.
        selection: The filters; its person is passed over.
        cables: Keys of the cables that the list is kept to, such as those that name a person;
            None for all.
    """
    parts = [(Occur.Must, any_of(group, term_query)) for group in words.wanted]
    parts += [(Occur.MustNot, term_query(term)) for term in words.unwanted]
    parts += [(Occur.Must, unscored(one)) for one in filters(selection)]
    if cables is not None:
        parts.append((Occur.Must, unscored(Query.term_set_query(schema(), "pk", list(cables)))))
    if not any(occur == Occur.Must for occur, _ in parts):
        parts.append((Occur.Must, Query.all_query()))
    return Query.boolean_query(parts)


def all_but(query: Query) -> Query:
    """Return a query for the cables that another does not find."""
    return Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, query)])


def unscored(query: Query) -> Query:
    """Return a query that chooses and does not rank."""
    return Query.const_score_query(query, 0.0)


def any_of(items: Iterable[Term], make: Callable[[Term], Query]) -> Query:
    """Return a query that any of a few terms meets."""
    queries = [make(item) for item in items]
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Should, one) for one in queries])


def filters(selection: Selection) -> Iterable[Query]:
    """Yield a query for each filter that is set."""
    if selection.origins:
        yield exact("origin", selection.origins)
    if selection.classifications:
        yield exact("classification", selection.classifications)
    for field, values in (("tag", selection.tags), ("caption", selection.captions)):
        for value in values:
            yield exact(field, (value,))
    if selection.created_after or selection.created_before:
        yield days("day", selection.created_after, selection.created_before)
    if selection.released_after or selection.released_before:
        yield days("released", selection.released_after, selection.released_before)
    if selection.has_references:
        yield Query.term_query(schema(), "refers", 1)


def exact(field: str, values: Sequence[str]) -> Query:
    """Return a query for values as they are, any of them."""
    return Query.term_set_query(schema(), field, list(values))


def days(field: str, first: date | None, last: date | None) -> Query:
    """Return a query for a stretch of days, both ends included."""
    return Query.range_query(
        schema(),
        field,
        FieldType.Unsigned,
        day_number(first) if first else 1,
        day_number(last) if last else LAST_DAY,
    )


def day_number(day: date) -> int:
    """Return 20070228."""
    return day.year * 10_000 + day.month * 100 + day.day


def term_query(term: Term) -> Query:
    """Return the query for one term, in its field."""
    return {
        "": anywhere,
        "subject": in_subject,
        "origin": lambda one: every_word("place", one),
        "from": lambda one: every_word("sender", one),
        "class": lambda one: every_word("level", one),
        "tag": coded,
        "portion": marked,
        "ref": citing,
    }[term.field](term)


def anywhere(term: Term) -> Query:
    """Return a query for words in text or subject; the subject weighs more."""
    if term.kind == "prefix":
        return beginning("words", plain_words(term.text))
    found = stems(term.text)
    if not found:
        return NOTHING
    return Query.boolean_query(
        [
            (Occur.Should, Query.boost_query(in_order("subject", found), SUBJECT_WEIGHT)),
            (Occur.Should, in_order("text", found)),
        ]
    )


def in_subject(term: Term) -> Query:
    """Return a query for words in the subject alone."""
    if term.kind == "prefix":
        return beginning("subject", plain_words(term.text))
    return in_order("subject", stems(term.text))


def in_order(field: str, words: Sequence[str]) -> Query:
    """Return a query for words that stand one behind the other."""
    if not words:
        return NOTHING
    if len(words) == 1:
        return Query.term_query(schema(), field, words[0])
    return Query.phrase_query(schema(), field, list(words))


def beginning(field: str, words: Sequence[str]) -> Query:
    """Return a query for words that begin so; of several, only the last is a beginning."""
    if not words:
        return NOTHING
    *whole, last = words
    parts = [Query.term_query(schema(), field, one) for one in whole]
    parts.append(Query.regex_query(schema(), field, f"{re.escape(last)}.*"))
    return all_of(parts)


def all_of(queries: Sequence[Query]) -> Query:
    """Return a query that all must meet."""
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, one) for one in queries])


def every_word(field: str, term: Term) -> Query:
    """Return a query for a field that holds every word, in any order."""
    words = plain_words(term.text)
    if term.kind == "prefix":
        return beginning(field, words)
    if not words:
        return NOTHING
    return all_of([Query.term_query(schema(), field, one, "basic") for one in words])


def coded(term: Term) -> Query:
    """Return a query for a code of the TAGS line, or for all codes that begin so."""
    code = term.text.upper()
    if term.kind == "prefix":
        return Query.regex_query(schema(), "tag", f"{re.escape(code)}.*")
    return Query.term_query(schema(), "tag", code, "basic")


def marked(term: Term) -> Query:
    """Return a query for a portion marking in any spelling: S/NF is S//NF."""
    marking = usual(term.text)
    if term.kind == "prefix":
        return Query.regex_query(schema(), "portion", f"{re.escape(marking)}.*")
    return Query.term_query(schema(), "portion", marking, "basic")


def citing(term: Term) -> Query:
    """Return a query for the cables whose REF lines name a reference ID in any spelling."""
    return Query.term_query(schema(), "cites", cited_id(term), "basic")


def cited_id(term: Term) -> str:
    """Return the reference ID that a `ref:` term names."""
    return canonical(term.text) or term.text.upper()


def refused(words: Words) -> Words:
    """Add a remark for each term whose field cannot hold it."""
    remarks = [
        f"“{term.text}” after ref: is no reference ID, such as 07MOSCOW849."
        for term in (*words.terms, *words.unwanted)
        if term.field == "ref" and not canonical(term.text)
    ]
    return replace(words, remarks=(*words.remarks, *dict.fromkeys(remarks)))
