"""Offices that titles name: Russian FM and Minister of Foreign Affairs are the same office."""

from functools import lru_cache
from typing import Final

import regex

from cables.facts.posts import all_posts
from cables.names.comparison import fold_name

_PUBLIC = """
    president minister ambassador senator governor mayor king queen prince princess sheikh emir
    sultan pope cardinal archbishop bishop patriarch chancellor premier general admiral marshal
    secretary congressman congresswoman representative mp deputy parliamentarian justice judge
    speaker commissioner spokesman spokeswoman spokesperson envoy chief chairman chairwoman chair
    attorney prosecutor commander director administrator consul charge dcm counselor taoiseach
    delegate coordinator ombudsman ayatollah rabbi imam colonel
"""
PUBLIC: Final = frozenset(_PUBLIC.split())
"""Head words of public offices; activists, contacts and sources have none."""
SLASHED: Final = {"A/S": "assistant secretary", "U/S": "under secretary"}
ABBREVIATIONS: Final = {
    "fm": "foreign minister",
    "dfm": "deputy foreign minister",
    "pm": "prime minister",
    "dpm": "deputy prime minister",
    "modmin": "defense minister",
    "formin": "foreign minister",
    "defmin": "defense minister",
    "primin": "prime minister",
    "finmin": "finance minister",
    "intmin": "interior minister",
    "amb": "ambassador",
    "gen": "general",
    "adm": "admiral",
    "col": "colonel",
    "sen": "senator",
    "rep": "representative",
    "congresswoman": "congressman",
    "gov": "governor",
    "sec": "secretary",
    "secstate": "secretary",
    "pres": "president",
    "vp": "vice president",
    "ltg": "general",
    "mg": "general",
    "bg": "general",
    "das": "deputy assistant secretary",
    "premier": "prime minister",
    "cj": "chief justice",
    "cg": "consul",
    "cda": "charge",
    "secdef": "defense secretary",
    "dg": "director general",
}
_FIELDS = """
    foreign defense interior finance trade justice health oil energy agriculture education
    economy transport environment information labor culture tourism planning
"""
FIELDS: Final = {field: field for field in _FIELDS.split()} | {
    "external": "foreign",
    "defence": "defense",
    "home": "interior",
    "internal": "interior",
    "economic": "economy",
    "transportation": "transport",
    "labour": "labor",
}
"""Portfolios of ministers and secretaries, by the words that name them."""
RANKS: Final = frozenset(["deputy", "vice", "assistant", "under", "prime"])
"""Words that make a different office of the one after them."""
_AMERICAN = """
    poloff poloffs econoff econoffs emboff emboffs conoff conoffs paoff polchief econchief pao rso
    congenoff codel staffdel polcouns econcouns polcounselor econcounselor congressman polmiloff
"""
AMERICAN: Final = frozenset(_AMERICAN.split())
"""Titles of an American embassy's own staff."""
AMERICAN_OFFICES: Final = frozenset(
    ["assistant secretary", "under secretary", "deputy assistant secretary"]
)


DEPUTY_CHIEF: Final = regex.compile(r"\bdeputy chief of mission\b", regex.IGNORECASE)
COMPANY: Final = regex.compile(r"\b\p{Lu}{2,6}(?:['’]s)? (?i:president)")
"""PLN president, ICE President."""
OF: Final = regex.compile(r"\bpresident of (?:the )?(?P<complement>.+)", regex.IGNORECASE)
COUNTRY: Final = regex.compile(
    r"(?:republic|country|nation|united states|"
    + "|".join(sorted({fold_name(post.country) for post in all_posts() if post.country}))
    + r")\b"
)


@lru_cache(maxsize=65_536)
def title_offices(title: str) -> frozenset[str]:
    """Return the offices that a title names, in a form that can be compared.

    Returns:
        `foreign minister` and `minister` for Russian FM; empty if it names none.
    """
    words = _expand_abbreviations(title)
    offices = set()
    for place, word in enumerate(words):
        if word in PUBLIC and word not in RANKS:
            ranks = [rank for rank in words[max(0, place - 3) : place] if rank in RANKS]
            office = " ".join([*ranks, "other" if _is_company_president(title, word) else "", word])
            office = " ".join(office.split())
            offices.add(office)
            offices |= {f"{field} {office}" for field in _portfolios(words, place)}
    return frozenset(offices)


def _expand_abbreviations(title: str) -> list[str]:
    """Return the folded words of a title with abbreviations expanded."""
    for abbreviation, meaning in SLASHED.items():
        title = title.replace(abbreviation, meaning)
    title = DEPUTY_CHIEF.sub("DCM", title)
    words = fold_name(title.replace("/", " ").replace("-", " ")).split()
    return " ".join(ABBREVIATIONS.get(word, word) for word in words).split()


def _is_company_president(title: str, word: str) -> bool:
    """Return whether a president heads a party, a bank or a club rather than a country."""
    if word != "president":
        return False
    if COMPANY.search(title) and not title.isupper():
        return True
    match = OF.search(title)
    return bool(match) and not COUNTRY.match(fold_name(match["complement"]))


def _portfolios(words: list[str], place: int) -> set[str]:
    if words[place] not in {"minister", "secretary"} or "prime" in words[:place]:
        return set()
    return {FIELDS[word] for word in words if word in FIELDS}


def is_public_office(title: str) -> bool:
    """Return whether a title names a public office."""
    return bool(title_offices(title))


def is_american_office(title: str) -> bool:
    """Return whether only members of the US foreign service have this title."""
    return bool(AMERICAN & set(_expand_abbreviations(title))) or bool(
        AMERICAN_OFFICES & title_offices(title)
    )
