"""Storage of collected static files."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hash and compress files, and rewrite imports between JavaScript modules to match."""

    support_js_module_import_aggregation = True
