"""The cable that a text names, however it is written: typed, cited, or pasted from a telegram."""

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
"""Characters of a text that are looked at: the top of a telegram, or the longest of addresses."""
REFERENCE_ID_SPELLING: Final = r"[0-9]{2,4}[ _]?[A-Za-z][0-9A-Za-z_\-' ]{1,60}"
"""A reference ID in an address, in any spelling: 07MOSCOW849, 07 Moscow 000849, 1975DACCA00292."""
YEARS: Final = range(1966, 2066)
"""The years that the two digits of an ID can name."""

POST: Final = r"[A-Za-z][A-Za-z'’.\- ]{1,30}?"
ID_IN_TEXT: Final = re.compile(
    rf"""
    (?<![0-9]) (?P<id> [0-9]{{2,4}} [ _]? {POST} [ ]? [0-9]{{1,8}} ) (?![0-9])
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
"""An ID with what may follow it: an ending of a file, a paragraph. Examples: `07MOSCOW849_a.html`,
`07MOSCOW849.html#par7`, `07 MOSCOW 849, para. 7`."""
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
"""What follows a post without a year before it. Examples: `000849`, `849 (08)`, `849 of 2007`."""
WORDS_BEFORE_SERIAL: Final = re.compile(r"[A-Za-z'’.\- ]+\Z")
MAX_POST_WORDS: Final = 5
"""Of a post's name with what may stand before it: US MISSION PORT OF SPAIN."""
OTHER_NUMBERS: Final = re.compile(
    r"\b(?:SECTION\s?)?[0-9]{1,3}(?:\.[0-9])?\sOF\s[0-9]{1,3}\b|\bPAGE\s[0-9]{1,2}\b"
    r"|\b[0-9]{6}Z(?:\s[A-Z]{3}\s[0-9]{2})?\b",
    re.IGNORECASE,
)
"""Numbers of a telegram's lines that are no year and no serial. Examples: `SECTION 01 OF 02` before
`BERN 000881`, `002 OF 003` behind `MOSCOW 00000849`, `PAGE 02` before `STATE 023763`."""
PARAGRAPH_FRAGMENT: Final = re.compile(rf"par(?:a-[0-9]{{1,9}}-)?(?P<paragraph>{PARAGRAPH_KEY})")
"""Where on a page an old address lands. Examples: `par7`; `para-81234-7`, with the number of a
database that is gone between."""
FIRST_FALSE_NUMBER: Final = 1000
"""Fragments from here on stand on wrapped lines that begin with a year: `par2006`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CableTarget:
    """A cable, or a place in it, that a text or an address names."""

    reference_id: str
    """Canonical, or as spelt where no rule knows the post. Whether it is held is not asked."""
    paragraph: str = ""
    """`7`, `3-5`, `u1`; empty for the whole cable."""
    fragment: str = ""
    """Where on the cable's page the original site's address landed: `parB`; empty for its top."""
    telegram: bool = False
    """Whether the telegram view is meant."""
    search_words: str = ""
    """Search words to be marked on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlessReference:
    """A cable as telegrams name one another: by post and serial, the year left to the reader."""

    post: str
    """The code of the post as IDs spell it: `MOSCOW`."""
    serial: int

    def __str__(self) -> str:
        return f"{self.post} {self.serial}"

    def possible_ids(self) -> tuple[str, ...]:
        """Return every ID that it may stand for, one for each year and spelling of the post."""
        codes = post_code_variants(self.post)
        return tuple(
            format_reference_id(year, code, self.serial) for year in YEARS for code in codes
        )


def normalize_text(text: str) -> str:
    """Return a text in one line: no control characters, wide letters made plain, cut to length."""
    plain = unicodedata.normalize("NFKC", text[:MAX_TEXT_LENGTH])
    kept = "".join(" " if unicodedata.category(one)[0] == "C" else one for one in plain)
    return " ".join(kept.split())[:MAX_TEXT_LENGTH]


def find_target(text: str) -> CableTarget | YearlessReference | None:
    """Return the cable that a text names, None where it names none.

    A telegram's own first line counts before the IDs in the text, which may be its references; its
    year comes from an ID of the same post and serial, or from the date-time group.
    """
    line = normalize_text(text)
    found = tuple(_ids(unquote(line)))
    opening = CLASSIFICATION_LINE.search(line)
    post = post_code(opening["post"]) if opening else ""
    if opening and post and int(opening["serial"]):
        said = YearlessReference(post=post, serial=int(opening["serial"]))
        same = (one for one in found if one.reference_id in said.possible_ids())
        return next(same, _dated(said, line))
    if found:
        of_the_first = (one for one in found if one.reference_id == found[0].reference_id)
        return next((one for one in of_the_first if one != _bare(one)), found[0])
    return _without_year(line)


def to_reference_id(spelling: str) -> str:
    """Return the canonical ID of a spelling in an address, or its capitals where there is none."""
    return canonical_reference_id(spelling) or spelling.upper()


def with_fragment(named: CableTarget, fragment: str) -> CableTarget:
    """Return the place on a cable's page that the fragment of an old address means."""
    found = PARAGRAPH_FRAGMENT.fullmatch(fragment)
    if not found:
        kept = fragment if re.fullmatch(r"[0-9A-Za-z\-]{1,40}", fragment) else ""
        return replace(named, fragment=kept)
    paragraph = found["paragraph"]
    if paragraph.isdigit() and int(paragraph) >= FIRST_FALSE_NUMBER:
        return replace(named, fragment=f"par{paragraph}")
    return replace(named, paragraph=paragraph)


def post_code_variants(post: str) -> tuple[str, ...]:
    """Return the codes under which IDs know a post, its own first: `KIEV` and `KYIV`."""
    present = post_facts.current_post_code(post)
    codes = (one.code for one in post_facts.all_posts())
    return (post, *(c for c in codes if c != post and post_facts.current_post_code(c) == present))


def _ids(text: str) -> Iterator[CableTarget]:
    """Yield the cables whose IDs stand in a text, in its order, the misprinted ones first."""
    for found in TOKEN.finditer(text.upper()):
        right = repair_reference_id(found[0])
        if right != found[0]:
            yield CableTarget(reference_id=right)
    text = OTHER_NUMBERS.sub(" ", text)
    found_id = ID_IN_TEXT.search(text)
    while found_id:
        reference_id = canonical_reference_id(found_id["id"])
        if reference_id:
            yield _place(reference_id, found_id)
        # `20 pages of 07MOSCOW849` begins as an ID might: look again from the next character.
        after = found_id.end() if reference_id else found_id.start() + 1
        found_id = ID_IN_TEXT.search(text, after)


def _place(reference_id: str, found: re.Match[str]) -> CableTarget:
    named = CableTarget(reference_id=reference_id, telegram=bool(found["telegram"]))
    if found["fragment"]:
        return with_fragment(named, found["fragment"])
    paragraph = re.sub(r"[ ]?[-–][ ]?", "-", found["paragraph"] or "")
    return replace(named, paragraph=paragraph)


def _bare(named: CableTarget) -> CableTarget:
    return CableTarget(reference_id=named.reference_id)


def _without_year(line: str) -> CableTarget | YearlessReference | None:
    """Return what a post and a serial name: `MOSCOW 849`, `MOSCOW 00000849 002 OF 003`."""
    text = OTHER_NUMBERS.sub(" ", line)
    for found in SERIAL.finditer(text):
        post = _post_before(text[: found.start()])
        if post:
            serial, year = int(found["serial"]), found["short"] or found["year"]
            if year:
                return CableTarget(reference_id=format_reference_id(full_year(year), post, serial))
            return _dated(YearlessReference(post=post, serial=serial), line)
    return None


def _post_before(text: str) -> str:
    """Return the code of the post whose name a text ends with; the longest name that is one."""
    found = WORDS_BEFORE_SERIAL.search(text.rstrip(" #"))
    words = found[0].split()[-MAX_POST_WORDS:] if found else []
    codes = (post_code("".join(words[start:])) for start in range(len(words)))
    return next((code for code in codes if code), "")


def _dated(said: YearlessReference, line: str) -> CableTarget | YearlessReference:
    """Add the year of the date-time group, where the text holds one."""
    group = DATE_TIME_GROUP.search(line)
    if not group:
        return said
    return CableTarget(
        reference_id=format_reference_id(full_year(group["year"]), said.post, said.serial)
    )
