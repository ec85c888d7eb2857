"""Where a page that has nothing to show sends its reader."""

from dataclasses import dataclass

from django.urls import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """A line of the list “Try one of these”."""

    text: str
    """The words of the link, or all of them where there is no link."""
    url: str = ""
    note: str = ""
    """What follows the link, with its own space or comma in front."""
    nofollow: bool = False


def default_steps() -> tuple[NextStep, ...]:
    """Return the steps of a page that has none of its own."""
    return (
        NextStep(
            text="Find a cable by its reference ID", url=reverse("open"), note=", in any form"
        ),
        NextStep(text="Browse the cables", url=reverse("cables"), note=" in this collection"),
        NextStep(text="Read how cables are named", url=reverse("help"), note=" and laid out"),
    )
