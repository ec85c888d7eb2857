"""The anchors that the original page gave, so that old links to them still land."""

import re
from collections.abc import Collection
from typing import Final

OLD_ANCHOR: Final = re.compile(
    r"^[ \t\u00b6\ufffd]{0,40}(?P<token>[A-Z]|\d{1,9})\.[ \t]", re.MULTILINE
)
"""The original site's own rule: a capital or digits, full stop, blank, at the start of a line. It
caught references (`B. STATE 123352`) and wrapped years (`2006. The`) too."""


def old_anchors(text: str, own: Collection[str]) -> tuple[tuple[str, int], ...]:
    """Return the original page's anchors that are not the parser's own, each once, in order.

    Args:
        text: The whole text, with or without the site's pilcrows.
        own: The anchors of the paragraphs, `par3`; an old anchor of the same name is left out.
    """
    places: dict[str, int] = {}
    for found in OLD_ANCHOR.finditer(text):
        places.setdefault(f"par{found['token']}", found.start("token"))
    return tuple((name, place) for name, place in places.items() if name not in own)
