"""How the people found in a cable are held against the people whom a reader found.

A person counts once, however often the cable names them. Found and labelled are the same person
where they share a form or where their names agree up to titles and initials, capitals, accents and
blanks aside. Each is matched once, those that agree best first: of a person split in two one half
is wrong, of two persons taken for one the second is missed.
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
"""Words before a name that are no part of it."""


class Cable(NamedTuple):
    """People of one cable: labelled, found, and the key of each paragraph by its position."""

    reference_id: str
    labelled: Sequence[Label]
    found: Sequence[FoundPerson]
    keys: Mapping[int, str]


class Score(NamedTuple):
    """Persons, and pairs of person and paragraph, of one or many cables."""

    right: int = 0
    wrong: tuple[str, ...] = ()
    """Found, and no person of the labels or one to be protected: reference ID and name."""
    missed: tuple[str, ...] = ()
    """Labelled and not found, or found as one to be protected."""
    pairs: int = 0
    """Labelled pairs of person and paragraph."""
    right_pairs: int = 0
    wrong_pairs: int = 0
    """Paragraphs that a rightly found person is said to be named in and is not."""

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
    all_of_them = list(scores)
    return Score(
        sum(one.right for one in all_of_them),
        tuple(name for one in all_of_them for name in one.wrong),
        tuple(name for one in all_of_them for name in one.missed),
        sum(one.pairs for one in all_of_them),
        sum(one.right_pairs for one in all_of_them),
        sum(one.wrong_pairs for one in all_of_them),
    )


def score(cable: Cable) -> Score:
    """Count what a cable's finds have right, wrong and not at all.

    A label under `doubt` has two honest readings: it is neither missed nor wrong. A find that is
    withheld is never wrong, for nobody sees it; one that ought to be withheld and is not, is.
    """
    matched = matches(cable)
    right = {at: label for at, label in matched.items() if is_counted(label)}
    right = {at: label for at, label in right.items() if not cable.found[at].protected}
    wrong = [
        person.name
        for at, person in enumerate(cable.found)
        if not person.protected and at not in right and not matched.get(at, {}).get("doubt")
    ]
    sought = [label for label in cable.labelled if is_counted(label)]
    seen = [id(label) for label in right.values()]
    missed = [label["name"] for label in sought if id(label) not in seen]
    told = {at: paragraphs_of(cable.found[at], cable.keys) for at in right}
    return Score(
        len(right),
        tuple(f"{cable.reference_id} {name}" for name in wrong),
        tuple(f"{cable.reference_id} {name}" for name in missed),
        sum(len(label["paragraphs"]) for label in sought),
        sum(len(told[at] & set(label["paragraphs"])) for at, label in right.items()),
        sum(len(told[at] - set(label["paragraphs"])) for at, label in right.items()),
    )


def is_counted(label: Label) -> bool:
    """Tell whether a labelled person is one whom the room should name."""
    return not label["protected"] and not label.get("doubt")


def matches(cable: Cable) -> dict[int, Label]:
    """Return the labelled person of each found one, by the found one's place in the list."""
    agreeing = [
        (agreement(person, label, cable.keys), at, to)
        for at, person in enumerate(cable.found)
        for to, label in enumerate(cable.labelled)
    ]
    matched: dict[int, int] = {}
    for how, at, to in sorted(agreeing, key=lambda one: (tuple(-part for part in one[0]), one[1:])):
        if any(how[:2]) and at not in matched and to not in matched.values():
            matched[at] = to
    return {at: cable.labelled[to] for at, to in matched.items()}


def agreement(person: FoundPerson, label: Label, keys: Mapping[int, str]) -> tuple[int, int, int]:
    """Tell how well two agree: in the name, in forms, in paragraphs; the first two make a match."""
    forms = {plain(form) for form in (person.name, *person.forms)}
    wanted = {plain(form) for form in (label["name"], *label["forms"])}
    shared = paragraphs_of(person, keys) & set(label["paragraphs"])
    alike = bool(core(person.name)) and core(person.name) == core(label["name"])
    return int(alike), len(forms & wanted), len(shared)


def paragraphs_of(person: FoundPerson, keys: Mapping[int, str]) -> set[str]:
    """Return the keys of the paragraphs that name a person; `0` is header and signature."""
    return {keys[mention.paragraph] for mention in person.mentions}


def plain(name: str) -> str:
    """Leave out what no reader would call a difference: capitals, accents, blanks, a genitive."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'"))
    letters = "".join(one for one in letters if not unicodedata.combining(one))
    return " ".join(letters.casefold().split()).removesuffix("'s").strip(" ,.;:")


def core(name: str) -> tuple[str, ...]:
    """Return the words of a name without titles and initials."""
    words = (word.strip(".,") for word in plain(name).split())
    return tuple(word for word in words if len(word) > 1 and word not in TITLES)
