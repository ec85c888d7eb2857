"""Parsing time grows linearly with the length of a text, whatever it contains."""

from time import process_time

import pytest

from cables.names.recognition.find import find_people
from cables.parser import NotACable
from cables.parser.parse import MAX_LENGTH, parse, parse_any

REFERENCES = "UNCLAS MOSCOW 000849\nTAGS: PREL\nSUBJECT: A SUBJECT\nREF: "
START = "UNCLAS MOSCOW 000849\nSUBJECT: A SUBJECT\n\n1. (C) One.\n"
SHORT = 8_000
TIMES_LONGER = 8
MOST_SECONDS = 6
"""Three times what is promised, since the machine may be busy."""
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
        *("TO AMEMBASSY X\n", "A.1. Xy ", "Grew. 2. Cut ", "\n\nx", "-- Ab: cd "),
    ],
)
@pytest.mark.parametrize("start", ["", START], ids=["alone", "in a cable"])
def test_time_grows_with_the_length(piece: str, start: str) -> None:
    short = start + piece * (SHORT // len(piece))
    long = start + piece * (TIMES_LONGER * SHORT // len(piece))

    assert seconds(long) < WORST_GROWTH * max(seconds(short), 0.002)


def test_time_grows_with_the_length_of_the_references() -> None:
    short, long = (REFERENCES + "A. " * (times * SHORT // 3) for times in (1, TIMES_LONGER))

    assert seconds(long) < WORST_GROWTH * max(seconds(short), 0.002)


def test_a_text_longer_than_any_telegram_is_refused_with_the_limit() -> None:
    text = f"{START}{'word ' * (MAX_LENGTH // 5)}"

    with pytest.raises(NotACable, match=r"expected at most 150,000 for one telegram"):
        parse(text)


@pytest.mark.parametrize("piece", ["A. MOSCOW 12 ", "\n", "x\n\n", "Abc:\n", "Mr. A B (protect), "])
@pytest.mark.parametrize("start", [START, REFERENCES], ids=["in a cable", "in REF"])
def test_the_longest_text_takes_less_than_two_seconds(piece: str, start: str) -> None:
    text = (start + piece * MAX_LENGTH)[:MAX_LENGTH]
    started = process_time()
    find_people(parse(text))

    assert process_time() - started < MOST_SECONDS
