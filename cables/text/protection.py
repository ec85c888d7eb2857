"""Names that a cable asks to protect: found, so that nothing but the text itself repeats them.

The text of a cable is shown as it was published. Previews, share text and first words are made by
this room, and they leave such names out, rather one too many than one too few.
"""

from itertools import pairwise
from typing import Final

import regex

WITHHELD: Final = "[name withheld]"
MARK = regex.compile(
    r"""
    [(\[] [^()\[\]]{0,60} \b protect (?:ed|ion)? \b [^()\[\]]{0,40} [)\]]  # (strictly protect)
    | [/\-\u2013] [ \n]{0,3} protect \b                                      # Doe/protect
    | \b (?: strictly | please | pls ) \s{1,4} protect \b                    # ... please protect
    | \b protect \s{1,4} (?: throughout | strictly | source | identity ) \b
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
SENTENCE: Final = 600
"""Characters before the mark in which the name is looked for, at most."""
SENTENCE_END = regex.compile(r"[.!?]['\")]?\s+(?=[\p{Lu}(¶\d])")
TITLE = regex.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Amb|Sen|Rep|Lt|Maj|Capt)\.")
WORD: Final = r"\p{Lu}[\w'’\-]*\.?"
PARTICLE: Final = r"(?:al|el|bin|ibn|abu|van|von|der|den|de|del|della|di|da|du|la|le|ben)"
RUN = regex.compile(rf"{WORD}(?:[ \n]+(?:{PARTICLE}[ \n]+){{0,2}}{WORD}){{0,5}}")
ADJACENT: Final = 3
"""Characters that may stand between a name and its mark: a comma, a blank, a bracket."""
BROKEN_LINE = regex.compile(r"-[ \t]*\n[ \t]*")
NO_NAMES: Final = frozenset(
    [
        "PROTECT",
        "PROTECTED",
        "PROTECTION",
        "PLEASE",
        "STRICTLY",
        "SOURCE",
        "THE",
        "AND",
        "FOR",
        "FROM",
        "WITH",
        "THAT",
        "THIS",
        "ALL",
        "AMBASSADOR",
        "MINISTER",
        "PRESIDENT",
        "PRIME",
        "FOREIGN",
        "DEFENSE",
        "INTERIOR",
        "FINANCE",
        "DEPUTY",
        "VICE",
        "DIRECTOR",
        "GENERAL",
        "CHIEF",
        "SECRETARY",
        "OFFICER",
        "COUNSELOR",
        "CONSUL",
        "EMBASSY",
        "CONSULATE",
        "DEPARTMENT",
        "STATE",
        "MINISTRY",
        "JANUARY",
        "FEBRUARY",
        "MARCH",
        "APRIL",
        "MAY",
        "JUNE",
        "JULY",
        "AUGUST",
        "SEPTEMBER",
        "OCTOBER",
        "NOVEMBER",
        "DECEMBER",
        "MONDAY",
        "TUESDAY",
        "WEDNESDAY",
        "THURSDAY",
        "FRIDAY",
        "SATURDAY",
        "SUNDAY",
    ]
)
"""Words that begin with a capital beside names and are none by themselves."""


def protected_names(text: str) -> tuple[str, ...]:
    """Return the names that a text marks, longest first; each of their words counts alone too.

    Args:
        text: A cable's body.

    Returns:
        Words as printed, line breaks as blanks. Two or more capitalised words in the sentence
        before the mark are taken for a name, and so is a single one that touches it.
    """
    if "protect" not in text.lower():  # every mark holds the word, and few cables do
        return ()
    whole_words = BROKEN_LINE.sub("", text)  # a name broken at its hyphen stands joined elsewhere
    names = {name for version in (text, whole_words) for name in marked_names(version)}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def marked_names(text: str) -> set[str]:
    """Return the names before, inside and behind the marks of a text."""
    names: set[str] = set()
    for mark in MARK.finditer(text):
        before = sentence_before(text, mark.start())
        for run in RUN.finditer(before):
            touches = len(before) - run.end() <= ADJACENT
            if touches or len(run[0].split()) > 1:
                names |= with_its_words(run[0])
        behind = RUN.match(text[mark.end() :].lstrip()[:80])
        for run in (*RUN.finditer(mark[0]), *([behind] if behind else [])):
            names |= with_its_words(run[0])
    return names


def with_its_words(run: str) -> set[str]:
    """Return a run of capitalised words and each of them that may be a name by itself."""
    words = [word.strip(".") for word in run.split()]
    alone = {word for word in words if len(word) > 2 and word.upper() not in NO_NAMES}  # noqa: PLR2004
    return alone | ({" ".join(run.split())} if alone else set())


def sentence_before(text: str, end: int) -> str:
    """Return the words of the sentence that lead up to a mark."""
    stretch = text[max(0, end - SENTENCE) : end]
    shown = TITLE.sub(lambda title: title[0][:-1] + "·", stretch)  # the dot of Mr. ends nothing
    ends = list(SENTENCE_END.finditer(shown))
    if ends and len(stretch) - ends[-1].end() <= ADJACENT:
        ends.pop()  # the mark is a sentence of its own: the name stands in the one before
    return stretch[ends[-1].end() :] if ends else stretch


def withhold(text: str, names: tuple[str, ...]) -> str:
    """Return a text of our own making with the names left out.

    A sentence that carries a mark although no name was found for it is left out whole.
    """
    if names:
        spelt = (r"\s+".join(map(regex.escape, name.split())) for name in names)
        pattern = regex.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", regex.IGNORECASE)
        text = pattern.sub(WITHHELD, text)
    kept = []
    for sentence in split_sentences(text):
        if MARK.search(sentence) and WITHHELD not in sentence:
            kept.append(f"{WITHHELD} ")
        else:
            kept.append(sentence)
    return "".join(kept).strip()


def split_sentences(text: str) -> list[str]:
    """Cut a text behind each sentence; joined, the pieces are the text."""
    places = [0, *(end.end() for end in SENTENCE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(places)]
