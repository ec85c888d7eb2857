"""The Classified By line: who classified the cable, as what, and why."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cables.facts.posts import is_country
from cables.parser.reference_ids import post_code
from cables.parser.titles import TITLE_WORDS, is_title_word
from cables.parser.values import ClassifiedBy

LABEL: Final = re.compile(
    r"(?:1\.\s{0,3})?(?:\([UCS]\)\s{0,2})?[(]?\s?(?:DERIVATIVELY\s)?CLASSIF(?:IED|ICATION)\s{1,3}BY\b[\s:;.,-]{0,6}",
    re.IGNORECASE,
)
SYSTEM_LINE_LENGTH: Final = 71
"""Characters after which the message system cut its own `Classified By:` line, also within a word
(08HAVANA613). In 74 of 98 lines so long the next one goes on in the middle of a word or with the
space."""
CUT_LINE: Final = re.compile(
    rf"""
    (?= (?i:Classified[ ]By): [^\n]{{{SYSTEM_LINE_LENGTH - 14}}} [ ]? \n ) [^\n]*?
    (?P<before> [^\W\d_]+ ) (?P<cut> [ ]?\n (?:[ ]?\n)? ) (?P<after> [^\W\d_]+ )
    """,
    re.VERBOSE,
)
REASONS_START: Final = re.compile(
    r"""
    [\s,;.(\-]*
    (?: \b (?: for | per | under | in | according | pursuant | based | due | by ) \b [^A-Z]{0,20} )?
    (?: \b (?: REA\w{0,5}NS? | RE(?:SO|AS|SA)\w{0,4} | RE\s?A\s?S\s?O\s?NS?
        | E\.?[ ]?O\.?[ ]?\d{5} | SECTION[ ]\d | (?: BASED | DUE | PURSUANT | ACCORDING | PER ) \b )
      | \b 1\s{0,3}[.:/]\s?[3-9] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Where name and title end and the reasons begin. Examples: `.  Reasons: 1.4`, ` for resons`,
` BASED UPON REASONS` (03KUWAIT3762)."""
LETTERS: Final = r"""
    (?P<letters> (?:
        [\s(),/&.:;+\[\]\\-] | \ba\s?n\s?d\b | \bor\b | (?<![A-Z]) [A-H] (?![A-Z])
    ){0,60} )
"""
SECTION: Final = re.compile(
    rf"\b1\s{{0,3}}[.:/]\s?(?P<section>[3-9]) {LETTERS}", re.IGNORECASE | re.VERBOSE
)
"""Examples: `1.4 (b) and (d)`, `1.4B AND D`, `1:5 (B), (D)`; `1.4(b) an d (d)`, its AND split by a
line break (08JEDDAH84); `reasons 1` / `.4 (b),(d)` (10CANBERRA17)."""
LETTERS_ALONE: Final = re.compile(rf"\bREASONS? \b [\s:.]* {LETTERS}", re.IGNORECASE | re.VERBOSE)
"""Reasons without a section. Example: `REASON: (B) AND (D)`."""
LETTER: Final = re.compile(r"\ba\s?n\s?d\b|(?<![A-Z])(?P<letter>[A-H])(?![A-Z])", re.IGNORECASE)
"""A reason, or an AND so that its letters do not count as one (`a nd`, 09MONROVIA188)."""
WORD: Final = re.compile(r"[^\s,;:()]+|[,;:()]")
INITIAL: Final = re.compile(r"[A-Z]\.?(?:[A-Z]\.)?")
QUOTES: Final = "\"'\u201c\u2018"
"""What may precede a nickname: `A. "Hoot" Doe` (10USNATO35)."""
SUFFIX: Final = re.compile(r"[JS]r\.?|I{2,3}|IV", re.IGNORECASE)
"""What follows a name, with or without a comma. Example: `Richard L. Baltimore, III`
(04MUSCAT2112)."""
ABBREVIATED: Final = re.compile(r"(?:[A-Z]\.){1,2}|Jr\.|Sr\.", re.IGNORECASE)
"""What keeps its period at the end of a name."""
PARTICLE_LIST: Final = """
    de del della di da du la le van von der den ten al el bin ibn
"""
PARTICLES: Final = frozenset(PARTICLE_LIST.split())
ZERO: Final = re.compile(r"(?<=[a-z])0|0(?=[a-z])")
"""A zero for the letter O (`AMBASSAD0R R0BIN`, 99TUNIS2120)."""
MIN_WHOLE_WORD: Final = 4
"""A shorter piece in capitals below a cut line is the rest of a word."""
MAX_NAME_WORDS: Final = 5
MAX_PERSON_LENGTH: Final = 260


class _Word(NamedTuple):
    start: int
    end: int
    text: str


class _Passage(NamedTuple):
    """The words of the line, with a word that the message system cut in two joined again."""

    words: str
    start: int
    """Where they begin in the text."""
    cut: int
    """Index at which the line end was taken out; their length if none was."""
    width: int
    """How many characters were taken out."""

    def offset(self, index: int) -> int:
        """Return where in the text an index of the words is."""
        return self.start + index + (self.width if index > self.cut else 0)


def read_classified_by(text: str, start: int, end: int) -> ClassifiedBy | None:
    """Read who classified a cable, and why, from the words between two offsets.

    Args:
        text: The whole text.
        start: Where the label `Classified By`, or the words after it, begin.
        end: One past the last of the words.

    Returns:
        None if neither a person nor a reason is named.
    """
    passage = _joined(text[start:end], start)
    whole, begin = passage.words, 0
    while label := LABEL.match(whole, begin):  # `Classified By: CLASSIFIED BY AMB.` (07TASHKENT237)
        begin = label.end()
    reasons_start = REASONS_START.search(whole, begin, begin + MAX_PERSON_LENGTH)
    stop = reasons_start.start() if reasons_start else begin + MAX_PERSON_LENGTH
    words = tuple(_words(whole, begin, min(stop, len(whole))))
    name = _name(words)
    section, reasons = _reasons(whole)
    title = _title(whole, words, name, begin)
    if not (name or title or reasons):
        return None
    return ClassifiedBy(
        start=passage.offset(begin),
        end=end,
        name=_clean_name(whole[name[0].start : name[-1].end]) if name else "",
        title=title,
        section=section,
        reasons=reasons,
        name_start=passage.offset(name[0].start) if name else -1,
        name_end=passage.offset(name[-1].end) if name else -1,
    )


def _joined(words: str, start: int) -> _Passage:
    match = CUT_LINE.match(words)
    if not match or not _is_cut_word(match["before"], match["after"]):
        return _Passage(words, start, len(words), 0)
    cut, again = match.span("cut")
    return _Passage(words[:cut] + words[again:], start, cut, again - cut)


def _is_cut_word(before: str, after: str) -> bool:
    """Return whether two pieces, one at the end of a line and one below it, are one word."""
    whole = before + after
    if is_title_word(whole.lower()) or REASONS_START.fullmatch(whole):
        return True
    apart = any(is_title_word(word.lower()) for word in (before, after) if len(word) > 1)
    return not (apart or REASONS_START.fullmatch(after)) and (
        after.islower() or (whole.isupper() and len(after) < MIN_WHOLE_WORD)
    )


def _reasons(whole: str) -> tuple[str, tuple[str, ...]]:
    section = ""
    letters: list[str] = []
    for match in SECTION.finditer(whole):
        section = section or f"1.{match['section']}"
        letters += _letters(match)
    if not letters and (alone := LETTERS_ALONE.search(whole)):
        letters = _letters(alone)
    return section, tuple(dict.fromkeys(letters))


def _letters(match: re.Match[str]) -> list[str]:
    return [letter.lower() for letter in LETTER.findall(match["letters"]) if letter]


def _words(whole: str, start: int, end: int) -> Iterator[_Word]:
    for match in WORD.finditer(whole, start, end):
        word = match.group().rstrip("\\")
        if word:
            yield _Word(match.start(), match.start() + len(word), word)


def _name(words: Sequence[_Word]) -> Sequence[_Word]:
    """Return the longest run of capitalized words that are not words of titles."""
    capitals = all(not any(letter.islower() for letter in word.text) for word in words)
    runs: list[list[_Word]] = [[]]
    suffixes: dict[int, list[_Word]] = {}
    for at, word in enumerate(words):
        if runs[-1] and SUFFIX.fullmatch(word.text):
            suffixes.setdefault(runs[-1][-1].end, []).append(word)
        elif word.text == "." or (word.text == "," and SUFFIX.fullmatch(_text_at(words, at + 1))):
            continue
        elif _is_title(word.text, capitals=capitals) and not _has_initial(runs[-1]):
            runs.append([])
        elif word.text.lower() in PARTICLES and not runs[-1] and word.text.islower():
            continue
        else:
            runs[-1].append(word)
    runs = [run for run in (_trimmed(run) for run in runs) if _is_name(run)]
    name = max(runs, key=lambda run: min(len(run), MAX_NAME_WORDS), default=[])
    return [*name, *suffixes.get(name[-1].end, [])] if name else name


def _has_initial(run: Sequence[_Word]) -> bool:
    """Return whether a run ends in an initial, so that a surname follows (`Damian R. Leader`)."""
    return len(run) > 1 and run[-1].text.endswith(".") and bool(INITIAL.fullmatch(run[-1].text))


def _text_at(words: Sequence[_Word], at: int) -> str:
    return words[at].text if at < len(words) else ""


def _is_title(text: str, *, capitals: bool) -> bool:
    text = text.replace("\u2019", "'")
    if INITIAL.fullmatch(text) and (text.endswith(".") or not capitals):
        return False
    word = ZERO.sub("o", text.lower().strip(".,-"))
    if not any(map(str.isalnum, word)) or is_title_word(word) or text.lower() in TITLE_WORDS:
        return True
    if "/" in text or (any(letter.isdigit() for letter in word) and word != "0"):
        return True
    if "-" in word and any(is_title_word(piece) for piece in word.split("-")):
        return True
    if text.islower() and word not in PARTICLES:
        return True
    abbreviation = text.isupper() and text.isalpha() and 1 < len(text) < 6  # noqa: PLR2004
    return abbreviation and not capitals and not text.startswith("XX")


def _trimmed(run: list[_Word]) -> list[_Word]:
    """Return a run without a place before the name (`Moscow Alice Wells`) or a period after it."""
    while len(run) > 2 and _is_place(run[0].text):  # noqa: PLR2004 - two words are a person's name
        run = run[1:]
    last = run[-1] if run else None
    if last and last.text.endswith(".") and not ABBREVIATED.fullmatch(last.text):
        run = [*run[:-1], _Word(last.start, last.end - 1, last.text[:-1])]
    return run


def _is_place(word: str) -> bool:
    return bool(post_code(word)) or is_country(word)


def _is_name(run: Sequence[_Word]) -> bool:
    long = [word for word in run if len(word.text.strip(".")) > 1]
    if not long or (len(run) == 1 and (_is_place(run[0].text) or len(run[0].text) < 3)):  # noqa: PLR2004
        return False
    if run[-1].text.endswith(".."):
        return False
    return all(
        word.text.lstrip(QUOTES)[:1].isupper()
        or word.text in {"0", "0."}
        or word.text.lower() in PARTICLES
        for word in run
    )


def _title(whole: str, words: Sequence[_Word], name: Sequence[_Word], start: int) -> str:
    if not words:
        return ""
    end = words[-1].end
    if not name:
        return _clean(whole[start:end])
    pieces = (_clean(whole[start : name[0].start]), _clean(whole[name[-1].end : end]))
    return ", ".join(piece for piece in pieces if piece)


def _clean_name(words: str) -> str:
    return " ".join(words.split()).replace(" ,", ",").replace(" . ", " ")


def _clean(words: str) -> str:
    return " ".join(words.replace("\\\n", " ").split()).strip(" ,;:.-()?")
