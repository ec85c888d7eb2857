"""The page that finds a cable by ID, and the one for old links that cannot be resolved."""

from collections.abc import Callable

import pytest
from django.test import Client

from cables.loading.load import LoadResult
from tests.conftest import LoadText

Get = Callable[[str], str]


def test_candidates_are_grouped_by_year(load_text: LoadText, get: Get) -> None:
    load_text()
    page = get("/open/?id=SPECIMEN%20901")
    assert '<h2 class="small-head" id="y2009">2009</h2>' in page
    assert 'href="/cable/09SPECIMEN901/"' in page


def test_a_cable_that_is_only_cited_is_shown_as_not_in_the_collection(
    load_text: LoadText, client: Client
) -> None:
    load_text()
    response = client.get("/open/", {"id": "SPECIMEN 5902"})
    page = response.content.decode()
    assert response.status_code == 404
    assert "there is no cable SPECIMEN 5902 in this collection" in page
    assert 'href="/cable/08SPECIMEN5902/"' in page


@pytest.mark.django_db
def test_accepted_formats_are_shown_as_links(get: Get) -> None:
    assert 'href="/open/?id=07%20Moscow%20000849"' in get("/open/")


def test_a_posts_number_offers_the_posts_by_name(samples: list[LoadResult], client: Client) -> None:
    page = client.get("/origin/12_0.html").content.decode()
    assert '<option value="embassy-moscow">Embassy Moscow</option>' in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "words"),
    [("/cables/81234/", "names a cable by its number"), ("/browse.php?tags=1", "names TAGS by")],
)
def test_other_old_links_say_what_they_named(client: Client, address: str, words: str) -> None:
    assert words in client.get(address).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("spelling", ["09-PARIS-12", "09.PARIS.12", "09/PARIS/12", "09_paris_012"])
def test_an_id_may_be_typed_with_separators(client: Client, spelling: str) -> None:
    response = client.get("/open/", {"id": spelling})
    assert (response.status_code, response.headers["Location"]) == (302, "/cable/09PARIS12/")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/cable/09-PARIS-12/", "/cable/09.Paris.12/", "/09-paris-012"])
def test_a_url_may_spell_an_id_with_separators(client: Client, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.headers["Location"]) == (301, "/cable/09PARIS12/")
