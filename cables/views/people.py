"""The people of the room: from A to Z, by country, by role, and by a name that may be misspelt."""

from dataclasses import dataclass
from string import ascii_lowercase
from typing import Final

from django.core.paginator import EmptyPage, Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cables.models import Person
from cables.people.counts import ROLES, PeopleCounts, people_counts, prefix_condition
from cables.people.search import MOST_RESULTS, search_people

PAGE_SIZE: Final = 100
DEEPEST_PAGE: Final = 500
"""Beyond it an offset costs more than it gives; first letters lead to everybody in fewer steps."""
OTHER_LETTERS: Final = "other"
LONGEST_PREFIX: Final = 3


def people_page(request: HttpRequest) -> HttpResponse:
    """Show the ways to a person, or the people whose names are near to what was typed."""
    counts = people_counts()
    asked = " ".join(request.GET.get("q", "").replace("\x00", "").split())
    if asked:
        found = search_people(asked, counts)
        return render(
            request,
            "people/search.html",
            {
                "asked": asked,
                "found": found,
                "most": MOST_RESULTS,
                "letters": _letter_index(counts),
            },
        )
    most_named = Person.objects.in_bulk(counts.most_named)
    return render(
        request,
        "people/people.html",
        {
            "variant": bool(request.GET),
            "total": counts.total,
            "letters": _letter_index(counts),
            "most_named": [most_named[pk] for pk in counts.most_named if pk in most_named],
            "countries": counts.countries.values(),
            "roles": [(role, counts.roles[role.slug]) for role in ROLES],
        },
    )


def people_by_letters(request: HttpRequest, letters: str, page: str = "1") -> HttpResponse:
    """List the people whose surnames begin with some letters."""
    counts = people_counts()
    if letters == OTHER_LETTERS:
        found = Person.objects.filter(initial="#")
        total, narrower, title = counts.letters.get("#", 0), {}, "Other beginnings"
    else:
        found = Person.objects.filter(**prefix_condition(letters))
        narrower = counts.by_next_letter(letters) if len(letters) < LONGEST_PREFIX else {}
        total, title = counts.by_prefix(letters), letters.capitalize()
    if not total and letters not in ascii_lowercase:
        raise Http404
    listing = PeopleList(
        people=found,
        total=total,
        url_name="people-letters",
        url_kwargs={"letters": letters},
        title=title,
    )
    return _render_people_list(
        request,
        listing,
        page,
        letters=_letter_index(counts),
        here=OTHER_LETTERS if letters == OTHER_LETTERS else letters[0],
        narrower=narrower if total > PAGE_SIZE else {},
    )


def people_by_country(request: HttpRequest, country: str, page: str = "1") -> HttpResponse:
    """List the people whom a country's posts name most."""
    found = people_counts().countries.get(country)
    if found is None:
        raise Http404
    listing = PeopleList(
        people=Person.objects.filter(country=found.name),
        total=found.people,
        url_name="people-country",
        url_kwargs={"country": country},
        title=found.name,
    )
    return _render_people_list(request, listing, page, note="Named most by posts in this country.")


def people_by_role(request: HttpRequest, role: str, page: str = "1") -> HttpResponse:
    """List the people who stand in cables in one way."""
    chosen = next((one for one in ROLES if one.slug == role), None)
    if chosen is None:
        raise Http404
    listing = PeopleList(
        people=Person.objects.filter(**{chosen.flag: True}),
        total=people_counts().roles[role],
        url_name="people-role",
        url_kwargs={"role": role},
        title=chosen.heading,
    )
    return _render_people_list(request, listing, page, note=f"{chosen.note.capitalize()}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """A list of people and where it stands."""

    people: QuerySet[Person]
    """In any order."""
    total: int
    """How many they are, counted before, so that no page counts them again."""
    url_name: str
    url_kwargs: dict[str, str]
    """With the view the address of its first page."""
    title: str


def _render_people_list(
    request: HttpRequest, listing: PeopleList, page: str, **more: object
) -> HttpResponse:
    """Render a page of a list in the order of surnames; the first has no number in its address."""
    first = reverse(listing.url_name, kwargs=listing.url_kwargs)
    if page == "1" and request.path != first:
        return redirect(first, permanent=True)
    chosen = _people_list_page(listing, int(page))
    return render(
        request,
        "people/list.html",
        {
            "variant": bool(request.GET),
            "title": listing.title,
            "total": listing.total,
            "page": chosen,
            "first": first,
            "too_deep": chosen.number == DEEPEST_PAGE,
            **more,
        },
    )


def _people_list_page(listing: PeopleList, number: int) -> Page[Person]:
    """Return a page of a list; the skipped rows are counted in an index alone.

    Raises:
        Http404: There is no such page, or it is too deep.
    """
    paginator = Paginator(range(listing.total), PAGE_SIZE)
    try:
        places = paginator.page(number)
    except EmptyPage as error:
        raise Http404 from error
    if number > DEEPEST_PAGE:
        raise Http404
    start, end = max(places.start_index() - 1, 0), places.end_index()
    ordered = listing.people.order_by("surname", "given", "slug").values_list("pk", flat=True)
    keys = list(ordered[start:end])
    held = Person.objects.in_bulk(keys)
    people = [held[key] for key in keys]
    return Page(people, number, paginator)  # type: ignore[arg-type] # one of places, not of people


def _letter_index(counts: PeopleCounts) -> list[tuple[str, str, int]]:
    """Return the letters of a dictionary's edge: as shown, as the address has it, and how many."""
    letters = counts.letters
    index = [(one.upper(), one, letters.get(one, 0)) for one in ascii_lowercase]
    return [*index, ("Other", OTHER_LETTERS, letters["#"])] if letters.get("#") else index
