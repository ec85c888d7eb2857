"""What speaks against a find, whatever rule it is from."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from cables.names.recognition.attention_lines import is_user_name
from cables.names.recognition.capitalized_runs import FILL
from cables.names.recognition.display_form import collapse_whitespace
from cables.names.recognition.evidence import Detection
from cables.names.recognition.word_kinds import is_family_name
from cables.names.tables import thing_names
from cables.parser.values import PartKind

SMALL: Final = re.compile(r"(?<![\w@.'’-])[a-zà-ÿ]{4,}(?![\w@'’-]|\.\w)")
"""A word in small letters that is no part of an address."""
LONG_USER_NAME: Final = 7
"""Letters from which on a word behind a title is rather a user name than a rare surname."""


def is_false_positive(text: str, find: Detection) -> bool:
    """Tell whether a find is no person after all.

    Args:
        text: With page marks filled.
        find: What a rule found.
    """
    return _is_lone_user_name(find) or _is_known_thing(text, find) or _is_plain_word(text, find)


def _is_lone_user_name(find: Detection) -> bool:
    """Tell whether a single word above the text is a user name: `PAO JROE`."""
    one = find.candidate
    word = one.tokens[-1]
    above = one.run.zone.part_kind is PartKind.ATTENTION and len(one.tokens) == 1
    if not above or word.kind or is_family_name(word.word) or len(word.word) < LONG_USER_NAME:
        return False
    return is_user_name(word.word)


def _is_known_thing(text: str, find: Detection) -> bool:
    """Tell whether a full name is that of a firm, a place or a ship known to all: `Sara Lee`."""
    printed = text[find.candidate.start : find.candidate.end].replace(FILL, " ")
    return collapse_whitespace(printed).lower() in thing_names()


def _is_plain_word(text: str, find: Detection) -> bool:
    """Tell whether a word of which nothing is known stands in small letters in the same cable.

    A plain word that begins a sentence or stands in a heading is; a name only by a slip, so that
    behind a title the small letters must be more frequent.
    """
    small = _small_words(text)
    for token in find.candidate.tokens:
        word = token.word.lower()
        if token.kind or word not in small or is_family_name(word):
            continue
        if small[word] > (text.count(token.word) if find.title else 0):
            return True
    return False


@lru_cache(maxsize=2)
def _small_words(text: str) -> Counter[str]:
    """Return how often each longer word stands in small letters in a text."""
    return Counter(SMALL.findall(text))
