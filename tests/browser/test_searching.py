"""The list of cables: search, filter, follow an excerpt, come back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import WITH_SCRIPTS, WITHOUT_SCRIPTS, NewPage

pytestmark = pytest.mark.browser
both_ways = pytest.mark.parametrize("scripts", [WITH_SCRIPTS, WITHOUT_SCRIPTS])
SEARCHED = "/cables/?q=paragraph"
UNCLASSIFIED = re.compile(r"^UNCLASSIFIED \d+$")


def show_filters(page: Page) -> None:
    """Show the facets, which are folded away on a narrow screen."""
    if not page.locator(".facet").first.is_visible():
        page.locator(".narrow > summary").click()


@both_ways
def test_from_a_search_by_a_filter_and_an_excerpt_to_the_paragraph_and_back(
    new_page: NewPage, scripts: bool
) -> None:
    page = new_page(scripts=scripts)
    page.goto("/cables/")
    page.get_by_label("Words, or a reference ID").fill("paragraph")
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(SEARCHED)
    show_filters(page)
    page.get_by_role("link", name=UNCLASSIFIED).click()
    expect(page).to_have_url(f"{SEARCHED}&classification=UNCLASSIFIED")
    expect(page.locator(".row")).to_have_count(4)
    excerpt = page.locator(".excerpt-key").first
    anchor = str(excerpt.get_attribute("href")).partition("#")[2]
    excerpt.click()
    expect(page).to_have_url(re.compile(rf"/cable/\w+/\?q=paragraph\S*#{anchor}$"))
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()
    expect(page.locator(f"#{anchor} mark").first).to_be_visible()
    page.go_back()
    expect(page.locator(".row")).to_have_count(4)
    expect(page.locator(".chip")).to_contain_text("UNCLASSIFIED")
    page.go_back()
    expect(page).to_have_url(SEARCHED)
    expect(page.locator(".chip")).to_have_count(0)
    expect(page.locator(".row")).to_have_count(20)


@both_ways
def test_the_year_chart_can_be_used_by_keyboard(new_page: NewPage, scripts: bool) -> None:
    page = new_page(scripts=scripts)
    page.goto(SEARCHED)
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press("Tab")
    bar = page.locator(".spread a:focus")
    expect(bar).to_have_accessible_name("2010: 1 cable")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{SEARCHED}&created_after=2010&created_before=2010")
    months = page.get_by_role("region", name="By month in 2010")
    months.get_by_role("link", name="March 2010: 1 cable").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{SEARCHED}&created_after=2010-03&created_before=2010-03")
    expect(page.locator(".row-id")).to_have_text("10SPECIMEN901")
    page.go_back()
    page.go_back()
    expect(page).to_have_url(SEARCHED)
    expect(page.locator(".row")).to_have_count(20)


def test_with_scripts_a_facet_keeps_the_scroll_and_the_focus(new_page: NewPage) -> None:
    page = new_page(width=390)
    page.goto(SEARCHED)
    show_filters(page)
    facet = page.get_by_role("link", name=UNCLASSIFIED)
    facet.scroll_into_view_if_needed()
    facet.focus()
    before = page.evaluate("window.stays = scrollY")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{SEARCHED}&classification=UNCLASSIFIED")
    selected = page.locator(".facet a:focus")
    expect(selected).to_contain_text("UNCLASSIFIED")
    expect(selected).to_have_attribute("aria-current", "true")
    assert page.evaluate("window.stays") == before, "the page was reloaded"
    assert abs(page.evaluate("scrollY") - before) < 100


def test_with_scripts_the_last_of_two_quick_choices_is_shown(new_page: NewPage) -> None:
    page = new_page()
    page.goto(SEARCHED)
    page.evaluate(
        """() => {
          const real = window.fetch;
          let first = true;
          window.fetch = async (address) => {
            const late = first;
            first = false;
            const answer = await real(address);
            if (late) await new Promise((resolve) => setTimeout(resolve, 500));
            return answer;
          };
        }"""
    )
    page.get_by_role("link", name=UNCLASSIFIED).click()
    page.get_by_role("link", name=re.compile(r"^SECRET \d+$")).click()
    page.wait_for_timeout(1000)
    expect(page.locator(".chip")).to_have_count(1)
    expect(page.locator(".chip")).to_contain_text("SECRET")
    expect(page).to_have_url(f"{SEARCHED}&classification=SECRET")
    expect(page.locator("[data-say]")).to_contain_text("matching: paragraph")


def test_the_skip_link_sends_no_request(new_page: NewPage) -> None:
    page = new_page()
    page.goto(SEARCHED)
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{SEARCHED}#text")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Words, or a reference ID")).to_be_focused()
    assert not [url for url in requested if "/cables/" in url]


def test_with_scripts_the_focus_stays_in_the_form_of_dates(new_page: NewPage) -> None:
    page = new_page()
    page.goto(SEARCHED)
    page.get_by_label("Created from").fill("2009-03")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("created_after=2009-03"))
    expect(page.get_by_label("Created from")).to_be_focused()
    page.get_by_role("button", name="Apply").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Apply")).to_be_focused()


@both_ways
def test_a_chip_removes_its_filter(new_page: NewPage, scripts: bool) -> None:
    page = new_page(scripts=scripts)
    page.goto("/cables/?classification=SECRET&sort=oldest")
    expect(page.locator(".row")).to_have_count(1)
    page.get_by_role("link", name=re.compile("SECRET.*remove filter")).first.click()
    expect(page).to_have_url("/cables/?sort=oldest")
    expect(page.locator(".row")).to_have_count(20)


@both_ways
def test_a_reference_id_in_the_search_box_offers_its_cable_first(
    new_page: NewPage, scripts: bool
) -> None:
    page = new_page(scripts=scripts)
    page.goto("/cables/")
    page.get_by_label("Words, or a reference ID").fill("07 moscow 000849")
    page.keyboard.press("Enter")
    page.locator(".offer").get_by_role("link").first.click()
    expect(page).to_have_url("/cable/07MOSCOW849/")


@both_ways
def test_a_reader_goes_through_results_from_cable_to_cable(
    new_page: NewPage, scripts: bool
) -> None:
    page = new_page(scripts=scripts)
    page.goto(f"{SEARCHED}&classification=UNCLASSIFIED")
    page.locator(".row-title a").first.click()
    search = page.get_by_role("navigation", name="Your search")
    expect(search).to_contain_text("Result 1 of 4")
    search.get_by_role("link", name="Next:").click()
    expect(search).to_contain_text("Result 2 of 4")
    search.get_by_role("link", name="Result 2 of 4").click()
    expect(page).to_have_url(f"{SEARCHED}&classification=UNCLASSIFIED")


def test_a_misspelled_word_leads_to_the_right_one(new_page: NewPage) -> None:
    page = new_page(scripts=False)
    page.goto("/cables/?q=koera")
    page.get_by_role("link", name="korea", exact=True).click()
    expect(page).to_have_url("/cables/?q=korea")
    expect(page.locator(".row-id")).to_have_text("07MOSCOW849")
