"""The anchors of the original page, so that old links still work."""

import re
from collections.abc import Collection
from typing import Final

OLD_ANCHOR: Final = re.compile(
    r"^[ \t\u00b6\ufffd]{0,40}(?P<token>[A-Z]|\d{1,9})\.[ \t]", re.MULTILINE
)
"""The original site's rule: a capital letter or digits, period and space, at the start of a line.
It also matched references (`B. STATE 123352`) and wrapped years (`2006. The`)."""


def old_anchors(text: str, own: Collection[str]) -> tuple[tuple[str, int], ...]:
    """Return the original page's anchors and their offsets, without our own, each once, in order.

    Args:
        text: The whole text, with or without pilcrows.
        own: The anchors of the paragraphs, such as `par3`.
    """
    offsets: dict[str, int] = {}
    for match in OLD_ANCHOR.finditer(text):
        offsets.setdefault(f"par{match['token']}", match.start("token"))
    return tuple((name, offset) for name, offset in offsets.items() if name not in own)
