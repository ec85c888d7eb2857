"""The page that describes the machine-readable formats, and their JSON Schema files."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from cables.exports import MAX_CABLES, atom
from cables.exports.json_schema import SCHEMA_NAMES, load_schema, schema_properties
from cables.exports.list_csv import CSV_COLUMNS, CSV_SEARCH_COLUMNS
from cables.links.urls import absolute_url


def schema_page(request: HttpRequest) -> HttpResponse:
    """Describe every format in which cables and lists are available."""
    return render(
        request,
        "schema.html",
        {
            "cable": list(schema_properties(load_schema("cable"))),
            "cables": list(schema_properties(load_schema("cables"))),
            "columns": [*CSV_COLUMNS, *CSV_SEARCH_COLUMNS],
            "most": MAX_CABLES,
            "most_in_a_feed": atom.MAX_ENTRIES,
        },
    )


def schema_file(request: HttpRequest, name: str) -> HttpResponse:
    """Return a schema, with its own URL as `$id`."""
    if name not in SCHEMA_NAMES:
        raise Http404
    path = reverse("schema-file", kwargs={"name": name})
    content = {"$id": absolute_url(path), **load_schema(name)}
    return JsonResponse(
        content,
        content_type="application/schema+json",
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
