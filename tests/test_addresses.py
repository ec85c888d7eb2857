"""Every public address and what it answers; an address is a promise."""

import pytest
from django.test import Client

from cables.loading import Result

CABLE = "/cable/07MOSCOW849/"
PAGES = [
    ("/", 200),
    ("/cables/", 200),
    ("/cables/?classification=CONFIDENTIAL&year=2007&sort=oldest&origin=embassy-moscow", 200),
    ("/cables/?page=9999", 200),
    ("/cables/?page=x&year=x&origin=x&classification=x&sort=x&other=x", 200),
    (CABLE, 200),
    (f"{CABLE}telegram/", 200),
    (f"{CABLE}3/", 200),
    (f"{CABLE}3-5/", 200),
    (f"{CABLE}1-11/", 200),
    ("/cable/09SPECIMEN8/u1/", 200),
    ("/cable/09SPECIMEN8/u1-u3/", 200),
    ("/open/", 200),
    ("/open/?id=nonsense", 404),
    ("/help/", 200),
    ("/healthz", 200),
    ("/robots.txt", 200),
    (f"{CABLE}12/", 404),
    (f"{CABLE}5-3/", 404),
    (f"{CABLE}3-12/", 404),
    ("/cable/09SPECIMEN10/1-21/", 404),
    ("/cable/06MOSCOW11698/", 404),
    ("/cable/06MOSCOW11698/telegram/", 404),
    ("/cable/06MOSCOW11698/3/", 404),
    ("/cable/99NOWHERE1/", 404),
    ("/nothing", 404),
    ("/07mosc'ow849x", 404),
    ("/07MOSCOW_849%20x-y%20z", 404),
    (f"/07{'A' * 40}1234567", 404),
    (f"/open/?id=07{'A' * 40}1234567", 404),
    ("/open/?id=%00", 200),
    ("/open/?id=MOSCOW%20849", 200),
    ("/cables/?page=-1&year=99999999999", 200),
    (f"/cables/?page={10**30}", 200),
    ("/cables/?origin=%00", 200),
    ("/cable/", 404),
    ("/static/nothing.css", 404),
]
MOVED = [
    ("/07MOSCOW849", CABLE),
    ("/07MOSCOW849/", CABLE),
    ("/07MOSCOW849/3", f"{CABLE}3/"),
    ("/07MOSCOW849.html", CABLE),
    ("/07MOSCOW849/telegram", f"{CABLE}telegram/"),
    ("/cable/07moscow849/telegram/", f"{CABLE}telegram/"),
    ("/cable/07MOSCOW0849/telegram/", f"{CABLE}telegram/"),
    ("/cable/07MOSCOW0849/3/", f"{CABLE}3/"),
    ("/cable/06MOSCOW011698/", "/cable/06MOSCOW11698/"),
    ("/07MOSCOW849/3-5/", f"{CABLE}3-5/"),
    ("/07moscow849", CABLE),
    ("/cable/07moscow849/", CABLE),
    ("/cable/07Moscow000849/3/", f"{CABLE}3/"),
    ("/cable/07MOSCOW849", CABLE),
    ("/cable/07MOSCOW849/3", f"{CABLE}3/"),
    ("/cable/07MOSCOW00849/", CABLE),
    ("/cable/07MOSCOW849/3-3/", f"{CABLE}3/"),
    ("/cable/2007/02/07MOSCOW849.html", CABLE),
    ("/cable/2007/02/07MOSCOW849", CABLE),
    ("/cables", "/cables/"),
    ("/help", "/help/"),
]
OPENED = [
    ("/open/?id=07%20Moscow%20000849", CABLE),
    ("/open/?id=%2307MOSCOW849", CABLE),
    ("/open/?id=%20%2007moscow849%20", CABLE),
    ("/open/?id=07MOSCOW849%20%C2%B67", f"{CABLE}7/"),
    ("/open/?id=https://example.org/cable/2007/02/07MOSCOW849.html%23par7", f"{CABLE}7/"),
    ("/open/?id=https://example.org/plusd/cables/07MOSCOW849_a.html", CABLE),
    ("/open/?id=see%2007MOSCOW849,%20a%20cable", CABLE),
]


@pytest.mark.parametrize(("address", "status"), PAGES)
def test_an_address_answers(
    client: Client, samples: list[Result], address: str, status: int
) -> None:
    assert client.get(address).status_code == status
    head = client.head(address)
    assert (head.status_code, head.content) == (status, b"")


@pytest.mark.parametrize(("address", "target"), MOVED)
def test_another_spelling_has_moved_for_good(
    client: Client, samples: list[Result], address: str, target: str
) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (301, target)


@pytest.mark.parametrize(("address", "target"), OPENED)
def test_what_is_typed_opens(
    client: Client, samples: list[Result], address: str, target: str
) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (302, target)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize(
    "address", [address for address, _ in [*PAGES, *MOVED, *OPENED]] + ["/static/css/site.css"]
)
def test_nothing_but_reading_is_answered(client: Client, address: str, method: str) -> None:
    response = client.generic(method, address)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("address", [address for address, _ in PAGES])
def test_every_answer_is_safe_and_sets_no_cookie(
    client: Client, samples: list[Result], address: str
) -> None:
    response = client.get(address)
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


@pytest.mark.parametrize("address", ["/", "/cables/", CABLE, f"{CABLE}telegram/", f"{CABLE}7/"])
def test_a_page_is_public_and_not_sent_twice(
    client: Client, samples: list[Result], address: str
) -> None:
    first = client.get(address)
    assert first.headers["Cache-Control"] == "public, max-age=300"
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
