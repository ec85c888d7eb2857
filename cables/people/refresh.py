"""Find people again in what is stored: for newer rules, without the files that it came from.

The stored telegrams are parsed anew by every core. A batch of cables gets its mentions in one
transaction, and each keeps the person whom it had under that name, so that no page is empty while
this goes on; who is who is settled afterwards. What was killed is simply run again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Sum

from cables.loading.process_pool import map_in_processes
from cables.loading.reparse import (
    ReparsedCable,
    StoredCable,
    reparse_batch,
    reparse_batch_with_model,
)
from cables.loading.save import ROWS_PER_STATEMENT, store_mentions
from cables.models import Cable, Mention, ProtectedName
from cables.names.protection import withhold_names
from cables.reading.withholding import forms_to_withhold, longest_first, withheld_name_index

CABLES_PER_BATCH = 200
"""Cables a transaction, as in a load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshStep:
    """Some cables done."""

    cables: int
    characters: int
    """Characters of their telegrams."""


def total_characters() -> int:
    """Return how many characters are to be read."""
    return int(Cable.objects.aggregate(size=Sum("text_length"))["size"] or 0)


def refresh_mentions(*, processes: int, by_model: bool = False) -> Iterator[RefreshStep]:
    """Find the people of every cable anew.

    Args:
        processes: How many parse; with 1 or fewer, this one does.
        by_model: Whether the language model that the host has installed proposes names as well.

    Yields:
        What is done, as soon as it is stored.

    Raises:
        concurrent.futures.process.BrokenProcessPool: A reading process was killed; what was
            yielded is stored, and this can be run again.
        django.db.Error: The database is locked, lost, full or not migrated; likewise.
    """
    find = reparse_batch_with_model if by_model else reparse_batch
    alone = (find(batch) for batch in _stored_batches())
    together = map_in_processes(find, _stored_batches(), processes=max(processes, 1))
    for batch in alone if processes <= 1 else together:
        with transaction.atomic():
            _replace_mentions(batch)
        yield RefreshStep(cables=len(batch), characters=sum(len(one.body) for one in batch))


def _stored_batches() -> Iterator[list[StoredCable]]:
    """Yield the stored cables, the oldest first, each fetched when it is its turn."""
    last = 0
    rows = Cable.objects.order_by("pk").values_list("pk", "reference_id", "header", "body")
    while batch := list(rows.filter(pk__gt=last)[:CABLES_PER_BATCH]):
        yield batch
        last = batch[-1][0]


def _replace_mentions(batch: Sequence[ReparsedCable]) -> None:
    """Put the mentions of some cables in the place of those that are stored."""
    keys = [one.pk for one in batch]
    rows = Mention.all_objects.filter(cable__in=keys).order_by("pk")
    columns = ("cable_id", "surname", "given", "person_id")
    whose = {(cable, *name): person for cable, *name, person in rows.values_list(*columns)}
    rows.delete()
    ProtectedName.objects.filter(cable__in=keys).delete()
    store_mentions([(Cable(pk=one.pk), one.mention_rows) for one in batch], whose)
    cables = [_withheld_cable(one) for one in batch]
    Cable.objects.bulk_update(cables, ("title", "withheld"), batch_size=ROWS_PER_STATEMENT)


def _withheld_cable(found: ReparsedCable) -> Cable:
    """Return a cable with title and names withheld, by what is known until all is settled."""
    everywhere = forms_to_withhold(withheld_name_index().find_in(found.body))
    names = longest_first({*found.protected, *everywhere})
    return Cable(pk=found.pk, title=withhold_names(found.title, names), withheld=list(names))
