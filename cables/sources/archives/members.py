"""A member of an archive, and the checks that every member must pass before it is opened."""

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
"""Paths outside the folder of unpacking. Examples: `/etc/passwd`, `C:\\x`, `a/../../x`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveMember:
    """A file in an archive, open for reading until the next member is requested."""

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
    name: str, *, is_file: bool, is_link: bool, is_encrypted: bool = False
) -> RefusedMember | None:
    """Return why a member is not opened, or None if it may be.

    Nothing is ever written to disk, so a path that leaves the archive could do no harm here. But
    such a path was made to do harm, so its content is not trusted either.

    Args:
        name: Path in the archive.
        is_file: Whether it is a regular file.
        is_link: Whether it is a symbolic or hard link.
        is_encrypted: Whether it needs a password.
    """
    if UNSAFE_PATH.search(name) or "\0" in name:
        reason = "its path leads out of the archive. Pack the files again with relative paths."
    elif is_link:
        reason = "it is a link; expected a file. Pack the files that links point to."
    elif not is_file:
        reason = "it is not a regular file. Pack only files."
    elif is_encrypted:
        reason = "it is encrypted. Unpack it with its password and load the files."
    else:
        return None
    return RefusedMember(name=name, reason=reason)
