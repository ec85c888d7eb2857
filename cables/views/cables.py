"""The list of cables: browsing and searching in one page, every state an address."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render

from cables import exports
from cables.browse.best_bets import offers
from cables.browse.facets import facets_beside
from cables.browse.filters import CableFilter
from cables.browse.no_results import nothing
from cables.browse.results import listing, whole_list, with_excerpts
from cables.browse.year_chart import histogram
from cables.models import Cable
from cables.search import Marker, SearchUnavailableError, Words


def cables(request: HttpRequest) -> HttpResponseBase:
    """List the cables that a reader asks for, in the form asked for."""
    chosen = chosen_filters(request)
    if request.GET.get("format") in FORMS:
        return as_form(request, chosen)
    found = listing(chosen.words, chosen.selection, request.GET.get("page"))
    return render(
        request,
        "cables/cables.html",
        {
            "filter": chosen,
            "list": found,
            "page": found.page,
            "facets": facets_beside(found.facets, chosen),
            "histogram": histogram(found.facets, chosen),
            "offers": offers(chosen.words),
            "nothing": nothing(chosen, found),
            "context": chosen.context,
        },
    )


def chosen_filters(request: HttpRequest) -> CableFilter:
    """Read the filters of an address."""
    return CableFilter(tidied(request.GET), Cable.objects.all())


FORMS = ("json", "csv", "atom")


def as_form(request: HttpRequest, chosen: CableFilter) -> HttpResponseBase:
    """Give the list in a form for programs; a feed has what was loaded last."""
    form = request.GET["format"]
    address = f"{request.path}?{chosen.address}" if chosen.address else request.path
    selection = chosen.selection.by_loading() if form == "atom" else chosen.selection
    try:
        found = whole_list(chosen.words, selection, exports.MOST)
    except SearchUnavailableError as error:
        return HttpResponse(f"{error}\n", "text/plain; charset=utf-8", status=503)
    if form == "atom":
        return exports.as_atom(request, found.cables, heading=chosen.heading, address=address)
    answer = exports.as_json if form == "json" else exports.as_csv
    return answer(
        found.cables,
        total=found.total,
        address=address,
        notices=(*found.notices, *chosen.words.remarks, *chosen.complaints),
        excerpts=excerpts_of(chosen.words) if chosen.words.wanted else None,
    )


def tidied(query: QueryDict) -> QueryDict:
    """Return a query with codes in capitals, as cables have them, so that one filter is one value.

    The character that PostgreSQL takes in no value is left out.
    """
    clean = query.copy()
    for name, values in query.lists():
        kept = [value.replace("\x00", "") for value in values]
        codes = name in {"tag", "caption"}
        clean.setlist(name, [value.upper() for value in kept] if codes else kept)
    return clean


def excerpts_of(words: Words) -> exports.ExcerptsOf:
    """Return what finds the excerpts of a batch of cables."""
    marker = Marker(words)

    def found(cables: Sequence[Cable]) -> dict[str, list[exports.Excerpt]]:
        return {
            cable.reference_id: [
                exports.Excerpt(
                    paragraph=one.paragraph.key,
                    url=f"{cable.get_absolute_url()}#{one.paragraph.anchor}",
                    text=one.text,
                )
                for one in answering.shown
            ]
            for cable, answering in with_excerpts([cable.pk for cable in cables], marker)
        }

    return found
