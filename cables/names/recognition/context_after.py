"""What stands behind a name, or before its run: a role, an age, a word of speech, an article."""

import re
from collections.abc import Sequence
from typing import Final

from cables.names.recognition.capitalized_runs import FILL
from cables.names.recognition.name_forms import collapse_whitespace
from cables.names.recognition.titles import strip_punctuation
from cables.names.recognition.values import Candidate, Token
from cables.names.recognition.word_kinds import (
    GIVEN,
    INITIAL,
    KIN,
    KNOWN_WORDS,
    TITLE_OR_ROLE,
    word_kind,
)

LONGEST: Final = 110
"""Characters behind a name in which its role is looked for."""
SPEECH_VERBS: Final = r"""
    (?: said | says | told | tells | noted | notes | added | adds | argued | argues | explained
      | stated | replied | asked | responded | claimed | stressed | emphasi[sz]ed | warned
      | commented | opined | observed | confided | complained | expressed | acknowledged | admitted
      | concluded | predicted | remarked | recalled | insisted | lamented | suggested | agreed
      | reiterated | underscored | highlighted | described | thanked | welcomed | urged | believes
      | believed | thought | maintained | pointed\s+out | felt | thinks | hoped | wondered
      | cautioned | criticized | declared | asserted | affirmed | denied | assured | advised
      | informed | confirmed | mentioned | indicated | joked | praised | pledged | promised | met
      | visited | arrived | resigned | died | who | whose | (?<!,\s)(?:is|was)\s+an?
      | was\s+(?:born|appointed|elected|named|arrested) | has\s+(?:been\s+)?(?:served|worked) ) \b
"""
SPEECH_ADVERBS: Final = r"""
    (?: (?:also|then|later|further|himself|herself|had|has|however|again|repeatedly|recently) \s+ )
"""
SPEAKS: Final = re.compile(
    rf"\s?,?[\s{FILL}]+ {SPEECH_ADVERBS}{{0,2}} {SPEECH_VERBS}", re.VERBOSE | re.IGNORECASE
)
"""Example: ` also told us`, `, who`."""
APPOSED: Final = re.compile(r"\s?,\s+(?P<words>[^.;:()]{3,80})")
"""Example: `, Deputy director of the Center for Policy Studies`."""
BRACKET: Final = re.compile(r"\s{1,3}\((?P<words>[^()]{1,60})")
"""Example: ` (Minister of Justice)`."""
AGE: Final = re.compile(
    r"\s?,\s+(?:aged?\s+)?\d{2}\b(?!\s*(?:percent|million))|\s?(?:,|\()\s*born\b", re.IGNORECASE
)
"""Example: `, 57,`."""
PARTY: Final = re.compile(
    r"\s{1,3}\((?P<party>[A-Z]{1,7}|[A-Z][A-Za-z]{1,7}(?=[-/]))(?:[-/][A-Z]{2,4})?\)"
)
"""Example: ` (PSDB-SP)`."""
THING: Final = re.compile(
    r"\s{1,3}(?:(?:inter)?(?:national\s{1,3})?airport|street|avenue|bridge|stadium|hospital|school"
    r"|university|prize|brewery|satellite|(?:class\s{1,3})?frigate|class\s|vessel|settlement"
    r"|party\b(?!\s+leader)|convention\b|shipping|(?!(?:19|20)\d\d\b)\d{3,5}(?=,|\s*\n))",
    re.IGNORECASE,
)
"""Things that are named after somebody, and the number of a house: `CALLE JANE DOE 2126,`."""
CALLED: Final = re.compile(
    r"\b(?:firms?|compan(?:y|ies)|corporation|villages?|towns?|city|cities|municipality|newspaper"
    r"|dail(?:y|ies)|weekly|magazine|ship|vessel|hotels?|restaurant|island|river|province)"
    r"(?:\s+(?:of|called|named))?\s+$"
    r"|\b(?:near|born\s+(?:in\s+\d{4}\s+)?in|located\s+in|village\s+of|based\s+in)\s+$",
    re.IGNORECASE,
)
"""What stands in small letters before a firm, a place, a newspaper or a ship."""
LONG_PARTY: Final = 4
"""Letters of a party from which on it is a name's own initials if the name has them in order."""
CASE: Final = re.compile(
    r"\s{1,3}(?:case|trial|murder|affair|killing|assassination|disappearance)\b"
)
"""What is called after somebody whom it befell."""
FACTION: Final = re.compile(r"\w[ \t]*-[ \t]*$")
"""What stands before the name of a faction: `Council of Nagalim - Isak Muivah (NSCN-IM)`."""
GOES_ON: Final = frozenset(
    {"and", "said", "who", "told", "but", "as", "with", "met", "while", "is", "was", "are", "were"}
)
"""What a sentence goes on with behind the comma of a clause or list."""
FAR: Final = 3
"""Words from which on these may belong to the role."""
FARTHEST: Final = 7
"""Words in which the title of a role stands."""
MOST_WORDS: Final = 12
FAR_BEFORE: Final = 28
"""Characters before a name in which the word for a firm or place stands."""


def role_after(text: str, candidate: Candidate) -> str:
    """Return the role that stands behind a name, `Dean of MGIMO`, or nothing."""
    after = text[candidate.end : candidate.end + LONGEST].replace(FILL, " ")
    if below := candidate.next_token:
        below_it = _starts_line_with_title(below) and not candidate.run.zone.all_caps
        return collapse_whitespace(after.lstrip().partition("\n")[0]) if below_it else ""
    if apposed := APPOSED.match(after):
        return _apposed_role(apposed["words"].split())
    if bracket := BRACKET.match(after):
        words = bracket["words"].split()
        return (
            " ".join(words)
            if any(_is_role(strip_punctuation(word).lower()) for word in words)
            else ""
        )
    return ""


def _starts_line_with_title(word: Token) -> bool:
    """Tell whether a title begins the line below a name, as in a list of biographies."""
    return word.starts_line and bool(word.kind & TITLE_OR_ROLE)


def _apposed_role(words: Sequence[str]) -> str:
    """Return the role that words behind a comma are, or nothing."""
    for at, word in enumerate(words[:FARTHEST]):
        lower = strip_punctuation(word).lower()
        if lower in GOES_ON and at < FAR:
            return ""
        if _is_role(lower):
            return "" if _belongs_to_next_name(words, at) else _up_to_comma(words)
        if word.endswith(",") and at > FAR:
            return ""
    return ""


def _is_role(word: str) -> bool:
    """Tell whether a word is a title or role, alone or joined by a stroke or hyphen."""
    if KNOWN_WORDS.get(word, 0) & (TITLE_OR_ROLE | KIN):
        return True
    parts = word.replace("/", "-").split("-")
    return len(parts) > 1 and any(KNOWN_WORDS.get(part, 0) & TITLE_OR_ROLE for part in parts)


def _belongs_to_next_name(words: Sequence[str], at: int) -> bool:
    """Tell whether a title belongs to the next name: `John Doe, Governor Jane Roe`."""
    if not words[at][:1].isupper() or words[at].endswith(",") or at + 1 >= len(words):
        return False
    following = strip_punctuation(words[at + 1])
    return following[:1].isupper() and not word_kind(following) & ~(GIVEN | INITIAL)


def _up_to_comma(words: Sequence[str]) -> str:
    """Return the words of a role up to the comma that ends it."""
    taken: list[str] = []
    for word in words[:MOST_WORDS]:
        taken.append(word.rstrip(","))
        if word.endswith(","):
            break
    return " ".join(taken)


def is_followed_by_party(text: str, candidate: Candidate) -> bool:
    """Tell whether a party or state stands in brackets behind a name, and not its own initials."""
    found = PARTY.match(text, candidate.end, candidate.end + LONGEST)
    before = text[max(0, candidate.start - 8) : candidate.start]
    if not found or FACTION.search(before):
        return False
    if candidate.previous_token is not None and candidate.previous_token.kind > 0:
        return False  # only the end of a party's or a bank's name
    party, name = found["party"].upper(), text[candidate.start : candidate.end].upper()
    letters = iter(name)
    own = all(letter in letters for letter in party)
    return not own or (len(party) < LONG_PARTY and party != "".join(w[0] for w in name.split()))


def is_followed_by_speech(text: str, candidate: Candidate) -> bool:
    """Tell whether a word of speech or of a life stands behind a name."""
    return SPEAKS.match(text, candidate.end, candidate.end + LONGEST) is not None


def is_followed_by_case(text: str, candidate: Candidate) -> bool:
    """Tell whether what befell somebody stands behind a name: `the Jane Doe case`."""
    return CASE.match(text, candidate.end) is not None


def is_followed_by_age(text: str, candidate: Candidate) -> bool:
    """Tell whether an age stands behind a name."""
    return AGE.match(text, candidate.end, candidate.end + LONGEST) is not None


def is_thing_name(text: str, candidate: Candidate) -> bool:
    """Tell whether what follows is a place or thing named after somebody: `Jane Doe airport`."""
    if THING.match(text, candidate.end, candidate.end + LONGEST):
        return True
    before = text[max(0, candidate.start - FAR_BEFORE) : candidate.start].replace(FILL, " ")
    if CALLED.search(before):
        return True
    return bool(FACTION.search(before[-8:])) and PARTY.match(text, candidate.end) is not None


def follows_article(text: str, candidate: Candidate) -> bool:
    """Tell whether the article stands before the run, as before institutions."""
    if before := candidate.previous_token:
        return before.word.lower() == "the"
    return text[max(0, candidate.start - 6) : candidate.start].lower().split()[-1:] == ["the"]
