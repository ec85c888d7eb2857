"""The help page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cables.facts.captions import CAPTION_CODES, find_caption
from cables.reading.explanations import executive_orders


def help_page(request: HttpRequest) -> HttpResponse:
    """Show how to read, search and cite cables, and what their codes mean."""
    return render(
        request,
        "help/help.html",
        {"orders": executive_orders(), "captions": [find_caption(code) for code in CAPTION_CODES]},
    )
