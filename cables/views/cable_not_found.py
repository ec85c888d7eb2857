"""A cable that the room does not hold: who cites it, and what can be done."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.models import Cable
from cables.parser.reference_ids import canonical_reference_id


def no_such_cable(request: HttpRequest, reference_id: str, view: str, **more: Any) -> HttpResponse:
    """Answer 404 with the cables that cite it; another spelling leads to the right page for good.

    Args:
        request: As asked.
        reference_id: As the address spells it.
        view: The name of the view that was asked for, which the right spelling keeps.
        more: The rest of its address.
    """
    right = canonical_reference_id(reference_id)
    if right and right != reference_id:
        return redirect(reverse(view, kwargs={"reference_id": right, **more}), permanent=True)
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
