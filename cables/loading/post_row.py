"""The post that a cable comes from, by its source, its reference ID or its FM line."""

from typing import Final

from cables.facts import posts as post_facts
from cables.parser import ParsedCable
from cables.parser.reference_ids import split_reference_id
from cables.sources import SourceCable

SENDER_KINDS: Final = {"AMEMBASSY": "Embassy", "AMCONSUL": "Consulate", "USMISSION": "Mission"}


def find_post_row(source: SourceCable, parsed: ParsedCable) -> dict[str, str]:
    """Return the columns of the post: by the source, else the reference ID, else the FM line."""
    facts = post_facts.find_post_by_name(source.origin) or _post_by_reference_id(parsed)
    if facts and not _names_another_post(source.origin, facts):
        return {
            "name": facts.name,
            "kind": facts.kind,
            "city": facts.city,
            "country": facts.country,
            "country_code": facts.country_code,
        }
    name = source.origin or _sender_name(parsed.header.sender)
    return {"name": name} if name else {}


def _names_another_post(origin: str, facts: post_facts.PostRecord) -> bool:
    """Return whether a source names a post unknown to the tables, so that its own words are kept.

    Sources of the 1970s name posts by place alone, `LA PAZ` for Embassy La Paz.
    """
    place = post_facts.canonical_post_code(origin)
    return bool(origin) and post_facts.find_post_by_name(origin) is None and place != facts.code


def _post_by_reference_id(parsed: ParsedCable) -> post_facts.PostRecord | None:
    try:
        _year, code, _serial = split_reference_id(parsed.reference_id)
    except ValueError:
        return None
    return post_facts.find_post(code)


def _sender_name(sender: str) -> str:
    """Turn an FM line into a post's name: `AMEMBASSY MOSCOW` into `Embassy Moscow`."""
    kind, _, place = sender.partition(" ")
    return (
        f"{SENDER_KINDS[kind]} {place.title()}"
        if kind in SENDER_KINDS and place
        else sender.title()
    )
