"""Database models: cables, their parts, and the people named in them."""

from cables.models.cable import Cable, CableTag, Version
from cables.models.codes import Classification, Post, Tag
from cables.models.parts import Paragraph, Problem, Reference
from cables.models.people import (
    FormerSlug,
    Mention,
    Person,
    PossibleDuplicate,
    ProtectedName,
    ResolutionRun,
    WithheldName,
)

__all__ = [
    "Cable",
    "CableTag",
    "Classification",
    "FormerSlug",
    "Mention",
    "Paragraph",
    "Person",
    "PossibleDuplicate",
    "Post",
    "Problem",
    "ProtectedName",
    "Reference",
    "ResolutionRun",
    "Tag",
    "Version",
    "WithheldName",
]
