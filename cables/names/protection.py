"""Find names that a cable asks to protect, and withhold them from generated text.

The text of a cable is shown as published. Previews, share text and titles are generated, and they
omit such names; if in doubt, they omit too many.
"""

from functools import lru_cache
from itertools import pairwise
from typing import Final

import regex

from cables.parser.repairs import repair_text

WITHHELD: Final = "[name withheld]"
_PROTECT: Final = r"""
    \b protect \b (?! \W{1,3} accordingly )      # this means the cable
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
MAX_SENTENCE: Final = 600
"""Characters before a mark that are searched for the name."""
SENTENCE_END = regex.compile(r"[.!?]['\")]?\s+(?=[\p{Lu}(¶\d])")
TITLE = regex.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Amb|Sen|Rep|Lt|Maj|Capt)\.")
ARTICLE: Final = r"\b(?:al|el|ul|ad|an|ar|as|at|az|ash)-"
WORD: Final = rf"(?:{ARTICLE})?\p{{Lu}}[\w'’\-]*\.?"
PARTICLE: Final = r"(?:al|el|bin|ibn|abu|van|von|der|den|de|del|della|di|da|du|la|le|ben)"
NAME_RUN = regex.compile(rf"{WORD}(?:[ \n]+(?:{PARTICLE}[ \n]+){{0,2}}{WORD}){{0,5}}")
ADJACENT: Final = 3
"""Characters between a sentence and a mark that follows it."""
MAX_TOUCHING: Final = 6
TOUCHING = regex.compile(r"[^\p{L}\p{N}]*")
"""What may be between a name and its mark: a comma, a space, two hyphens."""
OPENED_BY_ARTICLE = regex.compile(ARTICLE, regex.IGNORECASE)
POSSESSIVE = regex.compile(r"['’]s?$", regex.IGNORECASE)
LEAD = regex.compile(
    r"[\s:,\-\u2013]{0,6} (?: (?:the\s+)? (?:identity|identities|names?)\s+of\s+ )?",
    regex.VERBOSE | regex.IGNORECASE,
)
"""What may be between a mark and the name after it: strictly protect: Jane Doe."""
BROKEN_LINE = regex.compile(r"-[ \t]*\n[ \t]*")
_NOT_NAMES = """
    PROTECT PROTECTED PROTECTION PLEASE STRICTLY SOURCE THE AND FOR FROM WITH THAT THIS ALL
    AMBASSADOR MINISTER PRESIDENT PRIME FOREIGN DEFENSE INTERIOR FINANCE DEPUTY VICE DIRECTOR
    GENERAL CHIEF SECRETARY OFFICER COUNSELOR CONSUL EMBASSY CONSULATE DEPARTMENT STATE
    MINISTRY JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER
    DECEMBER MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY
"""
NOT_NAMES: Final = frozenset(_NOT_NAMES.split())
"""Capitalized words beside names that are not names on their own."""


@lru_cache(maxsize=4)  # title, people and rows of a cable ask one after another
def protected_names(text: str) -> tuple[str, ...]:
    """Return the names that a text marks for protection, longest first, and each of their words.

    Args:
        text: A cable's body.

    Returns:
        Words as printed, line breaks as spaces. Two or more capitalized words in the sentence
        before the mark count as a name, and so does a single word next to it.
    """
    if "protect" not in text.lower():  # every mark contains the word; few cables do
        return ()
    names = {
        name for version in with_broken_words_joined(text) for name in _names_near_marks(version)
    }
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def with_broken_words_joined(text: str) -> tuple[str, ...]:
    """Return a text as it is, and with words joined that a line end divides.

    The hyphen may belong to the name or not; elsewhere in the text the name is undivided.
    """
    return tuple(dict.fromkeys((text, BROKEN_LINE.sub("", text), BROKEN_LINE.sub("-", text))))


def _names_near_marks(text: str) -> set[str]:
    """Return the names before, inside and after the marks of a text."""
    names: set[str] = set()
    for mark in PROTECT_MARK.finditer(text):
        before = sentence_before(text, mark.start())
        touched = False
        for run in NAME_RUN.finditer(before):
            touches = reaches_mark(run, before)
            if touches or len(run[0].split()) > 1:
                names |= _with_single_words(run[0])
            touched |= touches
        after = None if touched and mark[0][-1] in ")]}" else run_after(text, mark.end())
        for run in (*NAME_RUN.finditer(mark[0]), *([after] if after else [])):
            names |= _with_single_words(run[0])
    return names


def reaches_mark(run: "regex.Match[str]", before: str) -> bool:
    """Return whether nothing separates a run from the mark after it."""
    near = len(before) - run.end() <= MAX_TOUCHING
    return near and bool(TOUCHING.fullmatch(before, run.end()))


def run_after(text: str, end: int) -> "regex.Match[str] | None":
    """Return the capitalized words of the same sentence after a mark."""
    lead = LEAD.match(text, end)
    start = lead.end() if lead else end
    stop = SENTENCE_END.search(text, start, start + MAX_SENTENCE)
    return NAME_RUN.match(text, start, stop.start() if stop else start + MAX_SENTENCE)


@lru_cache(maxsize=256)  # the same run is read again for each mark near it
def _with_single_words(run: str) -> frozenset[str]:
    """Return a run of capitalized words and each of them that may be a name on its own."""
    words = [POSSESSIVE.sub("", word.strip(".")) for word in run.split()]
    words += [bare for word in words if (bare := OPENED_BY_ARTICLE.sub("", word)) != word]
    alone = {word for word in words if len(word) > 2 and word.upper() not in NOT_NAMES}  # noqa: PLR2004
    whole = POSSESSIVE.sub("", " ".join(run.split()).rstrip("."))
    return frozenset(alone | ({whole} if alone else set()))


def sentence_before(text: str, end: int) -> str:
    """Return the part of the sentence before a mark."""
    before = text[max(0, end - MAX_SENTENCE) : end]
    without_titles = TITLE.sub(
        lambda title: title[0][:-1] + "·", before
    )  # the period of Mr. ends no sentence
    ends = list(SENTENCE_END.finditer(without_titles))
    if ends and len(before) - ends[-1].end() <= ADJACENT:
        ends.pop()  # the mark is its own sentence; the name is in the one before
    return before[ends[-1].end() :] if ends else before


def withhold_names(text: str, names: tuple[str, ...]) -> str:
    """Return a generated text with the names replaced.

    A sentence with a mark for which no name was found is replaced as a whole.
    """
    if names:
        spellings = {*names, *map(repair_text, names)}  # the text may be repaired or as printed
        names = tuple(sorted(spellings, key=lambda name: (-len(name), name)))
        patterns = (r"\s+".join(map(regex.escape, name.split())) for name in names)
        pattern = regex.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", regex.IGNORECASE)
        text = pattern.sub(WITHHELD, text)
    if "protect" not in text.lower():  # every mark contains the word
        return text.strip()
    kept = []
    for sentence in split_sentences(text):
        if PROTECT_MARK.search(sentence) and WITHHELD not in sentence:
            kept.append(f"{WITHHELD} ")
        else:
            kept.append(sentence)
    return "".join(kept).strip()


def split_sentences(text: str) -> list[str]:
    """Split a text after each sentence; the pieces joined are the text."""
    places = [0, *(end.end() for end in SENTENCE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(places)]
