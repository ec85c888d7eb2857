"""Parsing time grows linearly with the length of a text, whatever it contains."""

from time import process_time

import pytest

from cables.parser.parse import parse_any

START = "UNCLAS MOSCOW 000849\nSUBJECT: A SUBJECT\n\n1. (C) One.\n"
SHORT = 8_000
TIMES_LONGER = 8
WORST_GROWTH = 24
"""A quadratic stage would take 64 times as long."""


def seconds(text: str) -> float:
    """Return the least processor time of three runs."""
    times = []
    for _ in range(3):
        started = process_time()
        parse_any(text)
        times.append(process_time() - started)
    return min(times)


@pytest.mark.parametrize(
    "piece",
    [
        *("A", "a ", " ", "-", "(", "1", "1. ", "\n", "¶", "<br>", "\\\n", "XXXX ", "A B 1 "),
        *("¶1. (C) x ", "1. (C) Words.\n", "Heading\n\n1. Text\n\n", "x\n---\n", ". Title ---- "),
        *("SECTION 01 OF 02 ", "UNCLAS MOSCOW 000849\n", "UNCLAS SECTION 02 OF 03 PARIS 000849\n"),
        *("MOSCOW 00000849  002 OF 003\n", "PAGE 02 ROME 01196 01 OF 02 082030Z "),
        *("E.O. 12958: DECL: 01/01/2010 ", "TAGS: PREL ", "SUBJECT: A\n", "REF: A. MOSCOW 1\n"),
        *("A. MOSCOW 12 AND 13, ", "Classified By: Jane Doe for reasons 1.4 (b)\n", "ROE\n"),
        "S E C R E T STATE 000001\nSUBJECT: X\n1. (C) a\n",
        "SUBJECT: X REF: STATE 1 (U) ",
        *("REF: A. A. ", "REF: 12 l2 ", "REF: MOSCOW-", "REF: MOSCOW\n\n12\n\n"),
        "REF: A. MOSCOW 12\nMOSCOW 00000849  002 OF 003\n",
        "(C) text here. 1. (C) word. ------ Title ------ ",
        "\nTitle Of\n-----\nWords\n-----\n1. (C) x\n",
        "Classified By: Jane Doe for Reasons 1.4(b) an\nd (d)\n",
    ],
)
@pytest.mark.parametrize("start", ["", START], ids=["alone", "in a cable"])
def test_time_grows_with_the_length(piece: str, start: str) -> None:
    short = start + piece * (SHORT // len(piece))
    long = start + piece * (TIMES_LONGER * SHORT // len(piece))

    assert seconds(long) < WORST_GROWTH * max(seconds(short), 0.002)
