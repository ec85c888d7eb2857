"""Runs of capitalised words, cut from the parts of a cable in which somebody may be named."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cables.names.recognition.values import Token, WordRun, Zone
from cables.names.recognition.word_kinds import GIVEN, NON_NAME_KINDS, SURNAME, word_kind
from cables.parser.values import ParsedCable, PartKind, TextPart

FILL: Final = "\x1f"
"""Stands for each character of a page mark, over which a name may run."""
CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ]"
SHORT: Final = (
    r"(?:Mrs?|Ms|Drs?|Gens?|Col|Lt|Maj|Capt|Cpt|Cmdr|Cdr|Adm|Brig|Sgt|Govs?|Sens?|Reps?|Profs?|Rev|"
    r"Ambs?|Hon|St|Jr|Sr|Fr|Eng|Msgr|Pres|Dep|Asst|Ing|Lic|Cong|Supt|Insp|Abp|Bp|Sec|Min|Messrs|"
    r"Amb|MR|MRS|MS|DR|GEN|COL|LT|MAJ|CAPT|ADM|BRIG|GOV|SEN|REP|PROF|REV|AMB|JR|SR|ING|LIC|ENG)\."
)
WORD: Final = rf"""
    (?: {SHORT} | (?:{CAPITAL}[a-z]?\.){{1,3}} (?=[ \t\n,)]|{CAPITAL})
    | {CAPITAL}[\w'’-]*/[\w/'’-]*
    | {CAPITAL}[\w'’]* (?: - (?:[ \t]{{0,3}}\n[ \t]{{0,3}})? \w[\w'’]* )* )
"""
"""One word: `Jr.`, `J.J.`, `A/S`, `Maliki`, `DiPaula-` / `Coyle` over a line's end."""
PREFIX: Final = r"(?: [a-z]{1,3}[-'’] | ['’‘] )"
"""What may stand before the capital of a word: `al-Maliki`, `d'Arcy`, `'Abd`."""
GAP: Final = rf"(?: [ \t]{{1,3}} | [ \t]{{0,40}} \n [ \t]{{0,8}} | [ \t]{{0,4}} {FILL}+ )"
SMALL: Final = (
    r"(?:al|el|ul|bin|ibn|ben|bint|abu|de|del|della|di|da|das|do|dos|du|la|las|los|van|von|der|den|ter|"
    r"ten|zu|y|e|ould|ud|ur)"
)
START: Final = re.compile(CAPITAL)
RUN: Final = re.compile(
    rf"{WORD} (?: {GAP} (?: {SMALL} {GAP} ){{0,3}} {PREFIX}? {WORD} )*", re.VERBOSE
)
"""Words of capitals with nothing but blanks and particles between them."""
PREFIX_BEFORE: Final = re.compile(rf"(?<![\w'’-]) {PREFIX} \Z", re.VERBOSE)
LEADS_BEFORE: Final = re.compile(
    rf"""
    (?<![\w-])
    (?: (?:van|von|der|den|de|del|della|di|du|da|bin|bint|ibn|ould|al|el|ter|la) {GAP} ){{1,2}} \Z
    """,
    re.VERBOSE,
)
"""Particles in small letters with which a run may begin: `bin Laden`, `van der Meer`."""
_LEAD_ENDS = """
    an on er en de el la di du da in nt bn ld al
"""
LEAD_ENDS: Final = frozenset(_LEAD_ENDS.split())
"""The last two letters of these, by which most other words are told from them quickly."""
LONGEST_LEAD: Final = 24
PART: Final = re.compile(rf"{PREFIX}? {WORD} | {SMALL}(?!\w)", re.VERBOSE)
POSSESSIVE: Final = re.compile(r"['’][sS]?$|(?<=[a-z])Qs$")
"""With the letter that broken files have for an apostrophe: `DoeQs`."""
TEXT_KINDS: Final = frozenset(
    {
        PartKind.PARAGRAPH,
        PartKind.SUBJECT,
        PartKind.HEADING,
        PartKind.ATTENTION,
        PartKind.OTHER,
        PartKind.FUSED,
    }
)
ABOVE: Final = frozenset({PartKind.ATTENTION, PartKind.OTHER})
ROUTED: Final = re.compile(r"\bR[A-Z]{4,7}/[A-Z]{2}|^FM [A-Z]", re.MULTILINE)
"""A line of addressees, which names posts. Example: `RUEHC/SECSTATE WASHDC`."""
LAST_WORDS: Final = re.compile(r"(?P<before>\S+)[ \t]+(?P<last>[A-Z]{3,})\s*\Z")
"""The last words of a line in capitals."""
LONGEST_MARK: Final = 400
"""Characters of a page mark; a longer one is a section's, with a header and text of its own."""
STAMP: Final = re.compile(
    r"(?:[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+\s{1,9})?Declassified/Released\s{1,9}US Department of State"
    r"(?:\s{1,9}EO Systematic Review(?:\s{1,9}\d{1,2} \w{3,9} \d{4})?)?"
)
"""What was stamped on a telegram when it was released, with the name of an official of that day."""
PLACED: Final = frozenset({"of", "in", "and", "for"})
"""What stands before the name of a place or an office."""
MOSTLY: Final = 0.6
"""So large a part of the letters being capitals, a stretch counts as written in capitals."""

DOUBLE: Final = 0.4
"""Pairs of line ends for each line end, from which on a text is written with double space."""


def fill_page_marks(parsed: ParsedCable) -> str:
    """Return the text with page marks, stamps and the blanks around them filled; offsets stay."""
    text = parsed.text
    if _is_double_spaced(parsed):
        text = text.replace("\n\n", " \n")
    marks = ((mark.start, mark.end) for mark in parsed.page_marks)
    spans = [mark for mark in marks if mark[1] - mark[0] < LONGEST_MARK]
    if "Declassified/Released" in text:
        spans = sorted([*spans, *(found.span() for found in STAMP.finditer(text))])
    pieces: list[str] = []
    at = 0
    for span in spans:
        start, end = _with_surrounding_space(text, *span)
        start = max(start, at)
        if end > start:
            pieces += (text[at:start], FILL * (end - start))
            at = end
    return "".join((*pieces, text[at:]))


def _is_double_spaced(parsed: ParsedCable) -> bool:
    """Tell whether a blank line stands behind nearly every line of the paragraphs."""
    start = parsed.paragraphs[0].start if parsed.paragraphs else parsed.body_start
    return parsed.text.count("\n\n", start) > parsed.text.count("\n", start) * DOUBLE


def _with_surrounding_space(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a stretch with the blanks on both sides begins and ends."""
    while start and text[start - 1] in " \t\n":
        start -= 1
    while end < len(text) and text[end] in " \t\n":
        end += 1
    return start, end


def find_zones(parsed: ParsedCable) -> Iterator[Zone]:
    """Yield the stretches in which somebody may be named, in order; page marks part none."""
    for start, end, kind_of_part, paragraph in _searched_spans(parsed):
        capitals = _in_capitals(parsed.text[start:end])
        yield Zone(start, end, kind_of_part, capitals, paragraph)


def _searched_spans(parsed: ParsedCable) -> Iterator[tuple[int, int, PartKind, int]]:
    """Yield where each stretch begins and ends, its kind and its paragraph's position."""
    whole = [(one.start, one.end, PartKind.PARAGRAPH, one.position) for one in parsed.paragraphs]
    parts = [(one.start, one.end, one.kind, 0) for one in parsed.parts if _is_searched(parsed, one)]
    reached = parsed.body_start
    last: tuple[int, int, PartKind, int] | None = None
    for stretch in sorted(whole + parts, key=lambda one: (one[0], not one[3])):
        if stretch[0] < reached:
            continue
        reached = max(stretch[1], reached)
        if last and _name_continues_below(parsed.text, last, stretch):
            last = (last[0], stretch[1], last[2], last[3])
            continue
        if last:
            yield last
        last = stretch
    if last:
        yield last


def _name_continues_below(
    text: str, one: tuple[int, int, PartKind, int], other: tuple[int, int, PartKind, int]
) -> bool:
    """Tell whether a line above the text ends in a first name whose surname begins the next."""
    if one[2] not in ABOVE or other[2] not in ABOVE or text[one[1] : other[0]].strip():
        return False
    words = LAST_WORDS.search(text, one[0], one[1])
    if words is None or START.match(text, other[0]) is None:
        return False
    return word_kind(words["last"]) == GIVEN and not word_kind(words["before"]) & GIVEN


def _is_searched(parsed: ParsedCable, part: TextPart) -> bool:
    """Tell whether a part may name somebody."""
    if part.kind not in TEXT_KINDS:
        return False
    routed = part.kind in ABOVE and ROUTED.search(parsed.text, part.start, part.end)
    return not routed


def _in_capitals(text: str) -> bool:
    """Tell whether a stretch is written in capitals throughout."""
    small = sum(map(text.count, "eaiotn"))
    return sum(map(text.count, "EAIOTN")) > (small * MOSTLY / (1 - MOSTLY))


def find_runs(text: str, searched: Sequence[Zone]) -> Iterator[WordRun]:
    """Yield the runs of the stretches, in the order of the text.

    A single word that can be no name is passed over: nine runs of ten are one.
    """
    for zone in searched:
        for start, end in _run_spans(text, zone.start, zone.end):
            word = text[start:end]
            if (
                word.isalpha()
                and (flags := word_kind(word)) & NON_NAME_KINDS
                and not flags & (GIVEN | SURNAME)
            ):
                continue
            of = text[max(start - 4, 0) : start - 1].lstrip().lower() in PLACED
            yield WordRun(tuple(_run_tokens(text, start, end)), zone, of)


def _run_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where runs begin and end between two places."""
    at = start
    while found := START.search(text, at, end):
        first = found.start()
        if text[first - 1 : first].isalnum():  # inside a word: eBay
            at = first + 1
            continue
        run = RUN.match(text, first, end)
        if run is None:
            at = first + 1
            continue
        at = run.end()
        yield _with_lead(text, first, start), at


def _with_lead(text: str, first: int, start: int) -> int:
    """Return where a run begins, with a prefix or particles in small letters before it."""
    if first > start and text[first - 1] in "-'’‘":
        stretch = text[max(start, first - 5) : first]
        found = PREFIX_BEFORE.search(stretch)
        return first - (len(stretch) - found.start()) if found else first
    if text[max(start, first - 3) : first - 1] in LEAD_ENDS:
        stretch = text[max(start, first - LONGEST_LEAD) : first]
        found = LEADS_BEFORE.search(stretch)
        return first - (len(stretch) - found.start()) if found else first
    return first


def _run_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    """Yield the words of a run."""
    last = start
    for found in PART.finditer(text, start, end):
        word = found[0]
        stop = found.end()
        owns = False
        if "'" in word or "’" in word or word.endswith("Qs"):
            bare = POSSESSIVE.sub("", word)
            owns = len(bare) < len(word)
            stop -= len(word) - len(bare)
            word = bare
        if "\n" in word:
            word = "".join(word.split())
        opens = "\n" in text[last : found.start()]
        yield Token(found.start(), stop, word, word_kind(word), owns, opens)
        last = found.end()
