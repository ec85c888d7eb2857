"""Every kind of page: accessible, light and dark, wide and narrow; light on the wire."""

import gzip
import re
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "list": "/cables/",
    "origins": "/origins/",
    "origin": "/origin/embassy-specimen/",
    "tags": "/tags/",
    "tag": "/tag/PREL/",
    "dates": "/dates/",
    "year": "/date/2009/",
    "month": "/date/2009-03/",
    "releases": "/releases/",
    "release": "/release/2011-08-30/",
    "classifications": "/classifications/",
    "classification": "/classification/secret/",
    "glossary": "/glossary/",
    "search": "/cables/?q=paragraph",
    "search, narrowed": "/cables/?q=paragraph&classification=UNCLASSIFIED&created_after=2009",
    "no results": "/cables/?q=koera&classification=SECRET",
    "cable": "/cable/07MOSCOW849/",
    "cable, highlighted": "/cable/07MOSCOW849/#par7",
    "cable, searched": "/cable/07MOSCOW849/?q=korea#par7",
    "long cable": "/cable/09SPECIMEN10/",
    "table": "/cable/09SPECIMEN6/",
    "redactions": "/cable/09SPECIMEN7/",
    "unnumbered": "/cable/09SPECIMEN8/",
    "odd fragments": "/cable/09SPECIMEN920/",
    "odd fragments, highlighted": "/cable/09SPECIMEN920/#par2006",
    "telegram": "/cable/07MOSCOW849/telegram/",
    "telegram, highlighted": "/cable/07MOSCOW849/telegram/#par7",
    "paragraph": "/cable/07MOSCOW849/7/",
    "range": "/cable/07MOSCOW849/3-5/",
    "not in this collection": "/cable/06MOSCOW11698/",
    "no such paragraph": "/cable/07MOSCOW849/99/",
    "find by ID": "/open/?id=nonsense",
    "find by ID, candidates": "/open/?id=MOSCOW%20849",
    "old link to a post": "/origin/12_0.html",
    "people": "/people/",
    "person": "/person/alice-g-wells/",
    "schema": "/schema/",
    "help": "/help/",
    "not found": "/nothing",
}
STATUS = {
    "not in this collection": 404,
    "no such paragraph": 404,
    "find by ID": 404,
    "not found": 404,
    "old link to a post": 410,
}
"""Statuses other than 200."""
FAST: dict[str, object] = {"resultTypes": ["violations"], "preload": False}
"""Halves the time on a long page: rules that pass are not reported."""
RULES = FAST | {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
}
CONTRAST = FAST | {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
"""The only rule that depends on the color scheme, and the slowest."""
BUT_CONTRAST = RULES | {"rules": {"color-contrast": {"enabled": False}}}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_accessible_and_never_scrolls_sideways(new_page: NewPage, kind: str) -> None:
    page = new_page()
    response = page.goto(PAGES[kind])
    assert response
    assert response.status == STATUS.get(kind, 200)
    for width in (320, 390, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, width
    page.locator("details").evaluate_all("folds => folds.forEach(f => (f.open = true))")
    axe_finds_nothing(page, 1280, "light", BUT_CONTRAST)
    axe_finds_nothing(page, 1280, "dark", CONTRAST)
    axe_finds_nothing(page, 390, "light", RULES)


def axe_finds_nothing(page: Page, width: int, scheme: str, rules: dict[str, object]) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    results = Axe().run(page, options=rules)
    assert results.violations_count == 0, f"{width} {scheme}:\n{results.generate_report()}"


def test_odd_fragments_leave_the_text_its_width_and_are_highlighted_on_arrival(
    new_page: NewPage,
) -> None:
    page = new_page()
    page.goto("/cable/09SPECIMEN920/#par2006")
    assert page.locator("#par2006").count() == 1
    for text in page.locator(".par-text").all():
        box = text.bounding_box()
        assert box
        assert box["width"] > 400
    color = "element => getComputedStyle(element).backgroundColor"
    assert page.locator("#par1").evaluate(color) == "rgb(255, 240, 194)"


def test_the_years_show_their_newest_end_first(new_page: NewPage) -> None:
    page = new_page(width=390)
    page.goto("/")
    expect(page.get_by_role("link", name="2010: 1 cable")).to_be_in_viewport()


def test_small_targets_are_large_enough(new_page: NewPage) -> None:
    page = new_page(width=390)
    page.goto("/cable/07MOSCOW849/")
    for pilcrow in page.locator(".pilcrow").all():
        box = pilcrow.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


def wire_size(address: str, *, encoding: str = "br, gzip") -> int:
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})  # noqa: S310
    with urllib.request.urlopen(request) as response:  # noqa: S310
        return len(response.read())


def test_a_cables_page_is_small(site_url: str) -> None:
    request = urllib.request.Request(  # noqa: S310
        f"{site_url}/cable/07MOSCOW849/", headers={"Accept-Encoding": "gzip"}
    )
    with urllib.request.urlopen(request) as response:  # noqa: S310
        sent = response.read()
    page = gzip.decompress(sent).decode()
    assets = set(re.findall(r'(?:href|src)="(/static/[^"]+\.(?:css|js|svg))"', page))
    assets |= {
        f"/static/js/{name}"
        for script in re.findall(r'src="(/static/js/[^"]+)"', page)
        for name in modules(f"{site_url}{script}")
    }
    assert len(assets) >= 10
    assert len(sent) <= 20_000
    assert len(sent) + sum(wire_size(f"{site_url}{asset}") for asset in assets) <= 60_000


def modules(script: str) -> list[str]:
    with urllib.request.urlopen(script) as response:  # noqa: S310
        return re.findall(r'from "\./([^"]+)"', response.read().decode())


def test_print_has_id_numbers_and_address_but_no_navigation(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/cable/07MOSCOW849/")
    page.emulate_media(media="print")
    assert page.locator(".print-address").is_visible()
    assert "/cable/07MOSCOW849/" in page.locator(".print-address").inner_text()
    assert page.locator(".par-number").first.is_visible()
    for hidden in (".masthead nav", ".cable-aside", ".pilcrow", ".views"):
        assert not page.locator(hidden).first.is_visible(), hidden
