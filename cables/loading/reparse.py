"""Find people in stored cables again; plain Python, for worker processes."""

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
    """What a worker found in one stored cable."""

    pk: int
    body: str
    mention_rows: MentionRows
    title: str
    protected: tuple[str, ...]
    """The names that the cable itself asks to protect."""


def reparse_batch(batch: Sequence[StoredCable]) -> list[ReparsedCable]:
    """Parse stored cables and find their people."""
    return [cable for stored in batch if (cable := _reparse_cable(stored))]


def reparse_batch_with_model(batch: Sequence[StoredCable]) -> list[ReparsedCable]:
    """Do the same, adding what the installed language model proposes."""
    propose = language_model.propose_names
    return [cable for stored in batch if (cable := _reparse_cable(stored, propose))]


def _reparse_cable(
    stored: StoredCable, propose: ProposeNames | None = None
) -> ReparsedCable | None:
    """Find the people of one cable; None if this parser version finds no cable in the text.

    Args:
        stored: The cable.
        propose: Returns spans of a text that may be names.
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
