"""What a file is called for people, and the key by which the same file is known again."""

import hashlib
import re
from typing import Final

MAX_NAME_LENGTH: Final = 400
"""Characters of a name that the room keeps; the end of a path tells more than its beginning."""

CONTROL_CHARACTERS: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f"  # C0 and C1: a terminal obeys them
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # the bidi controls of UAX 9
    r"\u2028\u2029]"
)
"""Characters that a terminal or a browser obeys and does not show. No cable's file has one; a name
such as `a\\x1b]0;owned\\x07.txt` is made to do harm."""


def printable(text: str) -> str:
    r"""Return a text that can be stored and shown anywhere.

    Bytes of a name that are no UTF-8, which Python reads as surrogates, become `\udce9`, control
    characters `\x1b`, bidi controls `\u202e`. What is printable already is returned as it is.
    """
    if text.isascii() and text.isprintable():
        return text
    encoded = text.encode("utf-8", "backslashreplace").decode()
    return CONTROL_CHARACTERS.sub(lambda found: _escape(ord(found[0])), encoded)


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - a byte


def display_name(name: str) -> str:
    """Return a file's name as it is printed and stored, its beginning cut where it is too long."""
    name = printable(name)
    return name if len(name) <= MAX_NAME_LENGTH else "…" + name[1 - MAX_NAME_LENGTH :]


def file_key(real_path: str, member: str = "") -> str:
    """Return what stands for a file of this machine, 64 hexadecimal digits.

    Only a hash of the path is kept: it is compared, and the host's folders are nobody's business.

    Args:
        real_path: The file's absolute path with links followed; of an archive, the archive's. Empty
            for what has no place, as standard input, and then there is no key either.
        member: The path inside the archive.
    """
    if not real_path:
        return ""
    whole = f"{real_path}\0{member}"  # no path holds a NUL, so that no two pairs meet
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
