"""Two rules for every response: the site is read-only, and its pages are public."""

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
"""Seconds for which a cache may keep a page, and after which a load is visible everywhere."""


class ReadOnlyMiddleware:
    """Reject anything but GET and HEAD."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in SAFE_METHODS:
            return HttpResponseNotAllowed(
                SAFE_METHODS, "This site is read-only: use GET or HEAD.\n", "text/plain"
            )
        response = self.get_response(request)
        if request.method == "HEAD" and isinstance(response, HttpResponse):
            # The length is that of GET. The body goes here: gunicorn would drop it with a warning.
            length = str(len(response.content))
            response.content = b""
            response.headers["Content-Length"] = length
        elif request.method == "HEAD" and isinstance(response, StreamingHttpResponse):
            response.streaming_content = ()  # its length is unknown until it is made
        return response


class PublicCacheMiddleware:
    """Let browsers and shared caches keep pages for a while; they are the same for everyone."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not response.has_header("Cache-Control"):
            age = 0 if settings.DEBUG or response.status_code >= 500 else MAX_AGE  # noqa: PLR2004
            patch_cache_control(response, public=True, max_age=age)
        return response
