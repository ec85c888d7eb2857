"""The Classified By line: who classified the cable, as what, and why."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cables.parser.reference_ids import post_code
from cables.parser.values import ClassifiedBy

LABEL: Final = re.compile(
    r"[(]?\s?(?:DERIVATIVELY\s)?CLASSIF(?:IED|ICATION)\s{1,3}BY\b[\s:;.,-]{0,6}", re.IGNORECASE
)
REASONS_START: Final = re.compile(
    r"""
    [\s,;.(\-]*
    (?: \b (?: for | per | under | in | according | pursuant | based ) \b [^A-Z]{0,20} )?
    \b (?: RE\s?A\s?S\s?O\s?NS? \b | E\.?O\.? [ ]? \d{5}
      | 1\s{0,3}\.\s?[3-9] | SECTION [ ] \d | PER \b )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Where name and title end and the reasons begin. Examples: `.  Reasons: 1.4`, ` for reasons`."""
SECTION: Final = re.compile(
    r"\b1\s{0,3}\.\s?(?P<section>[3-9])(?P<letters>(?:[\s(),/&.:;+\[\]-]|\ba\s?n\s?d\b|\bor\b|\b[A-H]\b){0,60})",
    re.IGNORECASE,
)
"""Examples: `1.4 (b) and (d)`, `1.4 (B/D)`, `1.5 (B), (D)`; `1.4(b) an d (d)`, its AND split by a
line break (08JEDDAH84); `reasons 1` / `.4 (b),(d)` (10CANBERRA17)."""
LETTER: Final = re.compile(r"\ba\s?n\s?d\b|\b(?P<letter>[A-H])\b", re.IGNORECASE)
"""A reason, or an AND so that its letters do not count as one (`a nd`, 09MONROVIA188)."""
WORD: Final = re.compile(r"[^\s,;:()]+|[,;:()]")
INITIAL: Final = re.compile(r"[A-Z]\.?(?:[A-Z]\.)?")
ABBREVIATED: Final = re.compile(r"(?:[A-Z]\.){1,2}|Jr\.|Sr\.", re.IGNORECASE)
"""What keeps its period at the end of a name."""
PARTICLE_LIST: Final = """
    de del della di da du la le van von der den ten al el bin ibn
"""
PARTICLES: Final = frozenset(PARTICLE_LIST.split())
TITLE_WORD_LIST: Final = """
    a/dcm acting adviser advisor affaires affairs agriculture amb amb. ambassador area assistant
    attache attaché bureau cda cdr cg chairman charge chargé chief chiefs civil commercial
    commissioner conoff consul consular consulate coordinator counsel counselor counsellor
    country couns culture d'affaires das dao dcm defense delegate delegation department dep.
    deputy desk director division econ econcouns econoff economic ecopol embassy energy envoy
    environment epol executive first foreign general head human information interim
    international labor law legal legat management manager mgmt military min mincouns minister
    ministercounselor minister-counselor mission multilateral narcotics nas negotiator oic
    office officer pao pol polchief polcouns polecon polmincouns poloff political
    political-economic political/economic politico-military pol-econ polad post president
    pressoff principal program public refugee regional representative resources rights rso sca
    science second secretary section security senior service special staff state team third
    trade treasury u.s. under unit united us usaid vice washington counselor/acting dhs dea dod
    dept dept. pm eur nea eap wha af io ap drl isn inr int'l intl rep. rep econ/pol pol/econ
    pol/mil a/s u/s s/ct and of for the to at on in by as an a this also name minister/counselor
    charge' charged' charge, chargéd'affaires dao/usdao lt col maj gen counter-narcotics
    counselor's ambassador's ministe counselour consuler counseler pc poc cao
"""
TITLE_WORDS: Final = frozenset(TITLE_WORD_LIST.split())
"""Words of titles, in lower case. Other capitalized words are names."""
MAX_NAME_WORDS: Final = 5
MAX_PERSON_LENGTH: Final = 260


class _Word(NamedTuple):
    start: int
    end: int
    text: str


def read_classified_by(text: str, start: int, end: int) -> ClassifiedBy | None:
    """Read who classified a cable, and why, from the words between two offsets.

    Args:
        text: The whole text.
        start: Where the label `Classified By`, or the words after it, begin.
        end: One past the last of the words.

    Returns:
        None if neither a person nor a reason is named.
    """
    whole = text[start:end]
    label = LABEL.match(whole)
    while label:  # `Classified By: CLASSIFIED BY AMB. ...` (07TASHKENT237)
        start += label.end()
        whole = text[start:end]
        label = LABEL.match(whole)
    reasons_start = REASONS_START.search(whole, 0, MAX_PERSON_LENGTH)
    length = reasons_start.start() if reasons_start else min(len(whole), MAX_PERSON_LENGTH)
    words = tuple(_words(text, start, start + length))
    name = _name(words)
    section, reasons = _reasons(whole)
    title = _title(text, words, name, start)
    if not (name or title or reasons):
        return None
    return ClassifiedBy(
        start=start,
        end=end,
        name=" ".join(text[name[0].start : name[-1].end].split()) if name else "",
        title=title,
        section=section,
        reasons=reasons,
        name_start=name[0].start if name else -1,
        name_end=name[-1].end if name else -1,
    )


def _reasons(whole: str) -> tuple[str, tuple[str, ...]]:
    section = ""
    letters: list[str] = []
    for match in SECTION.finditer(whole):
        section = section or f"1.{match['section']}"
        letters += [letter.lower() for letter in LETTER.findall(match["letters"]) if letter]
    return section, tuple(dict.fromkeys(letters))


def _words(text: str, start: int, end: int) -> Iterator[_Word]:
    for match in WORD.finditer(text, start, end):
        word = match.group().rstrip("\\")
        if word:
            yield _Word(match.start(), match.start() + len(word), word)


def _name(words: Sequence[_Word]) -> Sequence[_Word]:
    """Return the longest run of capitalized words that are not words of titles."""
    capitals = all(not any(letter.islower() for letter in word.text) for word in words)
    runs: list[list[_Word]] = [[]]
    for word in words:
        if _is_title(word.text, capitals=capitals):
            runs.append([])
        elif word.text.lower() in PARTICLES and not runs[-1] and word.text.islower():
            continue
        else:
            runs[-1].append(word)
    runs = [run for run in (_trimmed(run) for run in runs) if _is_name(run)]
    return max(runs, key=lambda run: min(len(run), MAX_NAME_WORDS), default=())


def _is_title(text: str, *, capitals: bool) -> bool:
    text = text.replace("\u2019", "'")
    if INITIAL.fullmatch(text) and (text.endswith(".") or not capitals):
        return False
    word = text.lower().strip(".,-")
    if word in TITLE_WORDS or text.lower() in TITLE_WORDS or text in ",;:()":
        return True
    if "/" in text or any(letter.isdigit() for letter in text):
        return True
    if any(piece in TITLE_WORDS for piece in word.split("-")) and "-" in word:
        return True
    if text.islower() and word not in PARTICLES:
        return True
    abbreviation = text.isupper() and text.isalpha() and 1 < len(text) < 6  # noqa: PLR2004
    return abbreviation and not capitals and not text.startswith("XX")


def _trimmed(run: list[_Word]) -> list[_Word]:
    """Return a run without a post before the name (`Moscow Alice Wells`) or a period after it."""
    while len(run) > 2 and post_code(run[0].text):  # noqa: PLR2004 - two words are a person's name
        run = run[1:]
    last = run[-1] if run else None
    if last and last.text.endswith(".") and not ABBREVIATED.fullmatch(last.text):
        run = [*run[:-1], _Word(last.start, last.end - 1, last.text[:-1])]
    return run


def _is_name(run: Sequence[_Word]) -> bool:
    long = [word for word in run if len(word.text.strip(".")) > 1]
    if not long or (len(run) == 1 and (post_code(run[0].text) or len(run[0].text) < 3)):  # noqa: PLR2004
        return False
    if run[-1].text.endswith(".."):
        return False
    return all(word.text[0].isupper() or word.text.lower() in PARTICLES for word in run)


def _title(text: str, words: Sequence[_Word], name: Sequence[_Word], start: int) -> str:
    if not words:
        return ""
    end = words[-1].end
    if not name:
        return _clean(text[start:end])
    pieces = (_clean(text[start : name[0].start]), _clean(text[name[-1].end : end]))
    return ", ".join(piece for piece in pieces if piece)


def _clean(words: str) -> str:
    return " ".join(words.replace("\\\n", " ").split()).strip(" ,;:.-()")
