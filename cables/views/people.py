"""People: an overview, a search by name, and lists by letter, country and role."""

from urllib.parse import quote

from django.core.paginator import EmptyPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.links.next_steps import NextStep
from cables.models import Person
from cables.people.counts import ROLES, PeopleCounts, people_counts
from cables.people.lists import (
    DEEPEST_PAGE,
    OTHER_LETTERS,
    PeopleList,
    letter_index,
    list_by_country,
    list_by_letters,
    list_by_role,
)
from cables.people.search import MOST_RESULTS, search_people
from cables.views.paging import path_pager


def people_page(request: HttpRequest) -> HttpResponse:
    """Show the overview, or the people whose names match what was typed."""
    asked = " ".join(request.GET.get("q", "").replace("\x00", "").split())
    counts = people_counts()
    if asked:
        return _search_page(request, asked, counts)
    most_named = Person.objects.in_bulk(counts.most_named)
    return render(
        request,
        "people/people.html",
        {
            "variant": bool(request.GET),
            "total": counts.total,
            "letters": letter_index(counts),
            "most_named": [most_named[pk] for pk in counts.most_named if pk in most_named],
            "countries": counts.countries.values(),
            "roles": [(role, counts.roles[role.slug]) for role in ROLES],
        },
    )


def _search_page(request: HttpRequest, asked: str, counts: PeopleCounts) -> HttpResponse:
    return render(
        request,
        "people/search.html",
        {
            "asked": asked,
            "people": search_people(asked, counts),
            "most": MOST_RESULTS,
            "letters": letter_index(counts),
            "steps": (
                NextStep(text="Try the surname alone, or its first letters"),
                NextStep(
                    text="Search the cables",
                    url=f"{reverse('cables')}?q={quote(asked)}",
                    note=" instead: not every name is recognized as one",
                    nofollow=True,
                ),
                NextStep(text="Browse the names from A to Z"),
            ),
        },
    )


def people_by_letters(request: HttpRequest, letters: str, page: str = "1") -> HttpResponse:
    """List the people whose surnames begin with some letters."""
    counts = people_counts()
    people = list_by_letters(letters, counts)
    here = OTHER_LETTERS if letters == OTHER_LETTERS else letters[0]
    return _list_page(request, people, page, letters=letter_index(counts), here=here)


def people_by_country(request: HttpRequest, country: str, page: str = "1") -> HttpResponse:
    """List the people whom a country's posts mention most."""
    return _list_page(request, list_by_country(country, people_counts()), page)


def people_by_role(request: HttpRequest, role: str, page: str = "1") -> HttpResponse:
    """List the people who have a role in cables."""
    return _list_page(request, list_by_role(role, people_counts()), page)


def _list_page(
    request: HttpRequest, people: PeopleList | None, number: str, **more: object
) -> HttpResponse:
    """Render a page of a list; the URL of the first page has no number."""
    if people is None:
        raise Http404
    if number == "1" and request.path != people.url:
        return redirect(people.url, permanent=True)
    try:
        page = people.page(int(number))
    except EmptyPage as error:
        raise Http404 from error
    too_deep = page.number == DEEPEST_PAGE
    context = {
        "variant": bool(request.GET),
        "list": people,
        "page": page,
        "pager": path_pager(page, people.url, is_last=too_deep),
        "too_deep": too_deep and page.has_next(),
    }
    return render(request, "people/list.html", {**context, **more})
