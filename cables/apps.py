"""The application's configuration."""

from django.apps import AppConfig


class CablesConfig(AppConfig):
    """Cables, people, and the pages that show them."""

    name = "cables"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Register the system checks."""
        from cables import checks  # noqa: F401, PLC0415 - registers on import, once apps are ready
