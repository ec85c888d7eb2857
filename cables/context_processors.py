"""Template variables about the site itself."""

from django.conf import settings
from django.http import HttpRequest

from cables.links.urls import absolute_url


def site(request: HttpRequest) -> dict[str, str]:
    """Return the site's name, its URL without a trailing slash, and its contact."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "contact": settings.CONTACT,
        "canonical_url": absolute_url(request.path),
    }
