"""The kinds of fields that the list's filters have: several values at once, and days."""

from typing import Any, Final

import django_filters
from django import forms
from django.core.exceptions import ValidationError

from cables.periods import Period

MAX_VALUES_PER_FILTER: Final = 8
"""Of the filters that take several; more is no reader's question."""
MAX_VALUE_LENGTH: Final = 120


class ValuesField(forms.Field):
    """Some values, each as it stands in the address; none is checked, as any has an answer."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> tuple[str, ...]:
        """Return the first few, each once."""
        cleaned = (one.strip()[:MAX_VALUE_LENGTH] for one in value or ())
        return tuple(dict.fromkeys(one for one in cleaned if one))[:MAX_VALUES_PER_FILTER]


class ValuesFilter(django_filters.Filter):  # type: ignore[misc] # the package has no types
    """A filter that takes several values."""

    field_class = ValuesField


class DayField(forms.CharField):
    """A day, or a month or a year for its first or its last day: 2007, 2007-02, 2007-02-28."""

    def __init__(self, *, last: bool, **options: Any) -> None:
        self.last = last
        super().__init__(max_length=10, **options)

    def clean(self, value: Any) -> Any:
        """Return the day, None where nothing is typed."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            period = Period.parse(typed)
        except (ValueError, TypeError, OverflowError):
            raise ValidationError(
                f"“{typed}” is no date; write 2007, 2007-02 or 2007-02-28."
            ) from None
        return period.last_day if self.last else period.first_day


class DayFilter(django_filters.Filter):  # type: ignore[misc]
    """A bound of a stretch of days."""

    field_class = DayField


def day_filter(label: str, *, last: bool) -> DayFilter:
    """Make a bound; the form's box says how a date is written."""
    written = forms.TextInput(attrs={"placeholder": "YYYY-MM" if last else "YYYY"})
    return DayFilter(label=label, last=last, widget=written)
