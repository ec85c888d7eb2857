"""The expiry date of security.txt (RFC 9116)."""

from datetime import UTC, datetime

from django.conf import settings


def security_expires() -> datetime | None:
    """Return SECURITY_EXPIRES in UTC, or None if it is not set or not a date."""
    try:
        expires = datetime.fromisoformat(settings.SECURITY_EXPIRES)
    except ValueError:
        return None
    return expires.astimezone(UTC) if expires.tzinfo else expires.replace(tzinfo=UTC)
