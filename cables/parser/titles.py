"""The words of titles: roles however spelled, offices, and short forms made of their parts."""

import re
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

ROLE_LIST: Final = """
    acting adviser affairs affaires ambassador assistant attache charge chief commissioner consul
    consular coordinator counselor deputy director economic general minister mission officer
    political principal representative secretary section
"""
ROLES: Final = frozenset(ROLE_LIST.split())
"""Words of titles that are recognized with wrong letters, too: `Amabassador` (08YEREVAN907)."""
TITLE_WORD_LIST: Final = """
    a a.i a/s af agriculture also amb an and ap area arms as asia at bureau by cao cda cdr
    central cg chairman civil classification col com commercial consulate control counsel
    country culture dao das dcm dea defense delegate delegation dep department dept derived desk
    dhs dir division dod drl eap east embassy energy environment eur executive external first
    for foreign from guide head human in information inr int'l interagency interim internal
    international intl io isn labor law leader legal legat lt maj management mgmt multilateral
    multiple name narcotics nas nea negotiator of office oic on operations pao pm poc polad post
    president prin prm program provincial public refugee regional rep resources rights rso s/ct
    sca science second senior service sources south special staff state tdy team the third this
    to trade treasury u.s u/s under unit united us usaid usdao vice washington wha
"""
TITLE_WORDS: Final = ROLES | frozenset(TITLE_WORD_LIST.split())
"""Words of titles, in lower case. Other capitalized words are names."""
COMPOUND: Final = re.compile(
    r"""[ampc]? (?: pol(?:itical)? | eco?n?(?:omic)? | min(?:ister)? | couns? | counse?ll?or
        | off(?:icer)? | chief | con(?:s(?:ul)?)? | gen | mil | press | narc | comm? | dep | acting
        | amb )+ s?""",
    re.VERBOSE,
)
"""Titles of short forms. Examples: `PolMinCouns`, `EconOff`, `ConGen`, `MCounselor`."""
SIMILAR: Final = 0.85
"""Share of its letters in which a word must agree with a role."""
LONG_ROLE: Final = 8
"""Letters above which more than one may be missing; `Minter` is no minister."""


@lru_cache(maxsize=4096)
def is_title_word(word: str) -> bool:
    """Return whether a word in lower case belongs to titles, a misspelled role included."""
    word = word.removeprefix("charge").removeprefix("d'").removesuffix("'s").rstrip("'") or word
    if word in TITLE_WORDS or COMPOUND.fullmatch(word):
        return True
    return any(
        abs(len(word) - len(role)) < 2 or len(word) > LONG_ROLE  # noqa: PLR2004 - one letter
        for role in get_close_matches(word, ROLES, n=1, cutoff=SIMILAR)
    )
