"""What `manage.py check --deploy` knows of this room beyond Django's own checks."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks


@checks.register(checks.Tags.security, deploy=True)
def site_address(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 - the shape that Django calls
    **kwargs: Any,  # noqa: ARG001
) -> list[checks.CheckMessage]:
    """Warn where share links and previews would carry an address that only this machine knows."""
    if "//localhost" not in settings.SITE_URL and settings.SERVED_BY_HTTPS:
        return []
    return [
        checks.Warning(
            f"SITE_URL is {settings.SITE_URL}, and every shared link will carry it.",
            hint="Set SITE_URL to the public https address of this room.",
            id="cables.W001",
        )
    ]
