"""How much is read before a file is refused, so that no file can exhaust the memory."""

from typing import Final

MAX_FILE_SIZE: Final = 16 * 1024 * 1024
"""Bytes of one file, one member of an archive or one record of a csv.

The longest known cable has 66,332 characters (10STATE17263), the largest original page 250 kB."""

MAX_LINE: Final = 1024 * 1024
"""Characters in one line. A page holds a whole cable in one line, a record line never more."""

MAX_RATIO: Final = 500
"""Times that an archive may grow when it is unpacked.

The distribution of August 2011, one sidebar on all its 251,287 pages, grows about 140 times."""

FREE_GROWTH: Final = 8 * 1024 * 1024
"""Bytes that any archive may unpack to, whatever the ratio: a short one can be all blanks."""

HEAD_SIZE: Final = 512
"""Bytes that are looked at to tell an archive or a csv; a .tar has its mark at 257."""
