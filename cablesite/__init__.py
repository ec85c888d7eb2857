"""The Django project: settings, root URLs, and how the site is served."""

__version__ = "1.0.0"
