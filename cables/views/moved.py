"""Other spellings of a cable's address: all lead to its one page, for good."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from cables.addresses.opening import at_spelling


def moved(
    request: HttpRequest, spelling: str, paragraph: str = "", telegram: str = ""
) -> HttpResponse:
    """Redirect any spelling of a reference ID, to the same view and paragraph."""
    address = at_spelling(spelling, paragraph, telegram=bool(telegram))
    if not address:
        raise Http404
    return HttpResponsePermanentRedirect(address)
