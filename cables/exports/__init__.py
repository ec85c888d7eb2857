"""Lists and cables in the forms that programs read: JSON, CSV and Atom.

A list goes out row by row and ends at a bound; body and headers say whether it is all. What a form
says of a cable leaves the room without its page, so protected names are in none of them.
"""

from cables.exports.bounds import MOST
from cables.exports.csv_lists import as_csv
from cables.exports.json_lists import as_json
from cables.exports.rows import Excerpt, ExcerptsOf
from cables.feeds import as_atom

__all__ = ["MOST", "Excerpt", "ExcerptsOf", "as_atom", "as_csv", "as_json"]
