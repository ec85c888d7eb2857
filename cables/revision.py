"""Which state of the room this is, so that what was counted once can be kept until the next load.

The corpus does not change between loads, and a load gives every cable that it stores anew a higher
primary key; so the two highest keys tell one state from another, at the price of one statement and
two looks into an index. A cable taken away by hand may leave both as they are: what was counted of
it then stands until the next load or the next start.
"""

from django.db.models import Subquery

from cables.models import Cable, Mention


def revision() -> tuple[int, int]:
    """Return the highest primary keys of cables and of mentions; 0 where there is none."""
    mentions = Mention.objects.order_by("-pk").values("pk")[:1]
    cables = Cable.objects.order_by("-pk").values_list("pk", Subquery(mentions))
    cable, mention = cables.first() or (0, 0)
    return cable, mention or 0
