"""Tell which form a file has and read the cables in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from cables.sources.decoding import NotText
from cables.sources.documents import Document, SourceFile
from cables.sources.forms import body_only, csv, nara, page, pasted, plain
from cables.sources.values import Rejection, SourceCable


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceForm:
    """One form that a file of cables may have."""

    recognizes: Callable[[str], bool]
    """Whether a text has the form."""
    read_cables: Callable[[Document], Iterator[SourceCable | Rejection]]
    """Its cables."""


FORMS: Final = (
    SourceForm(recognizes=page.recognizes, read_cables=page.read_cables),
    SourceForm(recognizes=body_only.recognizes, read_cables=body_only.read_cables),
    SourceForm(recognizes=nara.recognizes, read_cables=nara.read_cables),
    SourceForm(recognizes=pasted.recognizes, read_cables=pasted.read_cables),
    SourceForm(recognizes=plain.recognizes, read_cables=plain.read_cables),
)
"""Tried in this order, the form with the most certain marks first; plain text has the fewest."""


def read_source_file(file: SourceFile) -> Iterator[SourceCable | Rejection]:
    """Read the cables of one file.

    It works on the bytes alone and touches no disk, so that another process may do it.
    """
    for found in _cables(file):
        if file.key and isinstance(found, SourceCable):
            yield replace(found, file_key=file.key)
        else:
            yield found


def _cables(file: SourceFile) -> Iterator[SourceCable | Rejection]:
    try:
        document = Document.from_file(file)
    except NotText as error:
        yield Rejection(name=file.name, line=0, reason=str(error))
        return
    if file.is_record:
        yield from csv.read_cables(document)
        return
    for form in FORMS:
        if form.recognizes(document.text):
            yield from form.read_cables(document)
            return
    yield document.rejection(
        "this is not a cable: no line of it is one that cables have (a row `Reference ID Created"
        " Released Classification Origin`, `FM AMEMBASSY ...`, `E.O. 12958: ...`, `TAGS: ...`)."
        " Remove the file, or paste the whole cable into it."
    )
