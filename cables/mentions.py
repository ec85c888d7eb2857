"""Who stands in a cable's header and under it, as columns: the classifier and the signer."""

from collections.abc import Iterator
from typing import Any

from cables.names import display_name, sort_name
from cables.text import ParsedCable


def mention_columns(parsed: ParsedCable) -> Iterator[dict[str, Any]]:
    """Yield the classifier and the signer, under one name where the surnames agree."""
    shift = parsed.body_start
    classifier = parsed.classified_by
    full_name = display_name(classifier.name) if classifier else ""
    if classifier and full_name:
        yield {
            "person": full_name,
            "sort_name": sort_name(full_name),
            "surname": False,
            "role": "classified by",
            "printed": classifier.name,
            "title": classifier.title,
            "rule": "classified-by line",
            "start": max(classifier.name_start - shift, 0),
            "end": max(classifier.name_end - shift, 0),
        }
    if signature := parsed.signature:
        surname = display_name(signature.name)
        same = full_name and sort_name(full_name).split(",")[0].casefold() == surname.casefold()
        yield {
            "person": full_name if same else surname,
            "sort_name": sort_name(full_name) if same else surname,
            "surname": not same,
            "role": "signer",
            "printed": signature.name,
            "title": "",
            "rule": "signature line",
            "start": signature.start - shift,
            "end": signature.end - shift,
        }
