"""Compare the people found in a cable with those whom a reader labeled.

A person counts once, however often the cable names them. A found and a labeled person match if
they share a form, or if their names agree apart from titles, initials, case, accents and spaces.
Each is matched once, best matches first: if one person is found as two, one of them is wrong; if
two are found as one, the second is missed.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from cables.names.recognition import FoundPerson

Label = Mapping[str, Any]

_TITLES = """
    mr mrs ms miss dr prof professor sir lord lady pope king queen prince princess sheikh sheik
    president minister ambassador amb senator congressman governor gen general adm admiral col
    colonel ltcol maj major capt captain lt
"""
TITLES: Final = frozenset(_TITLES.split())
"""Words before a name that do not belong to it."""


class Cable(NamedTuple):
    """People of one cable, labeled and found, and the key of each paragraph by its position."""

    reference_id: str
    labeled: Sequence[Label]
    found: Sequence[FoundPerson]
    keys: Mapping[int, str]


class Score(NamedTuple):
    """Persons, and pairs of person and paragraph, of one or many cables."""

    right: int = 0
    wrong: tuple[str, ...] = ()
    """Found, but not labeled or to be protected: reference ID and name."""
    missed: tuple[str, ...] = ()
    """Labeled, but not found or found as protected."""
    pairs: int = 0
    """Labeled pairs of person and paragraph."""
    right_pairs: int = 0
    wrong_pairs: int = 0
    """Paragraphs that do not name a correctly found person although a mention says so."""

    @property
    def precision(self) -> float:
        return self.right / (self.right + len(self.wrong) or 1)

    @property
    def recall(self) -> float:
        return self.right / (self.right + len(self.missed) or 1)

    @property
    def paragraphs(self) -> float:
        return self.right_pairs / (self.pairs or 1)


def total(scores: Iterable[Score]) -> Score:
    """Return the scores of several cables as one."""
    results = list(scores)
    return Score(
        sum(result.right for result in results),
        tuple(name for result in results for name in result.wrong),
        tuple(name for result in results for name in result.missed),
        sum(result.pairs for result in results),
        sum(result.right_pairs for result in results),
        sum(result.wrong_pairs for result in results),
    )


def score(cable: Cable) -> Score:
    """Count the people of a cable that are right, wrong and missed.

    A label with `doubt` has two possible readings and counts as neither missed nor wrong. A
    withheld person is never wrong, because no reader sees it; one that should be withheld is.
    """
    matched = matches(cable)
    right = {at: label for at, label in matched.items() if is_counted(label)}
    right = {at: label for at, label in right.items() if not cable.found[at].protected}
    wrong = [
        person.name
        for at, person in enumerate(cable.found)
        if not person.protected and at not in right and not matched.get(at, {}).get("doubt")
    ]
    sought = [label for label in cable.labeled if is_counted(label)]
    seen = [id(label) for label in right.values()]
    missed = [label["name"] for label in sought if id(label) not in seen]
    paragraphs = {at: paragraphs_of(cable.found[at], cable.keys) for at in right}
    return Score(
        len(right),
        tuple(f"{cable.reference_id} {name}" for name in wrong),
        tuple(f"{cable.reference_id} {name}" for name in missed),
        sum(len(label["paragraphs"]) for label in sought),
        sum(len(paragraphs[at] & set(label["paragraphs"])) for at, label in right.items()),
        sum(len(paragraphs[at] - set(label["paragraphs"])) for at, label in right.items()),
    )


def is_counted(label: Label) -> bool:
    """Return whether the site should name a labeled person."""
    return not label["protected"] and not label.get("doubt")


def matches(cable: Cable) -> dict[int, Label]:
    """Return the labeled person for each found one, by its index."""
    agreeing = [
        (agreement(person, label, cable.keys), at, to)
        for at, person in enumerate(cable.found)
        for to, label in enumerate(cable.labeled)
    ]
    matched: dict[int, int] = {}
    for degrees, at, to in sorted(agreeing, key=_best_first):
        if any(degrees[:2]) and at not in matched and to not in matched.values():
            matched[at] = to
    return {at: cable.labeled[to] for at, to in matched.items()}


def _best_first(match: tuple[tuple[int, int, int], int, int]) -> tuple[Any, ...]:
    degrees, at, to = match
    return tuple(-degree for degree in degrees), at, to


def agreement(person: FoundPerson, label: Label, keys: Mapping[int, str]) -> tuple[int, int, int]:
    """Return how well two agree in name, forms and paragraphs; the first two make a match."""
    forms = {plain(form) for form in (person.name, *person.forms)}
    labeled_forms = {plain(form) for form in (label["name"], *label["forms"])}
    shared = paragraphs_of(person, keys) & set(label["paragraphs"])
    alike = bool(core(person.name)) and core(person.name) == core(label["name"])
    return int(alike), len(forms & labeled_forms), len(shared)


def paragraphs_of(person: FoundPerson, keys: Mapping[int, str]) -> set[str]:
    """Return the keys of the paragraphs that name a person; `0` is header and signature."""
    return {keys[mention.paragraph] for mention in person.mentions}


def plain(name: str) -> str:
    """Return a name without case, accents, extra spaces and a possessive."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'"))
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(letters.casefold().split()).removesuffix("'s").strip(" ,.;:")


def core(name: str) -> tuple[str, ...]:
    """Return the words of a name without titles and initials."""
    words = (word.strip(".,") for word in plain(name).split())
    return tuple(word for word in words if len(word) > 1 and word not in TITLES)
