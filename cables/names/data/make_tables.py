"""Regenerate family_names.csv, as `make tables` does; README.md describes the other tables.

Surnames come from the 1990 census of the United States, as the package `names` 0.3.0 ships it
(`dist.all.last`, most frequent first).
"""

import csv
from importlib.resources import files
from pathlib import Path
from typing import Final

from cables.names.recognition.word_kinds import KNOWN_WORDS

FAMILY_NAMES: Final = Path(__file__).parent / "family_names.csv"
MAX_RANK: Final = 20_000
MIN_LETTERS: Final = 3
_KEPT = """
    adolph allie alonzo arline barb bennett bess bordeaux brandenburg brock bryant buford
    burton cadet carrol carroll cary catalan charley christ christen colby coronel cortes
    darnell deacon dewey donnell dorris doyle drummond dudley elwood emory ensign gayle grosso
    grover heredia herr hester issac janelle jarvis kelley kendrick lamont landon laurel levi
    lillie limon loyd lyon mae marcy marlin maynard merry millard mina miranda monroe monte
    monty quinton russel sanford shelton sinn tena terrell thurman toledo truman valera wiley
    wilford zachery zamora
"""
KEPT: Final = frozenset(_KEPT.split())
"""Surnames that stay although another table has them too, most of them given names."""
_OMITTED = """
    alles andes arenas balls banes beets bellis bolds boots brass calles caves commons corns
    dials drewes eves fells folkes hendry hites joines lass laury lilly maggi manners mannings
    mans marti maury moles nevers nicolay parker patti pauly petry phoenix pleasants sanks
    springs stacks starkes tai wass weekes welles
"""
OMITTED: Final = frozenset(_OMITTED.split())
"""Plurals and other spellings of plain words and places."""


def census_surnames() -> list[str]:
    """Return the surnames of the census in lower case, most frequent first."""
    text = files("names").joinpath("dist.all.last").read_text(encoding="utf-8")
    return [line.split()[0].lower() for line in text.splitlines() if line.strip()]


def family_names() -> list[str]:
    """Return the frequent surnames that no other table holds, in alphabetical order."""
    frequent = [name for name in census_surnames()[:MAX_RANK] if len(name) >= MIN_LETTERS]
    unknown = {name for name in frequent if not KNOWN_WORDS.get(name)}
    return sorted((unknown - OMITTED) | KEPT)


def main() -> None:
    """Write the table."""
    with FAMILY_NAMES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["word"])
        writer.writerows([name] for name in family_names())


if __name__ == "__main__":
    main()
