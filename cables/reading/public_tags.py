"""The TAGS of a cable that lists and feeds may repeat: all but persons' names.

A code that the tables know is a subject, a place or an office. One that they do not know may be a
word of a name, as cables write `OVIP CLINTON, HILLARY` and worse, and a name may be protected.
"""

from django.db.models import Q

from cables.models import Cable, CableTag
from cables.names.protection import withhold_names
from cables.reading.withholding import names_to_withhold

IS_PUBLIC = ~Q(kind__in=("", "person"))
"""Tags that are surely no name."""


def public_tags_of(cable: Cable) -> list[CableTag]:
    """Return the tags of a cable, persons' names and words of protected names left out.

    Args:
        cable: With its tags prefetched.
    """
    tags = [one for one in cable.cable_tags.all() if one.tag.kind != "person"]
    if all(one.tag.kind for one in tags):
        return tags
    names = names_to_withhold(cable)
    return [
        one for one in tags if one.tag.kind or withhold_names(one.tag.code, names) == one.tag.code
    ]
