"""Other spellings and old addresses of a cable: all lead to its one page, for good."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from cables.models import Cable
from cables.text.reference_ids import canonical

LONGEST_QUESTION = 200


def moved(request: HttpRequest, spelling: str, paragraph: str = "") -> HttpResponse:
    """Redirect any spelling of a reference ID, with a paragraph's number if there is one."""
    reference_id = canonical(spelling) or spelling.upper()
    if paragraph:
        return redirect("paragraph", permanent=True, reference_id=reference_id, paragraph=paragraph)
    return redirect("cable", permanent=True, reference_id=reference_id)


def open_cable(request: HttpRequest) -> HttpResponse:
    """Take a reference ID in any spelling from the box that asks for one, and open its page."""
    asked = request.GET.get("id", "").strip()[:LONGEST_QUESTION]
    reference_id = canonical(asked.lstrip("#")) if asked else ""
    if reference_id:
        return redirect("cable", reference_id=reference_id)
    return render(
        request,
        "cables/open.html",
        {"asked": asked, "some": Cable.objects.for_lists().newest_first()[:3]},
        status=404 if asked else 200,
    )
