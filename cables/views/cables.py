"""The list of cables: browsing and searching on one page, with a URL for every state."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from cables import exports
from cables.browse.best_bets import find_best_bets
from cables.browse.chips import build_chips, list_heading
from cables.browse.facets import build_facets
from cables.browse.filters import CableFilter
from cables.browse.no_results import suggest_for_no_results
from cables.browse.results import build_result_page, cables_with_snippets, whole_list
from cables.browse.year_chart import chart_result
from cables.models import Cable
from cables.search import Highlighter, ParsedQuery, SearchUnavailableError
from cables.views.paging import query_pager

EXPORT_FORMATS = ("json", "csv", "atom")


def cables_page(request: HttpRequest) -> HttpResponseBase:
    """List the cables that match, as a page or in an export format."""
    filters = CableFilter(request.GET)
    if request.GET.get("format") in EXPORT_FORMATS:
        return _export_response(request, filters)
    result = build_result_page(filters.parsed_query, filters.selection, request.GET.get("page"))
    links, counts = filters.links, result.facet_counts
    chips = build_chips(filters.active_values, links, person_name=filters.person_name)
    return render(
        request,
        "cables/cables.html",
        {
            "filter": filters,
            "links": links,
            "chips": chips,
            "heading": list_heading(filters.parsed_query, chips),
            "list": result,
            "page": result.page,
            "pager": query_pager(request, result.page, is_last=result.too_deep),
            "facets": build_facets(counts, filters.selection, links),
            "chart": chart_result(
                counts.month,
                filters.selected_year,
                lambda period: f"{request.path}?{links.between(period, period)}",
            ),
            "offers": find_best_bets(filters.parsed_query),
            "nothing": suggest_for_no_results(result, chips, links),
            "context": links.for_cable,
        },
    )


def _export_response(request: HttpRequest, filters: CableFilter) -> HttpResponseBase:
    """Return the list in an export format; a feed has the most recently loaded cables first."""
    export_format, links = request.GET["format"], filters.links
    parsed_query, selection = filters.parsed_query, filters.selection
    page_url = f"{request.path}?{links.current}" if links.current else request.path
    if export_format == "atom":
        selection = selection.newest_loaded_first()
    try:
        result = whole_list(parsed_query, selection, exports.MAX_CABLES)
    except SearchUnavailableError as error:
        return HttpResponse(f"{error}\n", "text/plain; charset=utf-8", status=503)
    if export_format == "atom":
        chips = build_chips(filters.active_values, links, person_name=filters.person_name)
        heading = list_heading(parsed_query, chips)
        return exports.as_atom(request, result.cables, heading=heading, page_url=page_url)
    export = exports.as_json if export_format == "json" else exports.as_csv
    return export(
        result.cables,
        total=result.total,
        page_url=page_url,
        notices=(*result.notices, *parsed_query.remarks, *filters.error_messages),
        find_excerpts=_excerpt_finder(parsed_query) if parsed_query.required else None,
    )


def _excerpt_finder(parsed_query: ParsedQuery) -> exports.ExcerptFinder:
    """Return a function that finds the excerpts of a batch of cables, by reference ID."""
    highlighter = Highlighter(parsed_query)

    def find_excerpts(cables: Sequence[Cable]) -> dict[str, list[exports.ExportedExcerpt]]:
        keys = [cable.pk for cable in cables]
        return {
            cable.reference_id: [
                exports.ExportedExcerpt(
                    paragraph=snippet.paragraph.key,
                    url=f"{cable.get_absolute_url()}#{snippet.paragraph.anchor}",
                    text=snippet.text,
                )
                for snippet in snippets.shown
            ]
            for cable, snippets in cables_with_snippets(keys, highlighter)
        }

    return find_excerpts
