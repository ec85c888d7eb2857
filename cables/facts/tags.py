"""TAGS, the codes by which the Department files a cable by country, subject, program and body."""

from dataclasses import dataclass
from functools import cache

from cables.facts.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class TagMeaning:
    """One code and what it stands for."""

    code: str
    """Capitals and digits: `PREL`, `RS`, `KNNP`."""
    kind: str
    """`subject`, `geopolitical`, `program` or `organization`."""
    meaning: str
    """In English; for a code with two meanings the more frequent one with a remark."""
    source: str
    """Where the meaning is known from; `use in cables` is the weakest."""


def find_tag(code: str) -> TagMeaning | None:
    """Return what a code stands for, or None. The case counts: codes are capitals."""
    return _tags_by_code().get(code)


@cache
def _tags_by_code() -> dict[str, TagMeaning]:
    return {one.code: one for one in reversed(all_tag_meanings())}


@cache
def all_tag_meanings() -> tuple[TagMeaning, ...]:
    """Return all codes with their meanings, by kind.

    AL, AU and IO come twice, as a country and as an organization; `tag` gives the country, whose
    meaning names the other.
    """
    return tuple(
        TagMeaning(code=row["code"], kind=row["kind"], meaning=row["meaning"], source=row["source"])
        for row in read_table("tags")
    )


def repair_tags(printed: str) -> tuple[str, ...]:
    """Return the codes that a printed tag stands for.

    Args:
        printed: As the cable has it: `PGOV`, `pgov`, `AFPHUM`, `EIAD`.

    Returns:
        One code for a good or misspelt tag, several for tags that ran together; the printed tag in
        capitals where nothing better is known, so at least one always. An empty tag gives itself.
    """
    code = printed.strip().upper()
    return (code,) if code in _tags_by_code() else _repairs().get(code, (code,))


@cache
def _repairs() -> dict[str, tuple[str, ...]]:
    return {row["printed_tag"]: tuple(row["tags"].split()) for row in read_table("tag_repairs")}
