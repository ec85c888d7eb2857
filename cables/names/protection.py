"""Names that a cable asks to protect: found, so that nothing but the text itself repeats them.

The text of a cable is shown as it was published. Previews, share text and first words are made by
this room, and they leave such names out, rather one too many than one too few.
"""

from itertools import pairwise
from typing import Final

import regex

from cables.parser.repairs import repair_text

WITHHELD: Final = "[name withheld]"
_PROTECT: Final = r"""
    \b protect \b (?! \W{1,3} accordingly )      # protect accordingly: the cable is meant
"""
PROTECT_MARK = regex.compile(
    rf"""
    [(\[{{] [^()\[\]{{}}]{{0,60}}                                           # (strictly protect)
        (?: {_PROTECT} | \b protected \b
          | \b protection \b (?! \s+ (?:agreement|treat|unit|act|law|force|agenc|program|detail) ) )
        [^()\[\]{{}}]{{0,40}} [)\]}}]
    | [/\-\u2013] [ \n]{{0,3}} {_PROTECT}                                 # Doe/protect
    | (?<= (?-i: \p{{Lu}}\w* \s \p{{Lu}}[\w\-]* ) , \s{{1,2}} ) protect \b (?= [,.;:] )
                                                                        # Jane Doe, protect, said
    | \b (?: strictly | please | pls ) \s{{1,4}} (?: strictly \s{{1,4}} )? {_PROTECT}
    | \b protect \s{{1,4}} (?: throughout | strictly | source | identity ) \b
    | \b (?: identity | name ) \s{{1,4}} of \b [^.()]{{1,80}} \b protected \b  # ... be protected
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
SENTENCE: Final = 600
"""Characters before the mark in which the name is looked for, at most."""
SENTENCE_END = regex.compile(r"[.!?]['\")]?\s+(?=[\p{Lu}(¶\d])")
TITLE = regex.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Amb|Sen|Rep|Lt|Maj|Capt)\.")
ARTICLE: Final = r"\b(?:al|el|ul|ad|an|ar|as|at|az|ash)-"
WORD: Final = rf"(?:{ARTICLE})?\p{{Lu}}[\w'’\-]*\.?"
PARTICLE: Final = r"(?:al|el|bin|ibn|abu|van|von|der|den|de|del|della|di|da|du|la|le|ben)"
NAME_RUN = regex.compile(rf"{WORD}(?:[ \n]+(?:{PARTICLE}[ \n]+){{0,2}}{WORD}){{0,5}}")
ADJACENT: Final = 3
"""Characters that may stand between a sentence and a mark by itself."""
TOUCHING = regex.compile(r"[^\p{L}\p{N}]{0,6}")
"""What may stand between a name and its mark: a comma, a blank, two hyphens."""
OPENED_BY_ARTICLE = regex.compile(ARTICLE, regex.IGNORECASE)
POSSESSIVE = regex.compile(r"['’]s?$", regex.IGNORECASE)
LEAD = regex.compile(
    r"[\s:,\-\u2013]{0,6} (?: (?:the\s+)? (?:identity|identities|names?)\s+of\s+ )?",
    regex.VERBOSE | regex.IGNORECASE,
)
"""What may stand between a mark and the name behind it: strictly protect: Jane Doe."""
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
    names = {
        name for version in with_broken_words_joined(text) for name in _names_near_marks(version)
    }
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def with_broken_words_joined(text: str) -> tuple[str, ...]:
    """Return a text as it is, and with words that a line's end divides whole.

    The hyphen there may be the name's own or the typist's, and elsewhere the name stands undivided.
    """
    return tuple(dict.fromkeys((text, BROKEN_LINE.sub("", text), BROKEN_LINE.sub("-", text))))


def _names_near_marks(text: str) -> set[str]:
    """Return the names before, inside and behind the marks of a text."""
    names: set[str] = set()
    for mark in PROTECT_MARK.finditer(text):
        before = sentence_before(text, mark.start())
        touched = False
        for run in NAME_RUN.finditer(before):
            touches = reaches_mark(run, before)
            if touches or len(run[0].split()) > 1:
                names |= _with_single_words(run[0])
            touched |= touches
        behind = None if touched and mark[0][-1] in ")]}" else run_after(text, mark.end())
        for run in (*NAME_RUN.finditer(mark[0]), *([behind] if behind else [])):
            names |= _with_single_words(run[0])
    return names


def reaches_mark(run: "regex.Match[str]", before: str) -> bool:
    """Tell whether a run reaches to the mark behind some words."""
    return bool(TOUCHING.fullmatch(before, run.end()))


def run_after(text: str, end: int) -> "regex.Match[str] | None":
    """Return the capitalised words of the same sentence behind a mark that ends at a place."""
    lead = LEAD.match(text, end)
    start = lead.end() if lead else end
    stop = SENTENCE_END.search(text, start, start + SENTENCE)
    return NAME_RUN.match(text, start, stop.start() if stop else start + SENTENCE)


def _with_single_words(run: str) -> set[str]:
    """Return a run of capitalised words and each of them that may be a name by itself."""
    words = [POSSESSIVE.sub("", word.strip(".")) for word in run.split()]
    words += [bare for word in words if (bare := OPENED_BY_ARTICLE.sub("", word)) != word]
    alone = {word for word in words if len(word) > 2 and word.upper() not in NO_NAMES}  # noqa: PLR2004
    whole = POSSESSIVE.sub("", " ".join(run.split()).rstrip("."))
    return alone | ({whole} if alone else set())


def sentence_before(text: str, end: int) -> str:
    """Return the words of the sentence that lead up to a mark."""
    stretch = text[max(0, end - SENTENCE) : end]
    shown = TITLE.sub(lambda title: title[0][:-1] + "·", stretch)  # the dot of Mr. ends nothing
    ends = list(SENTENCE_END.finditer(shown))
    if ends and len(stretch) - ends[-1].end() <= ADJACENT:
        ends.pop()  # the mark is a sentence of its own: the name stands in the one before
    return stretch[ends[-1].end() :] if ends else stretch


def withhold_names(text: str, names: tuple[str, ...]) -> str:
    """Return a text of our own making with the names left out.

    A sentence that carries a mark although no name was found for it is left out whole.
    """
    if names:
        spellings = {*names, *map(repair_text, names)}  # the text may be repaired or as printed
        names = tuple(sorted(spellings, key=lambda name: (-len(name), name)))
        spelt = (r"\s+".join(map(regex.escape, name.split())) for name in names)
        pattern = regex.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", regex.IGNORECASE)
        text = pattern.sub(WITHHELD, text)
    if "protect" not in text.lower():  # as every mark does
        return text.strip()
    kept = []
    for sentence in split_sentences(text):
        if PROTECT_MARK.search(sentence) and WITHHELD not in sentence:
            kept.append(f"{WITHHELD} ")
        else:
            kept.append(sentence)
    return "".join(kept).strip()


def split_sentences(text: str) -> list[str]:
    """Cut a text behind each sentence; joined, the pieces are the text."""
    places = [0, *(end.end() for end in SENTENCE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(places)]
