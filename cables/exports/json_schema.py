"""The written form of what programs get: JSON Schema files, and the same as rows to read."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from cables.exports.row import Json

SCHEMA_FOLDER: Final = Path(__file__).parent / "schemas"
SCHEMA_NAMES: Final = ("cable", "cables")


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaProperty:
    """A member of an object, as a row of a table."""

    path: str
    """Its name, those of what holds it before it: `paragraphs[].key`."""
    type: str
    """text, number, yes or no, list, object; with `or null` where it may be."""
    meaning: str


TYPE_NAMES: Final = {
    "string": "text",
    "integer": "number",
    "boolean": "yes or no",
    "array": "list",
    "object": "object",
    "null": "null",
}


@cache
def load_schema(name: str) -> Json:
    """Return a schema file's content.

    Args:
        name: One of NAMES.
    """
    found: Json = json.loads((SCHEMA_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def schema_properties(schema: Json, prefix: str = "") -> Iterator[SchemaProperty]:
    """Yield the members of an object's schema, each before those inside it."""
    for name, about in schema.get("properties", {}).items():
        path = f"{prefix}{name}"
        yield SchemaProperty(path=path, type=_type_text(about), meaning=about["description"])
        yield from schema_properties(about, f"{path}.")
        yield from schema_properties(about.get("items", {}), f"{path}[].")


def _type_text(about: Json) -> str:
    """Return a member's type in words; a constant's is its value."""
    if "const" in about:
        return str(about["const"])
    types = about["type"] if isinstance(about["type"], list) else [about["type"]]
    return " or ".join(TYPE_NAMES[one] for one in types)
