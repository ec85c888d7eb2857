"""Each document parses to the values in the JSON file beside it."""

import json
from pathlib import Path

import pytest

from cables.parser import parse
from tests.cables.parser.written import written

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


def test_there_are_documents() -> None:
    assert DOCUMENTS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_a_document_parses_to_the_values_beside_it(document: Path) -> None:
    cable = parse(document.read_text(encoding="utf-8"))

    expected = json.loads(document.with_suffix(".json").read_text(encoding="utf-8"))
    assert written(cable) == expected


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.stem)
def test_the_parts_of_a_document_joined_are_the_document(document: Path) -> None:
    text = document.read_text(encoding="utf-8")

    cable = parse(text)

    assert "".join(text[part.start : part.end] for part in cable.parts) == text
