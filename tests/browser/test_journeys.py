"""Reading, citing and sharing, with scripts and without."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WITH_SCRIPTS, WITHOUT_SCRIPTS, NewPage

pytestmark = pytest.mark.browser
both_ways = pytest.mark.parametrize("scripts", [WITH_SCRIPTS, WITHOUT_SCRIPTS])
MARKED = "rgb(255, 240, 194)"


def background(page: Page, selector: str) -> str:
    return str(
        page.locator(selector).evaluate("element => getComputedStyle(element).backgroundColor")
    )


@both_ways
def test_from_the_home_page_to_a_paragraph_and_back_to_the_cable(
    new_page: NewPage, scripts: bool
) -> None:
    page = new_page(scripts=scripts)
    page.goto("/")
    page.get_by_role("link", name="Moscow's North Korea hands").first.click()
    expect(page).to_have_url("/cable/07MOSCOW849/")
    pilcrow = page.get_by_role("link", name="Paragraph 7, permalink")
    expect(pilcrow).to_be_visible()
    page.goto(str(pilcrow.get_attribute("href")))
    expect(page.get_by_role("heading", level=1)).to_have_text("Verification: the Key")
    quotation = page.locator(".quotation")
    expect(quotation.get_by_text("Anton Khlopkov, Deputy director")).to_be_visible()
    page.get_by_role("link", name="Read the whole cable").click()
    expect(page).to_have_url("/cable/07MOSCOW849/#par7")
    expect(page.locator("#par7")).to_be_in_viewport()
    assert background(page, "#par7") == MARKED


def test_without_scripts_the_pilcrow_opens_the_paragraphs_page(new_page: NewPage) -> None:
    page = new_page(scripts=False)
    page.goto("/cable/07MOSCOW849/")
    page.get_by_role("link", name="Paragraph 3, permalink").click()
    expect(page).to_have_url("/cable/07MOSCOW849/3/")


def test_with_scripts_a_click_copies_the_address_and_highlights_the_paragraph(
    new_page: NewPage, site_url: str
) -> None:
    page = new_page()
    page.goto("/cable/07MOSCOW849/#par2")
    page.get_by_role("link", name="Paragraph 3, permalink").click()
    expect(page.get_by_role("status")).to_contain_text("/cable/07MOSCOW849/3/")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site_url}/cable/07MOSCOW849/3/"
    expect(page).to_have_url("/cable/07MOSCOW849/#par3")
    assert background(page, "#par3") == MARKED
    assert background(page, "#par2") != MARKED


def test_a_pilcrow_opens_in_a_new_tab_like_any_link(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/cable/07MOSCOW849/")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Paragraph 3, permalink").click(modifiers=["Control"])
    expect(opened.value).to_have_url("/cable/07MOSCOW849/3/")


def test_the_pilcrow_can_be_used_by_keyboard(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/cable/07MOSCOW849/")
    page.get_by_role("link", name="Paragraph 3, permalink").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url("/cable/07MOSCOW849/#par3")


@both_ways
def test_an_old_address_opens_its_paragraph_highlighted(new_page: NewPage, scripts: bool) -> None:
    page = new_page(scripts=scripts)
    page.goto("/cable/2007/02/07MOSCOW849.html#par7")
    expect(page).to_have_url("/cable/07MOSCOW849/#par7")
    expect(page.locator("#par7")).to_be_in_viewport()
    assert background(page, "#par7") == MARKED


def test_an_older_sites_fragment_opens_the_same_paragraph(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/cable.php?id=07MOSCOW849#para-81234-7")
    expect(page).to_have_url("/cable/07MOSCOW849/#par7")
    expect(page.locator("#par7")).to_be_in_viewport()
    assert background(page, "#par7") == MARKED


@both_ways
def test_the_telegram_view_has_the_same_fragments(new_page: NewPage, scripts: bool) -> None:
    page = new_page(scripts=scripts)
    page.goto("/cable/07MOSCOW849/telegram/#par7")
    expect(page.locator("#par7")).to_be_in_viewport()
    assert background(page, "#par7") == MARKED


@both_ways
def test_share_links_contain_the_text_and_the_address(new_page: NewPage, scripts: bool) -> None:
    page = new_page(scripts=scripts)
    page.goto("/cable/07MOSCOW849/")
    page.locator("summary", has_text="Share").click()
    bluesky = page.get_by_role("link", name="Bluesky")
    expect(bluesky).to_be_visible()
    assert "%23cablegate%20%2307MOSCOW849" in str(bluesky.get_attribute("href"))


def test_a_button_copies_the_share_text(new_page: NewPage, site_url: str) -> None:
    page = new_page()
    page.goto("/cable/07MOSCOW849/7/")
    page.get_by_role("button", name="Copy post").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"{site_url}/cable/07MOSCOW849/7/ #cablegate #07MOSCOW849")


@both_ways
def test_an_id_in_any_spelling_opens_its_cable(new_page: NewPage, scripts: bool) -> None:
    page = new_page(scripts=scripts)
    page.goto("/open/")
    page.get_by_label("Reference ID", exact=True).fill("07 moscow 000849")
    page.get_by_role("button", name="Open").click()
    expect(page).to_have_url("/cable/07MOSCOW849/")
