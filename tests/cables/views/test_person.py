"""A person's page, feed and JSON record."""

import json
import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cables.models import Cable, FormerSlug, Mention, Person, PossibleDuplicate
from tests.cables.people.rows import TWO_PEOPLE, in_header, name_in, person
from tests.conftest import LoadText

Get = Callable[[str], str]
PAGE = "/person/ana-ruiz/"


@pytest.fixture
def cable(load_text: LoadText) -> Cable:
    """A cable with people of our own in place of those that the rules find."""
    cable = load_text(TWO_PEOPLE)
    Person.objects.all().delete()
    Mention.all_objects.all().delete()
    ruiz, bey = person("Ana Ruiz", "ana-ruiz"), person("Omar Bey", "omar-bey")
    name_in(cable, ruiz, "Ana Ruiz", title="Foreign Minister")
    name_in(cable, ruiz, "Ruiz said")
    name_in(cable, bey, "Omar Bey", title="Deputy Minister")
    in_header(cable, person("Jane Doe", "jane-doe"), Mention.Role.SIGNER, "DOE")
    return cable


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def test_the_page_shows_names_titles_roles_years_and_posts(cable: Cable, get: Get) -> None:
    Person.objects.filter(slug="ana-ruiz").update(
        titles=[["Foreign Minister", "2009-03-03", "2009-03-03", 1]]
    )
    page = get(PAGE)
    text = text_of(page)
    assert "<h1>Ana Ruiz</h1>" in page
    assert "Mentioned 2 times" in text
    assert "Ana Ruiz once, Mar 2009" in text
    assert "Foreign Minister once, Mar 2009" in text
    assert "1 cable by year" in text
    assert "Embassy Specimen 1" in text


def test_years_and_posts_link_to_the_cables_that_name_the_person(cable: Cable, get: Get) -> None:
    links = [unescape(href) for href in re.findall(r'href="(/cables/\?[^"]*)"', get(PAGE))]
    assert "/cables/?person=ana-ruiz&created_after=2009&created_before=2009" in links
    assert "/cables/?person=ana-ruiz&origin=embassy-specimen" in links


def test_paragraphs_are_quoted_with_the_name_marked_and_linked(cable: Cable, get: Get) -> None:
    page = get(PAGE)
    assert 'href="/cable/09SPECIMEN901/#par1"' in page
    assert 'href="/cable/09SPECIMEN901/#par3"' in page
    assert "#par2" not in page
    assert "Foreign Minister <mark>Ana Ruiz</mark> met the Ambassador" in page
    assert "had agreed &amp; would write" in page


def test_people_in_the_same_paragraph_are_linked_and_counted(cable: Cable, get: Get) -> None:
    page = get(PAGE)
    section = page[page.index('id="with-title"') :].split("</section>")[0]
    assert '<a href="/person/omar-bey/">Omar Bey</a> <span class="muted">1</span>' in section
    assert "Jane Doe" not in section


def test_a_role_in_the_header_is_described(cable: Cable, get: Get) -> None:
    page = text_of(get("/person/jane-doe/"))
    assert "Signed 1 cable" in page
    assert "· signed it" in page


def test_possible_duplicates_are_linked(cable: Cable, get: Get) -> None:
    ruiz, other = person("Ana Ruiz", "ana-ruiz"), person("Ruiz", "ruiz-peru")
    Person.objects.filter(pk=other.pk).update(country="Peru")
    PossibleDuplicate.objects.create(person=ruiz, other=other, reason="the same surname")
    page = get(PAGE)
    assert "May be the same as Ruiz in Peru (the same surname). The cables" in text_of(page)
    assert '<a href="/person/ruiz-peru/">Ruiz</a>' in page


def test_a_name_that_the_cable_protects_is_in_no_excerpt(load_text: LoadText, get: Get) -> None:
    cable = load_text(
        TWO_PEOPLE.replace("met the Ambassador", "met Zdenka Quillfeather (strictly protect)")
    )
    ruiz = person("Ana Ruiz", "ana-ruiz")
    Mention.all_objects.filter(cable=cable).delete()
    name_in(cable, ruiz, "Ana Ruiz")
    for address in (PAGE, "/person/ana-ruiz.json", "/person/ana-ruiz/feed/"):
        assert "Quillfeather" not in get(address)
        assert "Zdenka" not in get(address)
    assert "Quillfeather" in get(cable.get_absolute_url())  # the text itself is as published


def test_the_page_says_that_it_may_be_wrong_and_how_to_report(
    cable: Cable, get: Get, settings: object
) -> None:
    settings.CONTACT = "mailto:operator@example.org"  # type: ignore[attr-defined]
    page = get(PAGE)
    assert "Names are detected automatically and may be wrong" in page
    assert 'href="mailto:operator@example.org"' in page
    assert 'href="/help/#people"' in page
    assert 'id="people"' in get("/help/")


def test_cables_are_listed_newest_first_in_pages(
    load_text: LoadText, get: Get, monkeypatch: pytest.MonkeyPatch
) -> None:
    ruiz = person("Ana Ruiz", "ana-ruiz")
    for number in (901, 902, 903):
        text = TWO_PEOPLE.replace("000901", f"000{number}").replace(
            "MAR 09", f"MAR 0{number - 896}"
        )
        name_in(load_text(text, name=f"09SPECIMEN{number}.txt"), ruiz, "Ana Ruiz")
    monkeypatch.setattr("cables.views.person.PAGE_SIZE", 2)
    pages = [re.findall(r'class="row-id">(\w+)<', get(f"{PAGE}?page={n}")) for n in (1, 2)]
    assert [number for page in pages for number in page] == [
        "09SPECIMEN903",
        "09SPECIMEN902",
        "09SPECIMEN901",
    ]
    monkeypatch.setattr("cables.views.person.DEEPEST_PAGE", 1)
    assert "Only the first pages are shown" in get(f"{PAGE}?page=2")


@pytest.mark.parametrize("page", ["x", "-1", "0", "999999999999999999999999", "%00"])
def test_any_page_number_is_answered(cable: Cable, get: Get, page: str) -> None:
    assert "<mark>Ana Ruiz</mark>" in get(f"{PAGE}?page={page}")


def test_a_former_slug_redirects_in_every_view(cable: Cable, client: Client) -> None:
    ruiz = Person.objects.get(slug="ana-ruiz")
    FormerSlug.objects.create(slug="anna-ruiz", person=ruiz, surname="ruiz")
    for old, new in (
        ("/person/anna-ruiz/", PAGE),
        ("/person/anna-ruiz/feed/", f"{PAGE}feed/"),
        ("/person/anna-ruiz.json", "/person/ana-ruiz.json"),
    ):
        response = client.get(old)
        assert (response.status_code, response.headers["Location"]) == (301, new)


def test_an_unknown_slug_suggests_similar_names(cable: Cable, client: Client) -> None:
    response = client.get("/person/anna-ruis/")
    page = response.content.decode()
    assert response.status_code == 404
    assert 'href="/person/ana-ruiz/"' in page
    assert 'href="/people/"' in page


def test_the_feed_has_the_cables_that_name_the_person(cable: Cable, client: Client) -> None:
    response = client.get(f"{PAGE}feed/")
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    feed = response.content.decode()
    assert "/cable/09SPECIMEN901/" in feed
    assert "Ana Ruiz" in feed


def test_the_record_has_what_the_page_shows(cable: Cable, get: Get) -> None:
    record = json.loads(get("/person/ana-ruiz.json"))
    assert record["name"] == "Ana Ruiz"
    assert record["years"] == {"2009": 1}
    assert record["named_with"] == [{"name": "Omar Bey", "slug": "omar-bey", "paragraphs": 1}]
    assert record["cables"][0]["reference_id"] == "09SPECIMEN901"
    assert record["cables"][0]["paragraphs"] == [1, 3]


def test_a_person_page_needs_few_queries_however_many_mentions(
    cable: Cable, get: Get, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(14):
        get(PAGE)
    with django_assert_max_num_queries(7):  # the profile is cached
        get(PAGE)


def test_only_the_first_page_is_indexed(cable: Cable, get: Get) -> None:
    assert "noindex" not in get(PAGE)
    assert 'content="noindex,follow"' in get(f"{PAGE}?page=1")


def test_a_name_in_the_text_links_to_its_person(cable: Cable, get: Get) -> None:
    link = '<a class="person" href="/person/ana-ruiz/">Ana Ruiz</a>'
    assert link in get("/cable/09SPECIMEN901/")
    assert link in get("/cable/09SPECIMEN901/1/")


def test_the_cable_lists_its_people_with_roles_and_paragraphs(cable: Cable, get: Get) -> None:
    page = get("/cable/09SPECIMEN901/")
    section = page[page.index('id="people-title"') :].split("</section>")[0]
    people = re.findall(r'href="/person/([\w-]+)/"', section)
    assert people == ["jane-doe", "ana-ruiz", "omar-bey"]
    assert '<span class="muted">signer</span>' in section
    assert 'aria-label="Ana Ruiz in paragraph 3"' in section


def test_a_long_list_of_people_is_folded(cable: Cable, get: Get) -> None:
    for number in range(12):
        tagged = person(f"Number {number}", f"number-{number}")
        in_header(cable, tagged, Mention.Role.TAGGED, "DOE")
    section = get("/cable/09SPECIMEN901/")
    assert "<summary>3 more</summary>" in section


def test_everyone_in_the_seed_has_a_page(seed: Cable, get: Get) -> None:
    page = get("/cable/07MOSCOW849/")
    section = page[page.index('id="people-title"') :].split("</section>")[0]
    people = re.findall(r'href="(/person/[\w-]+/)"', section)
    assert len(people) == 11
    for address in people:
        assert "<mark>" in get(address) or "classified this cable" in get(address)


def test_a_misspelling_is_listed_among_the_spellings(seed: Cable, get: Get) -> None:
    page = get("/person/anton-khlopkov/")
    names = page[page.index('id="names-title"') :].split("</section>")[0]
    assert "Kholpkov" in names
    assert "<mark>Anton Khlopkov</mark>" in page
