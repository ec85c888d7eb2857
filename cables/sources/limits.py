"""Limits on what is read, so that no file can exhaust the memory."""

from typing import Final

MAX_FILE_SIZE: Final = 16 * 1024 * 1024
"""Bytes of one file, one member of an archive or one record of a CSV.

The longest known cable has 66,332 characters (10STATE17263), the largest original page 250 kB."""

MAX_LINE: Final = 1024 * 1024
"""Characters in one line. The longest have a whole cable in one line."""

MAX_RATIO: Final = 500
"""How many times its size an archive may unpack to.

The distribution of August 2011, one sidebar on all its 251,287 pages, grows about 140 times."""

FREE_GROWTH: Final = 8 * 1024 * 1024
"""Bytes that any archive may unpack to, whatever the ratio: a short one can be all spaces."""

HEAD_SIZE: Final = 512
"""Bytes needed to recognize an archive or a CSV; the magic bytes of a .tar are at 257."""
