"""TAGS: the codes under which the Department files cables by country, subject, program and body."""

from dataclasses import dataclass
from functools import cache

from cables.facts.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class TagMeaning:
    """A code and its meaning."""

    code: str
    """Capitals and digits: `PREL`, `RS`, `KNNP`."""
    kind: str
    """`subject`, `geopolitical`, `program` or `organization`."""
    meaning: str
    """In English; for a code with two meanings, the more frequent one with a note."""
    source: str
    """Source of the meaning; `use in cables` is the weakest."""


def find_tag(code: str) -> TagMeaning | None:
    """Return the meaning of a code, or None. Codes are in capitals; case matters."""
    return _tags_by_code().get(code)


@cache
def _tags_by_code() -> dict[str, TagMeaning]:
    return {tag.code: tag for tag in reversed(all_tag_meanings())}


@cache
def all_tag_meanings() -> tuple[TagMeaning, ...]:
    """Return all codes with their meanings, by kind.

    AL, AU and IO appear twice, as a country and as an organization; `find_tag` returns the country,
    whose meaning mentions the organization.
    """
    return tuple(
        TagMeaning(code=row["code"], kind=row["kind"], meaning=row["meaning"], source=row["source"])
        for row in read_table("tags")
    )


def repair_tags(printed: str) -> tuple[str, ...]:
    """Return the codes that a printed tag means.

    Args:
        printed: As in the cable: `PGOV`, `pgov`, `AFPHUM`, `EIAD`.

    Returns:
        One code for a valid or misspelled tag, several for tags that ran together. If no repair is
        known, the printed tag in capitals; so always at least one.
    """
    code = printed.strip().upper()
    return (code,) if code in _tags_by_code() else _repairs().get(code, (code,))


@cache
def _repairs() -> dict[str, tuple[str, ...]]:
    return {row["printed_tag"]: tuple(row["tags"].split()) for row in read_table("tag_repairs")}
