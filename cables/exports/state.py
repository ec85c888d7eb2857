"""What tells one state of the room from another, for answers that need not be made twice."""

from django.db.models import Max

from cables.models import Settling
from cables.revision import revision


def state() -> tuple[int, ...]:
    """Return numbers that change when cables are loaded, or it is settled anew who is who."""
    settled = Settling.objects.aggregate(last=Max("pk"))["last"]
    return (*revision(), settled or 0)
