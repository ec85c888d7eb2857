"""Records with named fields, from a table or a JSON file: one cable each.

Names of fields differ between programs that store cables; `FIELD_NAMES` lists the known ones. The
other fields of a record are ignored.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

from cables.sources.documents import Document
from cables.sources.forms import own_export
from cables.sources.forms.metadata import PARTIAL_NOTICE, clean_reference_id
from cables.sources.forms.partner_exports import parse_record_time
from cables.sources.telegram_signs import implied_reference_id
from cables.sources.values import Rejection, SourceCable

Record = Mapping[str, Any]

FIELD_NAMES: Final = {
    "reference_id": (
        "referenceid", "refid", "canonicalid", "cableid", "documentnumber", "docnbr", "identifier",
        "id", "reference", "ref", "cable",
    ),
    "created": ("created", "datetime", "createdat", "date", "datesent", "sent", "draftdate"),
    "released": ("released", "releasedate", "releasedat"),
    "classification": ("classification", "originalclassification", "class"),
    "origin": ("origin", "embassy", "post", "from", "source"),
    "header": ("header", "headers", "head"),
    "body": (
        "body", "text", "content", "contents", "cabletext", "fulltext", "messagetext", "message",
        "telegram",
    ),
}  # fmt: skip
"""What fields are called, without spaces and marks, the surest name first. `id` is often a number
and `reference` the ID, or `id` the ID and `reference` a cited one; so both are tried."""

EXPECTED: Final = (
    "expected fields such as reference_id, created, classification, origin, header and body (the"
    " telegram), of which the first and the last are necessary"
)

NOT_A_LETTER: Final = re.compile(r"[^a-z]+")


def field_of(name: str) -> str:
    """Return what a field or column holds, a key of `FIELD_NAMES`; `""` if the name is unknown."""
    letters = NOT_A_LETTER.sub("", name.lower())
    return next((field for field, names in FIELD_NAMES.items() if letters in names), "")


def known_fields(names: Iterable[str]) -> set[str]:
    """Return which of the fields that a cable needs are among these names."""
    return {field_of(name) for name in names} - {""}


def recognizes(text: str) -> bool:
    """Return whether a text is a JSON object."""
    return bool(re.match(r'\s*\{\s*["}]', text))


def read_cables(document: Document) -> Iterator[SourceCable | Rejection]:
    """Read the cable of a JSON object."""
    yield read_record(document, form="json")


def read_record(document: Document, *, form: str) -> SourceCable | Rejection:
    """Read the cable of one record, written as a JSON object."""
    try:
        record = json.loads(document.text)
    except (ValueError, RecursionError) as error:
        reason = f"the JSON is not valid ({error}); {EXPECTED}. Export the file again."
        return document.rejection(reason, offset=getattr(error, "pos", 0))
    values = _values(record)
    is_export = not values["body"] and own_export.recognizes(record)
    text = own_export.telegram(record) if is_export else _joined(values["header"], values["body"])
    reference_id = values["reference_id"] or implied_reference_id(text)
    if not (text.strip() and reference_id):
        missing = "text of a cable" if reference_id else "reference ID"
        names = ", ".join(map(str, record))[:120]
        return document.rejection(f"this record has no {missing}: {names}; {EXPECTED}.", offset=0)
    created, has_time = _time(values["created"])
    return SourceCable(
        reference_id=reference_id,
        text=text,
        form=form,
        name=document.name,
        sha256=document.sha256,
        line=document.first_line,
        created=created,
        minutes_trusted=has_time,
        released=_time(values["released"])[0],
        classification=values["classification"],
        origin=values["origin"],
        partial=is_export or bool(PARTIAL_NOTICE.search(text)),
    )


def _values(record: Record) -> dict[str, str]:
    """Return the text of each field of `FIELD_NAMES`; empty if the record does not have it."""
    texts = {NOT_A_LETTER.sub("", name.lower()): _text(value) for name, value in record.items()}
    values = {
        field: next((texts[name] for name in names if texts.get(name)), "")
        for field, names in FIELD_NAMES.items()
    }
    spellings = (texts.get(name, "") for name in FIELD_NAMES["reference_id"])
    values["reference_id"] = next(filter(None, map(clean_reference_id, spellings)), "")
    return values


def _text(value: object) -> str:
    if isinstance(value, dict):  # the origin in exports of this project
        value = value.get("name")
    return value.replace("\r\n", "\n").replace("\r", "\n") if isinstance(value, str) else ""


def _joined(header: str, body: str) -> str:
    return f"{header}\n{body}" if header.strip() and body.strip() else body


def _time(printed: str) -> tuple[datetime | None, bool]:
    """Return a time in UTC, and whether it has hours and minutes."""
    time = parse_record_time(printed)
    if not time:
        try:
            time = datetime.fromisoformat(printed.strip())
        except ValueError:
            return None, False
    time = time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
    return time, ":" in printed
