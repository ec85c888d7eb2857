"""ID and time from the exports of press partners."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.sources.forms.partner_exports import record_reference_id, stated_time
from tests.cables.sources.specimens import BODY

NUMBER_LINE = "51272\n2009-01-31 17:45:00\n09SPECIMEN1\nEmbassy Bern\nCONFIDENTIAL\n"
TSV = "2009-01-31 17:45:00\t09SPECIMEN1\tEmbassy Bern\tSECRET\t08SPECIMEN12\tVZCZCXYZ0001\\\n"
ID = (
    "id: 2745\ndate: 1/31/2009 17:45\nrefid: 09SPECIMEN1\norigin: Embassy Bern\n"
    "classification: SECRET\ndestination: \nheader:\n"
)


@pytest.mark.parametrize(
    "record",
    [
        NUMBER_LINE,
        NUMBER_LINE.replace("51272", "<<51272>>"),
        "\n\n".join(NUMBER_LINE.splitlines()[2:]) + "\n",
        TSV,
        "51272\t" + TSV,
        ID,
    ],
)
def test_a_record_states_its_reference_id(record: str) -> None:
    assert record_reference_id(record + BODY) == "09SPECIMEN1"


@pytest.mark.parametrize(
    "first",
    [
        NUMBER_LINE,
        TSV,
        ID,
        "Saturday, 31 January 2009, 17:45\n",
        "Cable dated:2009-01-31T17:45:00",
    ],
)
def test_a_first_line_may_state_the_minute(first: str) -> None:
    time = stated_time(first + BODY)

    assert time is not None
    assert time.isoformat() == "2009-01-31T17:45:00+00:00"


@pytest.mark.parametrize(
    "first",
    [
        NUMBER_LINE.replace(" 17:45:00", ""),
        NUMBER_LINE.replace("2009-01-31 17:45:00", "04.10.2009 01:32"),
        NUMBER_LINE.replace("2009-01-31", "2009-13-31"),
        "Saturday, 31 January 2009\n",
        "Saturday, 41 January 2009, 17:45\n",
        "",
    ],
)
def test_a_day_alone_or_an_ambiguous_date_gives_no_time(first: str) -> None:
    assert stated_time(first + BODY) is None


def test_a_body_may_have_no_record() -> None:
    assert record_reference_id(BODY) == ""


@given(st.text(st.sampled_from("\n .:-/,\"'\\0123456789AZaz<>|\t\u2028")))
def test_any_text_is_read_without_error(text: str) -> None:
    record_reference_id(text)
    stated_time(text)
