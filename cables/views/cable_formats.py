"""A cable as JSON and as plain text."""

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
    """Return a digest of what the record depends on: its text, and the state of the collection."""
    cables = Cable.objects.filter(reference_id=reference_id)
    text_version = cables.values_list("text_sha256", "loaded").first()
    if text_version is None:
        return None
    state = (text_version, collection_state(), CABLE_FORMAT_VERSION, settings.SITE_URL)
    return f'"{sha256(repr(state).encode()).hexdigest()[:32]}"'


def _text_etag(request: HttpRequest, reference_id: str) -> str | None:
    """Return the digest of the text."""
    cables = Cable.objects.filter(reference_id=reference_id)
    digest = cables.values_list("text_sha256", flat=True).first()
    return f'"{digest}"' if digest else None


def _loaded_at(request: HttpRequest, reference_id: str) -> datetime | None:
    cables = Cable.objects.filter(reference_id=reference_id)
    return cables.values_list("loaded", flat=True).first()


@condition(etag_func=_json_etag)  # no date: later loads change citations and people
def cable_json(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Return the full record of a cable as JSON."""
    cable = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if cable is None:
        return no_such_cable(request, reference_id, "cable-json")
    text = json.dumps(cable_record(cable), ensure_ascii=False, indent=1)
    return _format_response(cable, f"{text}\n", "application/json")


@condition(etag_func=_text_etag, last_modified_func=_loaded_at)
def cable_text(request: HttpRequest, reference_id: str) -> HttpResponse:
    """Return the original telegram: header and body as the source gives them."""
    cable = Cable.objects.for_reading().filter(reference_id=reference_id).first()
    if cable is None:
        return no_such_cable(request, reference_id, "cable-text")
    return _format_response(cable, cable.telegram, "text/plain; charset=utf-8")


def _format_response(cable: Cable, text: str, content_type: str) -> HttpResponse:
    """Return a response whose Link header sends search engines to the cable's page."""
    response = HttpResponse(text, content_type=content_type)
    page_url = absolute_url(cable.get_absolute_url())
    response.headers["Link"] = f'<{page_url}>; rel="canonical"'
    return response


def redirect_format_spelling(request: HttpRequest, spelling: str, form: str) -> HttpResponse:
    """Redirect any spelling of a reference ID permanently to the same format."""
    reference_id = canonical_reference_id(spelling) or spelling.upper()
    view = {"json": "cable-json", "txt": "cable-text"}[form]
    try:
        address = reverse(view, kwargs={"reference_id": reference_id})
    except NoReverseMatch as error:
        raise Http404 from error
    if address == request.path:  # already canonical, and yet no cable view matched it
        raise Http404
    return redirect(address, permanent=True)
