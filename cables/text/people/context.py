"""What stands before and behind a candidate: titles, roles, words of speech."""

import re
from typing import Final, NamedTuple

from cables.text.people.candidates import Candidate
from cables.text.people.runs import FILL
from cables.text.people.words import (
    ACRONYM,
    ANY_TITLE,
    COMMON,
    KIN,
    KNOWN,
    MODIFIER,
    OF_A_TITLE,
    ORGANISATION,
    PLACE,
    DEMONYM,
    GIVEN,
    INITIAL,
    TITLE,
    kind,
)

BEFORE: Final = 150
BEHIND: Final = 110
CLAUSE: Final = re.compile(r"[.;:!?\"”]\s|--|\s-\s|\n[ \t]*\n")
"""What a title does not run over."""
ABBREVIATED: Final = re.compile(
    r"\b(?:[A-Z]|Mrs?|Ms|Dr|Gen|Col|Lt|Maj|Capt|Gov|Sen|Rep|Prof|Amb|Adm|Brig|Dep|Asst|Sec|Min|Hon|Rev|Messrs|Pres|Eng)\.\s?$",
    re.IGNORECASE,
)
CONNECTORS: Final = frozenset("of for and the to on in at &".split())
BARE_WORD: Final = re.compile(r"[^\w'’/&.\-]+")
OFFICES: Final = frozenset({"fm", "ustr"})
"""Titles that in texts of capitals are the line of a sender or an office."""
TITLE_WORDS: Final = 12

SPEECH: Final = (
    r"(?:said|says|told|tells|noted|notes|added|adds|argued|argues|explained|stated|replied|asked|responded|"
    r"claimed|stressed|emphasi[sz]ed|warned|commented|opined|observed|confided|complained|expressed|"
    r"acknowledged|admitted|concluded|predicted|remarked|recalled|insisted|lamented|suggested|agreed|"
    r"reiterated|underscored|highlighted|described|thanked|welcomed|urged|believes|believed|thought|"
    r"maintained|pointed\s+out|felt|thinks|hoped|wondered|cautioned|criticized|declared|asserted|"
    r"affirmed|denied|assured|advised|informed|confirmed|mentioned|indicated|joked|praised|pledged|"
    r"promised|met|visited|arrived|resigned|died|was\s+(?:born|appointed|elected|named|arrested)|"
    r"has\s+(?:been\s+)?(?:served|worked|told)|who|is\s+an?|was\s+an?)\b"
)
SPEAKS: Final = re.compile(
    rf"\s?,?[\s{FILL}]+(?:(?:also|then|later|further|himself|herself|had|has|however|again|repeatedly|recently)\s+){{0,2}}{SPEECH}",
    re.IGNORECASE,
)
BRACKET: Final = re.compile(r"[\s]{1,3}\((?P<inside>[^()]{1,60})\)")
APPOSED: Final = re.compile(r"\s?,\s+(?P<words>[^.;:()]{3,80})")
AGE: Final = re.compile(r"\s?,\s+(?:aged?\s+)?\d{2}\b(?!\s*(?:percent|million))")
INTRODUCED: Final = re.compile(
    r"(?:\b(?:according\s+to|told\s+by|met\s+(?:\w+\s+)?with|meeting\s+with|named|succeeded\s+by|led\s+by|"
    r"headed\s+by|replaced\s+by|identified\s+as|and\s+his\s+wife|alias|a\.?k\.?a\.?))\s+$",
    re.IGNORECASE,
)


class Title(NamedTuple):
    """A title before a name."""

    printed: str
    near: bool
    """True where a word of it touches the name."""
    strong: bool
    """True for titles proper (`Minister`), False for roles (`spokesman`) and kin (`son`)."""
    kin: bool = False
    own: bool = False
    """True where the nearest word is no more than a plain form of address: `Mr.`."""


NO_TITLE: Final = Title("", near=False, strong=False)


def title_before(text: str, candidate: Candidate) -> Title:
    """Return the title that stands before a candidate; `NO_TITLE` where none does."""
    begin = max(candidate.run.zone.start, candidate.start - BEFORE)
    window = text[begin : candidate.start]
    window = window.replace(FILL, " ")
    cut = 0
    for end in CLAUSE.finditer(window):
        if not ABBREVIATED.search(window, 0, min(end.end(), end.start() + 2)):
            cut = end.end()
    words = window[cut:].split()
    if not words:
        return NO_TITLE
    taken: list[tuple[str, int]] = []
    for word in reversed(words[-TITLE_WORDS:]):
        flags = title_flags(word, first=not taken, capitals=candidate.run.zone.capitals)
        if flags is None:
            break
        taken.append((word, flags))
    return read_title(text, taken, candidate)


def title_flags(word: str, *, first: bool, capitals: bool) -> int | None:
    """Return the flags of a word that a title may hold; None where the title has begun."""
    bare = BARE_WORD.sub("", word).rstrip(".")
    lower = bare.lower()
    if first and word.endswith((",", ")")) and "(" not in word:
        flags = KNOWN.get(lower, 0) & (ANY_TITLE | MODIFIER)
        return flags if flags & ANY_TITLE or word.endswith(")") and flags else None
    if lower in CONNECTORS:
        return None if first else 0
    if word.startswith("(") and word.rstrip(",").endswith(")") and bare.isupper():
        return 0
    if word.endswith((",", ")")) or word.startswith(("(", '"', "“")):
        return None
    if lower.endswith(("'s", "’s")) and not first:
        return ORGANISATION if bare[:1].isupper() else None
    flags = KNOWN.get(lower, 0)
    if capitals and lower in OFFICES:
        return None
    if flags & OF_A_TITLE:
        return flags
    if "/" in bare or "-" in bare:
        parts = re.split(r"[/-]", lower)
        for part in parts:
            flags |= KNOWN.get(part, 0) & OF_A_TITLE
        if flags & OF_A_TITLE:
            return flags
    if not bare[:1].isupper():
        return None
    if capitals and (not flags or flags & COMMON) and not flags & (ORGANISATION | PLACE | DEMONYM):
        return None
    return flags & (ORGANISATION | PLACE | DEMONYM | COMMON) or kind(bare) & ACRONYM


def encloses(text: str, candidate: Candidate) -> bool:
    """Tell whether a full name stands between commas: `Another journalist, Yurii Raikhel,`."""
    return candidate.size > 1 and text[candidate.end : candidate.end + 1] in {",", "."}


def read_title(text: str, taken: list[tuple[str, int]], candidate: Candidate) -> Title:
    """Return the title that words before a name make up, nearest word first."""
    if not taken:
        return NO_TITLE
    if taken[0][0].endswith(",") and not encloses(text, candidate):
        return NO_TITLE
    best = next(
        (
            at
            for at, (word, flags) in enumerate(taken)
            if (flags & ANY_TITLE or (flags & KIN and word[:1].islower()))
            and (not at or through(taken[:at], candidate))
        ),
        None,
    )
    if best is None:
        return NO_TITLE
    last = max(at for at, (word, flags) in enumerate(taken) if worth(word, flags))
    words = [word for word, _ in reversed(taken[: last + 1])]
    flags = taken[best][1]
    return Title(
        " ".join(words),
        near=best == 0,
        strong=bool(flags & TITLE),
        kin=not flags & ANY_TITLE,
    )


def through(between: list[tuple[str, int]], candidate: Candidate) -> bool:
    """Tell whether the words between a title and a name belong to the title: `of Defense`."""
    nearest, flags = between[0]
    if len(between) == 1 and nearest.startswith("("):
        return True  # Director General of Police (DGP) A.K. Parashar
    linked = any(BARE_WORD.sub("", word).lower() in CONNECTORS for word, _ in between)
    if not linked:
        return bool(flags & (MODIFIER | ACRONYM)) and len(between) <= 2  # noqa: PLR2004
    return bool(
        flags & (ORGANISATION | MODIFIER | PLACE | DEMONYM | ACRONYM | COMMON)
    ) or nearest.startswith("(")


def worth(word: str, flags: int) -> bool:
    """Tell whether a title may begin with a word."""
    return bool(flags & (OF_A_TITLE | ORGANISATION | DEMONYM | PLACE | ACRONYM)) and not (
        BARE_WORD.sub("", word).lower() in CONNECTORS
    )


def role_behind(text: str, candidate: Candidate) -> str:
    """Return the role that stands behind a name, `Deputy director of the Center`, or nothing."""
    after = text[candidate.end : candidate.end + BEHIND].replace(FILL, " ")
    if apposed := APPOSED.match(after):
        words = apposed["words"].split()
        for at, word in enumerate(words[:7]):
            bare = BARE_WORD.sub("", word).rstrip(".").lower()
            if (
                bare in {"and", "said", "who", "told", "but", "as", "with", "met", "while"}
                and at < 3
            ):  # noqa: PLR2004
                return ""
            if is_role(bare):
                return "" if of_another(words, at) else role_words(words)
            if word.endswith(",") and at > 3:  # noqa: PLR2004
                break
    if bracket := BRACKET.match(after):
        words = bracket["inside"].split()
        if any(is_role(BARE_WORD.sub("", word).lower()) for word in words):
            return " ".join(words)
    return ""


def of_another(words: list[str], at: int) -> bool:
    """Tell whether a title belongs to the next name: `Okram Ibobi Singh, Governor S.S. Sidhu`."""
    if not words[at][:1].isupper() or words[at].endswith(",") or at + 1 >= len(words):
        return False
    following = BARE_WORD.sub("", words[at + 1])
    return following[:1].isupper() and not kind(following) & ~(GIVEN | INITIAL)


def is_role(word: str) -> bool:
    """Tell whether a word is a title or role, alone or joined by a stroke or hyphen."""
    if KNOWN.get(word, 0) & (ANY_TITLE | KIN):
        return True
    if "/" in word or "-" in word:
        return any(KNOWN.get(part, 0) & ANY_TITLE for part in re.split(r"[/-]", word))
    return False


def role_words(words: list[str]) -> str:
    """Return the words of a role up to the comma that ends it."""
    taken: list[str] = []
    for word in words[:12]:
        taken.append(word.rstrip(","))
        if word.endswith(","):
            break
    return " ".join(taken)


def speaks(text: str, candidate: Candidate) -> bool:
    """Tell whether a word of speech or of a life stands behind a name."""
    return bool(SPEAKS.match(text, candidate.end, candidate.end + BEHIND))


def follows_the(text: str, candidate: Candidate) -> bool:
    """Tell whether the article stands before the run, as before institutions."""
    start = candidate.run.tokens[0].start
    before = text[max(0, start - 6) : start].rstrip().lower()
    return candidate.first == 0 and before.split()[-1:] == ["the"]
