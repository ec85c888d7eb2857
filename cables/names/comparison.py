"""Sort and compare personal names; nameparser finds the parts of a name."""

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

import regex
from nameparser import HumanName

LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters that Unicode does not decompose into a plain letter and a mark."""
MARK: Final = regex.compile(r"\p{M}")
INSIDE: Final = regex.compile(r"['’`‘\-\u2010-\u2015]")
"""Signs inside a word: Abdul-Rahman, O'Neill."""
WORD: Final = regex.compile(r"[\p{L}\p{N}]+")
ARABIC_ARTICLE: Final = regex.compile(
    r"^(?:al|el|ul|ad|an|ar|as|at|az|ash)[\s\-]+(?=\S)", regex.IGNORECASE
)
"""The Arabic article, which some cables write and others omit: al-Maliki."""
_FAMILY_FIRST = """
    ban bui cao chen chun cui dai dang deng gao guo ho hoang hu huang jiang jin kong le li liang lin
    liu luo ma nguyen pak park pham phan qian roh ryu sun tang tran truong vo vu wang wen wu xi xie
    xu yang yeo yu zeng zhang zhao zheng zhou zhu
"""
FAMILY_FIRST: Final = frozenset(_FAMILY_FIRST.split())
"""Chinese, Korean and Vietnamese family names that are not first names in English."""
GIVEN_LAST: Final = regex.compile(
    r"\p{Lu}\p{Ll}+[ ](?:\p{Lu}\p{Ll}+-\p{L}\p{Ll}+|Jong[ ]\p{Lu}\p{Ll}+)"
)
"""Lee Myung-bak, Kim Jong Il: the hyphen marks the given name."""
MAX_LENGTH: Final = 120
"""Length of the database columns for folded names."""


class NameKey(NamedTuple):
    """A name without accents, case, hyphens and the Arabic article."""

    surname: str
    """Always one word: `vanderberg`."""
    given: str
    """Words and initials separated by spaces; empty if unknown."""


@lru_cache(maxsize=65_536)
def name_key(name: str, *, surname_only: bool = False) -> NameKey:
    """Return the key by which a name is compared.

    Args:
        name: In reading order and mixed case.
        surname_only: Whether all of it is a surname.
    """
    surname, given = ("", name) if surname_only else family_and_given(name)
    if not surname:
        surname, given = given, ""
    return NameKey(_fold_surname(surname), fold_name(given)[:MAX_LENGTH])


@lru_cache(maxsize=65_536)
def sort_name(name: str) -> str:
    """Return a name surname first: `Wells, Alice G.`; a surname alone is unchanged."""
    if _is_family_first(name):
        return name
    parts = HumanName(name)
    given = " ".join(part for part in (parts.first, parts.middle) if part)
    if not parts.last:
        return name
    surname = " ".join(part for part in (parts.last, parts.suffix) if part)
    return f"{surname}, {given}" if given else surname


def sort_name_with_surname(name: str, surname: str) -> str:
    """Return a name surname first, as `sort_name` does, if the surname is known.

    Parsing every name again would take a third of the time of a resolution run.

    Args:
        name: In reading order and mixed case.
        surname: Its folded form, from `name_key`.
    """
    words = name.split(" ")
    for length in range(min(len(words) - 1, 3), 0, -1):
        family = " ".join(words[-length:])
        if _fold_surname(family) == surname:
            return f"{family}, {' '.join(words[:-length])}"
    return sort_name(name)


def _fold_surname(family: str) -> str:
    return fold_name(ARABIC_ARTICLE.sub("", family)).replace(" ", "")[:MAX_LENGTH]


def family_and_given(name: str) -> tuple[str, str]:
    """Return surname and given names; the surname is empty for a single word."""
    if _is_family_first(name):
        family, given = name.split(" ", 1)
        return family, given
    parts = HumanName(name)
    return parts.last, " ".join(part for part in (parts.first, parts.middle) if part)


def _is_family_first(name: str) -> bool:
    """Return whether the first word is the surname, as in Hu Jintao and Ban Ki-moon."""
    words = name.split(" ")
    if len(words) not in {2, 3}:
        return False
    return words[0].casefold() in FAMILY_FIRST or bool(GIVEN_LAST.fullmatch(name))


@lru_cache(maxsize=65_536)
def fold_name(text: str) -> str:
    """Return the words in plain lower case, separated by spaces, hyphens removed."""
    plain = unicodedata.normalize("NFKD", INSIDE.sub("", text).casefold())
    return " ".join(WORD.findall(MARK.sub("", plain).translate(LETTERS)))
