"""The list of cables."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render

from cables.filters import CableFilter
from cables.models import Cable

PAGE_SIZE = 20
DEEPEST_PAGE = 500
"""Beyond it an offset costs more than the reader gains; filters lead there in fewer steps."""


def cables(request: HttpRequest) -> HttpResponse:
    """List cables, filtered and in the order asked for."""
    chosen = CableFilter(without_nulls(request.GET), Cable.objects.for_lists().newest_first())
    paginator = Paginator(chosen.qs, PAGE_SIZE)
    page = paginator.get_page(request.GET.get("page"))
    too_deep = page.number > DEEPEST_PAGE
    if too_deep:
        page = paginator.page(DEEPEST_PAGE)
    return render(
        request,
        "cables/cables.html",
        {"filter": chosen, "page": page, "total": paginator.count, "too_deep": too_deep},
    )


def without_nulls(query: QueryDict) -> QueryDict:
    """Return a query without the character that PostgreSQL takes in no value."""
    clean = query.copy()
    for name, values in query.lists():
        clean.setlist(name, [value.replace("\x00", "") for value in values])
    return clean
