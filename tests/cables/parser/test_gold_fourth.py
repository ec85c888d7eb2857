"""A fourth draw: signatures and headings of 96 cables, labeled before the parser was run on them.

The population is that of the third draw without its cables, the draw
`Random(20261130).sample(population, 96)`. First run: headings recall 325 of 337, precision 325 of
327, signatures 94 of 96. Headings are kept as digests of their letters and digits.
"""

import hashlib
import json
import random
import re
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from cables.parser import ParsedCable, parse
from cables.parser.reference_ids import canonical_reference_id
from tests.cables.parser.test_gold import plain
from tests.cables.parser.test_gold_third import CORPUS, FILES, sources
from tests.cables.parser.test_gold_third import LABELS as THIRD

pytestmark = pytest.mark.corpus

LABELS: Final = Path(__file__).parent / "gold" / "labels_fourth.json"
SEED: Final = 20261130
SIZE: Final = 96
MIN_RECALL: Final = 0.96
MIN_PRECISION: Final = 0.99
MAX_WRONG_SIGNATURES: Final = 2


@cache
def draw() -> list[tuple[str, ParsedCable, dict[str, Any]]]:
    """Return reference ID, parsed cable and label of each cable of the draw."""
    for path in (CORPUS / file for file in FILES):
        if not path.exists():
            pytest.skip(f"the corpus is not here: {path} is missing (CABLES_CORPUS says where)")
    third = json.loads(THIRD.read_text(encoding="utf-8"))
    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    population = sorted(
        (
            (file, source.reference_id, source)
            for file in FILES
            for source in sources(file)
            if source.reference_id not in third
        ),
        key=lambda entry: entry[:2],
    )
    sample = random.Random(SEED).sample(population, SIZE)  # noqa: S311 - no secret
    return [
        (
            name,
            parse(source.text, reference_id=canonical_reference_id(name) or name),
            labels[name],
        )
        for _, name, source in sample
    ]


def digest(heading: str) -> str:
    words = re.sub(r"[\W_]+", " ", heading.upper()).strip()
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def choices(label: dict[str, Any], field: str) -> list[Any]:
    return [label[field], *([label["or"][field]] if field in label.get("or", {}) else [])]


def test_signatures_are_found() -> None:
    wrong = [
        name
        for name, cable, label in draw()
        if plain(cable.signed_by) not in [plain(choice) for choice in choices(label, "signer")]
    ]

    assert len(wrong) <= MAX_WRONG_SIGNATURES, wrong


def test_headings_are_found_and_nothing_else_is() -> None:
    right = labeled = parsed = 0
    for _, cable, label in draw():
        headings = {digest(heading.text) for heading in cable.headings}
        best = max(
            choices(label, "headings"), key=lambda choice: len(headings & set(choice)) - len(choice)
        )
        right += len(headings & set(best))
        labeled += len(set(best))
        parsed += len(headings)

    assert right / labeled >= MIN_RECALL
    assert right / parsed >= MIN_PRECISION
