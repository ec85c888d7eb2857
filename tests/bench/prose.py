"""Sentences and paragraphs of synthetic cables, and the lines that they are set in."""

from collections.abc import Iterator
from random import Random
from typing import Final

from tests.bench.vocabulary import PLAIN, names, running_words, word_length

LINE: Final = 64
"""Characters of a hard-wrapped line; telegrams have 55 to 75."""
SENTENCE: Final = (9, 34)
"""Words of the shortest and the longest sentence."""
SPECIAL: Final = 0.22
"""Of the sentences that hold something besides words: figures, years, quotations, brackets."""
REDACTED: Final = 0.06
"""Of the sentences in a cable with redactions: eleven in such a cable (3,462 in 302)."""
MARKS: Final = ("(protect)", "(strictly protect)", "(please protect)")


def paragraph(rng: Random, size: int, *, redacted: bool = False, protected: bool = False) -> str:
    """Write a paragraph of about so many characters, in one line."""
    words = running_words().draw_many(rng, max(int(size / word_length()), SENTENCE[0]))
    sentences = list(_sentences(rng, words, redacted=redacted))
    if protected:
        name = " ".join(rng.choices(names(), k=2))
        sentences.insert(0, f"Our contact {name} {rng.choice(MARKS)} spoke at length.")
    return " ".join(sentences)


def _sentences(rng: Random, words: list[str], *, redacted: bool) -> Iterator[str]:
    at, last = 0, len(words)
    while at < last:
        stop = at + rng.randint(*SENTENCE)
        stop = last if last - stop < SENTENCE[0] else stop
        yield _sentence(rng, words[at:stop], redacted=redacted)
        at = stop


def _sentence(rng: Random, words: list[str], *, redacted: bool) -> str:
    words[-1] = rng.choice(PLAIN)  # a name alone behind quotation marks would be a signature
    if redacted and rng.random() < REDACTED:
        words[2] = "X" * (12 if rng.random() < 0.8 else 5)
    elif rng.random() < SPECIAL:
        _adorn(rng, words)
    first = words[0]
    words[0] = first[0].upper() + first[1:]
    return " ".join(words) + "."


def _adorn(rng: Random, words: list[str]) -> None:
    """Put something in the place of a word; the first two and the last stay words."""
    kind, at = rng.randrange(6), rng.randrange(2, len(words) - 3)
    if kind == 0:
        words[at] = f"{rng.randint(2, 98)} percent"
    elif kind == 1:
        words[at] = f"USD {rng.randint(2, 980)},{rng.randint(0, 999):03}"
    elif kind == 2:
        words[at] = f"in {rng.randint(1990, 2011)}"
    elif kind == 3:
        words[at], words[at + 2] = f'"{words[at]}', f'{words[at + 2]}"'
    elif kind == 4:
        words[at], words[at + 1] = f"({words[at]}", f"{words[at + 1]})"
    else:
        words[at] = f"{words[at]},"


def title(rng: Random, fewest: int, most: int) -> list[str]:
    """Return the words of a heading or a subject, in small letters but for names."""
    return running_words().draw_many(rng, rng.randint(fewest, most))


def wrapped(text: str, width: int = LINE) -> list[str]:
    """Break a text into lines at blanks."""
    lines: list[str] = []
    at, end = 0, len(text)
    while end - at > width:
        blank = text.rfind(" ", at, at + width + 1)
        blank = blank if blank > at else text.find(" ", at)
        if blank < 0:
            break
        lines.append(text[at:blank])
        at = blank + 1
    lines.append(text[at:])
    return lines
