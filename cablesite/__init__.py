"""The site around the reading room: settings, addresses, and how it is served."""

__version__ = "1.0.0"
