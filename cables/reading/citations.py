"""Citations of a cable or of its paragraphs, in the form of Chicago's notes."""

from dataclasses import dataclass

from django.utils import dateformat

from cables.models import Cable


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A citation, ready to copy."""

    note: str
    """Sender, subject, reference ID, date, paragraph, classification, site, URL."""
    short: str
    """`07MOSCOW849 ¶7`, for readers who know where a reference ID leads."""


def cite(cable: Cable, *, url: str, site_name: str, paragraphs: str = "") -> Citation:
    """Cite a cable, or paragraphs of it.

    Args:
        cable: With its origin.
        url: The absolute URL of what is cited.
        site_name: The site's name.
        paragraphs: `7`, `3–5`, or `u1` for an unnumbered one; empty for the whole cable.
    """
    label = "paras." if "–" in paragraphs else "para."
    parts = [
        _sender(cable),
        f"“{cable.title}”" if cable.subject else "",
        f"cable {cable.reference_id}",
        dateformat.format(cable.created, "F j, Y") if cable.created else "",
        f"{label} {paragraphs}" if paragraphs else "",
        cable.classification,
        site_name,
        url,
    ]
    short = f"{cable.reference_id} ¶{paragraphs}" if paragraphs else cable.reference_id
    return Citation(note=", ".join(part for part in parts if part) + ".", short=short)


def _sender(cable: Cable) -> str:
    """Return the post as a citation names it; `USEU Brussels` needs no second `US`."""
    name = cable.origin.name if cable.origin else ""
    return name if not name or name.startswith("US") else f"US {name}"
