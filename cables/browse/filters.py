"""The filters of the list of cables: from an address to a selection, and to the chips above it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Final

import django_filters
from django import forms
from django.http import QueryDict

from cables.browse.filter_fields import MAX_VALUES_PER_FILTER, ValuesFilter, day_filter
from cables.models import Cable, FormerSlug, Person, Post
from cables.models.querysets import CableQuerySet
from cables.models.selection import Selection
from cables.search import ParsedQuery, parse_query, with_reference_remarks

SORT_CHOICES: Final = (
    ("relevance", "best match"),
    ("newest", "newest"),
    ("oldest", "oldest"),
    ("loaded", "newly loaded"),
)
CHOICE_ERROR_MESSAGES: Final = {"invalid_choice": "“%(value)s” is none of the choices."}


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterChip:
    """A filter that is set, and the query that takes it away."""

    label: str
    value: str
    query_string: str


class CableFilter(django_filters.FilterSet):  # type: ignore[misc]
    """Which cables a reader wants to see, and in which order; every state is an address."""

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
        choices=[("yes", "only cables that refer to others")],
        empty_label="any",
        error_messages=CHOICE_ERROR_MESSAGES,
    )
    sort = django_filters.ChoiceFilter(
        label="Order", choices=SORT_CHOICES, empty_label=None, error_messages=CHOICE_ERROR_MESSAGES
    )

    class Meta:
        """Only what is declared above."""

        model = Cable
        fields: ClassVar[list[str]] = []

    def __init__(self, query: QueryDict, cables: CableQuerySet) -> None:
        self.query_dict = query
        values = {name: query.getlist(name) for name in self.multi_valued} | {
            name: query.get(name, "") for name in self.base_filters if name not in self.multi_valued
        }
        super().__init__(values, cables)

    multi_valued: ClassVar[tuple[str, ...]] = ("origin", "tag", "classification", "caption")

    @cached_property
    def cleaned_values(self) -> dict[str, Any]:
        """What could be read of the address; a filter that could not is left out."""
        self.form.is_valid()
        return dict(self.form.cleaned_data)

    @cached_property
    def parsed_query(self) -> ParsedQuery:
        """The reader's words."""
        return with_reference_remarks(parse_query(self.cleaned_values.get("q") or ""))

    @cached_property
    def selection(self) -> Selection:
        """The filters and the order."""
        found = self.cleaned_values
        return Selection(
            origins=found.get("origin", ()),
            tags=found.get("tag", ()),
            classifications=found.get("classification", ()),
            captions=found.get("caption", ()),
            created_after=found.get("created_after"),
            created_before=found.get("created_before"),
            released_after=found.get("released_after"),
            released_before=found.get("released_before"),
            person=self.selected_person[0],
            has_references=bool(found.get("references")),
            sort=found.get("sort") or ("relevance" if self.parsed_query.required else "newest"),
        )

    def filter_queryset(self, queryset: CableQuerySet) -> CableQuerySet:
        """Filter and order; the words are the search index's to answer."""
        return queryset.selected(self.selection)

    @property
    def error_messages(self) -> Iterator[str]:
        """Yield a sentence for each filter that could not be read."""
        for name, errors in self.form.errors.items():
            for error in errors:
                yield f"{self.form.fields[name].label}: {error} That filter was left out."
        for name in self.multi_valued:
            if len(set(self.query_dict.getlist(name))) > MAX_VALUES_PER_FILTER:
                label = self.form.fields[name].label
                yield f"{label}: only the first {MAX_VALUES_PER_FILTER} values were used."
        for what in ("created", "released"):
            first, last = (self.cleaned_values.get(f"{what}_{end}") for end in ("after", "before"))
            if first and last and first > last:
                yield f"{what.capitalize()} from lies behind {what} to, so nothing can fit."

    @cached_property
    def chips(self) -> list[FilterChip]:
        """Return what is set, words and order apart, in the order of the filters."""
        chips: list[FilterChip] = []
        for name, label, values in self.active_filters():
            chips += [
                FilterChip(
                    label=label,
                    value=shown,
                    query_string=self.query_string_with(name, without=value),
                )
                for value, shown in values
            ]
        return chips

    def active_filters(self) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
        """Yield each filter that is set: its name, its label, and its values as given and shown."""
        for name, field in self.form.fields.items():
            given = self.cleaned_values.get(name)
            if not given or name in {"q", "sort"}:
                continue
            values = given if name in self.multi_valued else (self.query_dict.get(name, ""),)
            yield name, str(field.label), [(one, self.display_value(name, one)) for one in values]

    def display_value(self, name: str, value: str) -> str:
        """Return what a chip says of a value."""
        if name == "origin":
            return self.post_names.get(value, value)
        if name == "person":
            return self.selected_person[1] or value
        return "yes" if name == "references" else value

    @cached_property
    def selected_person(self) -> tuple[str, str]:
        """The slug and the name of the person asked for, by an address of today or a former one."""
        slug = self.cleaned_values.get("person", "")
        if not slug:
            return "", ""
        person = Person.objects.filter(slug=slug).values_list("slug", "name").first()
        moved = FormerSlug.objects.filter(slug=slug).values_list("person__slug", "person__name")
        return person or moved.first() or (slug, "")

    @cached_property
    def post_names(self) -> dict[str, str]:
        """The names of the posts chosen, by slug."""
        chosen = Post.objects.filter(slug__in=self.cleaned_values.get("origin", ()))
        return dict(chosen.values_list("slug", "name"))

    @property
    def query_string(self) -> str:
        """The query string of the list, its form and page apart."""
        query = self.query_dict.copy()
        for name in ("format", "page"):
            query.pop(name, None)
        return query.urlencode()

    @property
    def context_query_string(self) -> str:
        """What a cable's page must know to mark the words and to tell its place in the list.

        The words come first; empty where the list is of all cables.
        """
        query = QueryDict(mutable=True)
        for name in self.base_filters:
            if values := [one for one in self.query_dict.getlist(name) if one.strip()]:
                query.setlist(name, values)
        return query.urlencode() if self.parsed_query or self.selection.has_filters else ""

    @property
    def heading(self) -> str:
        """What the list is of, in one line of plain text."""
        parts = [f"“{self.parsed_query.text}”"] if self.parsed_query else []
        parts += [chip.value for chip in self.chips]
        return f"Cables: {', '.join(parts)}" if parts else "Cables"

    form_field_names: ClassVar[tuple[str, ...]] = (
        *("created_after", "created_before", "released_after", "released_before"),
        *("references", "sort"),
    )

    @property
    def form_fields(self) -> list[forms.BoundField]:
        """The fields that are typed or picked; the others are links with counts."""
        order = self.form.fields["sort"]
        if not self.parsed_query.required:  # nothing to match best
            order.choices = [choice for choice in SORT_CHOICES if choice[0] != "relevance"]
        self.form.data["sort"] = self.selection.sort
        return [self.form[name] for name in self.form_field_names]

    @property
    def hidden_fields_for_search(self) -> list[tuple[str, str]]:
        """What the box for words must not lose: the filters that are set, and the order."""
        return list(self.submitted_values(name for name in self.base_filters if name != "q"))

    @property
    def hidden_fields_for_form(self) -> list[tuple[str, str]]:
        """What the form of the bounds must not lose: words and chosen values."""
        return list(
            self.submitted_values(
                name for name in self.base_filters if name not in self.form_field_names
            )
        )

    def submitted_values(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield the values that the address gives to filters."""
        for name in names:
            for value in self.query_dict.getlist(name)[:MAX_VALUES_PER_FILTER]:
                if value.strip():
                    yield name, value

    def with_query_string(self, query: str) -> "CableFilter":
        """Return the filters of another query string."""
        return CableFilter(QueryDict(query), self.queryset)

    def query_string_with(self, name: str, *values: str, without: str = "") -> str:
        """Return the query string with values added to a filter or one taken away, from page 1 on.

        Args:
            name: The filter.
            values: To be added; to a filter that takes one, in the place of the old one.
            without: To be taken away.
        """
        query = self.query_dict.copy()
        query.pop("page", None)
        query.pop("format", None)
        kept = query.getlist(name) if name in self.multi_valued or without else []
        kept = [one for one in kept if one.strip() != without and one not in values]
        query.setlist(name, [*kept, *values])
        return query.urlencode()

    def query_string_between(self, first: str, last: str) -> str:
        """Return the query string with the days of creation bounded, from page 1 on."""
        query = self.query_dict.copy()
        query.pop("page", None)
        query["created_after"], query["created_before"] = first, last
        return query.urlencode()

    @property
    def selected_year(self) -> int:
        """The year that the days of creation lie in; 0 where they lie in none or in several."""
        first, last = self.selection.created_after, self.selection.created_before
        return first.year if first and last and first.year == last.year else 0
