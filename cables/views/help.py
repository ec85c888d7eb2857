"""The help page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.facts.captions import CODES, caption
from cables.reading.explanations import orders


def help_page(request: HttpRequest) -> HttpResponse:
    """Show how a cable is laid out, how to discuss cables, and what the codes mean."""
    return render(
        request,
        "cables/help.html",
        {"orders": orders(), "captions": [caption(code) for code in CODES]},
    )
