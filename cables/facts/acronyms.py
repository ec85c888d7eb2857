"""What the acronyms of cables stand for."""

from dataclasses import dataclass
from functools import cache

from cables.facts.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym:
    """One meaning of one acronym."""

    acronym: str
    """As cables write it: `MFA`, `S/NF`."""
    meaning: str
    """In English."""
    domain: str
    """`government`, `organisation`, `diplomacy`, `military` or `place`; DNA is government here."""
    note: str
    """When this meaning holds (`GOB` of cables from Bogota); often empty."""


@cache
def all_acronyms() -> tuple[Acronym, ...]:
    """Return all meanings, the most frequent acronym first; an ambiguous one has several."""
    return tuple(
        Acronym(
            acronym=row["acronym"],
            meaning=row["meaning"],
            domain=row["domain"],
            note=row["note"],
        )
        for row in read_table("acronyms")
    )


def acronym_meanings(acronym: str) -> tuple[Acronym, ...]:
    """Return what one acronym may stand for, nothing where it is not known. The case counts."""
    return _by_acronym().get(acronym, ())


@cache
def _by_acronym() -> dict[str, tuple[Acronym, ...]]:
    found: dict[str, tuple[Acronym, ...]] = {}
    for one in all_acronyms():
        found[one.acronym] = (*found.get(one.acronym, ()), one)
    return found
