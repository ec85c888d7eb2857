"""Names that certainly are to be protected: a mark touches them or their description.

Other names in the sentence before a mark may belong to a minister whom the source mentions. They
are omitted from previews too, but not withheld in other cables.
"""

from collections.abc import Iterator
from typing import Final

import regex

from cables.names.protection import (
    NAME_RUN,
    POSSESSIVE,
    PROTECT_MARK,
    reaches_mark,
    run_after,
    sentence_before,
    with_broken_words_joined,
)
from cables.names.recognition.word_kinds import (
    GIVEN,
    INITIAL,
    NEVER_A_NAME,
    NON_NAME_KINDS,
    PARTICLE,
    SURNAME,
    TITLE_KINDS,
    word_kind,
)

PERSONAL = regex.compile(
    r"""
    [\W]* (?: (?: strictly | please | pls | protect(?:ed)? | source | identity | name | throughout
    | fully | always | contact | xxx | whose | his | her | their | must | should | be | is
    ) [\W]* )+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
"""A mark that can only mean a person, unlike `(Investment Protection Agreements)`."""
MARK_AT_END = regex.compile(
    r"[(\[{] (?<others> [^\n]* ) [,;/\-\u2013] \s* (?:(?:strictly|please|pls)\s+){0,2} protect \W*",
    regex.VERBOSE | regex.IGNORECASE,
)
"""A mark after other words in the same parentheses: `(member of the board, protect)`."""
REQUEST = regex.compile(r"\b(?:strictly|please|pls)\s+(?:strictly\s+)?protect\b", regex.IGNORECASE)
"""A request that names a person after it: `(Note: Please protect Doe throughout.)`."""
OF_IDENTITY = regex.compile(r"(?:identity|name)\s+of\b", regex.IGNORECASE)
DESCRIBED = regex.compile(
    rf"""
    {NAME_RUN.pattern} ,
    (?: (?! \b (?:told|said|says|met|that|with|and\s+\p{{Lu}}\w+) \b ) [^.:;!?()\[\]] ){{2,100}}
    [\s,\-\u2013]*
    """,
    regex.VERBOSE,
)
"""A name with a description that leads up to a mark: `Jane Doe, a lawyer (protect)`."""
NAME_KINDS: Final = GIVEN | SURNAME | PARTICLE | INITIAL


def certainly_protected_names(text: str) -> tuple[str, ...]:
    """Return the names that touch a mark, without titles, each once, in text order.

    Args:
        text: A cable's body.

    Returns:
        Words as printed, line breaks as spaces: full names and bare surnames.
    """
    if "protect" not in text.lower():  # every mark contains the word; few cables do
        return ()
    runs = (run for version in with_broken_words_joined(text) for run in _runs_at_marks(version))
    return tuple(dict.fromkeys(filter(None, map(_without_title, runs))))


def _runs_at_marks(text: str) -> Iterator[list[str]]:
    """Yield the words of the capitalized runs that a mark certainly refers to."""
    for mark in PROTECT_MARK.finditer(text):
        at_the_end = MARK_AT_END.fullmatch(mark[0])
        if OF_IDENTITY.match(mark[0]):
            yield from (run[0].split() for run in NAME_RUN.finditer(mark[0]))
        elif name := _name_requested_after(text, mark):
            yield name
        elif at_the_end or PERSONAL.fullmatch(mark[0]):
            yield from _runs_before(sentence_before(text, mark.start()))
        if at_the_end:
            yield from _runs_before(at_the_end["others"])


def _name_requested_after(text: str, mark: "regex.Match[str]") -> list[str]:
    """Return the words of the name after a mark that asks for it; empty if there is none."""
    request = REQUEST.search(text, mark.start(), mark.end())
    if request is None or (PERSONAL.fullmatch(mark[0]) and mark[0][-1] in ")]}"):
        return []
    run = run_after(text, request.end())
    if run is None or run[0].isupper():  # in capitals all words would be a name
        return []
    words = run[0].split()
    return words if _without_title(words) else []


def _runs_before(before: str) -> Iterator[list[str]]:
    """Yield the run that ends at a mark, and the one whose description ends there."""
    touching = [run[0].split() for run in NAME_RUN.finditer(before) if reaches_mark(run, before)]
    yield from touching
    if not any(map(_without_title, touching)):
        yield from _described_names(before)
    line_start = before.rstrip().rfind("\n") + 1
    if line_start:  # a list of participants has one per line
        yield from _described_names(before[line_start:], only_first=True)


def _described_names(before: str, *, only_first: bool = False) -> Iterator[list[str]]:
    """Yield the last full name in a sentence if the rest of it is a description."""
    for run in reversed(list(NAME_RUN.finditer(before))):
        if DESCRIBED.fullmatch(before, run.start()):
            words = run[0].split()
            if len(_without_title(words).split()) > 1 and not (only_first and run.start()):
                yield words
                return


def _without_title(words: list[str]) -> str:
    """Return the name at the end of a run; empty if it ends with another word."""
    name: list[str] = []
    for word in reversed(words):
        plain = POSSESSIVE.sub("", word.rstrip(","))
        flags = word_kind(
            plain.capitalize() if plain.isupper() else plain
        )  # DOE is not the department here
        if flags == NEVER_A_NAME or (flags & NON_NAME_KINDS and not flags & NAME_KINDS):
            if not flags & TITLE_KINDS or flags == NEVER_A_NAME:
                return ""
            break
        name.insert(0, plain)
    whole = " ".join(name).rstrip(".")
    return whole if len(whole) > 1 else ""
