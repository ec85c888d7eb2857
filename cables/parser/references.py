"""The REF lines: what a cable refers to, entry by entry."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cables.parser import reference_ids
from cables.parser.dates import MONTHS, full_year
from cables.parser.values import ParsedReference, ReferenceKind

LETTER: Final = re.compile(
    r"""
    (?: (?<= [\s;,] ) | \A ) (?: Ref [ ] )? [¶\ufffd]?
    \(? (?P<letter> [A-Za-z] ) \s? (?: \) | \. (?! [A-Za-z] \. ) | : ) \)?
    (?= \s | \d | [A-Z(] | \Z )
    """,
    re.VERBOSE,
)
"""Examples: `A. 06 MOSCOW 11698`, `(B) STATE 12345`, `A) 08 RIO DE JAN 138; B)`."""

CABLE: Final = re.compile(
    r"""
    (?: (?<![\d/:'\u2019-]) ['\u2019]? (?P<year> (?:19|20)? \d{2} ) [\s\-]{0,4} )?
    (?<![A-Z]) (?P<post> [A-Z][A-Z'\u2019]* (?: [.]? \s{1,3} [A-Z'\u2019]+ ){0,4} [.]? )
    \s{0,6} [-#]? (?P<serial> \d{1,8} ) (?! \d | [:/]\d )
    (?: \s{0,2} \( \s? '? (?P<year_after> \d{2} | (?:19|20)\d{2} ) \s? \) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `06 MOSCOW 11698` (07MOSCOW849), `2007 MANAGUA 2583`, `ASUNCION 701 (08)`."""
COMPACT: Final = re.compile(
    r"(?<![A-Z0-9])(?P<year>\d{2})(?P<post>[A-Z]{3,30})(?P<serial>\d{1,7})(?!\d)"
)
"""Example: `07MOSCOW849`."""
REVERSED: Final = re.compile(
    r"(?<!\d)(?P<serial>\d{2,6})\s{1,3}(?P<post>[A-Z][A-Z ]{2,25}[A-Z])\b(?P<year>)?"
)
"""Example: `00821 ASMARA` (07ASMARA850)."""
SERIAL_DATE: Final = re.compile(
    r"""
    [\s,(]{1,3}
    (?: (?: OF | DATED | DTD ) [ ]{1,2} (?: \d{1,2} / \d{1,2} / | MONTH [ ] \d{1,2} ,? [ ] )
      | (?: (?: OF | DATED | DTD ) [ ]{1,2} )? (?: \d{6}Z | \d{1,2} ) [ ]? MONTH [ ]? )
    (?P<year> (?:19|20)\d{2} | \d{2} ) (?! [\d/] )
    """.replace("MONTH", f"(?:{'|'.join(MONTHS)}) [A-Z]{{0,6}} [.,]?"),
    re.VERBOSE | re.IGNORECASE,
)
"""The date of a cable after its serial. Examples: `STATE 235324 OF 11/30/73` (1974LAPAZ02080),
`LA PAZ 3179 OF MAY 16, 1974` (1974LAPAZ04241), `STATE 47743 DTD 240237Z FEB 78`
(1979LAPAZ06049)."""
NEXT_SERIAL: Final = re.compile(
    r"\s{0,2}(?:,|;|/|&|-|\bAND\b)\s{0,2}(?:AND\s)?(?P<serial>\d{2,6})(?![\d/:])(?!\s{1,2}[A-Z]{3})"
)
"""Another serial of the same post. Example: `09 FOO 12 AND 13`."""

MESSAGE: Final = re.compile(
    r"\bIIR\b|\bTD-?\s?\d|\bTDX|\b\d{6}Z\b|\b[A-Z]{3}\s?\d{10,}|\bDIA\b|\bCABLE\b|\bTELEGRAM\b|\bMSG\b"
)
"""Examples: `IIR 6 899 0149 10`, `TD-314/014437-09`, `SECDEF R162245Z OCT 08`."""
MAIL: Final = re.compile(r"E-?\s?MAIL|TELCON|TELECON|PHONE|\bFAX|LETTER", re.IGNORECASE)
"""Example: `SMITH-JONES EMAIL 10/9`."""
SEMICOLON: Final = re.compile(r";")
SPACE: Final = re.compile(r"\s+")
REPEATED_LETTER: Final = re.compile(r"\A[(]?[A-Z][).][ ]|[(]\Z")
"""A letter printed twice. Example: `A. (A) PARIS 7682` (06PARIS953)."""
TRAILING_WORDS: Final = re.compile(r"(?:[\s;,]{1,4}(?:AND|REF))+\Z", re.IGNORECASE)
NOT_A_NOTE: Final = re.compile(
    r"(?: [\s:;,.&/()\[\]\-] | \b AND \b | \b \d{3}(?:\.\d)? \s OF \s \d{3} \b )+",
    re.VERBOSE | re.IGNORECASE,
)
"""Remains of a list or page line after a reference. Examples: `AND`, `: 001.2 OF 005`."""
EDGE_CHARACTERS: Final = " \t\n\r\\:;,.&\u2028"
MAX_NOTE_LENGTH: Final = 100
MAX_SERIAL_LENGTH: Final = 6
DEPARTMENT: Final = "STATE"
MAX_DAILY_SERIALS: Final = ((2005, 600), (0, 1000))
"""The most telegrams that the Department sent per day, from each year on. It sent 938 per
day in 1979 (1979STATE286983), over 813 in 2003 (04RANGOON88), under 560 from 2005 on."""
DAYS_IN_YEAR: Final = 366


class CitingCable(NamedTuple):
    """What is known of the cable that has the references."""

    year: int
    """Four digits; 0 if unknown."""
    post: str
    serial: int
    day_of_year: int = 0
    """Day of the year on which it was sent, from 1; 0 if unknown."""


class _Chunk(NamedTuple):
    letter: str
    start: int
    end: int


def read_references(
    text: str, start: int, end: int, citing: CitingCable
) -> tuple[ParsedReference, ...]:
    """Return the references between two offsets in the order printed."""
    references: list[ParsedReference] = []
    for chunk in _chunks(text, start, end):
        references += _same_post(text, chunk, references) or _references(text, chunk, citing)
    return tuple(references)


def _same_post(
    text: str, chunk: _Chunk, before: Sequence[ParsedReference]
) -> list[ParsedReference]:
    """Return an entry that is only a serial: of the post in the entry before it (06CALCUTTA389)."""
    words = _words(text, chunk.start, chunk.end)
    if not (before and before[-1].reference_id and words.isdecimal() and int(words)):
        return []
    if len(words) > MAX_SERIAL_LENGTH:
        return []
    year, post, _ = reference_ids.split_reference_id(before[-1].reference_id)
    return [
        ParsedReference(
            start=_first(text, chunk.start, chunk.end),
            end=_last(text, chunk.start, chunk.end),
            letter=chunk.letter,
            printed=words,
            reference_id=reference_ids.format_reference_id(year, post, int(words)),
            year_assumed=before[-1].year_assumed,
        )
    ]


def _chunks(text: str, start: int, end: int) -> Iterator[_Chunk]:
    """Yield the entries, each from its letter to the next one in alphabetical order."""
    letter, at = "", start
    words_end = start + len(text[start:end].rstrip(EDGE_CHARACTERS))
    for match in LETTER.finditer(text, start, end):
        if not _follows(letter, match["letter"]) or match.end() >= words_end:
            continue
        if text[at : match.start()].strip(EDGE_CHARACTERS + "("):
            yield _Chunk(letter, at, match.start())
        letter, at = match["letter"].upper(), match.end()
    last = text[at:end].strip(EDGE_CHARACTERS)
    if letter and last:
        yield _Chunk(letter, at, end)
    elif len(last) > 1:
        yield from _unlettered(text, at, end)


def _unlettered(text: str, start: int, end: int) -> Iterator[_Chunk]:
    """Yield entries without letters, cut at semicolons (66BUENOSAIRES2481)."""
    at = start
    for match in SEMICOLON.finditer(text, start, end):
        if text[at : match.start()].strip(EDGE_CHARACTERS):
            yield _Chunk("", at, match.start())
        at = match.end()
    if text[at:end].strip(EDGE_CHARACTERS):
        yield _Chunk("", at, end)


def _follows(letter: str, following: str) -> bool:
    if not letter:
        return following.upper() in "AB"
    return 0 <= ord(following.upper()) - ord(letter) <= 2  # noqa: PLR2004 - one may be missing


def _references(text: str, chunk: _Chunk, citing: CitingCable) -> Iterator[ParsedReference]:
    hits = list(_hits(text, chunk)) or list(_reversed(text, chunk))
    if not hits:
        yield _other(text, chunk)
        return
    for at, (match, post) in enumerate(hits):
        first = match.start() if at else chunk.start
        stop = hits[at + 1][0].start() if at + 1 < len(hits) else chunk.end
        yield from _cables(text, _Chunk(chunk.letter, first, stop), match, post, citing)


def _hits(text: str, chunk: _Chunk) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each match that names a cable, with the code of its post."""
    at = chunk.start
    while at < chunk.end:
        match = CABLE.search(text, at, chunk.end) or COMPACT.search(text, at, chunk.end)
        if not match:
            return
        post = reference_ids.post_code(match["post"])
        if post:
            yield match, post
            at = match.end()
            continue
        space = SPACE.search(text, match.start("post"), match.end("post"))
        at = space.end() if space else match.end()


def _reversed(text: str, chunk: _Chunk) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the match of an entry with the serial before the post."""
    match = REVERSED.search(text, chunk.start, chunk.end)
    post = reference_ids.post_code(match["post"]) if match else ""
    if match and post:
        yield match, post


def _cables(
    text: str, chunk: _Chunk, match: re.Match[str], post: str, citing: CitingCable
) -> Iterator[ParsedReference]:
    """Yield the cable that a match names, and those of serials after it."""
    dated = SERIAL_DATE.match(text, match.end(), chunk.end)
    printed_year = (
        match["year"] or match.groupdict().get("year_after") or (dated["year"] if dated else "")
    )
    year = (
        full_year(printed_year)
        if printed_year
        else _assumed_year(post, int(match["serial"]), citing)
    )
    matches = [match]
    while following := NEXT_SERIAL.match(text, matches[-1].end(), chunk.end):
        matches.append(following)
    for at, cable in enumerate(matches):
        last = at == len(matches) - 1
        start = chunk.start if not at else cable.start("serial")
        end = chunk.end if last else cable.end()
        yield ParsedReference(
            start=_first(text, start, end),
            end=_last(text, start, end),
            letter=chunk.letter,
            printed=_words(text, start, end),
            reference_id=reference_ids.format_reference_id(year, post, int(cable["serial"]))
            if year
            else "",
            year_assumed=not printed_year,
            note=_note(text, cable.end(), end) if last else "",
        )


def _note(text: str, start: int, end: int) -> str:
    words = _words(text, start, end).strip("()[] ")
    return "" if NOT_A_NOTE.fullmatch(words) else words[:MAX_NOTE_LENGTH]


def _assumed_year(post: str, serial: int, citing: CitingCable) -> int:
    """Return the year of a reference without one.

    It is the year of the citing cable, or the one before if the post had not reached that serial,
    since no cable cites a later one.
    """
    ahead = post == citing.post and serial > citing.serial > 0 < citing.year
    return citing.year - (ahead or (post == DEPARTMENT and _is_of_last_year(serial, citing)))


def _is_of_last_year(serial: int, citing: CitingCable) -> bool:
    """Return whether the Department had not reached a serial this year, but had last year.

    Example: `STATE 178303` cited on January 12 (07SANJOSE63). A serial that no year reaches is a
    misprint (08RIGA472).
    """
    if not citing.day_of_year:
        return False
    this, last = _max_daily_serials(citing.year), _max_daily_serials(citing.year - 1)
    return this * citing.day_of_year < serial <= last * DAYS_IN_YEAR


def _max_daily_serials(year: int) -> int:
    return next(rate for first, rate in MAX_DAILY_SERIALS if year >= first)


def _other(text: str, chunk: _Chunk) -> ParsedReference:
    words = _words(text, chunk.start, chunk.end)
    kind = ReferenceKind.OTHER
    if MAIL.search(words):
        kind = ReferenceKind.MAIL
    elif MESSAGE.search(words):
        kind = ReferenceKind.MESSAGE
    return ParsedReference(
        start=_first(text, chunk.start, chunk.end),
        end=_last(text, chunk.start, chunk.end),
        letter=chunk.letter,
        printed=words,
        kind=kind,
    )


def _words(text: str, start: int, end: int) -> str:
    words = REPEATED_LETTER.sub("", " ".join(text[start:end].replace("\\\n", " ").split()))
    return TRAILING_WORDS.sub("", words.strip(EDGE_CHARACTERS)).strip(EDGE_CHARACTERS)


def _first(text: str, start: int, end: int) -> int:
    return start + len(text[start:end]) - len(text[start:end].lstrip(EDGE_CHARACTERS))


def _last(text: str, start: int, end: int) -> int:
    return max(_first(text, start, end), start + len(text[start:end].rstrip(EDGE_CHARACTERS)))
