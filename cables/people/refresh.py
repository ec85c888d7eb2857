"""Find names again in the stored cables, with newer rules and without the source files.

All cores parse the stored telegrams again. Each batch of cables gets its new mentions in one
transaction, and mentions keep the person that they had under the same name, so that no page is
empty in the meantime; names are resolved to people afterwards. An interrupted run can simply be
repeated.
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
"""One transaction each, as in a load."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshStep:
    """A batch of cables that has been stored."""

    cables: int
    characters: int
    """Characters of their telegrams."""


def total_characters() -> int:
    """Return the number of characters of all telegrams."""
    return int(Cable.objects.aggregate(size=Sum("text_length"))["size"] or 0)


def refresh_mentions(*, processes: int, by_model: bool = False) -> Iterator[RefreshStep]:
    """Find the names in every cable again, and replace the stored mentions.

    Args:
        processes: Number of processes that parse; with 1, this process does.
        by_model: Whether the installed language model also proposes names.

    Yields:
        Each batch, as soon as it is stored.

    Raises:
        concurrent.futures.process.BrokenProcessPool: A worker process was killed; the yielded
            batches are stored, and the function can be called again.
        django.db.Error: The database is locked, lost, full or not migrated; likewise.
    """
    reparse = reparse_batch_with_model if by_model else reparse_batch
    batches = (
        map_in_processes(reparse, _stored_batches(), processes=processes)
        if processes > 1
        else map(reparse, _stored_batches())
    )
    for batch in batches:
        with transaction.atomic():
            _replace_mentions(batch)
        yield RefreshStep(cables=len(batch), characters=sum(len(cable.body) for cable in batch))


def _stored_batches() -> Iterator[list[StoredCable]]:
    """Yield the stored cables in batches, in the order in which they were stored."""
    last = 0
    rows = Cable.objects.order_by("pk").values_list("pk", "reference_id", "header", "body")
    while batch := list(rows.filter(pk__gt=last)[:CABLES_PER_BATCH]):
        yield batch
        last = batch[-1][0]


def _replace_mentions(batch: Sequence[ReparsedCable]) -> None:
    """Replace the stored mentions and protected names of some cables."""
    keys = [cable.pk for cable in batch]
    rows = Mention.all_objects.filter(cable__in=keys).order_by("pk")
    columns = ("cable_id", "surname", "given", "person_id")
    people = {(cable, *name): person for cable, *name, person in rows.values_list(*columns)}
    rows.delete()
    ProtectedName.objects.filter(cable__in=keys).delete()
    store_mentions([(Cable(pk=cable.pk), cable.mention_rows) for cable in batch], people)
    cables = [_withheld_cable(cable) for cable in batch]
    Cable.objects.bulk_update(cables, ("title", "withheld"), batch_size=ROWS_PER_STATEMENT)


def _withheld_cable(cable: ReparsedCable) -> Cable:
    """Return a row with the names to withhold, as known before people are resolved again."""
    everywhere = forms_to_withhold(withheld_name_index().find_in(cable.body))
    names = longest_first({*cable.protected, *everywhere})
    return Cable(pk=cable.pk, title=withhold_names(cable.title, names), withheld=list(names))
