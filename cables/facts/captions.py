"""Captions: the words above a cable's text that restrict its distribution and handling."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from cables.facts.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """One caption and what it means."""

    code: str
    """As printed, in capitals; may contain spaces: `ROGER CHANNEL`."""
    name: str
    """In plain words: `No foreign dissemination`."""
    meaning: str
    """One sentence for a reader."""
    source: str
    """Source of the meaning."""


def find_caption(code: str) -> Caption | None:
    """Return the caption with this code, or None; case and repeated spaces do not matter."""
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
"""All captions, longest first, so that a pattern made of them tries `SBU/NF` before `SBU`."""
