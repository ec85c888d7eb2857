"""Query strings that lead from one state of the list to another."""

from django.http import QueryDict

from cables.browse.filters import CableFilter
from cables.browse.query_links import QueryLinks


def links_of(query_string: str) -> QueryLinks:
    return CableFilter(QueryDict(query_string)).links


def test_every_link_leads_to_the_first_page() -> None:
    links = links_of("q=gas&page=3&format=xml")
    assert links.current == "q=gas"
    assert links.with_value("tag", "PREL") == "q=gas&tag=PREL"
    assert links.between("2007", "2007") == "q=gas&created_after=2007&created_before=2007"


def test_a_value_is_added_once_or_replaces_the_only_one() -> None:
    links = links_of("tag=PREL&tag=AINF&sort=oldest")
    assert links.with_value("tag", "PREL") == "tag=AINF&tag=PREL&sort=oldest"
    assert links.with_value("sort", "newest") == "tag=PREL&tag=AINF&sort=newest"


def test_a_value_can_be_removed_however_it_was_typed() -> None:
    assert links_of("tag=prel&tag=AINF").without("tag", "PREL") == "tag=AINF"
    assert links_of("created_after=+2007").without("created_after", "2007") == ""


def test_links_to_cables_have_only_what_narrows_the_list() -> None:
    assert links_of("page=2&origin=embassy-moscow&utm=x&q=gas").for_cable == (
        "q=gas&origin=embassy-moscow"
    )
    assert links_of("sort=oldest").for_cable == ""
