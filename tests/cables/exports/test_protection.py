"""Names that a cable asks to protect are withheld from every export."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client, RequestFactory

from cables.exports import as_atom, as_csv, as_json
from cables.models import Cable
from tests.conftest import LoadText

PLANTED = """\
R 031200Z MAR 09
FM AMEMBASSY SPECIMEN
TO SECSTATE WASHDC 0001

C O N F I D E N T I A L SPECIMEN 000901

SIPDIS

DEPT FOR EUR ZYLPHA QUORN

E.O. 12958: DECL: 03/03/2019
TAGS: PREL, OVIP (QUORN, ZYLPHA), QUORN, ZYLPHA
SUBJECT: ZYLPHA QUORN SPEAKS OF SPECIMENS

REF: A. SPECIMEN 902
     B. QUORN E-MAIL OF MARCH 2

Classified By: Ambassador Jane Doe, for Zylpha Quorn.  Reasons: 1.4 (b) and (d).

1. (C) Summary: Zylpha Quorn (strictly protect) told us that this is a specimen. Quorn
said so twice. End summary.

WHAT QUORN SAID
---------------

2. (C) According to Quorn, it is one. (Note: Zylpha Quorn, please protect, asks not to be named.)

QUORN
"""


@pytest.fixture
def planted(load_text: LoadText) -> Cable:
    return load_text(PLANTED)


def atom_text(cables: Any) -> str:
    request = RequestFactory().get("/cables/?format=atom")
    return as_atom(request, cables, heading="all", page_url="/cables/").content.decode()


FORMATS: dict[str, Callable[[Any], str]] = {
    "json": lambda cables: as_json(cables, total=1, page_url="/cables/").getvalue().decode(),
    "csv": lambda cables: as_csv(cables, total=1, page_url="/cables/").getvalue().decode(),
    "atom": atom_text,
}


@pytest.mark.parametrize("format_name", FORMATS)
def test_no_list_has_the_names(planted: Cable, format_name: str) -> None:
    text = FORMATS[format_name](Cable.objects.for_lists())
    assert "09SPECIMEN901" in text
    assert not re.search("quorn|zylpha", text, re.IGNORECASE)


@pytest.mark.parametrize(
    "address",
    [
        "/cable/09SPECIMEN901.json",
        "/feed/",
        "/origin/embassy-specimen/feed/",
        "/tag/PREL/feed/",
        "/sitemap.xml",
        "/sitemap-pages.xml",
        "/llms.txt",
        "/opensearch.xml",
        "/robots.txt",
    ],
)
def test_no_machine_readable_page_has_the_names(
    planted: Cable, client: Client, address: str
) -> None:
    response = client.get(address)
    assert response.status_code == 200
    assert not re.search("quorn|zylpha", response.content.decode(), re.IGNORECASE)


def test_the_record_says_where_names_are_withheld(planted: Cable, client: Client) -> None:
    record = json.loads(client.get("/cable/09SPECIMEN901.json").content)
    assert record["withheld"]
    assert [paragraph["withheld"] for paragraph in record["paragraphs"]] == [True, True]
    assert "[name withheld]" in record["subject"]
    assert "[name withheld]" in record["paragraphs"][1]["heading"]


@pytest.mark.parametrize("code", ["QUORN", "ZYLPHA", "QUORN~2C~20ZYLPHA"])
def test_a_tag_that_is_a_name_has_no_feed(planted: Cable, client: Client, code: str) -> None:
    assert client.get(f"/tag/{code}/feed/").status_code == 404


ANOTHER = """\
R 041200Z MAR 09
FM AMEMBASSY SPECIMEN
TO SECSTATE WASHDC 0002

C O N F I D E N T I A L SPECIMEN 000903

TAGS: PREL
SUBJECT: ZYLPHA QUORN ONCE MORE

1. (C) Zylpha Quorn spoke again, and this cable does not ask for anything.
"""


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_name_that_one_cable_protects_is_withheld_from_the_others(
    planted: Cable, load_text: LoadText, client: Client, format_name: str
) -> None:
    load_text(ANOTHER, name="09SPECIMEN903.txt")
    record = client.get("/cable/09SPECIMEN903.json").content.decode()
    text = FORMATS[format_name](Cable.objects.for_lists())
    assert "09SPECIMEN903" in text
    assert not re.search("quorn|zylpha", text + record, re.IGNORECASE)


def test_the_published_text_is_complete(planted: Cable, client: Client) -> None:
    response = client.get("/cable/09SPECIMEN901.txt")
    assert response.content.decode() == planted.telegram
