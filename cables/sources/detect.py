"""Tell which form a file has and read the cables in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from cables.sources.decoding import NotText
from cables.sources.documents import Document, SourceFile
from cables.sources.forms import body_only, csv, nara, page, pasted, plain
from cables.sources.values import Rejected, SourceCable


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form that a file of cables may have."""

    recognises: Callable[[str], bool]
    """Whether a text has the form."""
    cables: Callable[[Document], Iterator[SourceCable | Rejected]]
    """Its cables."""


FORMS: Final = (
    Form(recognises=page.recognises, cables=page.cables),
    Form(recognises=body_only.recognises, cables=body_only.cables),
    Form(recognises=nara.recognises, cables=nara.cables),
    Form(recognises=pasted.recognises, cables=pasted.cables),
    Form(recognises=plain.recognises, cables=plain.cables),
)
"""Tried in this order, the form with the most certain marks first; plain text has the fewest."""


def understand(file: SourceFile) -> Iterator[SourceCable | Rejected]:
    """Read the cables of one file.

    It works on the bytes alone and touches no disk, so that another process may do it.
    """
    for found in _cables(file):
        if file.key and isinstance(found, SourceCable):
            yield replace(found, file_key=file.key)
        else:
            yield found


def _cables(file: SourceFile) -> Iterator[SourceCable | Rejected]:
    try:
        document = Document.of(file)
    except NotText as error:
        yield Rejected(name=file.name, line=0, reason=str(error))
        return
    if file.is_record:
        yield from csv.cables(document)
        return
    for form in FORMS:
        if form.recognises(document.text):
            yield from form.cables(document)
            return
    yield document.rejected(
        "this is not a cable: no line of it is one that cables have (a row `Reference ID Created"
        " Released Classification Origin`, `FM AMEMBASSY ...`, `E.O. 12958: ...`, `TAGS: ...`)."
        " Remove the file, or paste the whole cable into it."
    )
