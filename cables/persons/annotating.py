"""The people of a cable laid over its text: a quiet link on each name to the person's page."""

from collections.abc import Iterable

from cables.annotations import Annotation
from cables.models import Mention


def person_annotations(mentions: Iterable[Mention]) -> list[Annotation]:
    """Return an annotation for each mention that stands in a paragraph.

    Args:
        mentions: Of one cable, with their persons. Those in the header and under the text are
            passed over: the page lists them beside it.
    """
    return [
        Annotation(
            start=one.start,
            end=one.end,
            kind="person",
            href=one.person.get_absolute_url(),
        )
        for one in mentions
        if one.person and one.paragraph_id and one.start < one.end
    ]
