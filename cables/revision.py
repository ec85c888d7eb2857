"""Which state of the room this is, so that what was counted once can be kept until the next load.

The corpus does not change between loads, and a load gives every cable that it stores anew a higher
primary key; so the highest keys tell one state from another, at the price of one statement and a
look into an index for each. A cable taken away by hand may leave them as they are: what was counted
of it then stands until the next load or the next start.
"""

from django.db.models import Model, QuerySet, Subquery

from cables.models import Cable, Mention, Settling


def revision() -> tuple[int, int]:
    """Return the highest primary keys of cables and of mentions; 0 where there is none."""
    return state()[:2]


def state() -> tuple[int, int, int]:
    """Return these two, and that of the last time when it was settled who is who."""
    cable, mention, settling = (
        Cable.objects.order_by("-pk")
        .values_list("pk", highest(Mention.found.all()), highest(Settling.objects.all()))
        .first()
    ) or (0, 0, 0)
    return cable, mention or 0, settling or 0


def highest(rows: QuerySet[Model]) -> Subquery:
    """Return the highest primary key of a table, for a statement about another."""
    return Subquery(rows.order_by("-pk").values("pk")[:1])
