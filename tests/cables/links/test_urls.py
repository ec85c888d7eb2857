"""Absolute URLs."""

import pytest
from pytest_django import Settings

from cables.links.urls import absolute_url


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("/cable/07MOSCOW849/", "https://cables.example.org/cable/07MOSCOW849/"),
        ("/cables/?q=http://x", "https://cables.example.org/cables/?q=http://x"),
        ("https://example.org/", "https://example.org/"),
    ],
)
def test_only_paths_get_the_site_url(settings: Settings, path: str, url: str) -> None:
    settings.SITE_URL = "https://cables.example.org"
    assert absolute_url(path) == url
