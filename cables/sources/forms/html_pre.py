"""The `<pre>` blocks of original pages, and their text.

The site wrote neither `&` nor `<` of a cable as entities, so that a cable may hold `<201778>` or a
literal `<br>`: an HTML parser would eat those. Only what the site itself put in is markup here.
"""

import re
from typing import Final

PREFORMATTED: Final = re.compile(
    r"""
    <code><pre>
    ( [^<]* (?: < (?! /pre></code> | code><pre> ) [^<]* )* )
    </pre></code>
    """,
    re.VERBOSE,
)
"""A block: the header or the body of a cable. It does not run over the opening of the next."""

PARAGRAPH_ANCHOR: Final = re.compile(
    r"""<a [ ] id=(['"]) par\w+ \1 [ ] href=\1 [^'"<>]* \# par\w+ \1 > ¶ </a>""", re.VERBOSE
)
"""Example: `<a id='par1' href='#par1'>¶</a>`; the sign stays in the text (07BANGKOK598)."""

TAG_LINK: Final = re.compile(
    r"""<a [ ] href=(['"]) (?= [^'"<>]*? \b tag/ ) [^'"<>]*+ \1 > ([^<>]*) </a>""", re.VERBOSE
)
"""Examples: `<a href='/tag/PREL_0.html'>PREL</a>`; in the first week the address was relative."""

LINE_END: Final = "&#x000A;"
"""How pages write the end of a line; they use no other entity in a cable."""


def block_text(block: str) -> str:
    """Return the text of the inside of a block, with everything verbatim that is not the site's."""
    text = PARAGRAPH_ANCHOR.sub("¶", block.replace(LINE_END, "\n"))
    return TAG_LINK.sub(r"\2", text)
