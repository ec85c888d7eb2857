"""How fast one core finds persons: words a second in parsed cables, beside the parser's own."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from cables.names.recognition import find_people
from cables.parser import NotACable, ParsedCable, parse
from tests.bench.parsing import PASSES, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class FindRate:
    """In what persons were found, and how fast."""

    cables: int
    words: int
    people: int
    seconds: float
    """Of the middle pass, processor time."""
    parsing: float
    """Seconds that parsing the same texts took."""

    @property
    def words_a_second(self) -> float:
        """Words of cables a second."""
        return self.words / self.seconds

    @property
    def words_parsed(self) -> float:
        """Words of the same cables that are parsed in a second."""
        return self.words / self.parsing


def find_rate(texts: Texts) -> FindRate:
    """Find the persons of texts several times, and take the middle one of the times."""
    begun = time.process_time()
    cables = [cable for name, text in texts if (cable := _parsed(text, name))]
    parsing = time.process_time() - begun
    people = sum(len(find_people(cable)) for cable in cables)
    return FindRate(
        cables=len(cables),
        words=sum(len(cable.text.split()) for cable in cables),
        people=people,
        seconds=median(_timed(cables) for _ in range(PASSES)),
        parsing=parsing,
    )


def _parsed(text: str, reference_id: str) -> ParsedCable | None:
    try:
        return parse(text, reference_id=reference_id)
    except NotACable:  # an excerpt may hold nothing by which a cable is told
        return None


def _timed(cables: Sequence[ParsedCable]) -> float:
    begun = time.process_time()
    for cable in cables:
        find_people(cable)
    return time.process_time() - begun
