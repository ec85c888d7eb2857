"""The state of the collection, so that results can be kept until the next load.

The collection does not change between loads, and a load gives every cable that it stores a higher
primary key; so the highest keys tell one state from another, at the price of one query with an
index lookup for each. Deleting a cable by hand may leave them unchanged: what was computed from it
then stays until the next load or restart.
"""

from django.db.models import Model, QuerySet, Subquery

from cables.models import Cable, Mention, ResolutionRun


def revision() -> tuple[int, int]:
    """Return the highest primary keys of cables and of mentions; 0 where there is none."""
    return collection_state()[:2]


def collection_state() -> tuple[int, int, int]:
    """Return these two, and the highest primary key of the runs that resolved people."""
    cable, mention, settling = (
        Cable.objects.order_by("-pk")
        .values_list(
            "pk", _highest(Mention.all_objects.all()), _highest(ResolutionRun.objects.all())
        )
        .first()
    ) or (0, 0, 0)
    return cable, mention or 0, settling or 0


def _highest(rows: QuerySet[Model]) -> Subquery:
    """Return the highest primary key of a table, for a query about another."""
    return Subquery(rows.order_by("-pk").values("pk")[:1])
