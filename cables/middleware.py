"""Two rules for every answer: the room is read-only, and what it says is public."""

from collections.abc import Callable

from django.conf import settings
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    StreamingHttpResponse,
)
from django.utils.cache import patch_cache_control

GetResponse = Callable[[HttpRequest], HttpResponseBase]
SAFE_METHODS = ("GET", "HEAD")
MAX_AGE = 300
"""Seconds that a cache may keep a page before it asks again; a load shows after that at latest."""


class ReadOnlyMiddleware:
    """Answer 405 to everything but GET and HEAD, at every address."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse or hand on."""
        if request.method not in SAFE_METHODS:
            return HttpResponseNotAllowed(
                SAFE_METHODS, "This room is read-only: it answers GET and HEAD.\n", "text/plain"
            )
        response = self.get_response(request)
        if request.method == "HEAD" and isinstance(response, HttpResponse):
            # The length tells what GET would send; the server would drop the body, with a warning.
            length = str(len(response.content))
            response.content = b""
            response.headers["Content-Length"] = length
        elif request.method == "HEAD" and isinstance(response, StreamingHttpResponse):
            response.streaming_content = ()  # how long it would be, only making it would tell
        return response


class PublicCacheMiddleware:
    """Let browsers and shared caches keep a page for a while; none depends on who asks."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Add the header where the view has not decided by itself."""
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            age = 0 if settings.DEBUG or response.status_code >= 500 else MAX_AGE  # noqa: PLR2004
            patch_cache_control(response, public=True, max_age=age)
        return response
