"""Write a synthetic corpus: `python -m tests.bench.synthetic COUNT PATH --form csv|pages|plain`.

It has the distribution of the real one (cable-grammar.md, 1 to 15) and none of its texts: every
subject says SYNTHETIC. Memory does not grow with its size.
"""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.forms import FORMS
from tests.bench.telegrams import synthetic_cables


@dataclass(slots=True, kw_only=True)
class Written:
    """What a corpus amounts to."""

    cables: int = 0
    raw_bytes: int = 0
    """Of headers and bodies in UTF-8."""
    words: int = 0
    """In them, as blanks divide them."""


def write_corpus(path: Path, count: int, *, seed: int = 1, form: str = "csv") -> Written:
    """Write a corpus.

    Args:
        path: The file to write; for plain texts the folder.
        count: How many cables.
        seed: The same count, seed and form give the same bytes.
        form: A name in `FORMS`.
    """
    written = Written()
    for cable in FORMS[form](synthetic_cables(count, seed), path):
        text = cable.text
        written.cables += 1
        written.raw_bytes += len(text.encode())
        written.words += len(text.split())
    return written


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line and write what it asks for."""
    parser = ArgumentParser(description="Write synthetic cables.")
    parser.add_argument("count", type=int, help="How many; the real corpus has 251,287.")
    parser.add_argument("path", type=Path, help="The file to write; for plain texts the folder.")
    parser.add_argument("--form", choices=sorted(FORMS), default="csv", help="What is written.")
    parser.add_argument("--seed", type=int, default=1, help="Another one gives other cables.")
    options = parser.parse_args(arguments)
    written = write_corpus(options.path, options.count, seed=options.seed, form=options.form)
    sys.stdout.write(
        f"{written.cables:,} cables, {written.raw_bytes / 1e6:,.1f} MB of text,"
        f" {written.words / max(written.cables, 1):,.0f} words a cable: {options.path}\n"
    )


if __name__ == "__main__":
    main()
