"""The end of a cable: the signer's surname and the trailer lines after it."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from cables.facts.posts import is_country
from cables.parser import classification
from cables.parser.lines import Line
from cables.parser.page_marks import PageMarkIndex
from cables.parser.reference_ids import post_code
from cables.parser.values import PageMark, Signature

TRAILER: Final = re.compile(
    r"""
    N{3,4} | BT | [#>"*\u201d.\-_=~\\,;/ ]+ | (?: </?[a-z]{1,6}> )+ | \#\d{4} | "? ,? "?
    | ={3,}.*CABLE [ ] ENDS.* | END [ ] CABLE.*
    | END [ ] (?:OF [ ])? (?:CABLE|MESSAGE) (?:[ ]TEXT)? .{0,3}
    | (?: N{4} )? [ >]* \d{4}[A-Z]{3,9}\d+ \s - \s .*   # 2001VATICA05693 - Classification
    | .{3,40} [ ] \d\d/\d\d/\d{4} [ ] \d\d:\d\d:\d\d [ ] [AP]M [ ] From .*
    | \d{4}-\d\d-\d\d .* | MORE
    | \*? \s? Missing [ ] Section [ ] \d+ \s? \*?
    | MINIMIZE [ ] CONSIDERED .{0,3}
    | NOTE (?: [ ] BY [ ] [A-Z/]{1,9} )? : [ ]{0,3} (?: NOT [ ] | HEADING | CORRECT | DELAYED
        | THIS | PASSED | POUCHED | REPEATED ) .{0,160}
    | ["\u201c]? (?: To [ ] (?:see|view) | Visit | Please [ ] visit | For [ ] more ) .{0,160}
      (?: site | page | intranet | http ) .{0,160}
    | (?:https?|ftp):// \S{0,200} (?: [ ] \S{1,12} )? | www\. \S{0,200}
    | .{0,40} Declassified/Released .{0,120} | Sheryl [ ] P\. [ ] Walter .{0,120}
    | US [ ] Department [ ] of [ ] State
    | (?: EO [ ] )? Systematic [ ] Review .{0,20}
    | SELECT [ ] \* [ ] FROM .{0,99} | \d\d [ ] [A-Z][a-z]{2} [ ] \d{4}
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Lines after a cable's last words. Examples: `NNNN`, `=====CABLE ENDS=====`,
`MINIMIZE CONSIDERED` (72 of 6,712)."""
MESSAGE_ATTRIBUTES: Final = re.compile(r"^[ \t]*Message Attributes[ \t]*$", re.MULTILINE)
"""Where the National Archives' own table begins (1979LAPAZ06523)."""

TRAILING_STAMP: Final = r"""
    (?: [ ] \d{1,2} [ ] \d\d?/\d\d?/\d{4} | [ ] \d{4}-\d\d-\d\d )?
    (?: [ ] NNNN (?: [ ] \d{4}[A-Z]{3,9}\d+ [ ] - .{0,60} | [ ] End [ ] Cable [ ] Text )? )?
    [\s.>"#\\,]{0,6} \Z
"""
"""What exports put after the surname. Examples: `McGEE 0 11/30/2007` (07HARARE1073), `HALL NNNN
2004ROME02926 - Classification: CONFIDENTIAL`, `SCOBEY NNNN End Cable Text` (08CAIRO2100)."""

SURNAME: Final = re.compile(
    rf"""
    [-\u2014 ]{{0,3}} (?P<name>
        (?: Mc | Le | De | La )? (?: ST[.][ ] )? [A-Z][A-Z'\u2019`\-]{{1,24}}
        (?: [ ] (?! NNNN ) [A-Z][A-Z'\u2019`.\-]{{0,24}} ){{0,2}} [.]?
      | (?: (?:van|von|de|del|di|la|le|der|Mc|Mac|O') [ ]? ){{0,2}}
        [A-Z][a-z]{{1,20}} (?: [A-Z'\u2019\-][A-Za-z]{{1,20}} )?
        (?: [ ] [A-Z][a-z]{{1,20}} )?
      | [a-z]{{4,20}}                                   # jones (10KUWAIT45)
    ) {TRAILING_STAMP}
    """,
    re.VERBOSE,
)
"""Examples: `PATTERSON` (02BOGOTA3281), `van Voorst`, `Blakeman`."""
SURNAME_AFTER_SENTENCE: Final = re.compile(
    rf"""
    (?: (?<= [.!?"')\]\u201d] ) [ ]{{1,6}} | (?<= [a-z][.!?] ) (?= [A-Z]{{4}} ) ) (?P<name>
        (?: Mc | Mac | De | Le | La | O' )? [A-Z][A-Z'\u2019\-]{{1,24}}
        (?: [ ] (?! NNNN ) [A-Z][A-Z'\u2019\-]{{1,24}} )?
      | (?: van [ ] )? [A-Z][a-z]{{2,20}} (?: [A-Z][a-z]{{2,20}} )?
      | (?: Le | De | Mc | Mac | La ) [A-Z][a-z]{{2,20}}
    ) {TRAILING_STAMP}
    """,
    re.VERBOSE,
)
"""A surname after the last sentence of an unwrapped line. Examples: `force. Scobey`
(09CAIRO2164), `February 7.SCOBEY` (09CAIRO172)."""
SURNAME_AFTER_WORD: Final = re.compile(
    rf"""
    (?: (?<= [a-z\d*/_] ) | (?<= XXXX | xxxx | ERED ) | (?<= END[ ]TEXT ) | (?<= END[ ]COMMENT ) )
    [ ]{{1,6}}
    (?P<name> (?: Mc | De | Le | La | LA[ ] | DE[ ] | VAN[ ] )? [A-Z][A-Z'\u2019\-]{{3,24}}
        (?: [ ] (?! NNNN ) [A-Z][A-Z'\u2019\-]{{3,24}} )?
      | (?<= XXXX [ ] | xxxx [ ] ) (?: Le | De | Mc | Mac | La )? [A-Z][a-z]{{3,20}} )
    {TRAILING_STAMP}
    """,
    re.VERBOSE,
)
"""A surname in capitals after lower case or a redaction. Example: `Website: XXXXXXXXXXXX
TUTTLE` (08LONDON1870)."""
SURNAME_AFTER_SITE: Final = re.compile(
    rf"""
    (?: https?: | www\. | XXXX ) [^\n]{{0,160}} [^:/ ] [ ]{{1,6}}
    (?P<name> (?: Mc | Mac | Le | De | La | O' )? [A-Z][A-Za-z'\u2019\-]{{3,24}} ) {TRAILING_STAMP}
    """,
    re.VERBOSE,
)
"""A surname after an address. Example: `Classified Website: http://.../index. cfm Tuttle`
(07LONDON4472)."""
SURNAME_TWICE: Final = re.compile(
    rf"\b (?P<name> (?P<once> [A-Z]{{4,24}} ) [ ] (?i: (?P=once) ) ) {TRAILING_STAMP}", re.VERBOSE
)
"""A surname that repeats. Example: `ARSO PENNINGTON PENNINGTON` (07YEREVAN1420)."""
SURNAME_AFTER_ACRONYM: Final = re.compile(
    r"(?<= [A-Z]{3} ) (?<! DCM | DAS ) [ ] (?P<name> [A-Z][a-z]{3,20} ) \Z", re.VERBOSE
)
"""A surname after a sentence without its period. Example: `with the MFA Scobey` (09CAIRO1848)."""
SURNAMES_AFTER_TEXT: Final = (
    SURNAME_AFTER_SENTENCE,
    SURNAME_AFTER_WORD,
    SURNAME_TWICE,
    SURNAME_AFTER_ACRONYM,
)
NOT_SURNAME_LIST: Final = """
    END COMMENT SUMMARY TEXT NOTE CONFIDENTIAL SECRET UNCLAS UNCLASSIFIED SIPDIS NOFORN BEGIN
    ACTION REQUEST ENDS SENSITIVE REDACTED SOURCE BIO BACKGROUND ANNEX TABLE LIST CABLE SECTION
    PART NATO MORE TOTAL THE AND NONE YES NO OF BT NNNN USA USG EU UN US UK GOVERNMENT MINISTRY
    EMBASSY POST QUOTE UNQUOTE CONCLUSION DATE NAME TITLE SOURCES SOURCE: MINIMIZE CONSIDERED
    DECEMBER JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER MONDAY
    TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY ISLAND MISSION OFFICE REPORT RESULTS
    STATES UNION PARTY BANK
"""
NOT_SURNAMES: Final = frozenset(NOT_SURNAME_LIST.split())
"""Words that end cables and are not surnames."""
AMBIGUOUS_SURNAMES: Final = frozenset({"LIST"})
"""Those of them that are a surname on the very last line, after a blank line and a complete
sentence. Example: `LIST` (05RIODEJANEIRO1248)."""
GARBLED_LEVELS: Final = ("CONFIDENTIAL", "UNCLASSIFIED", "LIMITED OFFICIAL USE")
"""Levels long enough to be recognized with wrong letters. Example: `CONFID*NTIAL`
(1974LAPAZ00158)."""
MAX_GARBLED_LETTERS: Final = 2
"""How many letters of a level may be wrong."""
SENTENCE_END: Final = re.compile(
    r"""(?:[.!?:"')\]\u201d*>]|[-=]{3}|XXXX|xxxx|GP-?\s?\d
    |(?i:END[ ](?:TEXT|COMMENT|SUMMARY|NOTE))|www[.]\S*|https?:\S*)\s*\Z""",
    re.VERBOSE,
)
"""What may precede a surname. Example: `GP-3`, group for automatic declassification
(66BUENOSAIRES2481)."""
COLUMNS: Final = re.compile(r"\S {3,}\S")
MAX_CLOSING_LINE_LENGTH: Final = 24
"""A line this short before a lowercase surname closes a letter: `Jeff` (09STATE63812)."""
TAIL: Final = 80
MAX_TRAILER_LINES: Final = 400
"""Lines at the end that are searched for trailers."""


class CableEnding(NamedTuple):
    """How a cable ends."""

    signature: Signature | None
    text_end: int
    """One past the last character before the signature and the trailers."""
    trailer_start: int
    """Where the trailers begin; the end of the cable if there are none."""


def read_ending(
    text: str, lines: Sequence[Line], marks: Sequence[PageMark], end: int
) -> CableEnding:
    """Find the signature and the trailers among the last lines of a cable.

    Args:
        text: The whole text.
        lines: The lines of the cable's body, cut at page marks.
        marks: The page marks.
        end: One past the cable's last character.
    """
    begin = lines[0].full_start if lines else end
    has_table = text.find("Message Attributes", begin, end) >= 0  # faster than the pattern
    attributes = MESSAGE_ATTRIBUTES.search(text, begin, end) if has_table else None
    end = attributes.start() if attributes else end
    words = [line for line in lines if line.text and line.start < end]
    mark_index = PageMarkIndex(marks)
    at = len(words) - 1
    floor = max(-1, len(words) - MAX_TRAILER_LINES)
    while at > floor and (
        mark_index.covers(words[at].start)
        or (_is_trailer(words[at]) and not _after_site(words[at]))
    ):
        at -= 1
    if at < 0:
        return CableEnding(None, end, end)
    if _is_remnant(words, at):
        at -= 1
    last = words[at]
    trailer = last.full_end
    before = _line_before(words, at, mark_index)
    at_site = _after_site(last) if TRAILER.fullmatch(last.text) else None
    signature = at_site or _surname_line(last, before) or _surname_after_text(last)
    if not (signature or before) and at and at == len(words) - 1:
        signature = _ambiguous_surname(last, words[at - 1])
    if signature and (at_site or signature.start == last.start):
        last_words = _last_words(words, at - 1, mark_index)
        return CableEnding(
            signature, last_words.full_end if last_words else last.full_start, trailer
        )
    return CableEnding(signature, signature.start if signature else last.full_end, trailer)


def _is_trailer(line: Line) -> bool:
    if TRAILER.fullmatch(line.text):
        return True
    bare = classification.bare_classification_line(line)
    return line.text.isupper() and (bool(bare) or _is_garbled_level(line.text))


def _after_site(line: Line) -> Signature | None:
    """Return the surname after the address in a line such as `Visit Embassy ...`."""
    match = SURNAME_AFTER_SITE.search(line.text) if "/" in line.text or "XX" in line.text else None
    if not match or _is_place(match["name"]):
        return None
    return _signature(line, match) if _is_surname(match["name"]) else None


def _is_place(name: str) -> bool:
    return bool(post_code(name)) or is_country(name)


def _is_garbled_level(text: str) -> bool:
    return any(
        len(text) == len(level)
        and sum(a != b for a, b in zip(text, level, strict=True)) <= MAX_GARBLED_LETTERS
        for level in GARBLED_LEVELS
    )


def _is_remnant(words: Sequence[Line], at: int) -> bool:
    """Return whether a line is the cut-off start of another section, below a surname.

    Example: `DANIEL ORTEGA AN...` below `TRIVELLI` (06MANAGUA1002).
    """
    if not at or not words[at].text.endswith("..."):
        return False
    above = words[at - 1]
    apart = words[at].number > above.number + 1
    return apart and above.text.isupper() and _surname_line(above, None) is not None


def _line_before(words: Sequence[Line], at: int, marks: PageMarkIndex) -> Line | None:
    """Return the line before one, ignoring page marks; None after a blank line or trailer."""
    while at and marks.covers(words[at - 1].start):
        at -= 1
    if not at or words[at].number > words[at - 1].number + 1 or _is_trailer(words[at - 1]):
        return None
    return words[at - 1]


def _last_words(words: Sequence[Line], at: int, marks: PageMarkIndex) -> Line | None:
    """Return the last line up to an index that is not a trailer."""
    while at >= 0 and (marks.covers(words[at].start) or _is_trailer(words[at])):
        at -= 1
    return words[at] if at >= 0 else None


def _surname_line(line: Line, before: Line | None) -> Signature | None:
    match = None if line.text.endswith("...") else SURNAME.fullmatch(line.text)
    if not match or not _is_surname(match["name"]):
        return None
    name = match["name"]
    if before and not _may_precede_surname(before.text, name):
        return None
    return _signature(line, match)


def _ambiguous_surname(line: Line, above: Line) -> Signature | None:
    below_blank = line.number > above.number + 1 and not _is_trailer(above)
    if (
        line.text not in AMBIGUOUS_SURNAMES
        or not below_blank
        or not SENTENCE_END.search(above.text[-TAIL:])
    ):
        return None
    return Signature(start=line.start, end=line.end, name=line.text)


def _may_precede_surname(before: str, name: str) -> bool:
    """Return whether a surname may follow a line of text."""
    if SENTENCE_END.search(before[-TAIL:]) or before.rsplit(maxsplit=1)[-1] == name:
        return True
    if name.islower():
        return len(before) < MAX_CLOSING_LINE_LENGTH
    return name.isupper() and not before.isupper()


def _surname_after_text(line: Line) -> Signature | None:
    if line.text.endswith("..."):  # an excerpt, cut off (08BRATISLAVA382)
        return None
    floor = max(0, len(line.text) - TAIL)
    for pattern in SURNAMES_AFTER_TEXT:
        match = pattern.search(line.text, floor)
        if match and pattern is SURNAME_AFTER_ACRONYM and _is_place(match["name"]):
            return None
        if match and _is_surname(match["name"]):
            return _signature(line, match)
    return None


def _signature(line: Line, match: re.Match[str]) -> Signature:
    """Return the signature; a name that repeats counts once (07YEREVAN1420)."""
    name = match["name"].rstrip(".")
    first, _, second = name.partition(" ")
    name = first if first.upper() == second.upper() else name
    start = line.start + match.start("name")
    return Signature(start=start, end=line.start + match.end("name"), name=name)


def _is_surname(name: str) -> bool:
    words = name.upper().rstrip(".").split()
    if name.endswith("..") or any(word.strip(".") in NOT_SURNAMES for word in words):
        return False
    return not name.upper().startswith("XXX")
