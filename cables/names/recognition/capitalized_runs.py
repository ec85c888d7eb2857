"""Runs of capitalized words in the parts of a cable that may name people."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cables.names.recognition.values import Token, WordRun, Zone
from cables.names.recognition.word_kinds import GIVEN, NON_NAME_KINDS, SURNAME, word_kind
from cables.parser.values import ParsedCable, PartKind, TextPart

FILL: Final = "\x1f"
"""Replaces each character of a page mark, over which a name may continue."""
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
"""One word: `Jr.`, `J.J.`, `A/S`, `Maliki`, or `DiPaula-Coyle` over a line end."""
PREFIX: Final = r"(?: [a-z]{1,3}[-'’] | ['’‘] )"
"""What may precede the capital of a word: `al-Maliki`, `d'Arcy`, `'Abd`."""
GAP: Final = rf"(?: [ \t]{{1,3}} | [ \t]{{0,40}} \n [ \t]{{0,8}} | [ \t]{{0,4}} {FILL}+ )"
SMALL: Final = (
    r"(?:al|el|ul|bin|ibn|ben|bint|abu|de|del|della|di|da|das|do|dos|du|la|las|los|van|von|der|den|ter|"
    r"ten|zu|y|e|ould|ud|ur)"
)
START: Final = re.compile(CAPITAL)
RUN: Final = re.compile(
    rf"{WORD} (?: {GAP} (?: {SMALL} {GAP} ){{0,3}} {PREFIX}? {WORD} )*", re.VERBOSE
)
"""Capitalized words with only whitespace and particles between them."""
PREFIX_BEFORE: Final = re.compile(rf"(?<![\w'’-]) {PREFIX} \Z", re.VERBOSE)
LEADS_BEFORE: Final = re.compile(
    rf"""
    (?<![\w-])
    (?: (?:van|von|der|den|de|del|della|di|du|da|bin|bint|ibn|ould|al|el|ter|la) {GAP} ){{1,2}} \Z
    """,
    re.VERBOSE,
)
"""Lower-case particles with which a run may begin: `bin Laden`, `van der Meer`."""
_LEAD_ENDS = """
    an on er en de el la di du da in nt bn ld al
"""
LEAD_ENDS: Final = frozenset(_LEAD_ENDS.split())
"""The last two letters of these particles, a quick test that excludes most other words."""
LONGEST_LEAD: Final = 24
PART: Final = re.compile(rf"{PREFIX}? {WORD} | {SMALL}(?!\w)", re.VERBOSE)
POSSESSIVE: Final = re.compile(r"['’][sS]?$|(?<=[a-z])Qs$")
"""Includes `Qs`, which damaged files have for an apostrophe: `DoeQs`."""
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
"""The last two words of a line in capitals."""
LONGEST_MARK: Final = 400
"""Characters of a page mark; a longer one is a section header with a text of its own."""
STAMP: Final = re.compile(
    r"(?:[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+\s{1,9})?Declassified/Released\s{1,9}US Department of State"
    r"(?:\s{1,9}EO Systematic Review(?:\s{1,9}\d{1,2} \w{3,9} \d{4})?)?"
)
"""Stamp on a released telegram, with the name of the official who released it."""
PREPOSITIONS: Final = frozenset({"of", "in", "and", "for"})
"""Words before the name of a place or an office."""
MOSTLY: Final = 0.6
"""Share of capitals from which a text counts as written in capitals."""
DOUBLE_SPACED: Final = 0.4
"""Share of double line ends from which a text counts as double-spaced."""


_Span = tuple[int, int, PartKind, int]
"""Start, end, kind of part and position of the paragraph."""


def fill_page_marks(parsed: ParsedCable) -> str:
    """Replace page marks, stamps and the whitespace around them by `FILL`, keeping offsets."""
    text = parsed.text
    if _is_double_spaced(parsed):
        text = text.replace("\n\n", " \n")
    marks = ((mark.start, mark.end) for mark in parsed.page_marks)
    spans = [mark for mark in marks if mark[1] - mark[0] < LONGEST_MARK]
    if "Declassified/Released" in text:
        spans = sorted([*spans, *(stamp.span() for stamp in STAMP.finditer(text))])
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
    """Return whether an empty line follows nearly every line of the paragraphs."""
    start = parsed.paragraphs[0].start if parsed.paragraphs else parsed.body_start
    return parsed.text.count("\n\n", start) > parsed.text.count("\n", start) * DOUBLE_SPACED


def _with_surrounding_space(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1] in " \t\n":
        start -= 1
    while end < len(text) and text[end] in " \t\n":
        end += 1
    return start, end


def find_zones(parsed: ParsedCable) -> Iterator[Zone]:
    """Yield the parts of the text that may name people, in order; page marks divide none."""
    for start, end, part_kind, paragraph in _searched_spans(parsed):
        all_caps = _in_capitals(parsed.text[start:end])
        yield Zone(start, end, part_kind, all_caps, paragraph)


def _searched_spans(parsed: ParsedCable) -> Iterator[_Span]:
    """Yield the spans that may name people, paragraphs first where spans overlap."""
    paragraphs = [
        (paragraph.start, paragraph.end, PartKind.PARAGRAPH, paragraph.position)
        for paragraph in parsed.paragraphs
    ]
    parts = [
        (part.start, part.end, part.kind, 0) for part in parsed.parts if _is_searched(parsed, part)
    ]
    reached = parsed.body_start
    last: _Span | None = None
    for span in sorted(paragraphs + parts, key=lambda span: (span[0], not span[3])):
        if span[0] < reached:
            continue
        reached = max(span[1], reached)
        if last and _name_continues_below(parsed.text, last, span):
            last = (last[0], span[1], last[2], last[3])
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _name_continues_below(text: str, upper: _Span, lower: _Span) -> bool:
    """Return whether a line above the text ends in a first name whose surname begins the next."""
    if not {upper[2], lower[2]} <= ABOVE or text[upper[1] : lower[0]].strip():
        return False
    words = LAST_WORDS.search(text, upper[0], upper[1])
    if words is None or START.match(text, lower[0]) is None:
        return False
    return word_kind(words["last"]) == GIVEN and not word_kind(words["before"]) & GIVEN


def _is_searched(parsed: ParsedCable, part: TextPart) -> bool:
    if part.kind not in TEXT_KINDS:
        return False
    routed = part.kind in ABOVE and ROUTED.search(parsed.text, part.start, part.end)
    return not routed


def _in_capitals(text: str) -> bool:
    small = sum(map(text.count, "eaiotn"))
    return sum(map(text.count, "EAIOTN")) > (small * MOSTLY / (1 - MOSTLY))


def find_runs(text: str, zones: Sequence[Zone]) -> Iterator[WordRun]:
    """Yield the runs of the zones, in text order.

    Single words that are not names are skipped: nine of ten runs are such a word.
    """
    for zone in zones:
        for start, end in _run_spans(text, zone.start, zone.end):
            word = text[start:end]
            if (
                word.isalpha()
                and (flags := word_kind(word)) & NON_NAME_KINDS
                and not flags & (GIVEN | SURNAME)
            ):
                continue
            before = text[max(start - 4, 0) : start - 1].lstrip().lower()
            yield WordRun(tuple(_run_tokens(text, start, end)), zone, before in PREPOSITIONS)


def _run_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while capital := START.search(text, at, end):
        first = capital.start()
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
    """Return where a run begins, including a prefix or lower-case particles before it."""
    if first > start and text[first - 1] in "-'’‘":
        before = text[max(start, first - 5) : first]
        prefix = PREFIX_BEFORE.search(before)
        return first - (len(before) - prefix.start()) if prefix else first
    if text[max(start, first - 3) : first - 1] in LEAD_ENDS:
        before = text[max(start, first - LONGEST_LEAD) : first]
        leads = LEADS_BEFORE.search(before)
        return first - (len(before) - leads.start()) if leads else first
    return first


def _run_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    last = start
    for match in PART.finditer(text, start, end):
        word = match[0]
        stop = match.end()
        possessive = False
        if "'" in word or "’" in word or word.endswith("Qs"):
            bare = POSSESSIVE.sub("", word)
            possessive = len(bare) < len(word)
            stop -= len(word) - len(bare)
            word = bare
        if "\n" in word:
            word = "".join(word.split())
        starts_line = "\n" in text[last : match.start()]
        yield Token(match.start(), stop, word, word_kind(word), possessive, starts_line)
        last = match.end()
