"""Detect the form of a file and read the cables in it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Protocol

from cables.sources.decoding import NotTextError
from cables.sources.documents import Document, SourceFile
from cables.sources.forms import body_only, csv, nara, page, pasted, plain, plusd, records, refused
from cables.sources.values import Rejection, SourceCable


class SourceForm(Protocol):
    """What a module for one form of source file offers."""

    def recognizes(self, text: str) -> bool:
        """Return whether a text has this form."""

    def read_cables(self, document: Document) -> Iterator[SourceCable | Rejection]:
        """Yield the cables of a document of this form."""


FORMS: Final[tuple[SourceForm, ...]] = (
    records,
    page,
    body_only,
    refused,
    nara,
    plusd,
    pasted,
    plain,
)
"""Tried in this order, the most certain to recognize first. Records of a CSV are already known."""


def read_source_file(file: SourceFile) -> Iterator[SourceCable | Rejection]:
    """Read the cables of one file.

    It needs only the bytes and no disk, so another process may do it.
    """
    for result in _read_cables(file):
        if file.key and isinstance(result, SourceCable):
            yield replace(result, file_key=file.key)
        else:
            yield result


def _read_cables(file: SourceFile) -> Iterator[SourceCable | Rejection]:
    try:
        document = Document.from_file(file)
    except NotTextError as error:
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
        "this is not a cable: it has no line that is typical of cables (a row `Reference ID Created"
        " Released Classification Origin`, `FM AMEMBASSY ...`, `E.O. 12958: ...`, `TAGS: ...`)."
        " Delete the file, or paste the whole cable into it."
    )
