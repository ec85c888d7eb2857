"""Path converters."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.links.converters import (
    ParagraphConverter,
    ParagraphRange,
    PeriodConverter,
    ReferenceIDConverter,
    TagConverter,
)


@pytest.mark.parametrize("value", ["3", "77", "3.2", "u1", "3-5", "u1-3", "3-3.2"])
def test_a_paragraph_or_a_range_matches(value: str) -> None:
    assert re.fullmatch(ParagraphConverter.regex, value)
    assert str(ParagraphRange.parse(value)) == value


@pytest.mark.parametrize("value", ["0", "03", "u0", "3-", "-5", "3.0", "12345", "three"])
def test_anything_else_does_not_match(value: str) -> None:
    assert not re.fullmatch(ParagraphConverter.regex, value)


def test_a_range_of_one_paragraph_is_that_paragraph() -> None:
    assert str(ParagraphRange.parse("3-3")) == "3"


@pytest.mark.parametrize(
    "value", ["07MOSCOW849", "1975DACCA00292", "09SPECIMEN10", "06PORT-AU-PRINCE1"]
)
def test_a_canonical_reference_id_matches(value: str) -> None:
    assert re.fullmatch(ReferenceIDConverter.regex, value)


@pytest.mark.parametrize("value", ["07moscow849", "MOSCOW849", "07 MOSCOW 849", "", "07/MOSCOW"])
def test_other_spellings_do_not_match(value: str) -> None:
    assert not re.fullmatch(ReferenceIDConverter.regex, value)


@pytest.mark.parametrize("value", ["2007", "2007-02", "2007-02-28"])
def test_years_months_and_days_are_periods(value: str) -> None:
    converter = PeriodConverter()
    assert re.fullmatch(converter.regex, value)
    assert converter.to_url(converter.to_python(value)) == value


@pytest.mark.parametrize("value", ["07", "2007-2", "2007-02-28-01", "2007-", "x"])
def test_other_dates_do_not_match(value: str) -> None:
    assert not re.fullmatch(PeriodConverter.regex, value)


@given(
    st.text(
        st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=20
    )
)
def test_any_code_has_an_ascii_url_that_converts_back(code: str) -> None:
    converter = TagConverter()
    url = converter.to_url(code)
    assert re.fullmatch(converter.regex, url)
    assert url.isascii()
    assert converter.to_python(url) == code
