"""The JSON Schema files, and their members as rows of a table."""

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
    """A member of an object, as a row of the table."""

    path: str
    """Its name after those of its parents: `paragraphs[].key`."""
    type: str
    """text, number, yes or no, list, object; followed by `or null` if it is nullable."""
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
    """Return the content of a schema file; name is one of SCHEMA_NAMES."""
    schema: Json = json.loads((SCHEMA_FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return schema


def schema_properties(schema: Json, prefix: str = "") -> Iterator[SchemaProperty]:
    """Yield the members of an object's schema, each before its own members."""
    for name, member in schema.get("properties", {}).items():
        path = f"{prefix}{name}"
        yield SchemaProperty(path=path, type=_type_text(member), meaning=member["description"])
        yield from schema_properties(member, f"{path}.")
        yield from schema_properties(member.get("items", {}), f"{path}[].")


def _type_text(member: Json) -> str:
    """Return a member's type in words, or the value of a constant."""
    if "const" in member:
        return str(member["const"])
    types = member["type"] if isinstance(member["type"], list) else [member["type"]]
    return " or ".join(TYPE_NAMES[name] for name in types)
