"""Sentences and paragraphs of synthetic cables, and the lines they are set in."""

from collections.abc import Iterator
from random import Random
from typing import Final

from tests.bench.vocabulary import PLAIN, names, running_words, word_length

LINE: Final = 64
"""Characters of a hard-wrapped line; telegrams have 55 to 75."""
SENTENCE: Final = (9, 34)
"""Words of the shortest and the longest sentence."""
SPECIAL: Final = 0.22
"""Share of the sentences with something other than words: numbers, quotations, parentheses."""
REDACTED: Final = 0.06
"""Share of the redacted sentences in a cable with redactions."""
MARKS: Final = ("(protect)", "(strictly protect)", "(please protect)")
FAMOUS: Final = "Foreign Minister Anton Belkov"
FAMOUS_SLUG: Final = "anton-belkov"


def paragraph(rng: Random, size: int, *, redacted: bool, protected: bool, famous: bool) -> str:
    """Write a paragraph of about so many characters, in one line.

    Args:
        rng: The random generator.
        size: Characters.
        redacted: Whether some sentences have redactions.
        protected: Whether a name is marked for protection.
        famous: Whether the person is named whom many cables name.
    """
    words = running_words().draw_many(rng, max(int(size / word_length()), SENTENCE[0]))
    sentences = list(_sentences(rng, words, redacted=redacted))
    if protected:
        name = " ".join(rng.sample(names(), 2))
        sentences.insert(0, f"Our contact {name} {rng.choice(MARKS)} spoke at length.")
    if famous:
        sentences.insert(0, f"{FAMOUS} received the delegation.")
    return " ".join(sentences)


def _sentences(rng: Random, words: list[str], *, redacted: bool) -> Iterator[str]:
    start, last = 0, len(words)
    while start < last:
        end = start + rng.randint(*SENTENCE)
        end = last if last - end < SENTENCE[0] else end
        yield _sentence(rng, words[start:end], redacted=redacted)
        start = end


def _sentence(rng: Random, words: list[str], *, redacted: bool) -> str:
    words[-1] = rng.choice(PLAIN)  # a name alone after quotation marks would be a signature
    if redacted and rng.random() < REDACTED:
        words[2] = "X" * (12 if rng.random() < 0.8 else 5)
    elif rng.random() < SPECIAL:
        _adorn(rng, words)
    words[0] = words[0][0].upper() + words[0][1:]
    return " ".join(words) + "."


def _adorn(rng: Random, words: list[str]) -> None:
    """Replace a word; the first two and the last remain words."""
    place = rng.randrange(2, len(words) - 3)
    kind = rng.choice(("percent", "dollars", "year", "quotation", "parentheses"))
    if kind == "quotation":
        words[place], words[place + 2] = f'"{words[place]}', f'{words[place + 2]}"'
    elif kind == "parentheses":
        words[place], words[place + 1] = f"({words[place]}", f"{words[place + 1]})"
    elif kind == "percent":
        words[place] = f"{rng.randint(2, 98)} percent"
    elif kind == "dollars":
        words[place] = f"USD {rng.randint(2, 980)},{rng.randint(0, 999):03}"
    else:
        words[place] = f"in {rng.randint(1990, 2011)}"


def title(rng: Random, fewest: int, most: int) -> list[str]:
    """Return the words of a heading or a subject, in lower case except for names."""
    return running_words().draw_many(rng, rng.randint(fewest, most))


def wrapped(text: str, width: int = LINE) -> list[str]:
    """Break a text into lines at spaces."""
    lines: list[str] = []
    start, end = 0, len(text)
    while end - start > width:
        space = text.rfind(" ", start, start + width + 1)
        space = space if space > start else text.find(" ", start)
        if space < 0:
            break
        lines.append(text[start:space])
        start = space + 1
    lines.append(text[start:])
    return lines
