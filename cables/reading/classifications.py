"""The classifications as pages of their own: addresses, and what each means in plain words."""

from dataclasses import dataclass
from typing import Final

from django.utils.text import slugify

from cables.models import Classification

MEANINGS: Final = {
    Classification.UNCLASSIFIED: "Not classified. Telegrams write it UNCLAS.",
    Classification.OFFICIAL_USE: "Not classified, and yet not for everyone. The telegram says "
    "UNCLAS and, below, SENSITIVE or FOR OFFICIAL USE ONLY.",
    Classification.LIMITED_OFFICIAL_USE: "An older mark, for much the same as FOR OFFICIAL USE "
    "ONLY.",
    Classification.CONFIDENTIAL: "Its release could be expected to cause damage to national "
    "security, in the judgement of the officer who classified it.",
    Classification.CONFIDENTIAL_NOFORN: "Confidential, and not to be shown to foreign persons or "
    "governments.",
    Classification.SECRET: "Its release could be expected to cause serious damage to national "
    "security, in the judgement of the officer who classified it.",
    Classification.SECRET_NOFORN: "Secret, and not to be shown to foreign persons or governments.",
    Classification.UNKNOWN: "The text does not say how it was classified, or has lost the line "
    "that said so.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassificationLevel:
    """A classification."""

    value: str
    """As cables are stored with it: `SECRET//NOFORN`; empty for not stated."""
    name: str
    """For a heading: the value, or `Not stated`."""
    slug: str
    """For an address: `secret-noforn`."""
    meaning: str


def classification_slug(value: str) -> str:
    """Return a classification's name in addresses."""
    return slugify(value.replace("//", " ")) or "not-stated"


LEVELS: Final = tuple(
    ClassificationLevel(
        value=one.value,
        name=one.value or "Not stated",
        slug=classification_slug(one.value),
        meaning=MEANINGS[one],
    )
    for one in Classification
)
"""All levels, least restricted first, not stated last."""
LEVELS_BY_SLUG: Final = {one.slug: one for one in LEVELS}
