"""Filters: what a candidate's own words say for or against a person."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from cables.facts.captions import CAPTION_CODES
from cables.names.recognition.candidates import LONGEST_CODE, is_inflected
from cables.names.recognition.capitalized_runs import FILL
from cables.names.recognition.name_forms import collapse_whitespace
from cables.names.recognition.values import Candidate, Detection, Evidence, Rule, first_rule
from cables.names.recognition.word_kinds import (
    COMMON,
    DEMONYM,
    GIVEN,
    INITIAL,
    NEVER_A_NAME,
    NON_NAME_KINDS,
    ORGANIZATION,
    PARTICLE,
    PLACE,
    SURNAME,
    TITLE_OR_ROLE,
    is_family_name,
    word_kind,
)
from cables.names.tables import thing_names
from cables.parser.values import PartKind

_NO_FIRST_NAMES = """
    jaish-e lashkar-e sipah-e jihad-e-islami hizb-e harakat-ul jaish-i lashkar-i tehrik-e ruta av
    dar beit bayt jaysh jaish ansar umm hizb jund ahl ahrar asaib kata'ib dawa sharq quds qaeda
    qaida al-qaeda al-qaida al-aqsa jemaah lashkar harakat hizbul jamaat jamiat tehrik madrassa
    masjid wadi jebel jabal tell deir ain ayn ras khan port fort mount lake saint st san santa sao
    são los las el la le new nova novo novi rio rue calle avenida plaza villa casa grupo banco banca
    banque societe société compagnie groupe alianza partido movimiento frente union unión
    asociacion federacion confederacion instituto universidad colegio centro ministerio secretaria
    petro gaz nord sud stara stary velika krasny al-jazeera
"""
NO_FIRST_NAMES: Final = frozenset(_NO_FIRST_NAMES.split())
"""Unknown words with which names of places, armed groups and firms begin."""
_THINGS = """
    calle avenida rua rue via plaza plaça paseo corso strada boulevard ulitsa jalan carretera
    rodovia barrio colonia cerro grupo banco banca banque frente instituto universidad colegio
    centro fundacion fundación partido movimiento lake fort mount mt camp hotel villa casa
    mina banda delegacion delegación fondation fundação fundacao university hospital airport clinica
    punta
"""
THINGS: Final = frozenset(_THINGS.split())
"""Words before a person's name in that of a street, group or firm: `CALLE JUAN DOE`."""
_REGNAL = """
    II III IV V VI VII VIII IX X XI XII XIV XV XVI XXIII
"""
REGNAL_NUMBERS: Final = frozenset(_REGNAL.split())
SURE_PARTICLES: Final = frozenset({"van", "von", "bin", "ibn"})
"""Lower-case particles that always make a surname of the word after them."""
ARABIC: Final = ("al-", "el-", "as-", "ar-", "ad-", "ul-", "abdul", "abdel", "abu")
SHORTEST_SURNAME: Final = 3
"""Letters of a surname for which only a title speaks."""
LOWER_CASE_WORD: Final = re.compile(r"(?<![\w@.'’-])[a-zà-ÿ]{4,}(?![\w@'’-]|\.\w)")
"""A word in lower case that is not part of an address."""
LONG_USER_NAME: Final = 7
"""Letters from which a word after a title is more likely a user name than a rare surname."""
PRONOUNCEABLE: Final = re.compile(
    r"[AEIOUY]|[B-DF-HJ-NP-TV-XZ](?:[AEIOUYHL]|(?<!R)R|(?<=S)[CKMNPQTVW]|(?<=[DT])[WZ]|(?<=K)[NW])"
    r"|CZ|MC"
)
"""How a pronounceable name begins; `RREITER` and `MBITTRICK` are user names."""


def is_part_of_institution(candidate: Candidate) -> bool:
    """Return whether a name is part of an institution's: `Konrad Adenauer Foundation`."""
    following = candidate.next_token
    if (
        following is None
        or following.kind == NEVER_A_NAME
        or following.kind & TITLE_OR_ROLE
        or following.word in CAPTION_CODES
    ):
        return False
    kinds = ORGANIZATION if candidate.run.zone.all_caps else ORGANIZATION | PLACE
    return bool(following.kind & kinds)


def is_part_of_phrase(candidate: Candidate) -> bool:
    """Return whether another plain word follows a plain word: `Field Servant` after `Chief`."""
    following = candidate.next_token
    plain = bool(candidate.tokens[-1].kind & NON_NAME_KINDS)
    return plain and following is not None and bool(following.kind & COMMON)


def follows_thing_word(candidate: Candidate) -> bool:
    """Return whether a word for a place, group or street precedes a name."""
    before = candidate.previous_token
    return before is not None and not before.possessive and before.word.lower() in THINGS


def starts_with_thing_word(candidate: Candidate) -> bool:
    """Return whether the first word begins a name of a place, group or firm."""
    first = candidate.tokens[0]
    lower = first.word.lower().rstrip(".")
    return lower in NO_FIRST_NAMES or (lower in THINGS and not first.kind & GIVEN)


def is_full_name(candidate: Candidate) -> bool:
    """Return whether there is more than one word, counting an initial or a number as one."""
    if candidate.size > 1 or _has_regnal_number(candidate):
        return True
    return bool(candidate.size and candidate.tokens[0].kind & INITIAL)


def starts_with_given_name(candidate: Candidate) -> bool:
    """Return whether a name is a given name followed by a surname or number."""
    if _has_regnal_number(candidate):
        return True
    words = [token for token in candidate.tokens if not token.kind & INITIAL]
    first, last = words[0].kind, words[-1].kind
    if not first & GIVEN or len(words) == 1:
        return False
    surname = bool(last & SURNAME)
    if first & (NON_NAME_KINDS & ~COMMON) and last & COMMON and candidate.run.zone.all_caps:
        return False  # CHRISTIAN FAITH
    if (
        first & (NON_NAME_KINDS & ~COMMON) and last & NON_NAME_KINDS
    ):  # Jordan Valley, but Jordan Rice
        return surname
    return surname or not candidate.run.zone.all_caps or not last & NON_NAME_KINDS


def _has_regnal_number(candidate: Candidate) -> bool:
    """Return whether a number follows a given name, as for popes and kings: `Pius XII`."""
    first, *rest = candidate.tokens
    return bool(rest and first.kind & GIVEN) and rest[-1].word in REGNAL_NUMBERS


def no_word_ruled_out(candidate: Candidate) -> bool:
    """Return whether every word may be part of a name, and the first is not a firm's code."""
    first, last = candidate.tokens[0], candidate.tokens[-1]
    if first.word.isupper() and not first.kind and not last.word.isupper():  # AES Specimen
        return False
    return all(
        not token.kind & NON_NAME_KINDS or token.kind & (SURNAME | GIVEN)
        for token in candidate.tokens
    )


def has_inner_given_name(candidate: Candidate) -> bool:
    """Return whether a given name is between unknown words."""
    inside = candidate.tokens[1:-1]
    return any(token.kind == GIVEN for token in inside) and no_word_ruled_out(candidate)


def has_arabic_article(candidate: Candidate) -> bool:
    """Return whether a name has an Arabic article or particle inside: `Nouri al-Maliki`."""
    return any(
        token.word.lower().startswith(ARABIC) or token.word in {"bin", "ibn", "ould"}
        for token in candidate.tokens[1:]
    )


def starts_with_particle(candidate: Candidate) -> bool:
    """Return whether a surname follows a lower-case particle: `van Gogh`, `bin Laden`."""
    last = candidate.tokens[-1]
    return (
        candidate.tokens[0].word in SURE_PARTICLES
        and not last.kind & (NON_NAME_KINDS | PARTICLE)
        and not last.word.isupper()
        and len(last.word) >= SHORTEST_SURNAME
    )


def may_be_surname(candidate: Candidate) -> bool:
    """Return whether a single word after a title may be a surname."""
    word = max(candidate.tokens, key=lambda token: len(token.word))
    capitals = candidate.run.zone.all_caps
    if starts_with_thing_word(candidate) or (
        len(word.word) < SHORTEST_SURNAME and word.kind != GIVEN
    ):
        return False
    if word.word.isupper() and not capitals and len(word.word) <= LONGEST_CODE and not word.kind:
        return is_family_name(word.word) and len(word.word) > SHORTEST_SURNAME
    if capitals and is_inflected(word):
        return False
    if word.kind & DEMONYM or (word.kind & PLACE and capitals):
        return False
    return not word.kind & NON_NAME_KINDS or bool(word.kind & (SURNAME | GIVEN))


def is_user_name(word: str) -> bool:
    """Return whether a word is an initial and a surname written together: `JIZZO`, `FCORNEILLE`."""
    rest = word[1:]
    known = bool(word_kind(rest) & (GIVEN | SURNAME)) or is_family_name(rest)
    return known or not is_pronounceable(word)


def is_pronounceable(word: str) -> bool:
    return PRONOUNCEABLE.match(word) is not None


def is_false_positive(text: str, detection: Detection) -> bool:
    """Return whether one of the rejection rules speaks against a detection.

    Args:
        text: With page marks filled.
        detection: What another rule accepted.
    """
    evidence = Evidence(text, detection.candidate, detection.title)
    return first_rule(REJECTION_RULES, evidence) is not None


def _is_lone_user_name(evidence: Evidence) -> bool:
    candidate = evidence.candidate
    token = candidate.tokens[-1]
    above = candidate.run.zone.part_kind is PartKind.ATTENTION and len(candidate.tokens) == 1
    if not above or token.kind or is_family_name(token.word) or len(token.word) < LONG_USER_NAME:
        return False
    return is_user_name(token.word)


def _is_known_thing(evidence: Evidence) -> bool:
    candidate = evidence.candidate
    printed = evidence.text[candidate.start : candidate.end].replace(FILL, " ")
    return collapse_whitespace(printed).lower() in thing_names()


def _is_plain_word(evidence: Evidence) -> bool:
    """Return whether the cable also writes an unknown word in lower case.

    Plain words are capitalized at the beginning of a sentence or in a heading; names are in lower
    case only by mistake, so after a title lower case must be more frequent than upper case.
    """
    text = evidence.text
    counts = _lower_case_words(text)
    for token in evidence.candidate.tokens:
        word = token.word.lower()
        if token.kind or word not in counts or is_family_name(word):
            continue
        if counts[word] > (text.count(token.word) if evidence.title else 0):
            return True
    return False


@lru_cache(maxsize=2)
def _lower_case_words(text: str) -> Counter[str]:
    return Counter(LOWER_CASE_WORD.findall(text))


REJECTION_RULES: Final[Sequence[Rule]] = (
    Rule("user name", _is_lone_user_name, "USDOC FOR PAO AEMERSON", "09SANJOSE1132"),
    Rule("known thing", _is_known_thing, "Firms such as Philip Morris left.", "06BUENOSAIRES34"),
    Rule("plain word", _is_plain_word, "The Blarnik government fell. Every blarnik was sold.", ""),
)
"""What speaks against a detection, whichever rule it came from."""
