"""Where a cable comes from: its post, as the source, the reference ID or the FM line says."""

from django.utils.text import slugify

from cables.facts import posts as post_facts
from cables.models import Post
from cables.sources import SourceCable
from cables.text import ParsedCable
from cables.text.reference_ids import split

SENDERS = {"AMEMBASSY": "Embassy", "AMCONSUL": "Consulate", "USMISSION": "Mission"}


def find_origin(source: SourceCable, parsed: ParsedCable) -> Post | None:
    """Return the post: as the source names it, else by the reference ID, else by the FM line."""
    name = source.origin
    facts = post_facts.post_named(name) if name else post_by_id(parsed.reference_id)
    if facts:
        return Post.objects.get_or_create(
            name=facts.name,
            defaults={
                "slug": slugify(facts.name),
                "kind": facts.kind,
                "city": facts.city,
                "country": facts.country,
                "country_code": facts.country_code,
            },
        )[0]
    name = name or sender_name(parsed.header.sender)
    if not name:
        return None
    return Post.objects.get_or_create(name=name, defaults={"slug": slugify(name)})[0]


def post_by_id(reference_id: str) -> post_facts.Post | None:
    """Return the post that a canonical reference ID names, None where no table knows it."""
    try:
        _year, code, _serial = split(reference_id)
    except ValueError:
        return None
    return post_facts.post(code)


def sender_name(sender: str) -> str:
    """Turn an FM line into a post's name: `AMEMBASSY MOSCOW` into `Embassy Moscow`."""
    kind, _, place = sender.partition(" ")
    return f"{SENDERS[kind]} {place.title()}" if kind in SENDERS and place else sender.title()
