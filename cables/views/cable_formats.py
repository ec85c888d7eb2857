"""A cable's other forms: as JSON, and its telegram as plain text."""

import json
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import condition

from cables.exports.cable_json import CABLE_FORMAT_VERSION, cable_record
from cables.links.urls import absolute_url
from cables.models import Cable
from cables.models.state import collection_state
from cables.parser.reference_ids import canonical_reference_id
from cables.views.cable_not_found import no_such_cable


def _json_etag(request: HttpRequest, reference_id: str) -> str | None:
    """Return what changes with the record: the text, and what the rest of the room makes of it."""
    found = Cable.objects.filter(reference_id=reference_id)
    facts = found.values_list("text_sha256", "loaded").first()
    if facts is None:
        return None
    made_of = (facts, collection_state(), CABLE_FORMAT_VERSION, settings.SITE_URL)
    return f'"{sha256(repr(made_of).encode()).hexdigest()[:32]}"'


def _text_etag(request: HttpRequest, reference_id: str) -> str | None:
    """Return what changes with the text alone."""
    found = Cable.objects.filter(reference_id=reference_id)
    digest = found.values_list("text_sha256", flat=True).first()
    return f'"{digest}"' if digest else None


def _loaded_at(request: HttpRequest, reference_id: str) -> datetime | None:
    """Return when the text was loaded."""
    found = Cable.objects.filter(reference_id=reference_id)
    return found.values_list("loaded", flat=True).first()


@condition(etag_func=_json_etag)  # no date: other loads change what refers to it, and who is who
def cable_json(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Show all that the room knows of a cable, for programs."""
    found = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if found is None:
        return no_such_cable(request, reference_id, "cable-json")
    text = json.dumps(cable_record(found), ensure_ascii=False, indent=1)
    return _format_response(found, f"{text}\n", "application/json")


@condition(etag_func=_text_etag, last_modified_func=_loaded_at)
def cable_text(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Show the telegram verbatim as its source gives it: header and body, and nothing else."""
    found = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if found is None:
        return no_such_cable(request, reference_id, "cable-text")
    return _format_response(found, found.telegram, "text/plain; charset=utf-8")


def _format_response(cable: Cable, text: str, content_type: str) -> HttpResponse:
    """Return a form of a cable; search engines are to show the page instead."""
    response = HttpResponse(text, content_type=content_type)
    page = absolute_url(cable.get_absolute_url())
    response.headers["Link"] = f'<{page}>; rel="canonical"'
    return response


def redirect_format_spelling(request: HttpRequest, spelling: str, form: str) -> HttpResponse:
    """Redirect any spelling of a reference ID to the same form, for good."""
    named = {"reference_id": canonical_reference_id(spelling) or spelling.upper()}
    try:
        address = reverse({"json": "cable-json", "txt": "cable-text"}[form], kwargs=named)
    except NoReverseMatch as error:
        raise Http404 from error
    if address == request.path:  # canonical and yet no match: not a spelling of anything
        raise Http404
    return redirect(address, permanent=True)
