"""Names that a mark touches: these and no others are asked to be protected without doubt.

What else stands in the sentence before a mark may be a minister of whom the source speaks. It is
left out of previews all the same; but it is not withheld in other cables.
"""

from collections.abc import Iterator
from typing import Final

import regex

from cables.text.people.words import (
    GIVEN,
    INITIAL,
    NO_NAME,
    NOTHING,
    OF_A_TITLE,
    PARTICLE,
    SURNAME,
    kind,
)
from cables.text.protection import ADJACENT, MARK, RUN, sentence_before

PERSONAL = regex.compile(
    r"""
    [\W]* (?: (?: strictly | please | pls | protect(?:ed)? | source | identity | name | throughout
    | fully | always | contact | xxx ) [\W]* )+
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
"""A mark that can only mean a person, unlike `(Investment Protection Agreements)`."""
OF_A_DOCUMENT = regex.compile(r"\W{0,3}accordingly\b", regex.IGNORECASE)
"""Please protect accordingly: the cable is meant."""
OF_A_NAME: Final = GIVEN | SURNAME | PARTICLE | INITIAL


def touching_names(text: str) -> tuple[str, ...]:
    """Return the names that touch a mark, titles left out, each once, in the order of the text.

    Args:
        text: A cable's body.

    Returns:
        Words as printed, line breaks as blanks: full names and bare surnames.
    """
    if "protect" not in text.lower():  # every mark holds the word, and few cables do
        return ()
    return tuple(dict.fromkeys(filter(None, map(without_title, touching_runs(text)))))


def touching_runs(text: str) -> Iterator[list[str]]:
    """Yield the words of the runs of capitalised words that touch a mark of a person."""
    for mark in MARK.finditer(text):
        if not PERSONAL.fullmatch(mark[0]) or OF_A_DOCUMENT.match(text, mark.end()):
            continue
        before = sentence_before(text, mark.start())
        for run in RUN.finditer(before):
            if len(before) - run.end() <= ADJACENT:
                yield run[0].split()


def without_title(words: list[str]) -> str:
    """Return the name that ends a run; empty where the run ends with what is no name."""
    name: list[str] = []
    for word in reversed(words):
        plain = word.rstrip(",")
        flags = kind(plain.capitalize() if plain.isupper() else plain)  # DOE is no department here
        if flags == NOTHING or (flags & NO_NAME and not flags & OF_A_NAME):
            if not flags & OF_A_TITLE or flags == NOTHING:
                return ""
            break
        name.insert(0, plain)
    return " ".join(name)
