"""What `check --deploy` says of this room."""

from datetime import timedelta

import pytest
from django.core import checks
from django.utils import timezone
from pytest_django import Settings

CONTACT = "mailto:keeper@example.org"


def days_ahead(days: int) -> str:
    return (timezone.now() + timedelta(days=days)).date().isoformat()


def found() -> set[str]:
    return {
        str(one.id)
        for one in checks.run_checks(include_deployment_checks=True, tags=["security"])
        if str(one.id).startswith("cables.")
    } - {"cables.W001"}


@pytest.mark.parametrize(
    ("contact", "expires", "codes"),
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
def test_a_date_that_nobody_would_believe_is_told(
    settings: Settings, contact: str, expires: str, codes: set[str]
) -> None:
    settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES = contact, expires
    assert found() == codes


@pytest.mark.parametrize(("value", "codes"), [("allow", set()), ("no", {"cables.E001"})])
def test_a_policy_for_crawlers_is_allow_or_deny(
    settings: Settings, value: str, codes: set[str]
) -> None:
    settings.SECURITY_CONTACT, settings.SECURITY_EXPIRES = CONTACT, days_ahead(9)
    settings.ROBOTS_AI = value
    assert found() == codes
