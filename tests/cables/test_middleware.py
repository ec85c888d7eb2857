"""The rules for every answer, where no page of the room shows them."""

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse
from django.test import RequestFactory

from cables.middleware import ReadOnlyMiddleware


def test_head_of_a_streamed_answer_makes_none_of_it() -> None:
    made = []

    def pieces() -> Iterator[str]:
        made.append("one")
        yield "one"

    def view(request: HttpRequest) -> StreamingHttpResponse:
        return StreamingHttpResponse(pieces(), "text/csv")

    response = ReadOnlyMiddleware(view)(RequestFactory().head("/cables/?format=csv"))
    assert isinstance(response, StreamingHttpResponse)
    assert response.getvalue() == b""
    assert response.headers["Content-Type"] == "text/csv"
    assert made == []
