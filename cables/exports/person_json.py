"""A person as JSON: what the page shows, and which paragraphs of which cables name them."""

from collections import defaultdict
from typing import Any, Final

from django.conf import settings

from cables.links.lists import filtered
from cables.models import Cable, Mention, Person
from cables.people.counts import people_counts
from cables.people.in_cable import person_here
from cables.people.profile import Printed, titles_printed

MOST_CABLES: Final = 500
"""Cables of one record, the newest; `cables_url` leads to all of them."""


def person_record(person: Person) -> dict[str, Any]:
    """Return all that the room says of a person, absolute addresses included."""
    facts = people_counts().facts(person)
    where = facts.where
    return {
        "name": person.name,
        "slug": person.slug,
        "sort_name": person.sort_name,
        "url": absolute(person.get_absolute_url()),
        "country": person.country,
        "note": "Found by pattern; may be wrong.",
        "names": [printed(one) for one in facts.names],
        "titles": [printed(one) for one in titles_printed(person)],
        "roles": dict(facts.roles),
        "years": {str(year): cables for year, cables in where.years.items()},
        "posts": [
            {"name": post.name, "slug": post.slug, "cables": cables} for post, cables in where.posts
        ],
        "named_with": [
            {"name": one.name, "slug": one.slug, "paragraphs": paragraphs}
            for one, paragraphs in facts.named_with
        ],
        "may_be_the_same_as": [
            {"name": one.other.name, "slug": one.other.slug, "reason": one.reason}
            for one in person.resemblances.select_related("other")
        ],
        "cables_total": where.cables,
        "cables_url": absolute(filtered(person=person.slug)),
        "cables": list(cables_naming(person)),
    }


def printed(one: Printed) -> dict[str, Any]:
    """Return a name or a title with when it is printed."""
    return {
        "text": one.text,
        "mentions": one.mentions,
        "first": one.first.isoformat() if one.first else None,
        "last": one.last.isoformat() if one.last else None,
    }


def cables_naming(person: Person) -> list[dict[str, Any]]:
    """Return the newest cables that name a person, with the roles and paragraphs there."""
    listed = Cable.objects.mentioning(person.slug).newest_first()
    keys = list(listed.values_list("pk", flat=True)[:MOST_CABLES])
    held = Cable.objects.for_lists().in_bulk(keys)
    mentions: defaultdict[int, list[Mention]] = defaultdict(list)
    named = person.mentions.filter(cable__in=keys).select_related("paragraph")
    for mention in named.order_by("cable", "start", "pk"):
        mentions[mention.cable_id].append(mention)
    return [cable_naming(person, held[key], mentions[key]) for key in keys]


def cable_naming(person: Person, cable: Cable, mentions: list[Mention]) -> dict[str, Any]:
    """Return one cable that names a person."""
    here = person_here(person, mentions)
    return {
        "reference_id": cable.reference_id,
        "created": cable.created.isoformat() if cable.created else None,
        "title": cable.title,
        "url": absolute(cable.get_absolute_url()),
        "roles": list(here.roles),
        "paragraphs": list(here.numbers),
    }


def absolute(address: str) -> str:
    """Return an address with the room's own before it."""
    return f"{settings.SITE_URL}{address}"
