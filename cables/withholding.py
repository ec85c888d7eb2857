"""Which names stay out of all that this room says of a cable by itself.

The page shows the text as it was published. Lists, previews, excerpts, feeds and records do not
repeat the names that are asked to be protected.
"""

from cables.models import Cable
from cables.text.protection import protected_names


def names_withheld(cable: Cable) -> tuple[str, ...]:
    """Return the names to leave out of a cable's words, longest first, for `withhold`."""
    return protected_names(cable.body)
