"""Read the files in .zip, .7z and .tar archives and in compressed files, without unpacking to disk.

Archives inside archives are refused: cables are not packed that way, and nesting is the usual way
to hide how much an archive unpacks to.
"""

from cables.sources.archives.detect import (
    ARCHIVE_ERRORS,
    archive_members,
    explain_error,
    is_archive,
)
from cables.sources.archives.members import ArchiveMember, RefusedMember
from cables.sources.archives.office_files import describe_office_file

__all__ = [
    "ARCHIVE_ERRORS",
    "ArchiveMember",
    "RefusedMember",
    "archive_members",
    "describe_office_file",
    "explain_error",
    "is_archive",
]
