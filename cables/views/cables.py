"""The list of cables: browsing and searching in one page, every state an address."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import render

from cables import exports
from cables.browse.best_bets import find_best_bets
from cables.browse.facets import build_facets
from cables.browse.filters import CableFilter
from cables.browse.no_results import suggest_for_no_results
from cables.browse.results import build_result_page, cables_with_snippets, whole_list
from cables.browse.year_chart import chart_result
from cables.models import Cable
from cables.search import Highlighter, ParsedQuery, SearchUnavailableError
from cables.views.paging import query_pager


def cables_page(request: HttpRequest) -> HttpResponseBase:
    """List the cables that a reader asks for, in the form asked for."""
    chosen = request_filters(request)
    if request.GET.get("format") in EXPORT_FORMATS:
        return _export_response(request, chosen)
    found = build_result_page(chosen.parsed_query, chosen.selection, request.GET.get("page"))
    return render(
        request,
        "cables/cables.html",
        {
            "filter": chosen,
            "list": found,
            "page": found.page,
            "pager": query_pager(request, found.page, is_last=found.too_deep),
            "facets": build_facets(found.facet_counts, chosen),
            "chart": chart_result(
                found.facet_counts.month,
                chosen.selected_year,
                lambda period: f"{request.path}?{chosen.query_string_between(period, period)}",
            ),
            "offers": find_best_bets(chosen.parsed_query),
            "nothing": suggest_for_no_results(chosen, found),
            "context": chosen.context_query_string,
        },
    )


def request_filters(request: HttpRequest) -> CableFilter:
    """Read the filters of an address."""
    return CableFilter(_normalized_query(request.GET), Cable.objects.all())


EXPORT_FORMATS = ("json", "csv", "atom")


def _export_response(request: HttpRequest, chosen: CableFilter) -> HttpResponseBase:
    """Give the list in a form for programs; a feed has what was loaded last."""
    form = request.GET["format"]
    address = f"{request.path}?{chosen.query_string}" if chosen.query_string else request.path
    selection = chosen.selection.newest_loaded_first() if form == "atom" else chosen.selection
    try:
        found = whole_list(chosen.parsed_query, selection, exports.MAX_CABLES)
    except SearchUnavailableError as error:
        return HttpResponse(f"{error}\n", "text/plain; charset=utf-8", status=503)
    if form == "atom":
        return exports.as_atom(request, found.cables, heading=chosen.heading, page_url=address)
    answer = exports.as_json if form == "json" else exports.as_csv
    return answer(
        found.cables,
        total=found.total,
        page_url=address,
        notices=(*found.notices, *chosen.parsed_query.remarks, *chosen.error_messages),
        find_excerpts=_snippets_for_export(chosen.parsed_query)
        if chosen.parsed_query.required
        else None,
    )


def _normalized_query(query: QueryDict) -> QueryDict:
    """Return a query with codes in capitals, as cables have them, so that one filter is one value.

    The character that PostgreSQL takes in no value is left out.
    """
    clean = query.copy()
    for name, values in query.lists():
        kept = [value.replace("\x00", "") for value in values]
        codes = name in {"tag", "caption"}
        clean.setlist(name, [value.upper() for value in kept] if codes else kept)
    return clean


def _snippets_for_export(parsed_query: ParsedQuery) -> exports.ExcerptFinder:
    """Return what finds the excerpts of a batch of cables."""
    marker = Highlighter(parsed_query)

    def found(cables: Sequence[Cable]) -> dict[str, list[exports.ExportedExcerpt]]:
        return {
            cable.reference_id: [
                exports.ExportedExcerpt(
                    paragraph=one.paragraph.key,
                    url=f"{cable.get_absolute_url()}#{one.paragraph.anchor}",
                    text=one.text,
                )
                for one in answering.shown
            ]
            for cable, answering in cables_with_snippets([cable.pk for cable in cables], marker)
        }

    return found
