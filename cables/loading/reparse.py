"""Read stored cables again for the people in them; plain Python, so that every core can."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cables.loading.mention_rows import MentionRows, people_rows
from cables.names.cable_title import display_title
from cables.names.protection import protected_names
from cables.names.recognition import language_model
from cables.parser import NotACable, parse

StoredCable = tuple[int, str, str, str]
"""A cable's key, reference ID, header and body."""
ProposeNames = Callable[[str], Iterable[tuple[int, int]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReparsedCable:
    """What a worker made of one stored cable."""

    pk: int
    body: str
    mention_rows: MentionRows
    title: str
    protected: tuple[str, ...]
    """The names that the cable itself withholds."""


def reparse_batch(batch: Sequence[StoredCable]) -> list[ReparsedCable]:
    """Parse cables and find their people; plain Python, for a worker process."""
    return [found for stored in batch if (found := _reparse_cable(stored))]


def reparse_batch_with_model(batch: Sequence[StoredCable]) -> list[ReparsedCable]:
    """Do the same, with the proposals of the language model that the host has installed."""
    return [
        found for stored in batch if (found := _reparse_cable(stored, language_model.propose_names))
    ]


def _reparse_cable(
    stored: StoredCable, propose: ProposeNames | None = None
) -> ReparsedCable | None:
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
    return ReparsedCable(
        pk=pk,
        body=body,
        mention_rows=people_rows(
            parsed,
            body_start=len(header),
            candidates=propose(parsed.text) if propose else (),
        ),
        title=display_title(parsed),
        protected=protected_names(body),
    )
