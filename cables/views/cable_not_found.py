"""The 404 page of a cable that is not in the collection."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.models import Cable
from cables.parser.reference_ids import canonical_reference_id


def no_such_cable(
    request: HttpRequest, reference_id: str, view: str, **url_kwargs: Any
) -> HttpResponse:
    """Redirect a noncanonical spelling permanently; else show the cables that cite the missing one.

    Args:
        request: The request.
        reference_id: As spelled in the URL.
        view: Name of the requested view, to redirect to.
        url_kwargs: Its other arguments.
    """
    canonical_id = canonical_reference_id(reference_id)
    if canonical_id and canonical_id != reference_id:
        url = reverse(view, kwargs={"reference_id": canonical_id, **url_kwargs})
        return redirect(url, permanent=True)
    return render(
        request,
        "cables/cable_not_found.html",
        {
            "reference_id": reference_id,
            "is_reference_id": bool(canonical_id),
            "cited_by": Cable.objects.for_lists().citing(reference_id),
        },
        status=404,
    )
