"""What a candidate is by its own words and the next one, whatever else stands around it."""

from typing import Final

from cables.facts.captions import CODES
from cables.names.recognition.candidates import Candidate, is_inflected
from cables.names.recognition.leading_words import LONGEST_CODE
from cables.names.recognition.word_kinds import (
    ANY_TITLE,
    COMMON,
    DEMONYM,
    GIVEN,
    INITIAL,
    NO_NAME,
    NOTHING,
    ORGANISATION,
    PARTICLE,
    PLACE,
    SURNAME,
    is_family_name,
)

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
"""Words that begin names of places, bands and firms, though nothing else is known of them."""
_THINGS = """
    calle avenida rua rue via plaza plaça paseo corso strada boulevard ulitsa jalan carretera
    rodovia barrio colonia cerro grupo banco banca banque frente instituto universidad colegio
    centro fundacion fundación partido movimiento lake fort mount mt camp hotel villa casa
    mina banda delegacion delegación fondation fundação fundacao university hospital airport clinica
    punta
"""
THINGS: Final = frozenset(_THINGS.split())
"""Words behind which a name is that of a street, band or firm: `CALLE JUAN DOE`."""
_NUMBERS = """
    II III IV V VI VII VIII IX X XI XII XIV XV XVI XXIII
"""
NUMBERS: Final = frozenset(_NUMBERS.split())
SURE_PARTICLES: Final = frozenset({"van", "von", "bin", "ibn"})
"""Particles that in small letters before a capital make a surname, whatever else is known."""
ARABIC: Final = ("al-", "el-", "as-", "ar-", "ad-", "ul-", "abdul", "abdel", "abu")
SHORTEST: Final = 3
"""Letters that a surname has at least where nothing but a title speaks for it."""


def part_of_more(candidate: Candidate) -> bool:
    """Tell whether a name is only part of an institution's: `Konrad Adenauer Foundation`."""
    behind = candidate.behind
    if behind is None or behind.kind == NOTHING or behind.word in CODES:
        return False
    if behind.kind & ANY_TITLE:
        return False
    if candidate.run.zone.capitals:
        return bool(behind.kind & ORGANISATION)
    return bool(behind.kind & (ORGANISATION | PLACE))


def part_of_phrase(candidate: Candidate) -> bool:
    """Tell whether a plain word goes on with another: `Field Servant` behind `Chief`."""
    behind = candidate.behind
    word = candidate.tokens[-1].kind
    return behind is not None and bool(word & NO_NAME) and bool(behind.kind & COMMON)


def follows_thing(candidate: Candidate) -> bool:
    """Tell whether a word with which places, bands and streets begin stands before a name."""
    before = candidate.before
    return before is not None and not before.owns and before.word.lower() in THINGS


def begins_otherwise(candidate: Candidate) -> bool:
    """Tell whether the first word is one with which places, bands and firms begin."""
    first = candidate.tokens[0]
    lower = first.word.lower().rstrip(".")
    return lower in NO_FIRST_NAMES or (lower in THINGS and not first.kind & GIVEN)


def full(candidate: Candidate) -> bool:
    """Tell whether there is more than one word, an initial or a number counting as one."""
    if candidate.size > 1 or numbered(candidate):
        return True
    return bool(candidate.size and candidate.tokens[0].kind & INITIAL)


def given_name(candidate: Candidate) -> bool:
    """Tell whether a name begins with a given name and has a surname or number behind it."""
    if numbered(candidate):
        return True
    words = [token for token in candidate.tokens if not token.kind & INITIAL]
    first, last = words[0].kind, words[-1].kind
    if not first & GIVEN or len(words) == 1:
        return False
    surname = bool(last & SURNAME)
    if first & (NO_NAME & ~COMMON) and last & COMMON and candidate.run.zone.capitals:
        return False  # CHRISTIAN FAITH
    if first & (NO_NAME & ~COMMON) and last & NO_NAME:  # Jordan Valley, but Jordan Rice
        return surname
    return surname or not candidate.run.zone.capitals or not last & NO_NAME


def numbered(candidate: Candidate) -> bool:
    """Tell whether a name is a given name with a number, as popes and kings have: `Pius XII`."""
    first, *rest = candidate.tokens
    return bool(rest and first.kind & GIVEN) and rest[-1].word in NUMBERS


def unknown(candidate: Candidate) -> bool:
    """Tell whether no word of a name is known as anything but a name, nor is a firm's code."""
    first, last = candidate.tokens[0], candidate.tokens[-1]
    if first.word.isupper() and not first.kind and not last.word.isupper():  # AES Specimen
        return False
    return all(
        not token.kind & NO_NAME or token.kind & (SURNAME | GIVEN) for token in candidate.tokens
    )


def given_inside(candidate: Candidate) -> bool:
    """Tell whether a given name stands between words of which nothing is known."""
    inside = candidate.tokens[1:-1]
    return any(token.kind == GIVEN for token in inside) and unknown(candidate)


def with_article(candidate: Candidate) -> bool:
    """Tell whether a name holds an Arabic article or particle: `Nouri al-Maliki`."""
    return any(
        token.word.lower().startswith(ARABIC) or token.word in {"bin", "ibn", "ould"}
        for token in candidate.tokens[1:]
    )


def with_particle(candidate: Candidate) -> bool:
    """Tell whether a surname has a particle in small letters before it: `van Gogh`, `bin Laden`."""
    last = candidate.tokens[-1]
    return (
        candidate.tokens[0].word in SURE_PARTICLES
        and not last.kind & (NO_NAME | PARTICLE)
        and not last.word.isupper()
        and len(last.word) >= SHORTEST
    )


def surname_like(candidate: Candidate) -> bool:
    """Tell whether a single word may be a surname, if a title stands before it."""
    word = max(candidate.tokens, key=lambda token: len(token.word))
    capitals = candidate.run.zone.capitals
    if begins_otherwise(candidate) or (len(word.word) < SHORTEST and word.kind != GIVEN):
        return False
    if word.word.isupper() and not capitals and len(word.word) <= LONGEST_CODE and not word.kind:
        return is_family_name(word.word) and len(word.word) > SHORTEST
    if capitals and is_inflected(word):
        return False
    if word.kind & DEMONYM or (word.kind & PLACE and capitals):
        return False
    return not word.kind & NO_NAME or bool(word.kind & (SURNAME | GIVEN))
