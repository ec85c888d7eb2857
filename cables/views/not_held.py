"""A cable that the room does not hold: who cites it, and what can be done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cables.models import Cable
from cables.text.reference_ids import canonical


def not_held(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Answer 404 with the cables that cite it; a known misspelling leads to the right page."""
    right = canonical(reference_id)
    if right and right != reference_id and Cable.objects.filter(reference_id=right).exists():
        return redirect("cable", permanent=True, reference_id=right)
    return render(
        request,
        "cables/not_held.html",
        {
            "reference_id": reference_id,
            "is_reference_id": bool(right),
            "cited_by": Cable.objects.for_lists().citing(reference_id),
        },
        status=404,
    )
