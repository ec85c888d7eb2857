"""Names that a cable asks to protect: found, so that nothing but the text itself repeats them.

The text of a cable is shown as it was published. Previews, share text and first words are made by
this room, and they leave such names out, rather one too many than one too few.
"""

import re
from itertools import pairwise
from typing import Final

WITHHELD: Final = "[name withheld]"
MARK = re.compile(
    r"""
    \( [^()]{0,30} \b protect (?:ed|ion)? \b [^()]{0,40} \)   # (protect), (strictly protect)
    | \b (?: strictly | please | pls ) \s+ protect \b          # ... please protect
    | \b protect \s+ (?: throughout | strictly | source | identity ) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
CLAUSE: Final = 160
"""Characters before the mark in which the name is looked for."""
SENTENCE_END = re.compile(r"[.!?]['\")]?\s+(?=[A-Z(¶\d])")
TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Amb|Sen|Rep|Lt|Maj|Capt)\.")
WORD = r"[A-ZÀ-Þ][\w'’\-]*\.?"
PARTICLE = r"(?:al|el|bin|ibn|abu|van|von|der|den|de|del|della|di|da|du|la|le|ben)"
RUN = re.compile(rf"{WORD}(?:[ \n]+(?:{PARTICLE}[ \n]+){{0,2}}{WORD}){{0,5}}")
ADJACENT: Final = 3
"""Characters that may stand between a name and its mark: a comma, a blank, a bracket."""


def protected_names(text: str) -> tuple[str, ...]:
    """Return the names that a text marks, longest first; each surname counts alone too.

    Args:
        text: A cable's body.

    Returns:
        Words as printed, line breaks as blanks. Two or more capitalised words in the clause before
        the mark are taken for a name, and so is a single one that touches it.
    """
    names: set[str] = set()
    for mark in MARK.finditer(text):
        clause = clause_before(text, mark.start())
        for run in RUN.finditer(clause):
            words = run[0].split()
            touches = len(clause) - run.end() <= ADJACENT
            if len(words) > 1 or touches:
                names |= {" ".join(words), words[-1].strip(".")}
    return tuple(sorted((name for name in names if len(name) > 1), key=len, reverse=True))


def clause_before(text: str, end: int) -> str:
    """Return the words of the sentence that lead up to a mark."""
    stretch = text[max(0, end - CLAUSE) : end]
    shown = TITLE.sub(lambda title: title[0][:-1] + "·", stretch)  # the dot of Mr. ends nothing
    ends = list(SENTENCE_END.finditer(shown))
    return stretch[ends[-1].end() :] if ends else stretch


def withhold(text: str, names: tuple[str, ...]) -> str:
    """Return a text of our own making with the names left out.

    A sentence that carries a mark although no name was found for it is left out whole.
    """
    if names:
        spelt = (r"\s+".join(map(re.escape, name.split())) for name in names)
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE)
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
