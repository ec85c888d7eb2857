"""Middleware, where no page of the site shows it."""

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.test import RequestFactory

from cables.middleware import ReadOnlyMiddleware


def test_head_does_not_produce_a_streamed_response() -> None:
    produced = []

    def rows() -> Iterator[str]:
        produced.append("row")
        yield "row"

    def view(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(rows(), "text/csv")

    response = ReadOnlyMiddleware(view)(RequestFactory().head("/cables/?format=csv"))
    assert isinstance(response, StreamingHttpResponse)
    assert response.getvalue() == b""
    assert response.headers["Content-Type"] == "text/csv"
    assert produced == []
