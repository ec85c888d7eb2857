"""Read stored cables again for the people in them; plain Python, so that every core can."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cables.loading.mention_rows import People, people_columns
from cables.names.cable_title import title
from cables.names.protection import protected_names
from cables.names.recognition import language_model
from cables.parser import NotACable, parse

Stored = tuple[int, str, str, str]
"""A cable's key, reference ID, header and body."""
Propose = Callable[[str], Iterable[tuple[int, int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a worker made of one stored cable."""

    pk: int
    body: str
    people: People
    title: str
    protected: tuple[str, ...]
    """The names that the cable itself withholds."""


def find_in_batch(batch: Sequence[Stored]) -> list[Found]:
    """Parse cables and find their people; plain Python, for a worker process."""
    return [found for stored in batch if (found := find_in(stored))]


def find_in_batch_by_model(batch: Sequence[Stored]) -> list[Found]:
    """Do the same, with the proposals of the language model that the host has installed."""
    return [found for stored in batch if (found := find_in(stored, language_model.proposals))]


def find_in(stored: Stored, propose: Propose | None = None) -> Found | None:
    """Find the people of one cable; None where the rules of today take it for none.

    Args:
        stored: The cable.
        propose: Says where else in a text a name may stand.
    """
    pk, reference_id, header, body = stored
    try:
        parsed = parse(header + body, reference_id=reference_id)
    except NotACable:
        return None
    return Found(
        pk=pk,
        body=body,
        people=people_columns(
            parsed,
            body_start=len(header),
            candidates=propose(parsed.text) if propose else (),
        ),
        title=title(parsed),
        protected=protected_names(body),
    )
