"""The site's machine-readable files."""

from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from pytest_django import Settings

from cables.exports.crawlers import AI_AGENTS
from cables.views.site_files import shorten_name

pytestmark = pytest.mark.django_db
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def get(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_crawlers_may_read_everything_but_query_strings(client: Client) -> None:
    rules = get(client, "/robots.txt")
    assert "User-agent: *\nDisallow: /*?\n" in rules
    assert "Sitemap: http://localhost:8000/sitemap.xml\n" in rules
    assert "GPTBot" not in rules


def test_a_host_may_refuse_language_model_crawlers(client: Client, settings: Settings) -> None:
    settings.ROBOTS_AI = "deny"
    rules = get(client, "/robots.txt")
    groups = rules.split("\n\n")
    assert groups[0].endswith("Disallow: /healthz")
    for purpose, agents in AI_AGENTS.items():
        [group] = [group for group in groups if purpose in group]
        assert [line for line in group.split("\n") if line][1:] == [
            *(f"User-agent: {agent}" for agent in agents),
            "Disallow: /",
        ]


def test_the_site_is_described_to_language_models(client: Client, settings: Settings) -> None:
    settings.SITE_NAME = "Cables & More"
    text = get(client, "/llms.txt")
    assert text.startswith("# Cables & More\n")
    assert "http://localhost:8000/cable/07MOSCOW849.json" in text
    assert "at most 10000 cables" in text


def test_browsers_can_offer_the_search(client: Client, settings: Settings) -> None:
    settings.SITE_NAME = "The <Very> Long Reading Room"
    response = client.get("/opensearch.xml")
    assert response.headers["Content-Type"] == "application/opensearchdescription+xml"
    tree = ET.fromstring(response.content)  # noqa: S314 - our own
    assert tree.findtext(f"{OPENSEARCH}ShortName") == "The <Very> Long"
    addresses = [url.get("template") for url in tree.findall(f"{OPENSEARCH}Url")]
    assert addresses[0] == "http://localhost:8000/cables/?q={searchTerms}"


@pytest.mark.parametrize(
    ("name", "short"),
    [("Cables", "Cables"), ("Cable Reading Room", "Cable Reading"), ("x" * 20, "x" * 16)],
)
def test_a_long_name_is_shortened_for_opensearch(name: str, short: str) -> None:
    assert shorten_name(name) == short


def test_security_txt_exists_only_with_a_contact_and_a_date(
    client: Client, settings: Settings
) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_CONTACT = "mailto:a&b@example.org"
    settings.SECURITY_EXPIRES = "soon"
    assert client.get("/.well-known/security.txt").status_code == 404
    settings.SECURITY_EXPIRES = "2027-06-30"
    assert get(client, "/.well-known/security.txt").split("\n")[:3] == [
        "Contact: mailto:a&b@example.org",
        "Expires: 2027-06-30T00:00:00Z",
        "Canonical: http://localhost:8000/.well-known/security.txt",
    ]


def test_the_formats_are_described_as_a_page_and_as_json_schema(client: Client) -> None:
    page = get(client, "/schema/")
    assert "<code>paragraphs[].withheld</code>" in page
    for name in ("cable", "cables"):
        response = client.get(f"/schema/{name}.json")
        assert response.headers["Content-Type"] == "application/schema+json"
        assert response.json()["$id"] == f"http://localhost:8000/schema/{name}.json"
    assert client.get("/schema/other.json").status_code == 404
