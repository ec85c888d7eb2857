"""What every page says of the room itself."""

from django.conf import settings
from django.http import HttpRequest

from cables.links.urls import absolute_url


def site(request: HttpRequest) -> dict[str, str]:
    """Return the room's name, its address without a slash at the end, and whom to write to."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "contact": settings.CONTACT,
        "canonical_url": absolute_url(request.path),
    }
