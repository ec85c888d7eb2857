"""The REF lines: what a cable refers to, entry by entry.

Where it can be read in two ways, no cable is named: a link to a wrong cable is worse than none.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from cables.facts.posts import is_agency
from cables.parser import reference_ids
from cables.parser.dates import MONTHS, full_year
from cables.parser.reference_years import (
    YEAR,
    CitingCable,
    exceeds_all_years,
    is_year,
    possible_years,
)
from cables.parser.values import ParsedReference, ParseProblem, ReferenceKind

LETTER: Final = re.compile(
    rf"""
    (?: (?<![A-Za-z.'/-]) | (?=[(\[]) ) (?: R(?:ef|EF) [ ] )? [¶\ufffd]?
    [(\[]? (?P<letter> [A-Za-z] ) [ ]? (?: [)\]] | \. (?! [A-Za-z] \. ) | : ) [)\]]?
    (?= [ '] | \d | [A-Z(\[] | \Z )
    | (?: \A | (?<= [\d,;)] [ ] ) ) (?P<bare> [A-Z] )
      (?= [ ] (?: {YEAR} [ ] )? [A-Za-z][A-Za-z.' ]{{1,28}} [ ] \d )
    """,
    re.VERBOSE,
)
"""Examples: `A. 06 MOSCOW 11698`, `(B) STATE 12345`, `A) 08 RIO DE JAN 138; B)`, `[A] STATE 1`,
`B KUALA LUMPUR 739` (09KUALALUMPUR752), `STATE 021770B. STATE 039585` (08STATE99666)."""

CABLE: Final = re.compile(
    rf"""
    (?: (?<![\d/:'\u2019-]) [('\u2019]? (?P<year> {YEAR} | \d{{3}} ) \)? [ ]? -? [ ]? )?
    (?<![A-Z]) (?P<post> [A-Z][A-Z'\u2019]* (?: (?: [.][ ]? | [ \-] ) [A-Z'\u2019]+ ){{0,4}} [.]? )
    [ ]? [-#:]? [ ]? (?: (?P<inside> \d\d ) [ ] (?= \d{{3,6}} (?!\d) ) )?
    (?P<serial> \d{{1,8}} ) (?! \d | :\d | /\d{{1,2}}/\d )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `06 MOSCOW 11698` (07MOSCOW849), `2007 MANAGUA 2583`, `(99) ROME 2196` (01VATICAN5095),
`SECSTATE 06 163201` (07LONDON4311), `09BOGOTA569`; `094 QUITO 841`, whose year is 1994 or 2009."""
REVERSED: Final = re.compile(
    r"(?<![\d/])(?P<year>)(?P<inside>)(?P<serial>\d{3,6})[ ](?P<post>[A-Z][A-Z ]{2,25}[A-Z])\b"
)
"""Example: `00821 ASMARA` (07ASMARA850)."""
YEAR_AFTER: Final = re.compile(
    rf"""
    [ ]? \( [ ]? ['\u2019]? (?P<enclosed> {YEAR} ) [ ]? \)
    | [ ] ['\u2019]? (?P<loose> \d\d ) (?= [ ]? (?: [,;)\]] | \( NOTAL | \Z ) )
    | [ ,(]{{1,3}}
      (?: (?: OF | DATED | DTD ) [ ] (?: \d{{1,2}} / \d{{1,2}} / | MONTH [ ] \d{{1,2}} ,? [ ] )
        | (?: (?: OF | DATED | DTD ) [ ] )? (?: \d{{6}}Z | \d{{1,2}} ) [ ]? MONTH [ ]? )
      (?P<dated> {YEAR} ) (?! [\d/] )
    """.replace("MONTH", f"(?:{'|'.join(MONTHS)}) [A-Z]{{0,6}} [.,]?"),
    re.VERBOSE | re.IGNORECASE,
)
"""Examples: `ASUNCION 701 (08)`, `AMMAN 07718 99,`, `STATE 235324 OF 11/30/73` (1974LAPAZ02080),
`LA PAZ 3179 OF MAY 16, 1974` (1974LAPAZ04241), `STATE 47743 DTD 240237Z FEB 78`
(1979LAPAZ06049)."""
YEAR_APART: Final = re.compile(r"(?:\A|[ (])(?P<year>\d\d)[ ][A-Za-z'. \-]+\Z")
"""Before a reference: `06 MEETING WITH` before `PARIS 12`."""
NUMBER_BEFORE: Final = re.compile(r"\d[ ]\Z")
"""Before a year: `IIR 6 899 0149` before `10 CAIRO 2394`."""
NEXT_NUMBER: Final = re.compile(
    r"""
    [ ]? (?: , | ; | & | \bAND\b | (?P<joined> [/-] ) ) [ ]? (?: AND [ ] )? ['\u2019]?
    (?P<serial> \d{2,6} ) (?! \d | [/:]\d )
    (?! [ ]? -? [ ]? (?! (?: NOTAL | AND | ALL | ET | REF | BOTH ) \b ) [A-Z]{2} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Another serial of the same post, or the year: `09 FOO 12 AND 13`, `KABUL 936/935`,
`QUITO 4525-91`, `PANAMA 00933/08` (09PANAMA470). In `STATE 5, 09 MDA 839` the 09 is neither."""

DIGITS: Final = re.compile(
    r"(?<![A-Za-z\d])(?:\d{1,7}[OolI]|[OolI]{1,7}\d)[\dOolI]{0,7}(?![A-Za-z\d])"
)
"""A number with letters for digits. Example: `O4 SAN JOSE 443` (05SANJOSE2106)."""
ZERO_IN_WORD: Final = re.compile(r"(?<!\d)0(?=[A-Za-z]{2})")
"""Example: `05 0TTAWA 3518`."""
DIGIT_FOR_LETTER: Final = str.maketrans("OolI", "0011")

MESSAGE: Final = re.compile(
    r"\bIIR\b|\bTD-?\s?\d|\bTDX|(?<!\d)\d{6}Z|\b[A-Z]{3}\s?\d{10,}|\bDIA\b|\bCABLE\b|\bTELEGRAM\b|\bMSG\b"
)
"""Examples: `IIR 6 899 0149 10`, `TD-314/014437-09`, `SECDEF R162245Z OCT 08`."""
MAIL: Final = re.compile(r"E-?\s?MAIL|TELCON|TELECON|PHONE|\bFAX|LETTER", re.IGNORECASE)
"""Example: `SMITH-JONES EMAIL 10/9`."""
WORD: Final = re.compile(r"[^\s\u2028]+")
WORD_END: Final = re.compile(r"[ \-]")
REPEATED_LETTER: Final = re.compile(r"\A[(]?[A-Z][).][ ]|[(]\Z")
"""A letter printed twice. Example: `A. (A) PARIS 7682` (06PARIS953)."""
TRAILING_WORDS: Final = re.compile(r"(?:[ ;,]{1,4}(?:AND|REF))+\Z", re.IGNORECASE)
NOT_A_NOTE: Final = re.compile(
    r"(?: [\s:;,.&/()\[\]\-¶] | \b AND \b | \b [A-Z][.)] | \b \d{3}(?:\.\d)? \s OF \s \d{3} \b )+",
    re.VERBOSE | re.IGNORECASE,
)
"""Remains of a list or page line after a reference. Examples: `AND`, `: 001.2 OF 005`."""
PARAGRAPH_NUMBER: Final = re.compile(r"\d{1,2}[ ]?[.)(]")
"""What looks like a serial but is the number of the first paragraph: `1. (U)`."""
EDGE_CHARACTERS: Final = " \\:;,.&"
MAX_NOTE_LENGTH: Final = 100
MAX_SERIAL_LENGTH: Final = 6
MAX_LINE_TAIL: Final = 60
YEAR_OR_SERIAL: Final = "has a number that may be a year, all or part of another serial"


class _Block(NamedTuple):
    """The REF lines on one line."""

    printed: str
    words: str
    """The same, misprinted digits corrected."""
    starts: list[int]
    """Where each word begins here."""
    offsets: list[int]
    """Where it begins in the text."""

    def offset(self, at: int) -> int:
        word = bisect_right(self.starts, at) - 1
        return self.offsets[word] + at - self.starts[word]


class _Chunk(NamedTuple):
    """An entry, from its letter to the next one."""

    letter: str
    start: int
    end: int


class _Serial(NamedTuple):
    """A serial number with the year printed before or after it."""

    start: int
    end: int
    digits: str
    year: str
    """As printed; empty if there is none."""
    doubt: str = ""
    """Why it names no cable for certain."""


def read_references(
    text: str, start: int, end: int, citing: CitingCable
) -> tuple[ParsedReference, ...]:
    """Return the references between two offsets in the order printed."""
    block = _one_line(text, start, end)
    references: list[ParsedReference] = []
    for chunk in _chunks(block.words):
        references += _same_post(block, chunk, references) or _references(block, chunk, citing)
    return tuple(references)


def reference_problems(text: str, references: Sequence[ParsedReference]) -> Iterator[ParseProblem]:
    """Yield what was corrected in references, and why some that name a cable are not linked."""
    line, at = 1, 0
    for reference in references:
        line += text.count("\n", at, reference.start)
        at = max(at, reference.start)
        printed, meant = reference.printed, reference.reference_id
        if reference.doubt:
            message = f"The reference “{printed}” {reference.doubt}; no cable is linked."
            yield ParseProblem(
                code="unclear-reference", line=line, message=message, printed=printed
            )
        elif meant and _with_digits(printed) != printed:
            yield ParseProblem(
                code="repaired-reference",
                line=line,
                message=f"The reference “{printed}” was read as {meant}.",
                printed=printed,
                meant=meant,
            )


def names_cable_across(before: str, after: str) -> bool:
    """Return whether two lines of a REF block have one reference between them.

    Examples: `D) 2008 BAKU` and `917` (09BAKU175); `D. 03`, a blank line and `HANOI 2323`.
    """
    head = " ".join(before[-MAX_LINE_TAIL:].split())
    words = _with_digits(f"{head} {' '.join(after[:MAX_LINE_TAIL].split())}")
    chunk = _Chunk("", 0, len(words))
    return any(
        hit.start() < len(head) < hit.end()
        and not PARAGRAPH_NUMBER.match(words, hit.start("serial"))
        for hit, _ in _hits(words, chunk)
    )


def _one_line(text: str, start: int, end: int) -> _Block:
    pieces, starts, offsets, length = [], [], [], 0
    for word in WORD.finditer(text[start:end].replace("\\\n", "  ")):
        pieces.append(word[0])
        starts.append(length)
        offsets.append(start + word.start())
        length += len(word[0]) + 1
    printed = " ".join(pieces)
    return _Block(printed, _with_digits(printed), starts, offsets)


def _with_digits(words: str) -> str:
    """Correct letters printed for digits and zeros printed for the letter O."""
    words = DIGITS.sub(lambda number: number[0].translate(DIGIT_FOR_LETTER), words)
    return ZERO_IN_WORD.sub("O", words)


def _chunks(words: str) -> Iterator[_Chunk]:
    """Yield the entries, each from its letter to the next one in alphabetical order."""
    letter, at, end = "", 0, len(words.rstrip(EDGE_CHARACTERS))
    for match in LETTER.finditer(words, 0, end):
        following = (match["letter"] or match["bare"]).upper()
        if not _follows(letter, following) or match.end() >= end:
            continue
        if words[at : match.start()].strip(EDGE_CHARACTERS + "(["):
            yield _Chunk(letter, at, match.start())
        letter, at = following, match.end()
    if letter and at < end:
        yield _Chunk(letter, at, end)
    elif not letter and end > 1:
        yield from _unlettered(words, end)


def _unlettered(words: str, end: int) -> Iterator[_Chunk]:
    """Yield entries without letters, cut at semicolons (66BUENOSAIRES2481)."""
    at = 0
    for piece in words[:end].split(";"):
        if piece.strip(EDGE_CHARACTERS):
            yield _Chunk("", at, at + len(piece))
        at += len(piece) + 1


def _follows(letter: str, following: str) -> bool:
    if not letter:
        return following in "AB"
    return 0 <= ord(following) - ord(letter) <= 2  # noqa: PLR2004 - one may be missing


def _same_post(
    block: _Block, chunk: _Chunk, before: Sequence[ParsedReference]
) -> list[ParsedReference]:
    """Return an entry that is only a serial: of the post in the entry before it (06CALCUTTA389)."""
    digits = block.words[chunk.start : chunk.end].strip(EDGE_CHARACTERS)
    is_serial = digits.isdecimal() and int(digits) and not re.fullmatch(YEAR, digits)
    if not (before and before[-1].reference_id and is_serial and len(digits) <= MAX_SERIAL_LENGTH):
        return []
    year, post, _ = reference_ids.split_reference_id(before[-1].reference_id)
    reference_id = reference_ids.format_reference_id(year, post, int(digits))
    reference = _entry(block, chunk.letter, chunk.start, chunk.end)
    return [replace(reference, reference_id=reference_id, year_assumed=before[-1].year_assumed)]


def _references(block: _Block, chunk: _Chunk, citing: CitingCable) -> Iterator[ParsedReference]:
    hits = list(_hits(block.words, chunk)) or list(_reversed(block.words, chunk))
    if not hits:
        yield _other(block, chunk)
    before = chunk.start
    for at, (hit, post) in enumerate(hits):
        start = hit.start() if at else chunk.start
        stop = hits[at + 1][0].start() if at + 1 < len(hits) else chunk.end
        end = hit.end() if hit.re is CABLE else hit.end("post")
        first = _Serial(
            hit.start("serial"),
            end,
            hit["serial"],
            hit["year"] or hit["inside"] or "",
            _doubtful_year(block.words[before : hit.start()], hit["year"] or "", citing),
        )
        serials = _serials(block.words, first, stop, citing)
        yield from _cables(block, _Chunk(chunk.letter, start, stop), post, serials, citing)
        before = end


def _doubtful_year(before: str, year: str, citing: CitingCable) -> str:
    """Return what is in doubt about a year, printed or not, for the words before a reference."""
    apart = YEAR_APART.search(before)
    if not year and apart and is_year(apart["year"], citing):
        return "has a year that other words separate from it"
    if len(year) == 2 and NUMBER_BEFORE.search(before):  # noqa: PLR2004 - two digits
        return "has a year that may be the end of the number before it"
    return ""


def _hits(words: str, chunk: _Chunk) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each match that names a cable, with the code of its post."""
    at = chunk.start
    while match := CABLE.search(words, at, chunk.end):
        post = reference_ids.post_code(match["post"])
        space = WORD_END.search(words, match.start("post"), match.end("post"))
        word = words[match.start("post") : space.start() if space else match.end("post")]
        if post:
            yield match, post
        if post or is_agency(word):
            at = match.end()
        else:
            at = space.end() if space else match.start("serial")


def _reversed(words: str, chunk: _Chunk) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the match of an entry with the serial before the post."""
    match = REVERSED.search(words, chunk.start, chunk.end)
    post = reference_ids.post_code(match["post"]) if match else ""
    if match and post and not re.fullmatch(YEAR, match["serial"]):
        yield match, post


def _cables(
    block: _Block, chunk: _Chunk, post: str, serials: list[_Serial], citing: CitingCable
) -> Iterator[ParsedReference]:
    """Yield the cables of a post and its serials."""
    for at, serial in enumerate(serials):
        last = serial is serials[-1]
        stop = chunk.end if last else serial.end
        reference_id, assumed, doubt = _identify(post, serial, citing)
        reference = _entry(block, chunk.letter, serial.start if at else chunk.start, stop)
        yield replace(
            reference,
            reference_id=reference_id,
            year_assumed=assumed,
            doubt=doubt,
            note=_note(block.printed[serial.end : stop]) if last else "",
        )


def _serials(words: str, first: _Serial, stop: int, citing: CitingCable) -> list[_Serial]:
    """Return a serial and those that follow it, each with its year."""
    serials = [_with_year_after(words, first, stop, citing)]
    while following := NEXT_NUMBER.match(words, serials[-1].end, stop):
        last, digits = serials[-1], following["serial"]
        year = is_year(digits, citing)
        shorter = len(digits) < len(last.digits)
        if following["joined"] and year and shorter and not last.year:
            serials[-1] = last._replace(year=digits, end=following.end())
            continue
        unclear = following["joined"] and (shorter or (year and not last.year))
        doubt = YEAR_OR_SERIAL if unclear or (year and len(digits) > 2) else ""  # noqa: PLR2004
        if unclear and not shorter:
            serials[-1] = last._replace(doubt=doubt)
        serial = _Serial(following.start("serial"), following.end(), digits, first.year, doubt)
        serials.append(_with_year_after(words, serial, stop, citing))
    return serials


def _with_year_after(words: str, serial: _Serial, stop: int, citing: CitingCable) -> _Serial:
    after = YEAR_AFTER.match(words, serial.end, stop)
    if not after or not after.lastgroup or not is_year(after[after.lastgroup], citing):
        return serial
    if after["dated"]:
        return serial._replace(year=serial.year or after["dated"])
    year = after[after.lastgroup]
    if serial.year and full_year(serial.year) != full_year(year):
        return serial._replace(doubt="has one year before and one after its number")
    return serial._replace(year=year, end=after.end())


def _identify(post: str, serial: _Serial, citing: CitingCable) -> tuple[str, bool, str]:
    """Return the ID of a cable, whether its year is assumed, and what is in doubt."""
    number = int(serial.digits)
    years = possible_years(post, number, serial.year, citing)
    if serial.doubt or len(serial.year) == len("094"):
        return "", False, serial.doubt or "has a year of three digits"
    if len(years) > 1:
        return "", False, f"names no year and may be of {years[0]} or of {years[1]}"
    if not (years[0] and number):
        return "", not serial.year, ""
    if exceeds_all_years(post, number):
        return "", False, "has a higher number than the post had in any year"
    if (years[0], post, number) == citing[:3]:
        return "", False, "has the number of this cable itself"
    return reference_ids.format_reference_id(years[0], post, number), not serial.year, ""


def _other(block: _Block, chunk: _Chunk) -> ParsedReference:
    reference = _entry(block, chunk.letter, chunk.start, chunk.end)
    kind = ReferenceKind.OTHER
    if MAIL.search(reference.printed):
        kind = ReferenceKind.MAIL
    elif MESSAGE.search(reference.printed):
        kind = ReferenceKind.MESSAGE
    return replace(reference, kind=kind)


def _entry(block: _Block, letter: str, start: int, end: int) -> ParsedReference:
    """Return the entry between two offsets on the one line, not yet read."""
    words = block.printed[start:end]
    first = start + len(words) - len(words.lstrip(EDGE_CHARACTERS))
    last = max(first + 1, start + len(words.rstrip(EDGE_CHARACTERS)))
    printed = REPEATED_LETTER.sub("", words.strip())
    return ParsedReference(
        start=block.offset(first),
        end=block.offset(last - 1) + 1,
        letter=letter,
        printed=TRAILING_WORDS.sub("", printed.strip(EDGE_CHARACTERS)).strip(EDGE_CHARACTERS),
    )


def _note(words: str) -> str:
    words = TRAILING_WORDS.sub("", REPEATED_LETTER.sub("", words.strip(EDGE_CHARACTERS)))
    words = words.strip(EDGE_CHARACTERS + "()[]")
    return "" if NOT_A_NOTE.fullmatch(words) else words[:MAX_NOTE_LENGTH]
