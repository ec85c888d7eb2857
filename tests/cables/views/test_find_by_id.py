"""The page that opens a cable, and the one for numbers that mean nothing any more."""

from collections.abc import Callable

import pytest
from django.test import Client

from cables.loading.load import LoadResult
from tests.conftest import LoadText

Get = Callable[[str], str]


def test_candidates_stand_under_their_years(load_text: LoadText, get: Get) -> None:
    load_text()
    page = get("/open/?id=SPECIMEN%20901")
    assert '<h2 class="small-head" id="y2009">2009</h2>' in page
    assert 'href="/cable/09SPECIMEN901/"' in page


def test_a_cable_that_is_only_referred_to_is_shown_as_not_held(
    load_text: LoadText, client: Client
) -> None:
    load_text()
    response = client.get("/open/", {"id": "SPECIMEN 902"})
    page = response.content.decode()
    assert response.status_code == 404
    assert "this room holds no cable SPECIMEN 902" in page
    assert 'href="/cable/08SPECIMEN902/"' in page


@pytest.mark.django_db
def test_what_it_takes_is_shown_by_links(get: Get) -> None:
    assert 'href="/open/?id=07%20Moscow%20000849"' in get("/open/")


def test_a_posts_number_offers_the_posts_by_name(samples: list[LoadResult], client: Client) -> None:
    page = client.get("/origin/12_0.html").content.decode()
    assert '<option value="embassy-moscow">Embassy Moscow</option>' in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "words"),
    [("/cables/81234/", "names a cable by its number"), ("/browse.php?tags=1", "names TAGS by")],
)
def test_other_numbers_say_what_they_were(client: Client, address: str, words: str) -> None:
    assert words in client.get(address).content.decode()
