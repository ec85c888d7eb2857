"""Where a cable comes from: its post, as the source, the reference ID or the FM line says."""

from typing import Final

from cables.facts import posts as post_facts
from cables.parser import ParsedCable
from cables.parser.reference_ids import split
from cables.sources import SourceCable

SENDERS: Final = {"AMEMBASSY": "Embassy", "AMCONSUL": "Consulate", "USMISSION": "Mission"}


def post_columns(source: SourceCable, parsed: ParsedCable) -> dict[str, str]:
    """Return the post: as the source names it, else by the reference ID, else by the FM line."""
    facts = post_facts.post_named(source.origin) or post_by_id(parsed)
    if facts and not disagrees(source.origin, facts):
        return {
            "name": facts.name,
            "kind": facts.kind,
            "city": facts.city,
            "country": facts.country,
            "country_code": facts.country_code,
        }
    name = source.origin or sender_name(parsed.header.sender)
    return {"name": name} if name else {}


def disagrees(origin: str, facts: post_facts.Post) -> bool:
    """Tell whether a source names another post than the one found: then its own words are kept.

    The posts of the 1970s are named by their place alone, `LA PAZ` for Embassy La Paz.
    """
    place = post_facts.canonical_post(origin)
    return bool(origin) and post_facts.post_named(origin) is None and place != facts.code


def post_by_id(parsed: ParsedCable) -> post_facts.Post | None:
    """Return the post that the reference ID names, None where no table knows it."""
    try:
        _year, code, _serial = split(parsed.reference_id)
    except ValueError:
        return None
    return post_facts.post(code)


def sender_name(sender: str) -> str:
    """Turn an FM line into a post's name: `AMEMBASSY MOSCOW` into `Embassy Moscow`."""
    kind, _, place = sender.partition(" ")
    return f"{SENDERS[kind]} {place.title()}" if kind in SENDERS and place else sender.title()
