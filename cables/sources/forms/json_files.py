"""Files of JSON: one cable, a list of them, or JSON Lines with one on each line."""

import json
import re
from collections.abc import Callable, Iterator
from io import BufferedReader
from itertools import chain
from typing import Any, Final

from cables.sources.documents import SourceFile
from cables.sources.limits import MAX_FILE_SIZE
from cables.sources.values import Rejection

BEGINNING: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[\{\]])')
"""Of an object or a list of objects; an RTF document begins with `{` too."""

LISTS: Final = ("cables", "results", "documents", "items", "rows", "data")
"""Members under which exports have their list of cables."""


def recognizes(head: bytes) -> bool:
    """Return whether the first bytes of a file are those of JSON with objects."""
    return bool(BEGINNING.match(head))


def split_objects(
    name: str, stream: BufferedReader, consumed: Callable[[], int], key: str
) -> Iterator[SourceFile | Rejection]:
    """Yield each object of a file that may be a cable, with the line on which it begins."""
    first = stream.readline(MAX_FILE_SIZE)
    if not _is_object(first):  # the rest of one document
        yield from _document(name, first + stream.read(MAX_FILE_SIZE + 1), consumed, key)
        return
    second = stream.readline(MAX_FILE_SIZE)
    if not second.strip():
        yield from _document(name, first, consumed, key)
        return
    later = iter(lambda: stream.readline(MAX_FILE_SIZE), b"")
    for number, line in enumerate(chain((first, second), later), start=1):
        if line.strip():
            yield SourceFile(name=name, data=line, line=number, consumed=consumed())


def _document(
    name: str, data: bytes, consumed: Callable[[], int], key: str
) -> Iterator[SourceFile | Rejection]:
    if len(data) > MAX_FILE_SIZE:
        reason = (
            f"the file is larger than {MAX_FILE_SIZE:,} bytes, too large for one JSON document."
            " Save it as JSON Lines, one cable per line."
        )
        yield Rejection(name=name, line=0, reason=reason)
        return
    try:
        cables = _cables(json.loads(data))
    except (ValueError, RecursionError):  # the form module says where the fault is
        cables = []
    if not cables:
        yield SourceFile(name=name, data=data, key=key, consumed=consumed())
    for cable in cables:
        yield SourceFile(name=name, data=json.dumps(cable).encode(), consumed=consumed())


def _cables(value: Any) -> list[dict[str, Any]]:
    """Return the objects in a document that has a list of them; empty if it is one object."""
    if isinstance(value, dict):
        value = next((value[name] for name in LISTS if isinstance(value.get(name), list)), [])
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
