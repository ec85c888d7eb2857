"""A cable's reading view and telegram view."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from pytest_django import DjangoAssertNumQueries

from cables.loading.load import LoadResult
from cables.models import Cable
from tests.conftest import SHORT_CABLE, LoadText

Get = Callable[[str], str]
HEADINGS = [
    "Enthusiasm In Check",
    "Regime Change Not An Option",
    "DPRK Wins A Round?",
    "Who's Unpredictable?",
    "Verification: the Key",
    "Sanctions:  Poor Substitute for Engagement",
    "China, the Leading Force, and Russia, in the Rear",
    "Next Steps:  NE Asia Architecture?",
]


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def between(html: str, start: str, end: str) -> str:
    return html[html.index(start) : html.index(end, html.index(start))]


def test_the_five_facts_of_the_original_page_are_in_a_table(seed: Cable, get: Get) -> None:
    table = between(get("/cable/07MOSCOW849/"), '<table class="facts">', "</table>")
    assert re.findall(r'<th scope="col">([^<]*)', table) == [
        "Reference ID",
        "Created",
        "Released",
        "Classification",
        "Origin",
    ]
    cells = [text_of(cell) for cell in re.findall(r"<td.*?</td>", table, re.DOTALL)]
    assert cells == [
        "07MOSCOW849",
        "2007-02-28 17:45Z",
        "2011-08-30 01:44",
        "CONFIDENTIAL",
        "Embassy Moscow Russia",
    ]


def test_the_classification_is_explained_by_the_order_it_cites(seed: Cable, get: Get) -> None:
    page = get("/cable/07MOSCOW849/")
    assert "Classified by Alice G. Wells, reasons 1.4 (b) and (d)" in page
    assert "foreign government information" in page
    assert "including confidential sources" in page
    assert "Executive Order 12958 as amended in 2003" in page
    assert 'href="https://en.wikisource.org/wiki/Executive_Order_13292"' in page
    assert "28 February 2017" in page


def test_the_header_is_explained_in_words(seed: Cable, get: Get) -> None:
    page = text_of(get("/cable/07MOSCOW849/"))
    assert "Precedence IMMEDIATE" in page.replace("Precedence", "Precedence ").replace("  ", " ")
    assert "O 281745Z FEB 07, that is 28 February 2007, 17:45 UTC" in page
    assert "DE RUEHMO #0849/01 0591745" in page


def test_captions_and_tags_are_explained_in_words(load_text: LoadText, get: Get) -> None:
    load_text()
    page = text_of(get("/cable/09SPECIMEN901/"))
    assert "SIPRNet distribution" in page
    assert "PREL Political affairs: external political relations" in page


def test_all_paragraphs_and_headings_are_in_order(seed: Cable, get: Get) -> None:
    page = get("/cable/07MOSCOW849/")
    assert re.findall(r'<div class="par" id="(\w+)"', page) == [f"par{n}" for n in range(1, 12)]
    headings = re.findall(r'<h2 id="h-[^"]*"><a href="#[^"]*">([^<]*)</a></h2>', page)
    assert [unescape(heading) for heading in headings] == HEADINGS


def test_every_fragment_is_unique_and_every_inner_link_has_a_target(
    samples: list[LoadResult], get: Get
) -> None:
    for cable in Cable.objects.all():
        for address in (cable.get_absolute_url(), f"{cable.get_absolute_url()}telegram/"):
            page = get(address)
            ids = re.findall(r'\bid="([^"]+)"', page)
            assert len(ids) == len(set(ids)), address
            assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids), address


def test_a_page_mark_is_inside_the_sentence(seed: Cable, get: Get) -> None:
    page = get("/cable/07MOSCOW849/")
    assert re.search(
        r'the U\.S\.\'s "wrong"\s*<span class="page-mark" id="page2">page 2 of 3</span>\s*policy',
        page,
    )
    assert "MOSCOW 00000849" not in page


def test_a_repaired_number_is_noted(seed: Cable, get: Get) -> None:
    assert 'A stray "82;" before paragraph 7' in unescape(get("/cable/07MOSCOW849/"))


def test_a_pilcrow_links_to_the_paragraphs_own_page_and_has_a_name(seed: Cable, get: Get) -> None:
    assert (
        '<a class="pilcrow" href="/cable/07MOSCOW849/7/" '
        'aria-label="Paragraph 7, permalink">¶</a>' in get("/cable/07MOSCOW849/")
    )


def test_references_are_linked_and_marked_if_not_in_the_collection(seed: Cable, get: Get) -> None:
    page = between(get("/cable/07MOSCOW849/"), 'id="references-title"', "</section>")
    assert '<a href="/cable/06MOSCOW11698/">06 MOSCOW 11698</a>' in page
    assert "not in this collection" in page


def test_references_are_linked_both_ways(samples: list[LoadResult], get: Get) -> None:
    assert 'href="/cable/07MOSCOW849/"' in get("/cable/09SPECIMEN3/")
    cited = between(get("/cable/07MOSCOW849/"), "Cited by", "</section>")
    assert 'href="/cable/09SPECIMEN3/"' in cited


def test_the_page_says_how_to_link_to_the_cable(seed: Cable, get: Get) -> None:
    section = between(get("/cable/07MOSCOW849/"), 'id="discussing-title"', "</section>")
    assert "http://localhost:8000/cable/07MOSCOW849/" in section
    assert "#cablegate" in section
    assert "#07MOSCOW849" in section


def test_the_contents_of_a_file_are_never_markup(load_text: LoadText, get: Get) -> None:
    load_text(
        SHORT_CABLE.replace("A SHORT CABLE", "<script>alert(1)</script>").replace(
            "Ambassador Jane Doe", 'Ambassador Jane "><b>Doe'
        )
    )
    for address in ("", "telegram/", "1/", "2/"):
        page = get(f"/cable/09SPECIMEN901/{address}")
        assert "<script>alert" not in page
        assert "<b>" not in page
        assert "is <not>" not in page


def test_redactions_are_drawn(samples: list[LoadResult], get: Get) -> None:
    assert '<span class="redaction" role="img" aria-label="redacted">XXXXXXXXXXXX</span>' in get(
        "/cable/09SPECIMEN7/"
    )


def test_a_cable_without_a_subject_is_titled_with_its_first_words(seed: Cable, get: Get) -> None:
    page = unescape(get("/cable/07MOSCOW849/"))
    assert '<h1 class="first-words">Moscow\'s North Korea hands' in page
    assert "No subject line survives" in page


def test_the_telegram_view_is_the_text_with_the_same_fragments(seed: Cable, get: Get) -> None:
    page = get("/cable/07MOSCOW849/telegram/")
    telegram = between(page, '<div class="telegram"', "</article>")
    bare = unescape(re.sub(r"<[^>]+>", "", telegram.replace(">¶<", "><"))).rstrip()
    assert bare == (seed.header + seed.body).rstrip()
    assert re.findall(r'<span class="stretch" id="(\w+)"', page) == [
        f"par{n}" for n in range(1, 12)
    ]


def test_a_cable_that_is_not_in_the_collection_lists_the_cables_citing_it(
    samples: list[LoadResult], client: object, get: Get
) -> None:
    response = client.get("/cable/06MOSCOW11698/")  # type: ignore[attr-defined]
    page = response.content.decode()
    assert response.status_code == 404
    assert 'href="/cable/07MOSCOW849/"' in page


@pytest.mark.parametrize("address", ["", "telegram/", "7/"])
def test_a_page_needs_few_queries(
    samples: list[LoadResult],
    get: Get,
    django_assert_max_num_queries: DjangoAssertNumQueries,
    address: str,
) -> None:
    with django_assert_max_num_queries(14 if not address else 5):
        get(f"/cable/07MOSCOW849/{address}")


def test_a_long_cable_needs_no_more_queries_than_a_short_one(
    samples: list[LoadResult], get: Get, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(14):
        get("/cable/09SPECIMEN10/")


def test_every_fact_links_to_others_of_its_kind(seed: Cable, load_text: LoadText, get: Get) -> None:
    table = between(get("/cable/07MOSCOW849/"), '<table class="facts">', "</table>")
    assert re.findall(r'href="([^"]*)"', table) == [
        "/date/2007-02-28/",
        "/release/2011-08-30/",
        "/classification/confidential/",
        "/origin/embassy-moscow/",
    ]
    load_text()
    assert 'href="/tag/PREL/"' in get("/cable/09SPECIMEN901/")


def test_the_previous_and_next_cable_are_linked_at_its_foot(load_text: LoadText, get: Get) -> None:
    for serial in ("000899", "000901", "000950"):
        text = SHORT_CABLE.replace("000901", serial)
        load_text(text, name=f"09SPECIMEN{int(serial)}.txt")
    foot = between(get("/cable/09SPECIMEN901/"), '<nav class="serials"', "</nav>")
    assert text_of(foot) == "← 09SPECIMEN899 3 March 2009 09SPECIMEN950 → 3 March 2009"
    assert 'href="/cable/09SPECIMEN950/" rel="next"' in foot


def test_abbreviations_are_explained_in_the_text_and_listed(load_text: LoadText, get: Get) -> None:
    text = SHORT_CABLE.replace("a specimen says", "a specimen of the MFA says")
    load_text(text)
    for address in ("/cable/09SPECIMEN901/", "/cable/09SPECIMEN901/1/"):
        page = get(address)
        assert '<abbr class="acronym" title="Ministry of Foreign Affairs">MFA</abbr>' in page
        assert re.search(r"<dt>MFA</dt>\s*<dd>Ministry of Foreign Affairs</dd>", page)
