"""The filters of the list of cables: reads them from a URL's query string."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, ClassVar, Final, NamedTuple
from urllib.parse import urlencode

import django_filters
from django import forms
from django.http import QueryDict

from cables.browse.filter_fields import MAX_VALUES_PER_FILTER, ValuesFilter, day_filter
from cables.browse.query_links import MULTI_VALUED, QueryLinks
from cables.models import Cable, FormerSlug, Person
from cables.models.selection import Selection
from cables.search import ParsedQuery, parse_query, with_reference_remarks

SORT_CHOICES: Final = (
    ("relevance", "Relevance"),
    ("newest", "Newest first"),
    ("oldest", "Oldest first"),
    ("loaded", "Recently added"),
)
CHOICE_ERROR_MESSAGES: Final = {"invalid_choice": "“%(value)s” is not a valid choice."}


class FilterValue(NamedTuple):
    """One value of an active filter."""

    name: str
    label: str
    value: str
    """As typed."""


class CableFilter(django_filters.FilterSet):  # type: ignore[misc] # the package has no types
    """The words, filters and sort order of one URL."""

    q = django_filters.CharFilter(label="Words")
    origin = ValuesFilter(label="Origin")
    tag = ValuesFilter(label="TAGS")
    classification = ValuesFilter(label="Classification")
    caption = ValuesFilter(label="Caption")
    created_after = day_filter("Created from", last=False)
    created_before = day_filter("Created to", last=True)
    released_after = day_filter("Released from", last=False)
    released_before = day_filter("Released to", last=True)
    person = django_filters.CharFilter(label="Person", widget=forms.HiddenInput)
    references = django_filters.ChoiceFilter(
        label="References",
        choices=[("yes", "Has references")],
        empty_label="Any",
        error_messages=CHOICE_ERROR_MESSAGES,
    )
    sort = django_filters.ChoiceFilter(
        label="Sort by",
        choices=SORT_CHOICES,
        empty_label=None,
        error_messages=CHOICE_ERROR_MESSAGES,
    )

    form_field_names: ClassVar[tuple[str, ...]] = (
        *("created_after", "created_before", "released_after", "released_before"),
        *("references", "sort"),
    )
    """The fields that are typed or picked; the other filters are links."""

    class Meta:
        """Only the filters declared above."""

        model = Cable
        fields: ClassVar[list[str]] = []

    def __init__(self, query: QueryDict) -> None:
        self.query_dict = _normalized_query(query)
        super().__init__(
            {
                name: self.query_dict.getlist(name)
                if name in MULTI_VALUED
                else self.query_dict.get(name, "")
                for name in self.base_filters
            }
        )

    @cached_property
    def cleaned_values(self) -> dict[str, Any]:
        """The valid values; invalid filters are ignored."""
        self.form.is_valid()
        return dict(self.form.cleaned_data)

    @cached_property
    def parsed_query(self) -> ParsedQuery:
        """The words."""
        return with_reference_remarks(parse_query(self.cleaned_values.get("q") or ""))

    @cached_property
    def selection(self) -> Selection:
        """The filters and the sort order."""
        values = self.cleaned_values
        return Selection(
            origins=values.get("origin", ()),
            tags=values.get("tag", ()),
            classifications=values.get("classification", ()),
            captions=values.get("caption", ()),
            created_after=values.get("created_after"),
            created_before=values.get("created_before"),
            released_after=values.get("released_after"),
            released_before=values.get("released_before"),
            person=self._person[0],
            has_references=bool(values.get("references")),
            sort=values.get("sort") or ("relevance" if self.parsed_query.required else "newest"),
        )

    @property
    def person_name(self) -> str:
        """The name of the selected person; empty if there is none."""
        return self._person[1]

    @cached_property
    def _person(self) -> tuple[str, str]:
        """The slug and name of the selected person, found by a current or a former slug."""
        slug = self.cleaned_values.get("person", "")
        if not slug:
            return "", ""
        person = Person.objects.filter(slug=slug).values_list("slug", "name").first()
        moved = FormerSlug.objects.filter(slug=slug).values_list("person__slug", "person__name")
        return person or moved.first() or (slug, "")

    @property
    def selected_year(self) -> int:
        """The year to which creation dates are limited; 0 if to none or to several."""
        first, last = self.selection.created_after, self.selection.created_before
        return first.year if first and last and first.year == last.year else 0

    @property
    def active_values(self) -> Iterator[FilterValue]:
        """Yield the values of the active filters, without words and sort order."""
        for name, field in self.form.fields.items():
            given = self.cleaned_values.get(name)
            if given and name not in {"q", "sort"}:
                values = given if name in MULTI_VALUED else (self.query_dict.get(name, ""),)
                for value in values:
                    yield FilterValue(name, str(field.label), value)

    @cached_property
    def links(self) -> QueryLinks:
        """The query strings of the page."""
        parameters = dict(self.query_dict.lists())
        for name in ("page", "format"):
            parameters.pop(name, None)
        narrowed = self.parsed_query or self.selection.has_filters
        used = [
            (name, value)
            for name in self.base_filters
            for value in self.query_dict.getlist(name)
            if value.strip()
        ]
        return QueryLinks(parameters=parameters, for_cable=urlencode(used) if narrowed else "")

    @property
    def error_messages(self) -> Iterator[str]:
        """Yield a sentence for each filter that was ignored or cannot match."""
        for name, errors in self.form.errors.items():
            for error in errors:
                yield f"{self.form.fields[name].label}: {error} That filter was ignored."
        for name in MULTI_VALUED:
            if len(set(self.query_dict.getlist(name))) > MAX_VALUES_PER_FILTER:
                label = self.form.fields[name].label
                yield f"{label}: only the first {MAX_VALUES_PER_FILTER} values were used."
        for name in ("created", "released"):
            first, last = (self.cleaned_values.get(f"{name}_{end}") for end in ("after", "before"))
            if first and last and first > last:
                label = name.capitalize()
                yield f"“{label} from” is later than “{label} to”, so nothing can match."

    @property
    def form_fields(self) -> list[forms.BoundField]:
        """The fields that are typed or picked."""
        sort_field = self.form.fields["sort"]
        if not self.parsed_query.required:  # without words there is no relevance
            sort_field.choices = [choice for choice in SORT_CHOICES if choice[0] != "relevance"]
        self.form.data["sort"] = self.selection.sort
        return [self.form[name] for name in self.form_field_names]

    @property
    def hidden_fields_for_search(self) -> list[tuple[str, str]]:
        """The filters and sort order that the search box must keep."""
        return self._submitted_values(name for name in self.base_filters if name != "q")

    @property
    def hidden_fields_for_form(self) -> list[tuple[str, str]]:
        """The words and the linked filters, which the form of the other filters must keep."""
        names = (name for name in self.base_filters if name not in self.form_field_names)
        return self._submitted_values(names)

    def _submitted_values(self, names: Iterable[str]) -> list[tuple[str, str]]:
        return [
            (name, value)
            for name in names
            for value in self.query_dict.getlist(name)[:MAX_VALUES_PER_FILTER]
            if value.strip()
        ]


def _normalized_query(query: QueryDict) -> QueryDict:
    """Return a query with codes in capitals, as in cables, so that each filter has one value.

    NUL characters are removed because PostgreSQL accepts none.
    """
    normalized = query.copy()
    for name, values in query.lists():
        cleaned = [value.replace("\x00", "") for value in values]
        is_code = name in {"tag", "caption"}
        normalized.setlist(name, [value.upper() for value in cleaned] if is_code else cleaned)
    return normalized
