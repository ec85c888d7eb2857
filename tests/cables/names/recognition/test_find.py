"""Any text has a result, mentions are where they say, and time is linear."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.names.recognition import find_people
from cables.parser.parse import parse_any
from tests.cables.names.recognition.specimens import ABOVE

PIECES = st.sampled_from(
    [
        "Minister ",
        "Sergey ",
        "Khlopkov",
        "KHLOPKOV ",
        "Rice ",
        "al-",
        "van ",
        "J. ",
        "'s ",
        ", ",
        " and ",
        "\n",
        "\n\n",
        "2. (U) ",
        "said ",
        "(protect)",
        "XXXXXXXXXXXX ",
        ".",
        "  ",
        "É",
        "-",
        "SPECIMEN 00000901  002 OF 003\n",
        "Classified By: Jane Doe, DCM.\n",
        "DOE\n",
        "¶3. ",
        "/",
    ]
)
SHORT = 8_000
TIMES_LONGER = 8
WORST_GROWTH = 24
"""Quadratic time would grow 64 times."""


@given(st.lists(PIECES | st.text(max_size=6), max_size=60).map("".join))
def test_mentions_in_any_text_are_at_their_offsets(text: str) -> None:
    parsed = parse_any(ABOVE + text)

    for person in find_people(parsed):
        assert person.name
        assert person.mentions
        for mention in person.mentions:
            assert 0 <= mention.start < mention.end <= len(parsed.text)
            printed = parsed.text[mention.start : mention.end]
            if not any(
                mark.start < mention.end and mention.start < mark.end for mark in parsed.page_marks
            ):
                assert " ".join(printed.split()) == mention.printed


@given(st.lists(PIECES, max_size=40).map("".join))
def test_the_result_is_always_the_same(text: str) -> None:
    assert find_people(parse_any(ABOVE + text)) == find_people(parse_any(ABOVE + text))


def test_a_redaction_is_never_a_name() -> None:
    parsed = parse_any(
        f"{ABOVE}1. (U) Minister XXXXXXXXXXXX and Sergey XXXXXXXXXXXX, an aide, spoke.\n"
    )

    assert find_people(parsed) == ()


@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "A ",
        "Ab ",
        "Khlopkov ",
        "KHLOPKOV ",
        "J. ",
        "Sergey Khlopkov, ",
        "Van der ",
        "a-A",
        "A-",
        "A'",
        "Minister of ",
        "Minister ",
        "Senators Khlopkov, ",
        "(",
        "Khlopkov (",
        "A/",
        "Sergey Khlopkov\n",
        "DOE, JOHN\n",
        "al-",
        "Khlopkov said. ",
        "\n\n",
        "XXXX ",
        "van ",
        "Declassified/Released US Department of State ",
        "SPECIMEN 00000901  002 OF 003\n",
    ],
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    short, long = (parse_any(ABOVE + piece * (length // len(piece))) for length in (SHORT, 64_000))

    assert seconds(long) < WORST_GROWTH * max(seconds(short), 0.002)


def test_time_is_linear_in_the_number_of_names() -> None:
    short, long = (
        parse_any(
            ABOVE + "".join(f"Sergey {name(at)} met Minister {name(at * 7)}. " for at in range(n))
        )
        for n in (200, 200 * TIMES_LONGER)
    )

    assert seconds(long) < WORST_GROWTH * max(seconds(short), 0.002)


def name(number: int) -> str:
    """Return a distinct name for each number."""
    letters = "abcdefghij"
    return "K" + "".join(letters[int(digit)] + "v" for digit in str(number))


def seconds(parsed: object) -> float:
    """Return the shortest processor time of three runs."""
    times = []
    for _ in range(3):
        start = process_time()
        find_people(parsed)  # type: ignore[arg-type]
        times.append(process_time() - start)
    return min(times)
