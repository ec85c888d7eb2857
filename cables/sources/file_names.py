"""Printable names of files, and keys that identify a file again after it changed."""

import hashlib
import re
from typing import Final

MAX_NAME_LENGTH: Final = 400
"""Characters of a name that are stored; the end of a path says more than its beginning."""

CONTROL_CHARACTERS: Final = re.compile(
    r"[\x00-\x1f\x7f-\x9f"  # C0 and C1: a terminal obeys them
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # the bidi controls of UAX 9
    r"\u2028\u2029]"
)
"""Characters that a terminal or a browser obeys instead of showing. No cable's file has one; a name
such as `a\\x1b]0;owned\\x07.txt` is made to do harm."""

LEFTOVER: Final = re.compile(
    r"""
    .* ~ | \# .* \# | .* \. (?: swp | part | crdownload | css | js | ico | woff2? )
    | Thumbs\.db | desktop\.ini | robots\.txt | hts-log\.txt | wget-log | cookies\.txt
    | index\.html\? .*                                # the same list, sorted otherwise
    | (?: README | LICEN[SC]E | COPYING | CHANGELOG | CONTRIBUTING | NOTICE )
      (?: \. (?: md | txt | rst | html ) )?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Names of files that editors, systems and crawlers leave beside cables, and what a collection says
about itself."""


def is_ignored(path: str) -> bool:
    """Return whether a file in a folder or an archive is ignored because of its name.

    Hidden ones are (`.DS_Store`, `__MACOSX/._page.html`), and those of `LEFTOVER`.
    """
    parts = [part for part in re.split(r"[/\\]", path) if part not in {".", "..", ""}]
    return any(part.startswith(".") for part in parts) or bool(
        parts and LEFTOVER.fullmatch(parts[-1])
    )


def printable(text: str) -> str:
    r"""Return a text that can be stored and shown anywhere.

    Bytes that are not UTF-8, which Python reads as surrogates, become `\udce9`, control characters
    `\x1b`, bidi controls `\u202e`. Printable text is returned unchanged.
    """
    if text.isascii() and text.isprintable():
        return text
    encoded = text.encode("utf-8", "backslashreplace").decode()
    return CONTROL_CHARACTERS.sub(lambda match: _escape(ord(match[0])), encoded)


def _escape(code: int) -> str:
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004 - a byte


def display_name(name: str) -> str:
    """Return a file's name as printed and stored; if too long, its beginning is cut."""
    name = printable(name)
    return name if len(name) <= MAX_NAME_LENGTH else "…" + name[1 - MAX_NAME_LENGTH :]


def file_key(real_path: str, member: str = "") -> str:
    """Return a key for a file of this machine, 64 hexadecimal digits.

    Only a hash of the path is stored: it is only compared, and the host's folders stay private.

    Args:
        real_path: The absolute path, with links followed, of the file or the archive. Empty for
            standard input, which has no key.
        member: The path inside the archive.
    """
    if not real_path:
        return ""
    path = f"{real_path}\0{member}"  # no path has a NUL, so no two pairs give the same key
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()
