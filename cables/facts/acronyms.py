"""Acronyms used in cables, and their meanings."""

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
    """`government`, `organization`, `diplomacy`, `military` or `place`; DNA is government here."""
    note: str
    """When this meaning applies (`GOB` in cables from Bogota); often empty."""


@cache
def all_acronyms() -> tuple[Acronym, ...]:
    """Return all meanings, most frequent acronym first; an ambiguous acronym has several."""
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
    """Return the meanings of an acronym, if any is known. Case matters."""
    return _by_acronym().get(acronym, ())


@cache
def _by_acronym() -> dict[str, tuple[Acronym, ...]]:
    meanings: dict[str, tuple[Acronym, ...]] = {}
    for entry in all_acronyms():
        meanings[entry.acronym] = (*meanings.get(entry.acronym, ()), entry)
    return meanings
