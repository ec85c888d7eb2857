"""What a word is known to be: a given name, a title, a place, a plain word, or nothing known."""

import re
from collections.abc import Sequence
from enum import IntFlag
from functools import lru_cache
from typing import Final

from cables.facts.acronyms import all_acronyms
from cables.facts.captions import CAPTION_CODES
from cables.facts.posts import all_posts
from cables.facts.tags import all_tag_meanings
from cables.names import tables


class WordKind(IntFlag):
    """What a word may be; several at once, none where it is not known."""

    GIVEN = 1
    TITLE = 2
    ROLE = 4
    KIN = 8
    MODIFIER = 16
    ORGANIZATION = 32
    TIME = 64
    PLACE = 128
    DEMONYM = 256
    COMMON = 512
    SURNAME = 1024
    """A plain word or place that is a surname as well."""
    PARTICLE = 2048
    SUFFIX = 4096
    ACRONYM = 8192
    INITIAL = 16384


GIVEN: Final = int(WordKind.GIVEN)
TITLE: Final = int(WordKind.TITLE)
ROLE: Final = int(WordKind.ROLE)
KIN: Final = int(WordKind.KIN)
MODIFIER: Final = int(WordKind.MODIFIER)
ORGANIZATION: Final = int(WordKind.ORGANIZATION)
TIME: Final = int(WordKind.TIME)
PLACE: Final = int(WordKind.PLACE)
DEMONYM: Final = int(WordKind.DEMONYM)
COMMON: Final = int(WordKind.COMMON)
SURNAME: Final = int(WordKind.SURNAME)
PARTICLE: Final = int(WordKind.PARTICLE)
SUFFIX: Final = int(WordKind.SUFFIX)
ACRONYM: Final = int(WordKind.ACRONYM)
INITIAL: Final = int(WordKind.INITIAL)
TITLE_OR_ROLE: Final = TITLE | ROLE
TITLE_KINDS: Final = TITLE | ROLE | KIN | MODIFIER
NON_NAME_KINDS: Final = TITLE_KINDS | ORGANIZATION | TIME | PLACE | DEMONYM | COMMON | ACRONYM
"""What a word must not be to be taken for part of a name without more."""
NEVER_A_NAME: Final = -1
"""A word that can be no part of a name, such as a redaction."""

_PARTICLES = """
    al el ul ur ad an as at az bin ibn ben bint abu de del della delle dei di da das do dos du la
    le los van von der den ter ten zu af ud abd dos d' l' ould o' y e i 't
"""
PARTICLES: Final = frozenset(_PARTICLES.split())
SUFFIXES: Final = frozenset(
    {
        "jr",
        "sr",
        "ii",
        "iii",
        "iv",
        "vi",
        "vii",
        "viii",
        "v",
        "ix",
        "x",
        "xi",
        "xii",
        "xiv",
        "xv",
        "xvi",
        "xxiii",
    }
)
KINDS: Final = {
    "title": TITLE,
    "role": ROLE,
    "kin": KIN,
    "modifier": MODIFIER,
    "organisation": ORGANIZATION,
    "time": TIME,
    "place": PLACE,
    "demonym": DEMONYM,
}
INITIALS: Final = re.compile(r"(?:[^\W\d_a-z]\.?){1,2}|(?:[^\W\d_a-z][a-z]?\.){1,3}")
REDACTED: Final = re.compile(r"[Xx]{3,}")
VOWEL: Final = re.compile(r"[^BCDFGHJKLMNPQRSTVWXZbcdfghjklmnpqrstvwxz\W\d_]")
SHORT: Final = frozenset({"min", "hon", "sec", "dep", "asst", "pres", "messrs", "eng", "cong"})
"""Titles cut short, with a full stop behind."""
_NOT_INITIALS = "U.S U.N U.K E.U D.C D.I E.O P.O A.M P.M E.G I.E H.E F.M Ft Mt St No Co Pt Bn"
NOT_INITIALS: Final = frozenset(_NOT_INITIALS.split())
MOST_INITIALS: Final = 4
MIXED: Final = re.compile(r"[A-Z]{3,}[a-z]{2}|[A-Z][a-z]{1,2}[A-Z]$")
"""How what is no name mixes capitals: `TDYers`, `MbZ`."""
PLAIN_END: Final = re.compile(
    r"(?:ical|ional|ology|tions?|ships?|isms?|ingly|ously|ively|ization|ists|crats?|cracy|ities|ments?"
    r"|iness|fulness|ancy|ency|less|ible|istans?|graphic|logical|ential|ational|wide|based)$"
)
"""Ends of English words that are in no dictionary of names."""
LONGEST_SYLLABLE: Final = 5
SHORTEST_PLURAL: Final = 5
"""Letters of a plain word with an `s` behind it: Hess is no plural."""


def _known() -> dict[str, int]:
    known: dict[str, int] = {}

    def add(word: str, flag: int) -> None:
        known[word] = known.get(word, 0) | flag

    for word, kind in (*tables.title_words().items(), *tables.non_name_words().items()):
        add(word, KINDS[kind])
    for words, flag in (
        (tables.given_names(), GIVEN),
        (tables.common_words(), COMMON),
        (tables.ambiguous_surnames(), SURNAME),
        (PARTICLES, PARTICLE),
        (SUFFIXES, SUFFIX),
    ):
        for word in words:
            add(word, flag)
    for word in PARTICLES:
        known[word] = known[word] & ~COMMON
    for word in _places():
        if not known.get(word, 0) & (COMMON | PARTICLE | TITLE_KINDS):
            add(word, PLACE)
    return known


def _places() -> set[str]:
    names = [name for post in all_posts() for name in (post.city, post.country)]
    names += [tag.meaning.split("(")[0] for tag in all_tag_meanings() if tag.kind == "geopolitical"]
    words = (word.strip(",.;").lower() for name in names for word in name.split())
    return {word for word in words if len(word) > 3}  # noqa: PLR2004 - `of`, `the`, `and`


KNOWN_WORDS: Final = _known()
CODES_IN_CAPITALS: Final = frozenset(
    {one.acronym for one in all_acronyms()}
    | {one.code for one in all_tag_meanings()}
    | set(CAPTION_CODES)
)


@lru_cache(maxsize=65536)
def word_kind(word: str) -> int:
    """Return the flags of a word that begins with a capital; 0 where nothing is known of it.

    Args:
        word: As printed, without a possessive `'s`; particles may be in small letters.

    Returns:
        Flags of `Kind`, or `NOTHING` for what is in no name.
    """
    letters = word.rstrip(".")
    lower = letters.lower()
    if word.islower() and lower in PARTICLES:
        return PARTICLE
    if "/" in word:
        return _stroked(lower)
    if (
        word.endswith(".")
        and len(letters) > 1
        and (KNOWN_WORDS.get(lower, 0) & TITLE or lower in SHORT)
    ):
        return TITLE  # Dr., not two initials
    if _is_initial(word, letters):
        return NEVER_A_NAME if letters in NOT_INITIALS else INITIAL
    return _word(letters, lower)


def _is_initial(word: str, letters: str) -> bool:
    """Tell whether a word is one initial or several: `J`, `J.J.`, `Yu.`."""
    if len(letters) == 1:
        return letters.isalpha()
    return len(word) <= MOST_INITIALS and "." in word and INITIALS.fullmatch(word) is not None


def _word(letters: str, lower: str) -> int:
    """Return the flags of a word of several letters."""
    if "_" in letters or REDACTED.search(letters) or any(map(str.isdigit, letters)):
        return NEVER_A_NAME
    flags = KNOWN_WORDS.get(lower, 0) or _plural(lower)
    if (
        letters.isupper()
        and lower != "la"  # of Hugo de la Rocha, not Los Angeles
        and (letters in CODES_IN_CAPITALS or not VOWEL.search(letters))
    ):
        return flags | ACRONYM
    if flags:
        return flags
    if MIXED.match(letters) or lower.endswith(("n't", "n’t")):
        return NEVER_A_NAME
    return _joined(letters) if "-" in letters else _unlisted(lower)


def is_western_given_name(word: str) -> bool:
    """Tell whether a given name is one of those that stand first in a name: `Bernard`."""
    return word.lower() in tables.western_given_names()


def is_family_name(word: str) -> bool:
    """Tell whether a word is a frequent surname and no plain word: `Dempsey`."""
    return word.lower() in tables.family_names()


def _plural(word: str) -> int:
    """Return the flags of a plain word with an `s` behind it: `praises`, `hills`."""
    if not word.endswith("s") or len(word) < SHORTEST_PLURAL or is_family_name(word):
        return 0
    known = KNOWN_WORDS.get(word[:-1], 0) | (
        KNOWN_WORDS.get(word[:-2], 0) if word.endswith("es") and len(word) > SHORTEST_PLURAL else 0
    )
    if word.endswith("ies") and KNOWN_WORDS.get(f"{word[:-3]}y", 0) & COMMON:
        return COMMON  # decries
    if known & DEMONYM and not known & (GIVEN | SURNAME):
        return DEMONYM  # Ruritanians
    return COMMON if known & COMMON else 0


def _unlisted(word: str) -> int:
    """Return the flags of a word that is in no table."""
    if PLAIN_END.search(word) and not is_family_name(word):
        return COMMON
    return _other_spelling(word)


def _other_spelling(word: str) -> int:
    """Return GIVEN for a given name whose end is written another way: `Yevgenii`, `Yuriy`."""
    for end in ("ii", "iy", "yi", "yy", "ij", "y", "i"):
        if word.endswith(end) and len(word) > 4:  # noqa: PLR2004 - no shorter name has such an end
            stem = word[: -len(end)]
            return (
                GIVEN
                if any(KNOWN_WORDS.get(stem + other, 0) == GIVEN for other in ("iy", "y", "i"))
                else 0
            )
    return 0


def _stroked(word: str) -> int:
    """Return the flags of words joined by a stroke: a title, `A/S`, or what is in no name."""
    if any(KNOWN_WORDS.get(part, 0) & TITLE for part in (word, *word.split("/")) if len(part) > 1):
        return TITLE
    return NEVER_A_NAME


def _is_korean(word: str, parts: Sequence[int]) -> bool:
    """Tell whether a word is two syllables of which nothing is known of the second: `Man-joon`."""
    second = word.partition("-")[2]
    if len(parts) > 2 or not second.islower() or len(second) > LONGEST_SYLLABLE:  # noqa: PLR2004
        return False
    return not parts[-1] & NON_NAME_KINDS


def _joined(letters: str) -> int:
    """Return the flags of a word with a hyphen: those of its parts where all are known."""
    parts = [KNOWN_WORDS.get(part.lower(), 0) for part in letters.split("-") if part.strip()]
    if not parts:
        return NEVER_A_NAME
    if parts[0] & GIVEN and all(part & GIVEN or not part for part in parts):
        return GIVEN
    if any(part & (TITLE | ROLE) and not part & (GIVEN | SURNAME) for part in parts[-1:]):
        return TITLE
    if _is_korean(letters, parts):
        return 0
    if any(part & NON_NAME_KINDS and not part & (GIVEN | SURNAME | PARTICLE) for part in parts):
        return COMMON
    return 0
