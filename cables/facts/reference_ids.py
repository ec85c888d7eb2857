"""Repairs of reference IDs that were misprinted."""

from functools import cache

from cables.facts.tables import read_table


def repair_reference_id(printed_id: str) -> str:
    """Return the ID that a misprinted one means, or the printed one if no repair is listed.

    `09SECTION01OF03SANJOSE525` gives `09SANJOSE525`. The table holds the 204 IDs of the whole index
    that name no post; for 82 of them a cable with the repaired ID exists as well.
    """
    return _repairs().get(printed_id, printed_id)


@cache
def _repairs() -> dict[str, str]:
    return {row["printed_id"]: row["reference_id"] for row in read_table("id_repairs")}
