"""A person as JSON: what the page shows, and the paragraphs of each cable that name them."""

from collections import defaultdict
from typing import Any, Final

from cables.links.lists import cable_list_url
from cables.links.urls import absolute_url
from cables.models import Cable, Mention, Person
from cables.people.counts import people_counts
from cables.people.in_cable import person_in_cable
from cables.people.profile import PrintedForm, titles_printed

MAX_CABLES_OF_PERSON: Final = 500
"""Cables of one record, the newest; `cables_url` leads to all of them."""


def person_record(person: Person) -> dict[str, Any]:
    """Return everything that is known about a person, with absolute URLs."""
    profile = people_counts().profile(person)
    distribution = profile.distribution
    return {
        "name": person.name,
        "slug": person.slug,
        "sort_name": person.sort_name,
        "url": absolute_url(person.get_absolute_url()),
        "country": person.country,
        "note": "Names are detected automatically and may be wrong.",
        "names": [_printed_entry(name) for name in profile.names],
        "titles": [_printed_entry(title) for title in titles_printed(person)],
        "roles": dict(profile.roles),
        "years": {str(year): cables for year, cables in distribution.years.items()},
        "posts": [
            {"name": post.name, "slug": post.slug, "cables": cables}
            for post, cables in distribution.posts
        ],
        "named_with": [
            {"name": companion.name, "slug": companion.slug, "paragraphs": paragraphs}
            for companion, paragraphs in profile.named_with
        ],
        "may_be_the_same_as": [
            {
                "name": duplicate.other.name,
                "slug": duplicate.other.slug,
                "reason": duplicate.reason,
            }
            for duplicate in person.possible_duplicates.select_related("other")
        ],
        "cables_total": distribution.cables,
        "cables_url": absolute_url(cable_list_url(person=person.slug)),
        "cables": _cable_entries(person),
    }


def _printed_entry(form: PrintedForm) -> dict[str, Any]:
    """Return a name or a title with the first and last day on which it is printed."""
    return {
        "text": form.text,
        "mentions": form.mentions,
        "first": form.first.isoformat() if form.first else None,
        "last": form.last.isoformat() if form.last else None,
    }


def _cable_entries(person: Person) -> list[dict[str, Any]]:
    """Return the newest cables that name a person."""
    cables = Cable.objects.mentioning(person.slug).newest_first()
    keys = list(cables.values_list("pk", flat=True)[:MAX_CABLES_OF_PERSON])
    mentions_by_cable: defaultdict[int, list[Mention]] = defaultdict(list)
    mentions = person.mentions.filter(cable__in=keys).select_related("paragraph")
    for mention in mentions.order_by("cable", "start", "pk"):
        mentions_by_cable[mention.cable_id].append(mention)
    return [
        _cable_entry(person, cable, mentions_by_cable[cable.pk])
        for cable in Cable.objects.for_lists().in_key_order(keys)
    ]


def _cable_entry(person: Person, cable: Cable, mentions: list[Mention]) -> dict[str, Any]:
    """Return one cable that names a person, with the roles and paragraphs there."""
    in_cable = person_in_cable(person, mentions)
    return {
        "reference_id": cable.reference_id,
        "created": cable.created.isoformat() if cable.created else None,
        "title": cable.title,
        "url": absolute_url(cable.get_absolute_url()),
        "roles": list(in_cable.roles),
        "paragraphs": list(in_cable.paragraph_numbers),
    }
