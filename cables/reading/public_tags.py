"""The TAGS of a cable that lists and feeds may repeat: all except people's names.

A code that the tables know is a subject, a place or an office. An unknown one may be part of a
name, as cables write `OVIP CLINTON, HILLARY` and worse, and the name may be protected.
"""

from django.db.models import Q

from cables.models import Cable, CableTag
from cables.names.protection import withhold_names

IS_PUBLIC = ~Q(kind__in=("", "person"))
"""Matches the tags that certainly are not names."""


def public_tags_of(cable: Cable, withheld_names: tuple[str, ...]) -> list[CableTag]:
    """Return the tags of a cable without people's names and parts of withheld names.

    Args:
        cable: With its tags prefetched.
        withheld_names: The names to withhold, longest first.
    """
    return [
        cable_tag
        for cable_tag in cable.cable_tags.all()
        if cable_tag.tag.kind != "person"
        and (
            cable_tag.tag.kind
            or withhold_names(cable_tag.tag.code, withheld_names) == cable_tag.tag.code
        )
    ]
