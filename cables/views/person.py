"""A person's page: names, years, posts, company, and every paragraph that names them."""

from functools import partial
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from cables.browse.year_chart import chart_years
from cables.exports.atom import as_atom
from cables.exports.person_json import person_record
from cables.links.lists import year_list_url
from cables.models import Cable, FormerSlug, Person
from cables.people.counts import people_counts
from cables.people.excerpts import naming_cables
from cables.people.profile import describe_roles, person_description, titles_printed
from cables.people.search import search_people

PAGE_SIZE: Final = 20
DEEPEST_PAGE: Final = 250
"""Beyond it the years lead there in one step, and an offset costs more than it gives."""
SIMILAR_COUNT: Final = 5


def person_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who a person is in the cables, and where these name them, newest first."""
    found = Person.objects.filter(slug=slug).first()
    if found is None:
        return _no_such_person(request, slug, "person")
    facts = people_counts().profile(found)
    where = facts.distribution
    # A range stands for the cables: their number is known, and only one page of them is fetched.
    page = Paginator(range(where.cables), PAGE_SIZE).get_page(request.GET.get("page"))
    too_deep = page.number > DEEPEST_PAGE
    if too_deep:
        page = page.paginator.page(DEEPEST_PAGE)
    return render(
        request,
        "people/person.html",
        {
            "variant": bool(request.GET),
            "person": found,
            "description": person_description(found, where),
            "names": facts.names,
            "titles": titles_printed(found),
            "roles": describe_roles(facts.roles),
            "where": where,
            "chart": chart_years(where.years, partial(year_list_url, person=slug)),
            "named_with": facts.named_with,
            "possible_duplicates": found.possible_duplicates.select_related("other"),
            "namings": naming_cables(
                found, _fetch_cables(found, max(page.start_index() - 1, 0), page.end_index())
            ),
            "page": page,
            "too_deep": too_deep,
        },
    )


def _fetch_cables(person: Person, start: int, end: int) -> list[Cable]:
    """Fetch the cables of a stretch of the newest-first list, with their bodies.

    Their keys are sorted alone: with them SQLite would sort the bodies of all.
    """
    listed = Cable.objects.mentioning(person.slug).newest_first()
    keys = list(listed.values_list("pk", flat=True)[start:end])
    held = Cable.objects.for_reading().defer("header").in_bulk(keys)
    return [held[key] for key in keys]


def person_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the newest loaded cables that name a person, as Atom."""
    found = Person.objects.filter(slug=slug).first()
    if found is None:
        return _no_such_person(request, slug, "person-feed")
    cables = Cable.objects.mentioning(slug).newest_loaded_first()
    return as_atom(request, cables, heading=found.name, page_url=found.get_absolute_url())


def person_json(request: HttpRequest, slug: str) -> HttpResponse:
    """Give what the room says of a person as JSON."""
    found = Person.objects.filter(slug=slug).first()
    if found is None:
        return _no_such_person(request, slug, "person-json")
    response = JsonResponse(person_record(found), json_dumps_params={"ensure_ascii": False})
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _no_such_person(request: HttpRequest, slug: str, view: str) -> HttpResponse:
    """Lead from a former address to the present one; else answer 404 with names that are near.

    A name that is withheld is answered like one that no cable has.
    """
    moved = FormerSlug.objects.filter(slug=slug).select_related("person").first()
    if moved:
        return redirect(view, slug=moved.person.slug, permanent=True)
    words = slug.replace("-", " ")
    return render(
        request,
        "people/unknown.html",
        {"nearest": search_people(words, people_counts())[:SIMILAR_COUNT]},
        status=404,
    )
