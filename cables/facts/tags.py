"""TAGS, the codes by which the Department files a cable by country, subject, program and body."""

from dataclasses import dataclass
from functools import cache

from cables.facts.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """One code and what it stands for."""

    code: str
    """Capitals and digits: `PREL`, `RS`, `KNNP`."""
    kind: str
    """`subject`, `geopolitical`, `program` or `organization`."""
    meaning: str
    """In English; for a code with two meanings the more frequent one with a remark."""
    source: str
    """Where the meaning is known from; `use in cables` is the weakest."""


def tag(code: str) -> Tag | None:
    """Return what a code stands for, or None. The case counts: codes are capitals."""
    return _tags_by_code().get(code)


@cache
def _tags_by_code() -> dict[str, Tag]:
    return {one.code: one for one in reversed(tags())}


@cache
def tags() -> tuple[Tag, ...]:
    """Return all codes with their meanings, by kind.

    AL, AU and IO come twice, as a country and as an organization; `tag` gives the country, whose
    meaning names the other.
    """
    return tuple(
        Tag(code=row["code"], kind=row["kind"], meaning=row["meaning"], source=row["source"])
        for row in rows("tags")
    )


def repaired(printed: str) -> tuple[str, ...]:
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
    return {row["printed_tag"]: tuple(row["tags"].split()) for row in rows("tag_repairs")}
