"""Captions: the words above a cable's text that say who may see it and how it is handled."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from cables.facts.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """One caption and what it means."""

    code: str
    """As printed, capitals, may hold blanks: `ROGER CHANNEL`."""
    name: str
    """In plain words: `No foreign dissemination`."""
    meaning: str
    """One sentence for a reader."""
    source: str
    """Where the meaning is known from."""


def find_caption(code: str) -> Caption | None:
    """Return what a caption means, or None; case and number of blanks do not count."""
    return _captions_by_code().get(" ".join(code.upper().split()))


@cache
def _captions_by_code() -> dict[str, Caption]:
    return {
        row["code"]: Caption(
            code=row["code"], name=row["name"], meaning=row["meaning"], source=row["source"]
        )
        for row in read_table("captions")
    }


CAPTION_CODES: Final = tuple(sorted(_captions_by_code(), key=lambda code: (-len(code), code)))
"""All captions, the longest first, so that a pattern made of them tries `SBU/NF` before `SBU`."""
