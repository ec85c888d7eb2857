"""How texts are set inside a form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cables.sources.forms.partner_exports import record_head, stated_time, variant_of
from tests.cables.sources.specimens import BODY

NUMBER_LINE = "51272\n2009-01-31 17:45:00\n09SPECIMEN1\nEmbassy Bern\nCONFIDENTIAL\n"
TSV = "2009-01-31 17:45:00\t09SPECIMEN1\tEmbassy Bern\tSECRET\t08SPECIMEN12\tVZCZCXYZ0001\\\n"
ID = (
    "id: 2745\ndate: 1/31/2009 17:45\nrefid: 09SPECIMEN1\norigin: Embassy Bern\n"
    "classification: SECRET\ndestination: \nheader:\n"
)
EXCERPT = BODY[:200] + "..."


@pytest.mark.parametrize(
    ("body", "variant"),
    [
        (BODY, ""),
        (NUMBER_LINE + BODY, "number-line record"),
        (NUMBER_LINE.replace("51272", "<<51272>>") + BODY, "number-line record"),
        ("\n\n".join(NUMBER_LINE.splitlines()[2:]) + "\n" + BODY, "number-line record"),
        (TSV + BODY, "tsv record"),
        ("51272\t" + TSV + BODY, "tsv record"),
        (ID + BODY, "id record"),
        ("Saturday, 31 January 2009, 17:45\n" + BODY, "weekday line"),
        ("Cable dated:2009-01-31T17:45:00" + BODY.replace("\n", ""), "cable-dated line"),
        ('","' + BODY, "csv residue"),
        ('1,1/31/2009 17:45,09SPECIMEN1,"Embassy Bern",SECRET,,"\n' + BODY, "csv residue"),
        (f"{EXCERPT}\n\n{NUMBER_LINE}{BODY}", "doubled"),
        (f"{EXCERPT}\n\n\n{ID}{BODY}", "doubled"),
        (f"{EXCERPT}\n\n{BODY}", "doubled"),
        (f"{EXCERPT}\n\nPP RUEHXX\n\nDE RUEHSW #0002\n{BODY}", "doubled"),
        (f'{EXCERPT}\n\nX \n",\n1,1/31/2009 17:45,09SPECIMEN1,"Bern"\n{BODY}', "doubled"),
        (EXCERPT, "excerpt"),
        (BODY.replace("\n", "\\\n"), "backslash lines"),
        (BODY.replace("E.O.", "E.o.").replace("SIPDIS", "Sipdis"), "sentence-cased"),
        (BODY.replace("\n", "\n\u2028"), "U+2028 line separators"),
        ("\n".join(line * 9 for line in BODY.split("\n")), "unwrapped"),
        ("", ""),
    ],
)
def test_a_body_is_told_by_its_setting(body: str, variant: str) -> None:
    assert variant_of(body) == variant


@pytest.mark.parametrize("record", [NUMBER_LINE, TSV, ID])
def test_a_record_knows_its_cable(record: str) -> None:
    head = record_head(record + BODY)

    assert head is not None
    assert head.reference_id == "09SPECIMEN1"


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
def test_a_first_line_may_know_the_minute(first: str) -> None:
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
def test_a_day_alone_or_a_doubtful_date_is_no_time(first: str) -> None:
    assert stated_time(first + BODY) is None


def test_most_bodies_have_no_record() -> None:
    assert record_head(BODY) is None


@given(st.text(st.sampled_from("\n .:-/,\"'\\0123456789AZaz<>|\t\u2028")))
def test_any_text_has_a_variant_or_none(text: str) -> None:
    assert isinstance(variant_of(text), str)
    record_head(text)
    stated_time(text)
