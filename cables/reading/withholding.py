"""Which names stay out of all that this room says of a cable by itself.

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
from cables.names.protection import protected_names

WORD: Final = regex.compile(r"[\p{L}\p{N}]+")


class WithheldNameIndex:
    """Withheld names, ordered so that a text is quickly searched for all of them."""

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
        """Return those that stand in a text, whatever their case and the blanks between."""
        if not self.by_last_word:
            return []
        plain = text.casefold()
        return [
            name
            for word in self.by_last_word.keys() & _distinct_words(plain)
            for pattern, name in self.by_last_word[word]
            if pattern.search(plain)
        ]


NON_WORD_TO_SPACE: Final = bytes(
    code if code > 127 or chr(code).isalnum() else ord(" ")  # noqa: PLR2004 - the last of ASCII
    for code in range(256)
)
"""ASCII's letters and figures stay, all else of it becomes blanks."""


def _distinct_words(plain: str) -> set[str]:
    """Return the words of a text, each once.

    A list of results has twenty whole texts to divide, and the pattern alone takes thrice as long.
    """
    divided = set(plain.encode().translate(NON_WORD_TO_SPACE).decode().split())
    others = {word for word in divided if not word.isascii()}
    return (divided - others).union(*map(WORD.findall, others))


_request = Local()
"""Of each thread: the names, once it was looked in this request whether they still hold."""
_kept: dict[tuple[int, int], WithheldNameIndex] = {}
"""Of the process: the names, by what tells one state of the room from another."""


def names_to_withhold(cable: Cable) -> tuple[str, ...]:
    """Return the names to leave out of a cable's words, longest first, for `withhold`.

    Those that the room knew when it was last settled are stored with the cable. Its text is looked
    through once more where it is at hand: a name that no rule found there is withheld all the same.
    """
    names = set(cable.withheld)
    if "body" not in cable.get_deferred_fields():
        names.update(protected_names(cable.body))  # a room that was loaded by older rules
        names |= forms_to_withhold(withheld_name_index().find_in(cable.body))
    return longest_first(names)


def longest_first(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in the order in which they are looked for: a full name before its parts."""
    return tuple(sorted(set(names), key=lambda name: (-len(name), name)))


def forms_to_withhold(names: Iterable[WithheldName]) -> set[str]:
    """Return full names and their surnames, as they stand in a text that holds the full name."""
    return {each for name in names for each in full_name_and_surname(name.name)}


def full_name_and_surname(name: str) -> set[str]:
    """Return a full name and its surname, with the Arabic article and without."""
    surname = family_and_given(name)[0] or name
    return {name, surname, ARABIC_ARTICLE.sub("", surname)}


def withheld_name_index() -> WithheldNameIndex:
    """Return the names that are withheld everywhere, looked up once a request."""
    names = getattr(_request, "names", None)
    if not isinstance(names, WithheldNameIndex):
        names = _request.names = _cached_name_index(withheld_names_state())
    return names


def withheld_names_state() -> tuple[int, int]:
    """Return what tells one list of withheld names from another."""
    known = WithheldName.objects.aggregate(last=Max("pk"), count=Count("pk"))
    return known["last"] or 0, known["count"]


def _cached_name_index(key: tuple[int, int]) -> WithheldNameIndex:
    """Return the names of a state of the room, fetched if that is another than before."""
    if key not in _kept:
        names = WithheldNameIndex(WithheldName.objects.all())
        _kept.clear()
        _kept[key] = names
        return names
    return _kept[key]


def _reset_request_cache(**_signal: object) -> None:
    """Look anew when next asked: a request begins."""
    _request.names = None


def clear_cache() -> None:
    """Fetch anew when next asked: it has been settled who is withheld."""
    _kept.clear()
    _reset_request_cache()


request_started.connect(_reset_request_cache)
