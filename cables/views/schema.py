"""The forms for programs, described: a page to read, and JSON Schema files."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from cables.exports import MOST, atom
from cables.exports.json_schema import NAMES, members, schema
from cables.exports.list_csv import COLUMNS, COLUMNS_OF_A_SEARCH


def schema_page(request: HttpRequest) -> HttpResponse:
    """Describe every form in which programs can have cables and lists."""
    return render(
        request,
        "schema.html",
        {
            "cable": list(members(schema("cable"))),
            "cables": list(members(schema("cables"))),
            "columns": [*COLUMNS, *COLUMNS_OF_A_SEARCH],
            "most": MOST,
            "most_in_a_feed": atom.MOST,
        },
    )


def schema_file(request: HttpRequest, name: str) -> HttpResponse:
    """Show a schema, with its address in it, as JSON Schema asks."""
    if name not in NAMES:
        raise Http404
    address = reverse("schema-file", kwargs={"name": name})
    content = {"$id": f"{settings.SITE_URL}{address}", **schema(name)}
    return JsonResponse(
        content,
        content_type="application/schema+json",
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
