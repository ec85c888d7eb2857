"""A person as JSON: what the page shows, and which paragraphs of which cables name them."""

from collections import defaultdict
from typing import Any, Final

from django.conf import settings

from cables.links.lists import cable_list_url
from cables.models import Cable, Mention, Person
from cables.people.counts import people_counts
from cables.people.in_cable import person_in_cable
from cables.people.profile import PrintedForm, titles_printed

MOST_CABLES: Final = 500
"""Cables of one record, the newest; `cables_url` leads to all of them."""


def person_record(person: Person) -> dict[str, Any]:
    """Return all that the room says of a person, absolute addresses included."""
    facts = people_counts().profile(person)
    where = facts.distribution
    return {
        "name": person.name,
        "slug": person.slug,
        "sort_name": person.sort_name,
        "url": _absolute_url(person.get_absolute_url()),
        "country": person.country,
        "note": "Found by pattern; may be wrong.",
        "names": [_printed_entry(one) for one in facts.names],
        "titles": [_printed_entry(one) for one in titles_printed(person)],
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
            for one in person.possible_duplicates.select_related("other")
        ],
        "cables_total": where.cables,
        "cables_url": _absolute_url(cable_list_url(person=person.slug)),
        "cables": list(_cable_entries(person)),
    }


def _printed_entry(one: PrintedForm) -> dict[str, Any]:
    """Return a name or a title with when it is printed."""
    return {
        "text": one.text,
        "mentions": one.mentions,
        "first": one.first.isoformat() if one.first else None,
        "last": one.last.isoformat() if one.last else None,
    }


def _cable_entries(person: Person) -> list[dict[str, Any]]:
    """Return the newest cables that name a person, with the roles and paragraphs there."""
    listed = Cable.objects.mentioning(person.slug).newest_first()
    keys = list(listed.values_list("pk", flat=True)[:MOST_CABLES])
    held = Cable.objects.for_lists().in_bulk(keys)
    mentions: defaultdict[int, list[Mention]] = defaultdict(list)
    named = person.mentions.filter(cable__in=keys).select_related("paragraph")
    for mention in named.order_by("cable", "start", "pk"):
        mentions[mention.cable_id].append(mention)
    return [_cable_entry(person, held[key], mentions[key]) for key in keys]


def _cable_entry(person: Person, cable: Cable, mentions: list[Mention]) -> dict[str, Any]:
    """Return one cable that names a person."""
    here = person_in_cable(person, mentions)
    return {
        "reference_id": cable.reference_id,
        "created": cable.created.isoformat() if cable.created else None,
        "title": cable.title,
        "url": _absolute_url(cable.get_absolute_url()),
        "roles": list(here.roles),
        "paragraphs": list(here.paragraph_numbers),
    }


def _absolute_url(address: str) -> str:
    """Return an address with the room's own before it."""
    return f"{settings.SITE_URL}{address}"
