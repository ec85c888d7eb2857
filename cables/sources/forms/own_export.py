"""Cables in the JSON of this project, `/cable/REF.json`, which has paragraphs but no telegram.

The telegram is put together again from the fields. It lacks line ends, page lines and withheld
names, so it counts as a partial extract, which every complete text replaces.
"""

from collections.abc import Iterator, Mapping
from typing import Any


def recognizes(record: Mapping[str, Any]) -> bool:
    """Return whether a JSON object is an export of one cable."""
    return isinstance(record.get("paragraphs"), list) and isinstance(record.get("text_url"), str)


def telegram(record: Mapping[str, Any]) -> str:
    """Return the telegram that the fields of an export describe."""
    header = "\n".join(_header(record.get("header") or {}))
    labels = "\n".join(_labels(record))
    paragraphs = "\n\n".join(_paragraphs(record["paragraphs"]))
    parts = (header, labels, paragraphs, str(record.get("signed_by") or ""))
    return "\n\n".join(part for part in parts if part)


def _header(header: Mapping[str, Any]) -> Iterator[str]:
    if header.get("date_time_group"):
        yield header["date_time_group"]
    if header.get("sender"):
        yield f"FM {header['sender']}"
    for label in ("to", "info"):
        for number, addressee in enumerate(header.get(label) or ()):
            words = [addressee.get("name", ""), addressee.get("precedence", "")]
            yield " ".join(filter(None, ["" if number else label.upper(), *words]))


def _labels(record: Mapping[str, Any]) -> Iterator[str]:
    yield from filter(None, [record.get("classification"), *(record.get("captions") or ())])
    if record.get("executive_order"):
        declassify = record.get("declassify_on") or record.get("declassify_note") or "N/A"
        yield f"E.O. {record['executive_order']}: DECL: {declassify}"
    tags = [
        f"{tag['code']} ({tag['person']})" if tag.get("person") else tag["code"]
        for tag in record.get("tags") or ()
    ]
    if tags:
        yield f"TAGS: {', '.join(tags)}"
    if record.get("subject"):
        yield f"SUBJECT: {record['subject']}"
    references = record.get("references") or ()
    for number, reference in enumerate(references):
        letter = f"{reference['letter']}. " if reference.get("letter") else ""
        yield f"{'' if number else 'REF: '}{letter}{reference['printed']}"
    officer = record.get("classified_by") or {}
    if officer.get("name"):
        reasons = ", ".join(f"({letter})" for letter in record.get("reasons") or ())
        section = record.get("reason_section") or ""
        words = f"{officer.get('title', '')} {officer['name']}".strip()
        yield f"Classified By: {words}. Reason: {section} {reasons}".rstrip(" :")


def _paragraphs(paragraphs: list[Mapping[str, Any]]) -> Iterator[str]:
    heading = ""
    for paragraph in paragraphs:
        if paragraph.get("heading") and paragraph["heading"] != heading:
            heading = paragraph["heading"]
            yield f"{heading}\n{'-' * len(heading)}"
        number = f"{paragraph['number']}. " if paragraph.get("number") else ""
        marking = f"({paragraph['marking']}) " if paragraph.get("marking") else ""
        yield f"{number}{marking}{paragraph.get('text', '')}"
