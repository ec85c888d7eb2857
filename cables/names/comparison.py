"""How a person's name is sorted and compared; the parts of a name are nameparser's business."""

import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

import regex
from nameparser import HumanName

LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters that Unicode does not take apart into a plain one and a mark."""
MARK: Final = regex.compile(r"\p{M}")
INSIDE: Final = regex.compile(r"['’`‘\-\u2010-\u2015]")
"""What joins the parts of a word: Abdul-Rahman, O'Neill."""
WORD: Final = regex.compile(r"[\p{L}\p{N}]+")
ARABIC_ARTICLE: Final = regex.compile(
    r"^(?:al|el|ul|ad|an|ar|as|at|az|ash)[\s\-]+(?=\S)", regex.IGNORECASE
)
"""The Arabic article, which one cable writes and the next leaves out: al-Maliki."""
_FAMILY_FIRST = """
    ban bui cao chen chun cui dai dang deng gao guo ho hoang hu huang jiang jin kong le li liang lin
    liu luo ma nguyen pak park pham phan qian roh ryu sun tang tran truong vo vu wang wen wu xi xie
    xu yang yeo yu zeng zhang zhao zheng zhou zhu
"""
FAMILY_FIRST: Final = frozenset(_FAMILY_FIRST.split())
"""Chinese, Korean and Vietnamese family names that are nobody's first name in English."""
GIVEN_LAST: Final = regex.compile(
    r"\p{Lu}\p{Ll}+[ ](?:\p{Lu}\p{Ll}+-\p{L}\p{Ll}+|Jong[ ]\p{Lu}\p{Ll}+)"
)
"""Lee Myung-bak, Kim Jong Il: the hyphen tells the given name."""
LONGEST: Final = 120
"""What the columns of a folded name hold."""


class NameKey(NamedTuple):
    """A name as it is compared: accents, case, hyphens and the Arabic article do not count."""

    surname: str
    """One word, whatever was printed: `vanderberg`."""
    given: str
    """Words with a blank between them, initials among them; empty where none is known."""


@lru_cache(maxsize=65_536)
def name_key(name: str, *, surname_only: bool = False) -> NameKey:
    """Return what a name is compared by.

    Args:
        name: As readers write it.
        surname_only: Take all of it for a surname.
    """
    surname, given = ("", name) if surname_only else family_and_given(name)
    if not surname:
        surname, given = given, ""
    return NameKey(_fold_surname(surname), fold_name(given)[:LONGEST])


@lru_cache(maxsize=65_536)
def sort_name(name: str) -> str:
    """Return surname first: `Wells, Alice G.`; a surname alone stays as it is."""
    if _is_family_first(name):
        return name
    parts = HumanName(name)
    given = " ".join(part for part in (parts.first, parts.middle) if part)
    if not parts.last:
        return name
    surname = " ".join(part for part in (parts.last, parts.suffix) if part)
    return f"{surname}, {given}" if given else surname


def sort_name_with_surname(name: str, surname: str) -> str:
    """Return surname first, as `sort_name` does, where it is known what the surname is.

    Taking a name apart anew would take a third of the time in which a room's persons are settled.

    Args:
        name: As readers write it.
        surname: Its folded form, as `name_key` gives it.
    """
    words = name.split(" ")
    for length in range(min(len(words) - 1, 3), 0, -1):
        family = " ".join(words[-length:])
        if _fold_surname(family) == surname:
            return f"{family}, {' '.join(words[:-length])}"
    return sort_name(name)


def _fold_surname(family: str) -> str:
    """Return a surname as one folded word, without the Arabic article."""
    return fold_name(ARABIC_ARTICLE.sub("", family)).replace(" ", "")[:LONGEST]


def family_and_given(name: str) -> tuple[str, str]:
    """Return surname and given names; the surname empty where a single word is all there is."""
    if _is_family_first(name):
        family, given = name.split(" ", 1)
        return family, given
    parts = HumanName(name)
    return parts.last, " ".join(part for part in (parts.first, parts.middle) if part)


def _is_family_first(name: str) -> bool:
    """Tell whether the first word is the surname, as in Hu Jintao and Ban Ki-moon."""
    words = name.split(" ")
    if len(words) not in {2, 3}:
        return False
    return words[0].casefold() in FAMILY_FIRST or bool(GIVEN_LAST.fullmatch(name))


@lru_cache(maxsize=65_536)
def fold_name(text: str) -> str:
    """Return the words in small plain letters, one blank between them, hyphens closed up."""
    plain = unicodedata.normalize("NFKD", INSIDE.sub("", text).casefold())
    return " ".join(WORD.findall(MARK.sub("", plain).translate(LETTERS)))
