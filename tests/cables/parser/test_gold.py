"""Two hundred cables drawn at random and labeled by eye: how many fields parse correctly.

The population: the 601 pages of `pages-2011-04.tar.xz` under their file names and the 120
telegrams of `aad-text.tar.xz` under their document numbers, in order. Each draw is
`Random(seed).sample(what was not drawn before, 100)`.

A draw's labels are the values in the cable, written down before the parser was run; of a subject
only a digest, its first words and its length. Only the second draw is independent:

* `gold/labels.json`: the first run showed that two labels were wrong (the time of 1979LAPAZ03447,
  the year of the first reference of 08JEDDAH84), a later one a third (paragraphs 8 to 10 of
  06ZAGREB815 begin inside the lines of 7). The parser's author saw the misses of that run and
  fixed them, so this set no longer measures the parser; it prevents regressions.
* `gold/labels_second.json`: labeled blind by a person who had not seen the parser's code or output;
  its misses are reported as they are, and `FLOORS` lists the fields that fell short. No label was
  wrong. Two allowed too much (other references of 1974LAPAZ00060, 1974LAPAZ00162) and were narrowed
  after the run, which added two misses. The origins and classifications of the pages were copied
  from their tables by a script, so no person has labeled these two fields.

Values that can be read in two ways are listed under `doubt` and not counted, or have the other
reading under `or`. In a list inside a list, each member is right.
"""

import hashlib
import json
import os
import random
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest

from cables.parser import ParsedCable, ParsedTag, parse
from cables.parser.reference_ids import canonical_reference_id
from cables.sources import SourceCable
from tests.cables.sources.walk import read_paths

pytestmark = pytest.mark.corpus

ROOT = Path(__file__).resolve().parents[3]
CORPUS = Path(os.environ.get("CABLES_CORPUS", ROOT / ".." / "shared" / "corpus"))
ARCHIVES = ("pages-2011-04.tar.xz", "aad-text.tar.xz")
GOLD = Path(__file__).parent / "gold"

DRAWN: Final = 100
MIN_SHARE: Final = 0.98
FLOORS: Final = {
    ("second", "other_references"): 96 / 98,
    ("second", "paragraphs"): 98 / 99,
}
"""Fields below `MIN_SHARE` in the first blind run and still today: may be raised, never lowered.

That run also had 97 of 99 for created and 95 of 97 for stated; both have been fixed.
"""

Label = dict[str, Any]


class Draw(NamedTuple):
    seed: int
    labels: str


DRAWS: Final = {
    "first": Draw(20101128, "labels.json"),
    "second": Draw(849, "labels_second.json"),
}
"""In the order drawn. The first seed is the day on which the first cables were published."""


class Read(NamedTuple):
    """A cable of the draw, with its source and label."""

    source: SourceCable
    cable: ParsedCable
    label: Label


class Score(NamedTuple):
    field: str
    right: int
    of: int
    stated: int
    """How many cables have the field."""
    right_stated: int
    misses: tuple[str, ...]

    @property
    def share(self) -> float:
        return self.right / self.of


def created(read: Read) -> str:
    return f"{read.cable.created:%Y-%m-%dT%H:%M}" if read.cable.created else ""


def origin(read: Read) -> str:
    return read.source.origin if read.source.form == "page" else read.cable.header.sender


def tags(read: Read) -> list[str]:
    """Return the codes as printed, without corrections."""
    return [with_person(tag) for tag in read.cable.tags]


def with_person(tag: ParsedTag) -> str:
    code = tag.printed.split("(")[0].strip() or tag.code
    return f"{code} ({tag.person})" if tag.person else code


def subject(read: Read) -> Label | None:
    words = " ".join(read.cable.subject.split()).upper().rstrip(". ")
    if not words:
        return None
    return {
        "sha256": hashlib.sha256(words.encode()).hexdigest(),
        "begins": " ".join(words.split()[:2]),
        "words": len(words.split()),
    }


def references(read: Read) -> list[str]:
    return [ref.reference_id for ref in read.cable.references if ref.reference_id]


def other_references(read: Read) -> int:
    return sum(not ref.reference_id for ref in read.cable.references)


def classified_by(read: Read) -> str:
    return read.cable.classified_by.name if read.cable.classified_by else ""


def title(read: Read) -> str:
    return read.cable.classified_by.title if read.cable.classified_by else ""


def reasons(read: Read) -> list[str]:
    return list(read.cable.classified_by.reasons) if read.cable.classified_by else []


def paragraphs(read: Read) -> int:
    return max((paragraph.number or 0 for paragraph in read.cable.paragraphs), default=0)


FIELDS: Final[dict[str, Callable[[Read], Any]]] = {
    "created": created,
    "origin": origin,
    "classification": lambda read: read.source.classification,
    "stated": lambda read: read.cable.classification,
    "tags": tags,
    "subject": subject,
    "references": references,
    "other_references": other_references,
    "classified_by": classified_by,
    "title": title,
    "reasons": reasons,
    "signer": lambda read: read.cable.signed_by,
    "paragraphs": paragraphs,
}
"""`classification` is from the source's table, `stated` from the telegram; `paragraphs` is the
highest number, missing if a cable was too long to count."""


@cache
def labels(draw: str) -> dict[str, Label]:
    by_name: dict[str, Label] = json.loads((GOLD / DRAWS[draw].labels).read_text(encoding="utf-8"))
    return by_name


@cache
def sources() -> dict[str, SourceCable]:
    """Return the population."""
    for path in (CORPUS / archive for archive in ARCHIVES):
        if not path.exists():
            pytest.skip(f"the corpus is not here: {path} is missing (CABLES_CORPUS says where)")
    results = [result for archive in ARCHIVES for result in read_paths([CORPUS / archive])]
    return {drawn_as(result): result for result in results if isinstance(result, SourceCable)}


def drawn_as(source: SourceCable) -> str:
    """Return the name under which a source is drawn: a page's file name, a telegram's number."""
    return Path(source.name).stem if source.form == "page" else source.reference_id


def drawn(draw: str) -> set[str]:
    """Return the names that a draw takes from those that no draw before it took."""
    left = set(sources())
    for name, (seed, _) in DRAWS.items():
        taken = set(random.Random(seed).sample(sorted(left), DRAWN))  # noqa: S311 - no secret
        if name == draw:
            return taken
        left -= taken
    raise KeyError(draw)


@cache
def reads(draw: str) -> dict[str, Read]:
    """Return the cables of the draw, parsed as the loader parses them."""
    by_name = {}
    for name, label in labels(draw).items():
        source = sources()[name]
        reference_id = canonical_reference_id(source.reference_id) or source.reference_id
        by_name[name] = Read(source, parse(source.text, reference_id=reference_id), label)
    return by_name


@cache
def score(draw: str, field: str) -> Score:
    counted = {
        name: read
        for name, read in reads(draw).items()
        if field not in read.label.get("doubt", {}) and expected(field, read.label) != [None]
    }
    misses = {
        name: f"{name}: expected {' or '.join(map(str, expected(field, read.label)))}, "
        f"got {given(field, read)}"
        for name, read in counted.items()
        if plain(FIELDS[field](read)) not in [plain(value) for value in expected(field, read.label)]
    }
    stated = {name for name, read in counted.items() if any(expected(field, read.label))}
    return Score(
        field,
        len(counted) - len(misses),
        len(counted),
        len(stated),
        len(stated - set(misses)),
        tuple(misses.values()),
    )


def expected(field: str, label: Label) -> list[Any]:
    """Return the right value, and others that are also right."""
    value = label[field]
    alternatives = label.get("or", {}).get(field, [])
    if field == "created":
        return list(dict.fromkeys([value or "", label.get("record_time", value or "")]))
    if field == "title" and isinstance(value, list):
        return value
    if field == "references":
        return [*spelled_out(value), *alternatives]
    if field == "subject":
        return [value or {}, *alternatives]
    return [value, *alternatives]


def spelled_out(entries: list[str | list[str]]) -> list[list[str]]:
    """Return every list that entries with several right readings allow."""
    ways: list[list[str]] = [[]]
    for entry in entries:
        choices = [entry] if isinstance(entry, str) else entry
        ways = [[*way, choice] for way in ways for choice in choices]
    return ways


def given(field: str, read: Read) -> str:
    return repr(read.cable.subject if field == "subject" else FIELDS[field](read))


def plain(value: Any) -> Any:
    """Remove differences that do not matter: spaces, case, the shape of quotes."""
    if isinstance(value, str):
        return " ".join(value.replace("’", "'").split()).casefold().strip(" ,.;:")
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value or ""


def table(draw: str) -> str:
    rows = [score(draw, field) for field in FIELDS]
    lines = [f"{draw + ' draw':<17} right   of  percent   right  of stated  misses"]
    lines += [
        f"{row.field:<17} {row.right:>5} {row.of:>4} {100 * row.share:>7.1f}% "
        f"{row.right_stated:>7} {row.stated:>10}  "
        + " ".join(miss.split(":")[0] for miss in row.misses)
        for row in rows
    ]
    lines += [
        f"not counted: {name} {field}: {why}"
        for name, label in labels(draw).items()
        for field, why in label.get("doubt", {}).items()
    ]
    return "\n".join(lines)


@pytest.mark.parametrize("draw", DRAWS)
def test_the_labeled_cables_are_those_that_the_seed_draws(draw: str) -> None:
    assert len(sources()) == 721
    assert drawn(draw) == set(labels(draw))


@pytest.mark.parametrize("draw", DRAWS)
def test_the_table_of_fields_is_printed(draw: str, capsys: pytest.CaptureFixture[str]) -> None:
    printed = table(draw)

    with capsys.disabled():
        sys.stdout.write(f"\n{printed}\n")
    assert printed.count("%") == len(FIELDS)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("draw", DRAWS)
def test_a_field_is_parsed_correctly_often_enough(draw: str, field: str) -> None:
    result = score(draw, field)

    assert result.share >= FLOORS.get((draw, field), MIN_SHARE), "\n".join(result.misses)
