"""Where static files are kept once collected."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Hashed and compressed files, the imports between JavaScript modules hashed too."""

    support_js_module_import_aggregation = True
