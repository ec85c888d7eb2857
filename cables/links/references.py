"""Find the cable that a text refers to: typed, cited, or pasted from a telegram."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from cables.facts import posts as post_facts
from cables.facts.reference_ids import repair_reference_id
from cables.links.converters import PARAGRAPH_KEY
from cables.parser.classification import CLASSIFICATION_LINE
from cables.parser.dates import DATE_TIME_GROUP, full_year
from cables.parser.reference_ids import canonical_reference_id, format_reference_id, post_code

MAX_TEXT_LENGTH: Final = 1000
"""Characters of a text that are read: the top of a telegram, or the longest of URLs."""
REFERENCE_ID_SPELLING: Final = r"[0-9]{2,4}[ _.\-]?[A-Za-z](?:[0-9A-Za-z_\-' ]|\.(?=[0-9])){1,60}"
"""A reference ID in a URL, in any spelling: 07MOSCOW849, 07 Moscow 000849, 07.MOSCOW.849,
1975DACCA00292."""
YEARS: Final = range(1966, 2066)
"""The years that the two digits of an ID can mean."""

POST: Final = r"[A-Za-z][A-Za-z'’.\- ]{1,30}?"
ID_IN_TEXT: Final = re.compile(
    rf"""
    (?<![0-9]) (?P<id> [0-9]{{2,4}} [ _.\-/]? {POST} [ _/]? [0-9]{{1,8}} ) (?![0-9])
    (?: _[a-z] (?![a-z]) )? (?: \.[a-z]{{3,4}} (?![a-z]) )?
    (?: [ ,/]{{0,3}}
        (?: / (?P<telegram> telegram ) (?![a-z])
          | \# (?P<fragment> par [0-9A-Za-z\-]{{1,20}} )
          | (?: ¶{{1,2}} | \# | / | par (?: a (?: graph )? )? s? \.? ) [ ]?
            (?P<paragraph> {PARAGRAPH_KEY} (?: [ ]?[-–][ ]?{PARAGRAPH_KEY} )? ) (?![0-9A-Za-z])
        )
    )?
    """,
    re.VERBOSE,
)
"""An ID and what may follow it: a file extension, a paragraph. Examples: `07MOSCOW849_a.html`,
`07MOSCOW849.html#par7`, `07-MOSCOW-849, para. 7`."""
TOKEN: Final = re.compile(r"[0-9A-Za-z]{5,40}")
SERIAL: Final = re.compile(
    r"""
    (?<![0-9]) 0{0,7} (?P<serial> [1-9][0-9]{0,6} ) (?![0-9A-Za-z])
    (?: [ ]? \( [ ]? (?P<short> (?: 19 | 20 )? [0-9]{2} ) [ ]? \)
      | ,? [ ]? (?: of | in | from )? [ ] (?P<year> (?: 19 | 20 ) [0-9]{2} ) (?![0-9A-Za-z])
    )?
    """,
    re.VERBOSE,
)
"""What follows a post that has no year before it. Examples: `000849`, `849 (08)`, `849 of 2007`."""
WORDS_BEFORE_SERIAL: Final = re.compile(r"[A-Za-z'’.\- ]+\Z")
MAX_POST_WORDS: Final = 5
"""Words of the longest name of a post with its prefix: US MISSION PORT OF SPAIN."""
OTHER_NUMBERS: Final = re.compile(
    r"\b(?:SECTION\s?)?[0-9]{1,3}(?:\.[0-9])?\sOF\s[0-9]{1,3}\b|\bPAGE\s[0-9]{1,2}\b"
    r"|\b[0-9]{6}Z(?:\s[A-Z]{3}\s[0-9]{2})?\b",
    re.IGNORECASE,
)
"""Numbers in a telegram's lines that are neither year nor serial. Examples: `SECTION 01 OF 02`
before `BERN 000881`, `002 OF 003` after `MOSCOW 00000849`, `PAGE 02` before `STATE 023763`."""
PARAGRAPH_FRAGMENT: Final = re.compile(rf"par(?:a-[0-9]{{1,9}}-)?(?P<paragraph>{PARAGRAPH_KEY})")
"""The fragment of an old URL. Examples: `par7`; `para-81234-7`, with a row number of a database
that no longer exists."""
FIRST_FALSE_NUMBER: Final = 1000
"""Fragments from this number on belong to wrapped lines that begin with a year: `par2006`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CableTarget:
    """A cable, or a place in it, that a text or a URL refers to."""

    reference_id: str
    """Canonical, or as spelled if the post is unknown; the cable may not be in the collection."""
    paragraph: str = ""
    """`7`, `3-5`, `u1`; empty for the whole cable."""
    fragment: str = ""
    """The fragment of the original site's URL: `parB`; empty for the top of the page."""
    telegram: bool = False
    """Whether the telegram view is meant."""
    search_words: str = ""
    """Search words to highlight on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlessReference:
    """A cable as telegrams refer to one another: post and serial, with the year understood."""

    post: str
    """The code of the post as in reference IDs: `MOSCOW`."""
    serial: int

    def __str__(self) -> str:
        return f"{self.post} {self.serial}"

    def possible_ids(self) -> tuple[str, ...]:
        """Return every possible reference ID, one for each year and spelling of the post."""
        codes = post_code_variants(self.post)
        return tuple(
            format_reference_id(year, code, self.serial) for year in YEARS for code in codes
        )


def find_target(text: str) -> CableTarget | YearlessReference | None:
    """Return the cable that a text refers to, or None.

    A telegram's own classification line takes precedence over the IDs in the text, which may be its
    references. Its year comes from an ID of the same post and serial, or the date-time group.
    """
    line = normalize_text(text)
    targets = tuple(_targets_by_id(unquote(line)))
    opening = CLASSIFICATION_LINE.search(line)
    post = post_code(opening["post"]) if opening else ""
    if opening and post and int(opening["serial"]):
        yearless = YearlessReference(post=post, serial=int(opening["serial"]))
        possible_ids = yearless.possible_ids()
        same_cable = (target for target in targets if target.reference_id in possible_ids)
        return next(same_cable, _add_year(yearless, line))
    if targets:
        first_cable = CableTarget(reference_id=targets[0].reference_id)
        more_specific = (
            target
            for target in targets
            if target.reference_id == first_cable.reference_id and target != first_cable
        )
        return next(more_specific, targets[0])
    return _target_without_id(line)


def normalize_text(text: str) -> str:
    """Return a text on one line, limited in length, without control or full-width characters."""
    compatible = unicodedata.normalize("NFKC", text[:MAX_TEXT_LENGTH])
    printable = "".join(
        " " if unicodedata.category(character)[0] == "C" else character for character in compatible
    )
    return " ".join(printable.split())[:MAX_TEXT_LENGTH]


def to_reference_id(spelling: str) -> str:
    """Return the canonical ID of a spelling in a URL, or the spelling in capitals."""
    return canonical_reference_id(spelling) or spelling.upper()


def with_fragment(target: CableTarget, fragment: str) -> CableTarget:
    """Return the place on a cable's page that the fragment of an old URL refers to."""
    match = PARAGRAPH_FRAGMENT.fullmatch(fragment)
    if not match:
        safe = fragment if re.fullmatch(r"[0-9A-Za-z\-]{1,40}", fragment) else ""
        return replace(target, fragment=safe)
    paragraph = match["paragraph"]
    if paragraph.isdigit() and int(paragraph) >= FIRST_FALSE_NUMBER:
        return replace(target, fragment=f"par{paragraph}")
    return replace(target, paragraph=paragraph)


def post_code_variants(code: str) -> tuple[str, ...]:
    """Return all codes of the same post in reference IDs, the given one first: `KIEV`, `KYIV`."""
    current = post_facts.current_post_code(code)
    others = (
        post.code
        for post in post_facts.all_posts()
        if post.code != code and post_facts.current_post_code(post.code) == current
    )
    return (code, *others)


def _targets_by_id(text: str) -> Iterator[CableTarget]:
    """Yield the cables whose reference IDs are in a text, in order, after the misprinted ones."""
    for token in TOKEN.finditer(text.upper()):
        repaired = repair_reference_id(token[0])
        if repaired != token[0]:
            yield CableTarget(reference_id=repaired)
    text = OTHER_NUMBERS.sub(" ", text)
    match = ID_IN_TEXT.search(text)
    while match:
        reference_id = canonical_reference_id(match["id"])
        if reference_id:
            yield _with_place(CableTarget(reference_id=reference_id), match)
        # `20 pages of 07MOSCOW849` begins like an ID: search again from the next character.
        next_start = match.end() if reference_id else match.start() + 1
        match = ID_IN_TEXT.search(text, next_start)


def _with_place(target: CableTarget, match: re.Match[str]) -> CableTarget:
    """Add the view, fragment or paragraph after an ID."""
    target = replace(target, telegram=bool(match["telegram"]))
    if match["fragment"]:
        return with_fragment(target, match["fragment"])
    paragraph = re.sub(r"[ ]?[-–][ ]?", "-", match["paragraph"] or "")
    return replace(target, paragraph=paragraph)


def _target_without_id(line: str) -> CableTarget | YearlessReference | None:
    """Find a post and a serial: `MOSCOW 849`, `MOSCOW 00000849 002 OF 003`."""
    text = OTHER_NUMBERS.sub(" ", line)
    for match in SERIAL.finditer(text):
        post = _post_before(text[: match.start()])
        if post:
            serial, year = int(match["serial"]), match["short"] or match["year"]
            if year:
                return CableTarget(reference_id=format_reference_id(full_year(year), post, serial))
            return _add_year(YearlessReference(post=post, serial=serial), line)
    return None


def _post_before(text: str) -> str:
    """Return the code of the post with the longest name that a text ends with."""
    match = WORDS_BEFORE_SERIAL.search(text.rstrip(" #"))
    words = match[0].split()[-MAX_POST_WORDS:] if match else []
    codes = (post_code("".join(words[start:])) for start in range(len(words)))
    return next((code for code in codes if code), "")


def _add_year(yearless: YearlessReference, line: str) -> CableTarget | YearlessReference:
    """Add the year of the date-time group, if the text has one."""
    group = DATE_TIME_GROUP.search(line)
    if not group:
        return yearless
    year = full_year(group["year"])
    return CableTarget(reference_id=format_reference_id(year, yearless.post, yearless.serial))
