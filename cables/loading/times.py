"""When a cable was created, by its date-time group and by its source's table."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from cables.parser import ParsedCable, ParseProblem
from cables.sources import SourceCable

TIME_TOLERANCE: Final = timedelta(hours=1)
"""How far the source's table and the date-time group may differ without a note."""
DRAFT_TOLERANCE: Final = timedelta(days=7)
"""The same for a table that gives the day of the draft."""


def time_columns(source: SourceCable, parsed: ParsedCable) -> dict[str, Any]:
    """Return the columns of dates: the date-time group's if there is one, else the table's."""
    created = parsed.created or source.created
    return {
        "created": created,
        "created_from": "group" if parsed.created else "source" if source.created else "",
        "created_exact": bool(parsed.created) or source.minutes_trusted,
        "released": source.released,
        "released_exact": source.minutes_trusted,
    }


def time_problems(source: SourceCable, parsed: ParsedCable) -> Iterator[ParseProblem]:
    """Yield a problem if the source's table and the date-time group disagree."""
    if not (source.created and parsed.created):
        return
    group, table, far = parsed.created, source.created, TIME_TOLERANCE
    if source.form == "nara":  # its table gives the day of the draft, which may go out days later
        far = DRAFT_TOLERANCE
    elif not source.minutes_trusted:  # its minutes repeat the hour: compare what the hour allows
        group, table = group.replace(minute=0), table.replace(minute=0)
    if abs(group - table) > far:
        yield ParseProblem(
            code="created-disagrees",
            line=0,
            message=f"The date-time group says {_format_time(parsed.created)}, but the source's "
            f"table says {_format_time(source.created)}. Created shows the date-time group.",
            printed=_format_time(source.created),
            meant=_format_time(parsed.created),
        )


def _format_time(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
