"""What `manage.py check --deploy` knows of this room beyond Django's own checks."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.utils import timezone

from cables.exports.security_txt import security_expires

MAX_EXPIRY: Final = timedelta(days=366)
"""RFC 9116 asks for less than a year, so that what is stale is noticed."""


@checks.register(checks.Tags.security, deploy=True)
def check_site_url(
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


@checks.register(checks.Tags.security, deploy=True)
def check_security_contact(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001
    **kwargs: Any,  # noqa: ARG001
) -> list[checks.CheckMessage]:
    """Warn where /.well-known/security.txt is missing its date, or the date is not to be believed.

    A room without a contact has no such file, which is no fault, and is only mentioned.
    """
    if not settings.SECURITY_CONTACT:
        return [
            checks.Info(
                "There is no /.well-known/security.txt: SECURITY_CONTACT is not set.",
                hint="Set it to a mailto: or https: address, and SECURITY_EXPIRES to a date.",
                id="cables.I001",
            )
        ]
    until, now = security_expires(), timezone.now()
    if until is None:
        fault = f"is {settings.SECURITY_EXPIRES!r}, which is no date; the file is not shown"
    elif until <= now:
        fault = f"was {until:%Y-%m-%d}: whoever finds a weakness will not trust the contact"
    elif until > now + MAX_EXPIRY:
        fault = f"is {until:%Y-%m-%d}, more than a year ahead"
    else:
        return []
    return [
        checks.Warning(
            f"SECURITY_EXPIRES {fault}.",
            hint="Set it to a day within a year, like 2027-06-30, and look at the contact again.",
            id="cables.W002",
        )
    ]


@checks.register(checks.Tags.security)
def check_robots_ai(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001
    **kwargs: Any,  # noqa: ARG001
) -> list[checks.CheckMessage]:
    """Refuse a policy that robots.txt could not tell."""
    if settings.ROBOTS_AI in {"allow", "deny"}:
        return []
    return [
        checks.Error(
            f"ROBOTS_AI is {settings.ROBOTS_AI!r}; it must be allow or deny.", id="cables.E001"
        )
    ]
