"""The closing formula of a post: where to find its website."""

import re
from typing import Final

CLOSING: Final = re.compile(
    r"""
    (?: ^ | (?<= [.!?:)"'\u201dXx] ) [ ] )
    (?P<formula> [ \t]* (?: [*=_-]{6} [*=_\- \t\n]* )? [ \t"\u201c(]*
      (?: (?:Please [ ])? Visit \s [^\n.]{2,60}? (?: Classified \s? )? (?: SIPRNET \s? )?
          (?: Web \s? | Home \s? ) (?: site | page ) \b
        | (?: To [ ] see | For ) [ ] more [^.]{2,80}? visit \b [^.]{0,60}? (?: site | page | : ) )
      .{0,260} ) \Z
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
"""Examples: `Visit London's Classified Website: XXXXXXXXXXXX` (08LONDON1870), `"Visit Ankara's
Classified Web Site at http://www.intelink.s` / `gov.gov/wiki/Portal:Turkey"` (10ANKARA126)."""
MAX_CLOSING_LENGTH: Final = 420
"""Last characters that are searched: two rules of 66 and three lines."""


def closing_start(text: str, start: int, end: int) -> int:
    """Return where the closing formula before an offset begins; the offset if there is none."""
    match = CLOSING.search(text, max(start, end - MAX_CLOSING_LENGTH), end)
    return match.start("formula") if match else end
