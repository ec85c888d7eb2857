"""A paragraph's own page."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from cables.loading.load import LoadResult
from cables.models import Cable
from tests.conftest import SHORT_CABLE, LoadText

Get = Callable[[str], str]
ADDRESS = "http://localhost:8000/cable/07MOSCOW849/7/"


def metas(page: str) -> dict[str, str]:
    tags = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)"', page)
    return {name: unescape(content) for name, content in tags}


def test_it_has_its_own_title_and_previews(seed: Cable, get: Get) -> None:
    page = get("/cable/07MOSCOW849/7/")
    meta = metas(page)
    assert "<title>07MOSCOW849 ¶7: Verification: the Key · " in page
    assert meta["og:title"] == "07MOSCOW849 ¶7: Verification: the Key"
    assert meta["og:type"] == "article"
    assert meta["og:description"].startswith("Experts unanimously agreed")
    assert len(meta["og:description"]) <= 200
    assert meta["article:published_time"] == "2007-02-28T17:45:00+00:00"
    assert meta["twitter:card"] == "summary_large_image"
    assert meta["og:image"].startswith("http://localhost:8000/static/card")
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")


def test_it_is_canonical_and_not_indexed(seed: Cable, get: Get) -> None:
    page = get("/cable/07MOSCOW849/7/")
    assert f'<link rel="canonical" href="{ADDRESS}">' in page
    assert metas(page)["og:url"] == ADDRESS
    assert metas(page)["robots"] == "noindex,follow"


def test_it_quotes_the_paragraph_alone(seed: Cable, get: Get) -> None:
    page = get("/cable/07MOSCOW849/7/")
    assert re.findall(r'class="par" id="(\w+)"', page) == ["par7"]
    assert "Anton Khlopkov, Deputy director" in page


def test_its_neighbors_first_words_link_to_them(seed: Cable, get: Get) -> None:
    page = get("/cable/07MOSCOW849/7/")
    assert re.search(r'href="/cable/07MOSCOW849/6/" rel="prev">.*?Aleksandr Zhebin', page)
    assert re.search(r'href="/cable/07MOSCOW849/8/" rel="next">.*?Like most other Russian', page)


@pytest.mark.parametrize(("key", "missing"), [("1", 'rel="prev"'), ("11", 'rel="next"')])
def test_the_first_and_the_last_have_one_neighbor(
    seed: Cable, get: Get, key: str, missing: str
) -> None:
    assert missing not in get(f"/cable/07MOSCOW849/{key}/")


def test_it_links_back_to_the_whole_cable(seed: Cable, get: Get) -> None:
    assert '<a href="/cable/07MOSCOW849/#par7">Read the whole cable</a>' in get(
        "/cable/07MOSCOW849/7/"
    )


def test_citation_and_share_text_are_open(seed: Cable, get: Get) -> None:
    page = unescape(get("/cable/07MOSCOW849/7/"))
    assert len(re.findall(r"<details [^>]*\bopen>", page)) == 2
    assert f"para. 7, CONFIDENTIAL, Cable Reading Room, {ADDRESS}." in page
    assert f"” {ADDRESS} #cablegate #07MOSCOW849</p>" in page


def test_a_range_is_quoted_whole(seed: Cable, get: Get) -> None:
    page = get("/cable/07MOSCOW849/3-5/")
    assert re.findall(r'class="par" id="(\w+)"', page) == ["par3", "par4", "par5"]
    assert metas(page)["og:title"].startswith("07MOSCOW849 ¶3–5")
    assert "paras. 3–5" in page


def test_a_number_that_does_not_exist_links_to_the_cable(seed: Cable, client: Client) -> None:
    response = client.get("/cable/07MOSCOW849/12/")
    page = response.content.decode()
    assert response.status_code == 404
    assert "07MOSCOW849 has no paragraph 12" in page
    assert '<a href="/cable/07MOSCOW849/">' in page
    assert '<a href="/cable/07MOSCOW849/11/">' in page


def test_an_unnumbered_paragraph_has_an_address(samples: list[LoadResult], get: Get) -> None:
    page = get("/cable/09SPECIMEN8/u2/")
    assert "Unnumbered paragraph" in page
    assert 'href="/cable/09SPECIMEN8/#paru2"' in page


def test_a_paragraph_that_is_only_a_marking_is_quoted_as_printed(
    load_text: LoadText, get: Get
) -> None:
    load_text(
        SHORT_CABLE.replace(
            "1. (C) The first paragraph of a specimen says that it is one.", "1. (C - ENTIRE TEXT)."
        )
    )
    assert metas(get("/cable/09SPECIMEN901/1/"))["og:description"] == "1. (C - ENTIRE TEXT)."


def test_a_protected_name_in_a_subject_appears_only_in_its_own_pages_heading(
    load_text: LoadText, get: Get
) -> None:
    load_text(
        SHORT_CABLE.replace("A SHORT CABLE", "PETRA QUILLFEATHER (PROTECT)").replace(
            "The first paragraph", "Petra Quillfeather (strictly protect)"
        )
    )
    load_text(
        SHORT_CABLE.replace("000901", "000903").replace("SPECIMEN 5902", "SPECIMEN 901"),
        name="09SPECIMEN903.txt",
    )
    assert get("/cable/09SPECIMEN901/").upper().count("QUILLFEATHER") == 2  # heading, paragraph 1
    assert get("/cable/09SPECIMEN901/1/").upper().count("QUILLFEATHER") == 1
    for address in ("/", "/cables/", "/cable/09SPECIMEN903/", "/cable/09SPECIMEN901/2/", "/open/"):
        assert "QUILLFEATHER" not in get(address).upper(), address


def test_a_protected_name_beside_a_reference_and_in_a_heading_is_not_repeated(
    load_text: LoadText, get: Get
) -> None:
    load_text(
        SHORT_CABLE.replace("PREL, AINF", "OVIP (QUILLFEATHER, PETRA)")
        .replace("SPECIMEN 5902", "SPECIMEN 5902 (PETRA QUILLFEATHER (PROTECT))")
        .replace("2. (C) The", "Petra Quillfeather Complains\n----------------\n\n2. (C) The")
    )
    page = get("/cable/09SPECIMEN901/")
    aside = page[page.index('<aside class="cable-aside"') :].replace("h-petra-quillfeather", "")
    assert "QUILLFEATHER" not in aside.upper()
    assert "([name withheld], [name withheld])" in page  # among the TAGS
    assert "QUILLFEATHER" not in get("/cable/09SPECIMEN901/2/").upper()


def test_a_protected_name_appears_only_in_the_text(samples: list[LoadResult], get: Get) -> None:
    page = get("/cable/09SPECIMEN7/5/")
    assert page.count("Placeholder") == 1
    assert (
        "Placeholder (strictly protect)"
        in re.findall(r'<div class="par-text">(.*?)</div>', page, re.DOTALL)[0]
    )
    for neighbor in ("4", "6"):
        assert "Petra Placeholder" not in get(f"/cable/09SPECIMEN7/{neighbor}/")
    assert get("/cable/09SPECIMEN7/").count("Petra Placeholder") == 1
