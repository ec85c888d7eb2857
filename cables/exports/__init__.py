"""Lists and cables in the forms that programs read: JSON, CSV and Atom.

A list goes out row by row and ends at a bound; body and headers say whether it is all. What a form
says of a cable leaves the room without its page, so protected names are in none of them.
"""

from cables.exports.atom import as_atom
from cables.exports.limits import MAX_CABLES
from cables.exports.list_csv import as_csv
from cables.exports.list_json import as_json
from cables.exports.row import ExcerptFinder, ExportedExcerpt

__all__ = ["MAX_CABLES", "ExcerptFinder", "ExportedExcerpt", "as_atom", "as_csv", "as_json"]
