"""How a person's name is written and sorted; the parts of a name are nameparser's business."""

from functools import lru_cache

from nameparser import HumanName


@lru_cache(maxsize=4096)  # the same few signers stand under thousands of cables
def display_name(printed: str) -> str:
    """Return a name as a reader writes it: `ALICE G. WELLS` becomes `Alice G. Wells`.

    A name that already has small letters is left as it is, but for its blanks.
    """
    name = " ".join(printed.split())
    if not name.isupper():
        return name
    parts = HumanName(name)
    parts.capitalize(force=True)
    return str(parts)


@lru_cache(maxsize=4096)
def sort_name(name: str) -> str:
    """Return surname first: `Wells, Alice G.`; a surname alone stays as it is."""
    parts = HumanName(name)
    given = " ".join(part for part in (parts.first, parts.middle) if part)
    if not parts.last:
        return name
    surname = " ".join(part for part in (parts.last, parts.suffix) if part)
    return f"{surname}, {given}" if given else surname
