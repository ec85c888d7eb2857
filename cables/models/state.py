"""The state of the collection, for caches that last until the next load.

The collection changes only with a load, and a load gives every cable that it stores a higher
primary key; so the highest keys identify a state, at the cost of one query with a few index
lookups. Deleting a cable by hand may leave them unchanged: cached results then stay until the next
load or restart.
"""

from django.db.models import Model, QuerySet, Subquery

from cables.models import Cable, Mention, ResolutionRun


def revision() -> tuple[int, int]:
    """Return the highest primary keys of cables and of mentions; 0 if there are none."""
    return collection_state()[:2]


def collection_state() -> tuple[int, int, int]:
    """Return `revision()` and the highest primary key of the resolution runs."""
    cable, mention, run = (
        Cable.objects.order_by("-pk")
        .values_list(
            "pk", _highest(Mention.all_objects.all()), _highest(ResolutionRun.objects.all())
        )
        .first()
    ) or (0, 0, 0)
    return cable, mention or 0, run or 0


def _highest(rows: QuerySet[Model]) -> Subquery:
    """Return a subquery for the highest primary key of a table."""
    return Subquery(rows.order_by("-pk").values("pk")[:1])
