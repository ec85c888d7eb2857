"""The classifications: their slugs, and what each means in plain words."""

from dataclasses import dataclass
from typing import Final

from django.utils.text import slugify

from cables.models import Classification

MEANINGS: Final = {
    Classification.UNCLASSIFIED: "Not classified. Telegrams write it UNCLAS.",
    Classification.OFFICIAL_USE: "Unclassified, but not for public release. The telegram says "
    "UNCLAS and, below, SENSITIVE or FOR OFFICIAL USE ONLY.",
    Classification.LIMITED_OFFICIAL_USE: "An older marking for much the same as FOR OFFICIAL USE "
    "ONLY.",
    Classification.CONFIDENTIAL: "Its release could be expected to cause damage to national "
    "security, in the judgment of the officer who classified it.",
    Classification.CONFIDENTIAL_NOFORN: "Confidential, and not to be shown to foreign persons or "
    "governments.",
    Classification.SECRET: "Its release could be expected to cause serious damage to national "
    "security, in the judgment of the officer who classified it.",
    Classification.SECRET_NOFORN: "Secret, and not to be shown to foreign persons or governments.",
    Classification.UNKNOWN: "The text does not say how it was classified, or the line that "
    "said so is missing.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassificationLevel:
    """A classification, as its page presents it."""

    value: str
    """As stored with cables: `SECRET//NOFORN`; empty if not stated."""
    name: str
    """The value, or `Not stated`."""
    slug: str
    """In URLs: `secret-noforn`."""
    meaning: str


def classification_slug(value: str) -> str:
    """Return the slug of a classification."""
    return slugify(value.replace("//", " ")) or "not-stated"


LEVELS: Final = tuple(
    ClassificationLevel(
        value=classification.value,
        name=classification.value or "Not stated",
        slug=classification_slug(classification.value),
        meaning=MEANINGS[classification],
    )
    for classification in Classification
)
"""All levels, least restricted first, and `Not stated` last."""
LEVELS_BY_SLUG: Final = {level.slug: level for level in LEVELS}
