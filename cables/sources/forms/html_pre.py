"""The `<pre>` blocks of original pages, and their text.

The site did not escape `&` and `<` in cables, so a cable may contain `<201778>` or a literal
`<br>`, which an HTML parser would drop. Only what the site itself added is treated as markup.
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
"""A block: the header or the body of a cable. It does not extend past the start of the next."""

PARAGRAPH_ANCHOR: Final = re.compile(
    r"""<a [ ] id=(['"]) par\w+ \1 [ ] href=\1 [^'"<>]* \# par\w+ \1 > ¶ </a>""", re.VERBOSE
)
"""Example: `<a id='par1' href='#par1'>¶</a>`; the sign stays in the text (07BANGKOK598)."""

TAG_LINK: Final = re.compile(
    r"""<a [ ] href=(['"]) (?= [^'"<>]*? \b tag/ ) [^'"<>]*+ \1 > ([^<>]*) </a>""", re.VERBOSE
)
"""Examples: `<a href='/tag/PREL_0.html'>PREL</a>`; in the first week the address was relative."""

LINE_END: Final = "&#x000A;"
"""How pages write the end of a line; there is no other entity in a cable."""


def block_text(block: str) -> str:
    """Return the text inside a block without the site's own markup, otherwise unchanged."""
    text = PARAGRAPH_ANCHOR.sub("¶", block.replace(LINE_END, "\n"))
    return TAG_LINK.sub(r"\2", text)
