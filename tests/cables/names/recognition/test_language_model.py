"""Names that a language model proposes pass the filters of the rules."""

from types import SimpleNamespace

import pytest

from cables.names.recognition import find_people
from cables.names.recognition.language_model import load_installed_model, propose_names
from tests.cables.names.recognition.specimens import cable


def names_with(text: str, *proposed: str) -> list[str]:
    """Return the names found if a model proposes some words of the text."""
    parsed = cable(text)
    spans = [(at := parsed.text.index(name), at + len(name)) for name in proposed]
    return [person.name for person in find_people(parsed, spans)]


def test_a_proposal_adds_a_full_name() -> None:
    text = "A visit of Bero Khlopkov in May. Khlopkov left."

    assert names_with(text) == []
    assert names_with(text, "Bero Khlopkov") == ["Bero Khlopkov"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell on Khlopkov in May.", "Khlopkov"),
        ("It fell on Zarant River in May.", "Zarant River"),
        ("It fell on the Bero Khlopkov in May.", "Bero Khlopkov"),
        ("It fell on Jaysh Khlopkov in May.", "Jaysh Khlopkov"),
        ("It fell on Monday in May.", "Monday"),
    ],
)
def test_proposals_that_fail_the_filters_are_ignored(text: str, words: str) -> None:
    assert names_with(text, words) == []


def test_a_proposal_removes_nothing() -> None:
    assert names_with("Minister Khlopkov spoke.", "Minister Khlopkov spoke") == ["Khlopkov"]


def test_proposals_are_offsets_into_the_text() -> None:
    def model(text: str) -> SimpleNamespace:
        entity = SimpleNamespace(label_="PERSON", start_char=2, end_char=5)
        place = SimpleNamespace(label_="GPE", start_char=0, end_char=1)
        return SimpleNamespace(ents=(place, entity))

    assert propose_names("x " * 60_000, model) == ((2, 5), (100_002, 100_005))


def test_without_a_model_nothing_is_proposed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cables.names.recognition.language_model.PACKAGE", "no_such_model")
    load_installed_model.cache_clear()

    assert propose_names("Bero Khlopkov") == ()
    load_installed_model.cache_clear()
