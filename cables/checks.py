"""System checks for `manage.py check --deploy`, in addition to Django's own."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.utils import timezone

from cables.exports.security_txt import security_expires

MAX_EXPIRY: Final = timedelta(days=366)
"""RFC 9116 recommends less than a year, so that stale contacts are noticed."""


@checks.register(checks.Tags.security, deploy=True)
def check_site_url(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001 - Django's signature for checks
    **kwargs: Any,  # noqa: ARG001
) -> list[checks.CheckMessage]:
    """Warn if share links and previews would contain a local or insecure address."""
    if "//localhost" not in settings.SITE_URL and settings.SERVED_BY_HTTPS:
        return []
    return [
        checks.Warning(
            f"SITE_URL is {settings.SITE_URL}, and every shared link will contain it.",
            hint="Set SITE_URL to the public https address of the site.",
            id="cables.W001",
        )
    ]


@checks.register(checks.Tags.security, deploy=True)
def check_security_contact(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001
    **kwargs: Any,  # noqa: ARG001
) -> list[checks.CheckMessage]:
    """Warn if the expiry date of /.well-known/security.txt is missing, past or too far ahead.

    A site without a contact has no such file; that is only mentioned.
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
        fault = f"is {settings.SECURITY_EXPIRES!r}, which is not a date; the file is not served"
    elif until <= now:
        fault = f"was {until:%Y-%m-%d}; security researchers will not trust an expired contact"
    elif until > now + MAX_EXPIRY:
        fault = f"is {until:%Y-%m-%d}, more than a year ahead"
    else:
        return []
    return [
        checks.Warning(
            f"SECURITY_EXPIRES {fault}.",
            hint="Check the contact, and set the date to within a year, such as 2027-06-30.",
            id="cables.W002",
        )
    ]


@checks.register(checks.Tags.security)
def check_robots_ai(
    app_configs: Sequence[AppConfig] | None,  # noqa: ARG001
    **kwargs: Any,  # noqa: ARG001
) -> list[checks.CheckMessage]:
    """Fail if ROBOTS_AI is not a policy that robots.txt can express."""
    if settings.ROBOTS_AI in {"allow", "deny"}:
        return []
    return [
        checks.Error(
            f"ROBOTS_AI is {settings.ROBOTS_AI!r}; expected allow or deny.", id="cables.E001"
        )
    ]
