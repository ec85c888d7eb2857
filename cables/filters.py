"""The filters of the list of cables."""

from typing import Any, ClassVar

import django_filters
from django import forms

from cables.models import Cable, Classification, Post
from cables.querysets import CableQuerySet

SORTS = (("newest", "newest first"), ("oldest", "oldest first"), ("loaded", "newest loaded first"))


class WholeNumberFilter(django_filters.NumberFilter):  # type: ignore[misc]
    """A number without a fraction."""

    field_class = forms.IntegerField


class CableFilter(django_filters.FilterSet):  # type: ignore[misc] # the package has no types
    """Which cables a reader wants to see, and in which order; every state is an address."""

    origin = django_filters.ModelChoiceFilter(
        queryset=Post.objects.filter(cables__isnull=False).distinct(),
        to_field_name="slug",
        empty_label="any",
        label="Origin",
    )
    classification = django_filters.ChoiceFilter(
        choices=[choice for choice in Classification.choices if choice[0]],
        empty_label="any",
        label="Classification",
    )
    year = WholeNumberFilter(
        field_name="created__year",
        label="Year",
        min_value=1900,
        max_value=2100,
        widget=forms.NumberInput(attrs={"placeholder": "any"}),
    )
    sort = django_filters.ChoiceFilter(
        choices=SORTS, method="arrange", empty_label=None, label="Order"
    )

    class Meta:
        """Only what is declared above."""

        model = Cable
        fields: ClassVar[list[str]] = []

    def arrange(self, cables: CableQuerySet, _name: str, value: str) -> CableQuerySet:
        """Order the cables."""
        if value == "oldest":
            return cables.oldest_first()
        return cables.newest_loaded_first() if value == "loaded" else cables.newest_first()

    def chips(self) -> list[tuple[Any, str]]:
        """Return what is set: the words of each filter, and the query that takes it away again."""
        set_filters = {
            name: value
            for name, value in getattr(self.form, "cleaned_data", {}).items()
            if value and name != "sort"
        }
        return [(value, self.query_without(name)) for name, value in set_filters.items()]

    def query_without(self, name: str) -> str:
        """Return today's query string without a filter, and from the first page on."""
        query = self.data.copy()
        query.pop(name, None)
        query.pop("page", None)
        return str(query.urlencode())
