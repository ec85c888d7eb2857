"""A member of an archive, and what is asked of every member before it is opened."""

import re
from dataclasses import dataclass
from io import BufferedReader
from typing import Final

UNSAFE_PATH: Final = re.compile(
    r"""
    ^ [/\\] | ^ [A-Za-z]:                    # absolute, on any system
    | (?: ^ | [/\\] ) \.\. (?: [/\\] | $ )   # upwards
    """,
    re.VERBOSE,
)
"""Paths that unpacking would write outside. Examples: `/etc/passwd`, `C:\\x`, `a/../../x`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveMember:
    """A file in an archive, open for reading until the next member is asked for."""

    name: str
    """Its path in the archive."""
    stream: BufferedReader
    """Its unpacked bytes, from the beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedMember:
    """A member that is not opened."""

    name: str
    """Its path in the archive."""
    reason: str
    """Why, and what to do."""


def refusal(
    name: str, *, is_file: bool, is_link: bool, is_locked: bool = False
) -> RefusedMember | None:
    """Say why a member is not opened, or None where it may be.

    Nothing is ever written to the disk, so that a path which leaves the archive could do no harm;
    but who made such a path meant harm, and is not trusted with a cable's name.

    Args:
        name: Path in the archive.
        is_file: Whether it is a regular file.
        is_link: Whether it is a symbolic or hard link.
        is_locked: Whether it is encrypted.
    """
    if UNSAFE_PATH.search(name) or "\0" in name:
        reason = "its path leads out of the archive. Pack the files anew with relative paths."
    elif is_link:
        reason = "it is a link; expected a file. Pack the files that links point at."
    elif not is_file:
        reason = "it is no regular file. Pack files alone."
    elif is_locked:
        reason = "it is encrypted. Unpack it with its password and load the files."
    else:
        return None
    return RefusedMember(name=name, reason=reason)


def is_hidden(name: str) -> bool:
    """Tell whether a member is left out like hidden files: `.DS_Store`, `__MACOSX/._page.html`."""
    return any(
        part.startswith(".") and part != ".." for part in re.split(r"[/\\]", name) if part != "."
    )
