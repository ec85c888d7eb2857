"""A person's page, feed and JSON record."""

from functools import partial
from typing import Final

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.browse.year_chart import chart_years
from cables.exports.atom import as_atom
from cables.exports.person_json import person_record
from cables.links.lists import year_list_url
from cables.links.next_steps import NextStep
from cables.models import Cable, FormerSlug, Person
from cables.people.counts import people_counts
from cables.people.excerpts import naming_cables
from cables.people.profile import describe_roles, person_description, titles_printed
from cables.people.search import search_people
from cables.views.paging import query_pager

PAGE_SIZE: Final = 20
DEEPEST_PAGE: Final = 250
"""Beyond it, offsets get expensive; a click on a year gets there directly."""
SIMILAR_COUNT: Final = 5


def person_page(request: HttpRequest, slug: str) -> HttpResponse:
    """Show how cables name a person, and where, newest first."""
    person = Person.objects.filter(slug=slug).first()
    if person is None:
        return _person_not_found(request, slug, "person")
    profile = people_counts().profile(person)
    where = profile.distribution
    # Pages of positions, not of cables: their number is known, and one page of them is fetched.
    page = Paginator(range(where.cables), PAGE_SIZE).get_page(request.GET.get("page"))
    too_deep = page.number > DEEPEST_PAGE
    if too_deep:
        page = page.paginator.page(DEEPEST_PAGE)
    return render(
        request,
        "people/person.html",
        {
            "variant": bool(request.GET),
            "person": person,
            "description": person_description(person, where),
            "names": profile.names,
            "titles": titles_printed(person),
            "roles": describe_roles(profile.roles),
            "where": where,
            "chart": chart_years(where.years, partial(year_list_url, person=slug)),
            "named_with": profile.named_with,
            "possible_duplicates": person.possible_duplicates.select_related("other"),
            "namings": naming_cables(
                person, _fetch_cables(person, max(page.start_index() - 1, 0), page.end_index())
            ),
            "page": page,
            "pager": query_pager(request, page, is_last=too_deep),
            "too_deep": too_deep,
        },
    )


def _fetch_cables(person: Person, start: int, end: int) -> list[Cable]:
    """Fetch part of the cables that name a person, newest first, with their bodies.

    Only keys are sorted, since SQLite would otherwise sort the bodies of all.
    """
    listed = Cable.objects.mentioning(person.slug).newest_first()
    keys = list(listed.values_list("pk", flat=True)[start:end])
    cables = Cable.objects.for_reading().defer("header").in_bulk(keys)
    return [cables[key] for key in keys]


def person_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Return the newest loaded cables that name a person as an Atom feed."""
    person = Person.objects.filter(slug=slug).first()
    if person is None:
        return _person_not_found(request, slug, "person-feed")
    cables = Cable.objects.mentioning(slug).newest_loaded_first()
    return as_atom(request, cables, heading=person.name, page_url=person.get_absolute_url())


def person_json(request: HttpRequest, slug: str) -> HttpResponse:
    """Return a person's record as JSON."""
    person = Person.objects.filter(slug=slug).first()
    if person is None:
        return _person_not_found(request, slug, "person-json")
    response = JsonResponse(person_record(person), json_dumps_params={"ensure_ascii": False})
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _person_not_found(request: HttpRequest, slug: str, view: str) -> HttpResponse:
    """Redirect a former slug; otherwise answer 404 with similar names.

    A withheld name gets the same answer as one that is in no cable.
    """
    former = FormerSlug.objects.filter(slug=slug).select_related("person").first()
    if former:
        return redirect(view, slug=former.person.slug, permanent=True)
    similar = search_people(slug.replace("-", " "), people_counts())[:SIMILAR_COUNT]
    steps = (
        NextStep(
            text="Find a person", url=reverse("people"), note=" by name, letter, country or role"
        ),
        NextStep(text="Browse the cables", url=reverse("cables"), note=" in this collection"),
        NextStep(text="Read how names are found", url=f"{reverse('help')}#people"),
    )
    context = {"similar": similar, "steps": steps}
    return render(request, "people/person_not_found.html", context, status=404)
