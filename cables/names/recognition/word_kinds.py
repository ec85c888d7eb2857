"""Kinds of word: given names, titles, places, plain words and so on, as combinable flags."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cables.facts.acronyms import all_acronyms
from cables.facts.captions import CAPTION_CODES
from cables.facts.posts import all_posts
from cables.facts.tags import all_tag_meanings
from cables.names import tables

GIVEN: Final = 1
TITLE: Final = 2
ROLE: Final = 4
KIN: Final = 8
MODIFIER: Final = 16
ORGANIZATION: Final = 32
TIME: Final = 64
PLACE: Final = 128
DEMONYM: Final = 256
COMMON: Final = 512
SURNAME: Final = 1024
"""A plain word or place that is a surname as well."""
PARTICLE: Final = 2048
SUFFIX: Final = 4096
ACRONYM: Final = 8192
INITIAL: Final = 16384
TITLE_OR_ROLE: Final = TITLE | ROLE
TITLE_KINDS: Final = TITLE | ROLE | KIN | MODIFIER
NON_NAME_KINDS: Final = TITLE_KINDS | ORGANIZATION | TIME | PLACE | DEMONYM | COMMON | ACRONYM
"""Kinds that speak against a word being part of a name."""
NEVER_A_NAME: Final = -1
"""A word that is never part of a name, such as a redaction."""

_PARTICLES = """
    al el ul ur ad an as at az bin ibn ben bint abu de del della delle dei di da das do dos du la
    le los van von der den ter ten zu af ud abd dos d' l' ould o' y e i 't
"""
PARTICLES: Final = frozenset(_PARTICLES.split())
_SUFFIXES = "jr sr ii iii iv v vi vii viii ix x xi xii xiv xv xvi xxiii"
SUFFIXES: Final = frozenset(_SUFFIXES.split())
KINDS: Final = {
    "title": TITLE,
    "role": ROLE,
    "kin": KIN,
    "modifier": MODIFIER,
    "organization": ORGANIZATION,
    "time": TIME,
    "place": PLACE,
    "demonym": DEMONYM,
}
INITIALS: Final = re.compile(r"(?:[^\W\d_a-z]\.?){1,2}|(?:[^\W\d_a-z][a-z]?\.){1,3}")
REDACTED: Final = re.compile(r"[Xx]{3,}")
VOWEL: Final = re.compile(r"[^BCDFGHJKLMNPQRSTVWXZbcdfghjklmnpqrstvwxz\W\d_]")
SHORT: Final = frozenset({"min", "hon", "sec", "dep", "asst", "pres", "messrs", "eng", "cong"})
"""Abbreviated titles, which end in a period."""
_NOT_INITIALS = "U.S U.N U.K E.U D.C D.I E.O P.O A.M P.M E.G I.E H.E F.M Ft Mt St No Co Pt Bn"
NOT_INITIALS: Final = frozenset(_NOT_INITIALS.split())
MOST_INITIALS: Final = 4
MIXED: Final = re.compile(r"[A-Z]{3,}[a-z]{2}|[A-Z][a-z]{1,2}[A-Z]$")
"""Mixed capitals that are not a name: `TDYers`, `MbZ`."""
PLAIN_END: Final = re.compile(
    r"(?:ical|ional|ology|tions?|ships?|isms?|ingly|ously|ively|ization|ists|crats?|cracy|ities|ments?"
    r"|iness|fulness|ancy|ency|less|ible|istans?|graphic|logical|ential|ational|wide|based)$"
)
"""Endings of English words that are not names."""
LONGEST_SYLLABLE: Final = 5
SHORTEST_PLURAL: Final = 5
"""Letters of a plural; Hess is not one."""


def _known_words() -> dict[str, int]:
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


KNOWN_WORDS: Final = _known_words()
CODES_IN_CAPITALS: Final = frozenset(
    {acronym.acronym for acronym in all_acronyms()}
    | {tag.code for tag in all_tag_meanings()}
    | set(CAPTION_CODES)
)


@lru_cache(maxsize=65536)
def word_kind(word: str) -> int:
    """Return the kinds of a capitalized word; 0 if it is unknown.

    Args:
        word: As printed, without a possessive `'s`; particles may be in lower case.

    Returns:
        The flags above, combined, or `NEVER_A_NAME`.
    """
    letters = word.rstrip(".")
    lower = letters.lower()
    if word.islower() and lower in PARTICLES:
        return PARTICLE
    if "/" in word:
        return _slash_joined_kind(lower)
    if (
        word.endswith(".")
        and len(letters) > 1
        and (KNOWN_WORDS.get(lower, 0) & TITLE or lower in SHORT)
    ):
        return TITLE  # Dr., not two initials
    if _is_initial(word, letters):
        return NEVER_A_NAME if letters in NOT_INITIALS else INITIAL
    return _kind_of_letters(letters, lower)


def _is_initial(word: str, letters: str) -> bool:
    """Return whether a word is one initial or several: `J`, `J.J.`, `Yu.`."""
    if len(letters) == 1:
        return letters.isalpha()
    return len(word) <= MOST_INITIALS and "." in word and INITIALS.fullmatch(word) is not None


def _kind_of_letters(letters: str, lower: str) -> int:
    if "_" in letters or REDACTED.search(letters) or any(map(str.isdigit, letters)):
        return NEVER_A_NAME
    flags = KNOWN_WORDS.get(lower, 0) or _plural_kind(lower)
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
    return _hyphenated_kind(letters) if "-" in letters else _unlisted_kind(lower)


def is_western_given_name(word: str) -> bool:
    """Return whether a given name is one that comes first in a name: `Bernard`."""
    return word.lower() in tables.western_given_names()


def is_family_name(word: str) -> bool:
    """Return whether a word is a frequent surname and not a plain word: `Dempsey`."""
    return word.lower() in tables.family_names()


def _plural_kind(word: str) -> int:
    """Return the kinds of a plain word with a final `s`: `praises`, `hills`."""
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


def _unlisted_kind(word: str) -> int:
    """Return the kinds of a word that is in no table."""
    if PLAIN_END.search(word) and not is_family_name(word):
        return COMMON
    return _respelled_kind(word)


def _respelled_kind(word: str) -> int:
    """Return GIVEN for a given name whose ending is spelled differently: `Yevgenii`, `Yuriy`."""
    for end in ("ii", "iy", "yi", "yy", "ij", "y", "i"):
        if word.endswith(end) and len(word) > 4:  # noqa: PLR2004 - no shorter name has such an end
            stem = word[: -len(end)]
            return (
                GIVEN
                if any(KNOWN_WORDS.get(stem + ending, 0) == GIVEN for ending in ("iy", "y", "i"))
                else 0
            )
    return 0


def _slash_joined_kind(word: str) -> int:
    """Return TITLE for a title with a slash, `A/S`, else NEVER_A_NAME."""
    if any(KNOWN_WORDS.get(part, 0) & TITLE for part in (word, *word.split("/")) if len(part) > 1):
        return TITLE
    return NEVER_A_NAME


def _is_korean(word: str, parts: Sequence[int]) -> bool:
    """Return whether a word is two syllables, the second unknown: `Man-joon`."""
    second = word.partition("-")[2]
    if len(parts) > 2 or not second.islower() or len(second) > LONGEST_SYLLABLE:  # noqa: PLR2004
        return False
    return not parts[-1] & NON_NAME_KINDS


def _hyphenated_kind(letters: str) -> int:
    """Return the kinds of a word with a hyphen, which follow from its parts."""
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
