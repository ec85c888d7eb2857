"""Filter fields for the list of cables: several values at once, and dates."""

from typing import Any, Final

import django_filters
from django import forms
from django.core.exceptions import ValidationError

from cables.periods import Period

MAX_VALUES_PER_FILTER: Final = 8
"""Far more than a reader selects; keeps crafted URLs cheap."""
MAX_VALUE_LENGTH: Final = 120


class ValuesField(forms.Field):
    """Values of a repeated parameter; any value is valid."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> tuple[str, ...]:
        """Return the first few distinct values."""
        stripped = (item.strip()[:MAX_VALUE_LENGTH] for item in value or ())
        return tuple(dict.fromkeys(item for item in stripped if item))[:MAX_VALUES_PER_FILTER]


class ValuesFilter(django_filters.Filter):  # type: ignore[misc] # the package has no types
    """A filter that takes several values."""

    field_class = ValuesField


class DayField(forms.CharField):
    """A day, or the first or last day of a month or year: 2007, 2007-02, 2007-02-28."""

    def __init__(self, *, last: bool, **options: Any) -> None:
        self.last = last
        super().__init__(max_length=10, **options)

    def clean(self, value: Any) -> Any:
        """Return the day; None if nothing was typed."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            period = Period.parse(typed)
        except (ValueError, TypeError, OverflowError):
            raise ValidationError(
                f"“{typed}” is not a date. Use 2007, 2007-02 or 2007-02-28."
            ) from None
        return period.last_day if self.last else period.first_day


class DayFilter(django_filters.Filter):  # type: ignore[misc]
    """The first or last day of a date range."""

    field_class = DayField


def day_filter(label: str, *, last: bool) -> DayFilter:
    """Return a date filter; the placeholder is an example."""
    widget = forms.TextInput(attrs={"placeholder": "2007-02"})
    return DayFilter(label=label, last=last, widget=widget)
