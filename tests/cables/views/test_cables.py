"""The list page: words, facets, chips, bars, offers, forms; every state an address."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from cables.loading.load import LoadResult
from cables.models import FormerSlug, Person
from tests.conftest import SHORT_CABLE, LoadText, index_all

GetPage = Callable[[str], str]


@pytest.fixture
def indexed(samples: list[LoadResult]) -> list[LoadResult]:
    """Load and index the samples."""
    index_all()
    return samples


def text_of(page: str) -> str:
    """Return what a reader sees of a page, blanks joined."""
    return " ".join(re.sub(r"<[^>]*>", " ", page).split())


def test_an_excerpt_leads_to_its_paragraph_and_its_words_stay_marked(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    page = get("/cables/?q=enthusiasm")
    assert 'href="/cable/07MOSCOW849/?q=enthusiasm#par' in page
    assert "<mark>enthusiasm</mark>" in page.lower()
    cable = get("/cable/07MOSCOW849/?q=enthusiasm")
    assert "<mark>" in cable
    assert "Result 1 of 1" in text_of(cable)
    assert "<mark>" not in get("/cable/07MOSCOW849/")


def test_a_phrase_over_the_end_of_a_page_is_marked_on_both_sides_of_it(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    page = get("/cables/?q=%22discussions+with+the+North%22")
    assert "<mark>discussions with the North</mark>" in page
    cable = get("/cable/07MOSCOW849/?q=%22discussions+with+the+North%22")
    (before, behind) = re.findall(r"<mark>([^<]*)</mark>", cable.replace("\n", " "))
    assert (before.split(), behind.split()) == (["discussions", "with", "the"], ["North"])
    assert "Found in ¶11" in text_of(cable)


def test_words_of_a_heading_count_with_the_paragraph_under_it(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    assert "Found in ¶2 ·" in text_of(get("/cable/07MOSCOW849/?q=enthusiasm"))


def test_a_question_without_words_to_mark_says_nothing_of_marks(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    page = text_of(get("/cable/07MOSCOW849/?q=class:confidential"))
    assert "Result 1 of" in page
    assert "does not appear" not in page


def test_a_code_in_small_letters_is_chosen_and_can_be_taken_away(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    page = get("/cables/?tag=prel&q=specimen")
    assert "TAGS PREL" in text_of(page)
    assert 'href="/cables/?q=specimen" aria-current="true"' in " ".join(page.split())


def test_days_in_the_wrong_order_are_said(get: GetPage, indexed: list[LoadResult]) -> None:
    page = text_of(get("/cables/?created_after=2010&created_before=2007"))
    assert "“Created from” is later than “Created to”" in page


def test_the_beginning_of_a_marking_shows_the_paragraphs_that_have_such(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    rows = get("/cables/?q=portion:S*").split('class="row"')[1:]
    assert rows
    assert all('class="excerpt"' in row for row in rows)


def test_a_caption_is_explained_where_its_name_says_more_than_its_code(
    get: GetPage, load_text: LoadText
) -> None:
    load_text(SHORT_CABLE.replace("SIPDIS", "SENSITIVE\nSIPDIS"))
    captions = text_of(get("/cables/").partition('id="facet-caption"')[2].partition("</ul>")[0])
    assert "SIPDIS SIPRNet distribution 1" in captions
    assert "SENSITIVE 1" in captions


def test_a_printed_list_tells_its_address(get: GetPage, indexed: list[LoadResult]) -> None:
    assert "/cables/?tag=PREL</p>" in get("/cables/?tag=PREL&page=1").partition("print-address")[2]


def test_a_list_that_is_narrowed_is_no_page_for_search_engines(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    assert 'name="robots" content="noindex,follow"' in get("/cables/?tag=PREL")
    assert 'name="robots"' not in get("/cables/")
    assert 'rel="canonical"' in get("/cables/")


def test_filters_stay_in_the_address_that_an_excerpt_leads_to(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    page = get("/cables/?q=enthusiasm&origin=embassy-moscow&page=1")
    assert 'href="/cable/07MOSCOW849/?q=enthusiasm&amp;origin=embassy-moscow#par' in page


def test_a_cable_tells_what_stands_beside_it_in_the_list(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    addresses = re.findall(r'class="row-title"><a href="([^"]+)"', get("/cables/?q=specimen"))
    assert len(addresses) > 2
    second = text_of(get(addresses[1].replace("&amp;", "&")))
    assert "Previous: " in second
    assert "Next: " in second


def test_each_facet_value_says_what_choosing_it_gives(
    client: Client, get: GetPage, indexed: list[LoadResult]
) -> None:
    page = get("/cables/")
    values = re.findall(
        r'<a rel="nofollow"\s+data-facet\s+href="(/cables/\?[^"]+)".*?facet-count">([^<]+)<',
        page,
        re.DOTALL,
    )
    assert len(values) > 10
    for address, count in values:
        response = client.get(address.replace("&amp;", "&"))
        assert response.context["list"].total == int(count.replace(",", "")), address


def test_a_chip_takes_its_filter_away(get: GetPage, indexed: list[LoadResult]) -> None:
    page = " ".join(get("/cables/?q=the&tag=PREL&tag=AINF&created_after=2007").split())
    assert 'data-facet href="/cables/?q=the&amp;tag=AINF&amp;created_after=2007"' in page
    assert 'data-facet href="/cables/?q=the&amp;tag=PREL&amp;tag=AINF"' in page


def test_bars_are_years_and_inside_a_year_months(get: GetPage, indexed: list[LoadResult]) -> None:
    years = get("/cables/")
    assert "created_after=2007&amp;created_before=2007" in years
    months = get("/cables/?created_after=2007&created_before=2007")
    assert "created_after=2007-02&amp;created_before=2007-02" in months
    assert "February 2007: 1 cable" in text_of(months)
    assert '<th scope="row">' in months


@pytest.mark.parametrize("typed", ["07%20MOSCOW%20849", "07moscow000849", "%2307MOSCOW849"])
def test_a_reference_id_offers_its_cable_first(
    get: GetPage, indexed: list[LoadResult], typed: str
) -> None:
    page = get(f"/cables/?q={typed}")
    assert "Did you mean this cable?" in page
    assert page.index('href="/cable/07MOSCOW849/"') < page.index('class="total"')


def test_a_reference_id_that_is_not_held_says_so(get: GetPage, indexed: list[LoadResult]) -> None:
    assert "that cable is not in this collection" in get("/cables/?q=06MOSCOW11698")


def test_an_id_without_its_year_shows_what_it_may_be(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    page = get("/cables/?q=Moscow%20849")
    assert "No year given" in page
    assert 'href="/cable/07MOSCOW849/"' in page


def test_a_code_of_the_tags_line_is_offered_as_a_filter(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    assert 'href="/cables/?tag=PREL"' in get("/cables/?q=PREL")


def test_what_could_not_be_used_is_said(get: GetPage, indexed: list[LoadResult]) -> None:
    page = text_of(get("/cables/?q=foo:bar&created_after=yesterday&tag=a&tag=b"))
    assert "“foo:” is not a search field" in page
    assert "“yesterday” is not a date" in page


def test_a_choice_that_there_is_not_is_said_in_plain_words(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    assert "Sort by: “best” is not a valid choice." in text_of(get("/cables/?sort=best"))


def test_what_is_offered_is_not_followed_by_word_that_nothing_fits(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    offered = text_of(get("/cables/?q=07%20Moscow%20000849"))
    assert "Did you mean this cable?" in offered
    assert "No cable contains these words" in offered
    assert "No results" not in offered
    pasted = text_of(get("/cables/?q=http://example.org/cable/2007/02/07MOSCOW849.html"))
    assert "a link to the old site" in pasted
    assert "is not a search field" not in pasted


def test_words_that_cannot_be_looked_for_are_not_said_to_be_found(
    get: GetPage, samples: list[LoadResult]
) -> None:
    page = text_of(get("/cables/?q=enthusiasm"))
    assert "the index has not been built" in page
    assert "matching: enthusiasm" not in page


def test_nothing_found_offers_a_spelling_and_filters_to_drop(
    get: GetPage, indexed: list[LoadResult]
) -> None:
    misspelt = get("/cables/?q=Enthusiasn")
    assert 'href="/cables/?q=enthusiasm">enthusiasm</a>?' in misspelt
    filtered = text_of(get("/cables/?q=enthusiasm&tag=EFIS&origin=embassy-moscow"))
    assert "without TAGS EFIS : 1 cable" in filtered


def test_a_page_of_the_list_takes_few_statements(
    client: Client, indexed: list[LoadResult], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for address in ("/cables/", "/cables/?q=the", "/cables/?q=the&tag=PREL&origin=embassy-moscow"):
        client.get(address)
        with django_assert_max_num_queries(8):
            client.get(address)


def test_a_person_is_found_by_a_former_address(get: GetPage, indexed: list[LoadResult]) -> None:
    person = Person.objects.get(slug="anton-khlopkov")
    FormerSlug.objects.create(slug="anton-kholpkov", person=person)
    page = text_of(get("/cables/?person=anton-kholpkov"))
    assert "1 cable" in page
    assert "Person Anton Khlopkov" in page
    assert "0 cables" in text_of(get("/cables/?person=nobody-at-all"))


def test_names_to_protect_stand_in_no_excerpt(get: GetPage, load_text: LoadText) -> None:
    load_text(
        SHORT_CABLE.replace(
            "1. (C) The first",
            "1. (C) Zebulon Quark (strictly protect) spoke of heraldry. The first",
        )
    )
    index_all()
    for address in ("/cables/?q=heraldry", "/cables/?q=heraldry+OR+Quark", "/cables/?q=Zebulon"):
        page = (
            get(address)
            .replace('value="Zebulon"', "")
            .replace("for Zebulon.", "")
            .replace(": Zebulon", "")
        )
        results = page[page.index('<div class="results-list">') :]
        assert "Quark" not in results.replace(": heraldry OR Quark", "").replace("OR+Quark", "")
        assert "Zebulon" not in results.replace("q=Zebulon", "")
    assert "[name withheld]" in get("/cables/?q=heraldry")


def test_redactions_are_drawn_as_redactions_in_excerpts(get: GetPage, load_text: LoadText) -> None:
    load_text(SHORT_CABLE.replace("markup", "XXXXXXXXXXXX heraldry"))
    index_all()
    assert 'aria-label="redacted">XXXXXXXXXXXX</span>' in get("/cables/?q=heraldry")


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60
)
@given(
    st.dictionaries(
        st.sampled_from(
            [
                *("q", "origin", "tag", "classification", "caption", "created_after"),
                *("created_before", "released_after", "person", "references", "sort", "page"),
            ]
        ),
        st.text(max_size=40) | st.text(alphabet='a"*-:() OR0123456789', max_size=40),
        max_size=5,
    )
)
def test_any_address_gets_a_page(
    client: Client, indexed: list[LoadResult], query: dict[str, str]
) -> None:
    assert client.get("/cables/", query).status_code == 200
    assert client.get("/cable/07MOSCOW849/", query).status_code == 200
