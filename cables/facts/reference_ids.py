"""Reference IDs that were printed wrong, and pairs that are probably one cable filed twice."""

from functools import cache

from cables.facts.tables import read_table


def repair_reference_id(printed_id: str) -> str:
    """Return the ID that a misprinted one stands for, or the printed one where it is not listed.

    `09SECTION01OF03SANJOSE525` gives `09SANJOSE525`. The table holds the 204 IDs of the whole index
    that name no post; the cable under the repaired ID exists beside 82 of them.
    """
    return _repairs().get(printed_id, printed_id)


@cache
def _repairs() -> dict[str, str]:
    return {row["printed_id"]: row["reference_id"] for row in read_table("id_repairs")}


def likely_twin(reference_id: str) -> str:
    """Return the ID under which the same cable was probably filed again, or `""`.

    Both were sent by one office that IDs spell in two ways, with the same serial in the same month
    (07TAIPEI2462, 07AITTAIPEI2462). The texts were not compared: offer it as "see also" only.
    """
    return _twins().get(reference_id, "")


@cache
def _twins() -> dict[str, str]:
    pairs = [(row["id_a"], row["id_b"]) for row in read_table("likely_twins")]
    return dict(pairs) | {second: first for first, second in pairs}
