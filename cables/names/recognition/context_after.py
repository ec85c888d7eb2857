"""What the words around a name say: a role, an age, a speech verb, a thing named after it."""

import re
from collections.abc import Sequence
from typing import Final

from cables.names.recognition.capitalized_runs import FILL
from cables.names.recognition.name_forms import collapse_whitespace
from cables.names.recognition.titles import strip_punctuation
from cables.names.recognition.values import Candidate, Evidence, Token
from cables.names.recognition.word_kinds import (
    GIVEN,
    INITIAL,
    KIN,
    KNOWN_WORDS,
    TITLE_OR_ROLE,
    word_kind,
)

LONGEST: Final = 110
"""Characters after a name that are searched for its role."""
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
APPOSITION: Final = re.compile(r"\s?,\s+(?P<words>[^.;:()]{3,80})")
"""Example: `, Deputy director of the Center for Policy Studies`."""
PARENTHESES: Final = re.compile(r"\s{1,3}\((?P<words>[^()]{1,60})")
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
"""Things named after persons, and house numbers: `CALLE JANE DOE 2126,`."""
CALLED: Final = re.compile(
    r"\b(?:firms?|compan(?:y|ies)|corporation|villages?|towns?|city|cities|municipality|newspaper"
    r"|dail(?:y|ies)|weekly|magazine|ship|vessel|hotels?|restaurant|island|river|province)"
    r"(?:\s+(?:of|called|named))?\s+$"
    r"|\b(?:near|born\s+(?:in\s+\d{4}\s+)?in|located\s+in|village\s+of|based\s+in)\s+$",
    re.IGNORECASE,
)
"""Lower-case words before a firm, a place, a newspaper or a ship."""
MIN_ABBREVIATION: Final = 4
"""Letters from which a party is an abbreviation of the name if that has them in order."""
CASE: Final = re.compile(
    r"\s{1,3}(?:case|trial|murder|affair|killing|assassination|disappearance)\b"
)
"""What is named after its victim or defendant. Example: ` case`."""
FACTION: Final = re.compile(r"\w[ \t]*-[ \t]*$")
"""What precedes the name of a faction: `Council of Nagalim - Isak Muivah (NSCN-IM)`."""
CONTINUATIONS: Final = frozenset(
    {"and", "said", "who", "told", "but", "as", "with", "met", "while", "is", "was", "are", "were"}
)
"""Words that continue a sentence after the comma of a clause or list."""
FAR: Final = 3
"""Words after which a continuation may belong to the role."""
MAX_TITLE_INDEX: Final = 7
"""Words among which the title of a role must be."""
MAX_ROLE_WORDS: Final = 12
THING_WINDOW: Final = 28
"""Characters before a name that are searched for a word for a firm or place."""


def role_after(text: str, candidate: Candidate) -> str:
    """Return the role after a name, `Dean of MGIMO`; empty if there is none."""
    after = text[candidate.end : candidate.end + LONGEST].replace(FILL, " ")
    if below := candidate.next_token:
        on_next_line = _starts_line_with_title(below) and not candidate.run.zone.all_caps
        return collapse_whitespace(after.lstrip().partition("\n")[0]) if on_next_line else ""
    if apposition := APPOSITION.match(after):
        return _apposed_role(apposition["words"].split())
    if parentheses := PARENTHESES.match(after):
        words = parentheses["words"].split()
        return (
            " ".join(words)
            if any(_is_role(strip_punctuation(word).lower()) for word in words)
            else ""
        )
    return ""


def _starts_line_with_title(word: Token) -> bool:
    """Return whether a title begins the line below a name, as in a list of biographies."""
    return word.starts_line and bool(word.kind & TITLE_OR_ROLE)


def _apposed_role(words: Sequence[str]) -> str:
    """Return the role among words after a comma; empty if there is none."""
    for at, word in enumerate(words[:MAX_TITLE_INDEX]):
        lower = strip_punctuation(word).lower()
        if lower in CONTINUATIONS and at < FAR:
            return ""
        if _is_role(lower):
            return "" if _belongs_to_next_name(words, at) else _up_to_comma(words)
        if word.endswith(",") and at > FAR:
            return ""
    return ""


def _is_role(word: str) -> bool:
    """Return whether a word is a title or role, or a slash or hyphen joins one to it."""
    if KNOWN_WORDS.get(word, 0) & (TITLE_OR_ROLE | KIN):
        return True
    parts = word.replace("/", "-").split("-")
    return len(parts) > 1 and any(KNOWN_WORDS.get(part, 0) & TITLE_OR_ROLE for part in parts)


def _belongs_to_next_name(words: Sequence[str], at: int) -> bool:
    """Return whether a title belongs to the next name: `John Doe, Governor Jane Roe`."""
    if not words[at][:1].isupper() or words[at].endswith(",") or at + 1 >= len(words):
        return False
    following = strip_punctuation(words[at + 1])
    return following[:1].isupper() and not word_kind(following) & ~(GIVEN | INITIAL)


def _up_to_comma(words: Sequence[str]) -> str:
    role: list[str] = []
    for word in words[:MAX_ROLE_WORDS]:
        role.append(word.rstrip(","))
        if word.endswith(","):
            break
    return " ".join(role)


def is_followed_by_party(evidence: Evidence) -> bool:
    """Return whether a party or state in parentheses follows, rather than the name's initials."""
    text, candidate = evidence.text, evidence.candidate
    match = PARTY.match(text, candidate.end, candidate.end + LONGEST)
    before = text[max(0, candidate.start - 8) : candidate.start]
    if not match or FACTION.search(before):
        return False
    if candidate.previous_token is not None and candidate.previous_token.kind > 0:
        return False  # only the end of a party's or a bank's name
    party, name = match["party"].upper(), text[candidate.start : candidate.end].upper()
    letters = iter(name)
    abbreviates_name = all(letter in letters for letter in party)
    initials = "".join(word[0] for word in name.split())
    return not abbreviates_name or (len(party) < MIN_ABBREVIATION and party != initials)


def is_followed_by_speech(evidence: Evidence) -> bool:
    """Return whether a speech verb or another verb typical of persons follows."""
    end = evidence.candidate.end
    return SPEAKS.match(evidence.text, end, end + LONGEST) is not None


def is_followed_by_case(evidence: Evidence) -> bool:
    """Return whether a case is named after the person: `the Jane Doe case`."""
    return CASE.match(evidence.text, evidence.candidate.end) is not None


def is_followed_by_age(evidence: Evidence) -> bool:
    end = evidence.candidate.end
    return AGE.match(evidence.text, end, end + LONGEST) is not None


def is_thing_name(text: str, candidate: Candidate) -> bool:
    """Return whether a place or thing is named after a person: `Jane Doe airport`."""
    if THING.match(text, candidate.end, candidate.end + LONGEST):
        return True
    before = text[max(0, candidate.start - THING_WINDOW) : candidate.start].replace(FILL, " ")
    if CALLED.search(before):
        return True
    return bool(FACTION.search(before[-8:])) and PARTY.match(text, candidate.end) is not None


def follows_article(text: str, candidate: Candidate) -> bool:
    """Return whether the article precedes the run, as it does institutions."""
    if before := candidate.previous_token:
        return before.word.lower() == "the"
    return text[max(0, candidate.start - 6) : candidate.start].lower().split()[-1:] == ["the"]
