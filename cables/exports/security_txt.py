"""Until when the host's word on security holds."""

from datetime import UTC, datetime

from django.conf import settings


def security_expires() -> datetime | None:
    """Return SECURITY_EXPIRES in UTC; None where it is not set or is no date."""
    try:
        until = datetime.fromisoformat(settings.SECURITY_EXPIRES)
    except ValueError:
        return None
    return until.astimezone(UTC) if until.tzinfo else until.replace(tzinfo=UTC)
