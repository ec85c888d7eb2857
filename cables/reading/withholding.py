"""The names to withhold wherever a cable is quoted outside of its own page.

The page shows the text as it was published. Lists, previews, excerpts, feeds and records do not
repeat the names that the cable asks to protect, nor those that are withheld everywhere.
"""

from collections.abc import Iterable
from typing import Final

import regex
from asgiref.local import Local
from django.core.signals import request_started
from django.db.models import Count, Max

from cables.models import Cable, WithheldName
from cables.names.comparison import ARABIC_ARTICLE, NameKey, family_and_given

WORD: Final = regex.compile(r"[\p{L}\p{N}]+")
NON_WORD_TO_SPACE: Final = bytes(
    code if code > 127 or chr(code).isalnum() else ord(" ")  # noqa: PLR2004 - the last of ASCII
    for code in range(256)
)
"""Keeps ASCII letters and digits, and turns the rest of ASCII into spaces."""


def names_to_withhold(cable: Cable) -> tuple[str, ...]:
    """Return the names to withhold from a cable's text, longest first, for `withhold_names`.

    The names that the cable marks, and those withheld everywhere that name recognition found in it,
    are stored with the cable. If its body is loaded, it is searched for the latter once more: the
    host's list may contain a name that no rule recognizes there.
    """
    names = set(cable.withheld)
    if "body" not in cable.get_deferred_fields():
        names |= forms_to_withhold(withheld_name_index().find_in(cable.body))
    return longest_first(names)


def longest_first(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in the order in which they are searched for: a full name before its parts."""
    return tuple(sorted(set(names), key=lambda name: (-len(name), name)))


def forms_to_withhold(names: Iterable[WithheldName]) -> set[str]:
    """Return the full names and surnames to withhold from a text that contains the full names."""
    return {form for name in names for form in full_name_and_surname(name.name)}


def full_name_and_surname(name: str) -> set[str]:
    """Return a full name and its surname, with and without the Arabic article."""
    surname = family_and_given(name)[0] or name
    return {name, surname, ARABIC_ARTICLE.sub("", surname)}


class WithheldNameIndex:
    """Withheld names, indexed so that a text is searched quickly for all of them."""

    def __init__(self, names: Iterable[WithheldName]) -> None:
        self.by_key: dict[NameKey, WithheldName] = {}
        self.by_last_word: dict[str, list[tuple[regex.Pattern[str], WithheldName]]] = {}
        for name in names:
            words = WORD.findall(name.name.casefold())
            if len(words) > 1:  # a single word would be found in half the cables
                pattern = regex.compile(r"[^\p{L}\p{N}]+".join(words))
                self.by_last_word.setdefault(words[-1], []).append((pattern, name))
            self.by_key[NameKey(name.surname, name.given)] = name

    def __bool__(self) -> bool:
        return bool(self.by_key)

    def find_in(self, text: str) -> list[WithheldName]:
        """Return the names in a text, ignoring case and the characters between words."""
        if not self.by_last_word:
            return []
        folded = text.casefold()
        return [
            name
            for word in self.by_last_word.keys() & _distinct_words(folded)
            for pattern, name in self.by_last_word[word]
            if pattern.search(folded)
        ]


def _distinct_words(text: str) -> set[str]:
    """Return the words of a text, each once.

    A list of results splits twenty whole texts, and the pattern alone takes three times as long.
    """
    words = set(text.encode().translate(NON_WORD_TO_SPACE).decode().split())
    non_ascii = {word for word in words if not word.isascii()}
    return (words - non_ascii).union(*map(WORD.findall, non_ascii))


_request = Local()
"""Per thread: the index, once this request has checked that it is current."""
_index_by_state: dict[tuple[int, int], WithheldNameIndex] = {}
"""Per process: the index of the current list of names, by `withheld_names_state`."""


def withheld_name_index() -> WithheldNameIndex:
    """Return the index of the names withheld everywhere, checked once per request."""
    index = getattr(_request, "index", None)
    if not isinstance(index, WithheldNameIndex):
        index = _request.index = _cached_index(withheld_names_state())
    return index


def withheld_names_state() -> tuple[int, int]:
    """Return a value that changes with the list of withheld names."""
    state = WithheldName.objects.aggregate(last=Max("pk"), count=Count("pk"))
    return state["last"] or 0, state["count"]


def _cached_index(state: tuple[int, int]) -> WithheldNameIndex:
    if state not in _index_by_state:
        index = WithheldNameIndex(WithheldName.objects.all())
        _index_by_state.clear()
        _index_by_state[state] = index
        return index
    return _index_by_state[state]


def _reset_request_cache(**_signal: object) -> None:
    _request.index = None


def clear_cache() -> None:
    """Discard the index after names were resolved again."""
    _index_by_state.clear()
    _reset_request_cache()


request_started.connect(_reset_request_cache)
