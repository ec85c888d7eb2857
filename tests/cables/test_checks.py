"""System checks of `check --deploy`."""

from datetime import timedelta

import pytest
from django.core import checks
from django.utils import timezone
from pytest_django import Settings

CONTACT = "mailto:operator@example.org"


def days_ahead(days: int) -> str:
    return (timezone.now() + timedelta(days=days)).date().isoformat()


def check_ids() -> set[str]:
    return {
        str(message.id)
        for message in checks.run_checks(include_deployment_checks=True, tags=["security"])
        if str(message.id).startswith("cables.")
    } - {"cables.W001"}


@pytest.mark.parametrize(
    ("contact", "expires", "ids"),
    [
        ("", "", {"cables.I001"}),
        (CONTACT, days_ahead(90), set()),
        (CONTACT, f"{days_ahead(90)}T12:00:00+02:00", set()),
        (CONTACT, "", {"cables.W002"}),
        (CONTACT, "next year", {"cables.W002"}),
        (CONTACT, days_ahead(-1), {"cables.W002"}),
        (CONTACT, days_ahead(900), {"cables.W002"}),
    ],
)
def test_a_missing_or_implausible_expiry_date_is_reported(
    settings: Settings, contact: str, expires: str, ids: set[str]
) -> None:
    settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES = contact, expires
    assert check_ids() == ids


@pytest.mark.parametrize(("value", "ids"), [("allow", set()), ("no", {"cables.E001"})])
def test_the_policy_for_ai_crawlers_is_allow_or_deny(
    settings: Settings, value: str, ids: set[str]
) -> None:
    settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES = CONTACT, days_ahead(9)
    settings.ROBOTS_AI = value
    assert check_ids() == ids
