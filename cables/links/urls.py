"""Absolute URLs of this site."""

from django.conf import settings


def absolute_url(path: str) -> str:
    """Return a path of this site as an absolute URL; a URL that already is one stays the same."""
    return f"{settings.SITE_URL}{path}" if path.startswith("/") else path
