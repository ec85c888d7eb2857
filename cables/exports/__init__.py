"""Machine-readable forms of cables, lists and people: JSON, CSV, Atom, sitemaps, JSON Schema."""

from cables.exports.atom import as_atom
from cables.exports.limits import MAX_CABLES
from cables.exports.list_csv import as_csv
from cables.exports.list_json import as_json
from cables.exports.row import ExcerptFinder, ExportedExcerpt

__all__ = ["MAX_CABLES", "ExcerptFinder", "ExportedExcerpt", "as_atom", "as_csv", "as_json"]
