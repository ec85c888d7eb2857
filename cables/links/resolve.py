"""Resolve what a reader types or pastes: to one URL, or to the cables that it may refer to."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from django.urls import NoReverseMatch, reverse

from cables.links.legacy import DeadLink, LinkTarget, ListTarget, resolve_legacy_url
from cables.links.references import (
    CableTarget,
    YearlessReference,
    find_target,
    normalize_text,
    post_code_variants,
    to_reference_id,
)
from cables.models import Cable, Reference
from cables.parser.reference_ids import (
    canonical_reference_id,
    format_reference_id,
    post_code,
    split_reference_id,
)

URL_IN_TEXT: Final = re.compile(
    r"(?:https?://|/)(?:(?!https?://)\S)+|\S+\.(?:php|html)\S*", re.IGNORECASE
)
"""A URL in a text, with or without its host."""
SURROUNDING: Final = "\"'“”‘’<>[].,;: "
"""Characters that a reader may copy along with an ID or a URL."""
SEPARATE_NUMBERS: Final = re.compile(r"[0-9][^0-9A-Za-z(]+[0-9]")
"""Two separate numbers, which no ID has. Example: `07MOSCOW849/3`, a paragraph of a cable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateYear:
    """A year in which a post may have sent the cable with a serial number."""

    year: int
    cables: tuple[Cable, ...]
    """The cables in the collection, under any spelling of the post."""
    missing_ids: tuple[str, ...]
    """Reference IDs that cables cite but that are not in the collection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedText:
    """What a text refers to."""

    url: str = ""
    """The URL, with query and fragment; empty if there is none, or more than one."""
    reference_id: str = ""
    """The cable, in the collection or not; empty for a list, or if the text refers to none."""
    yearless: str = ""
    """`MOSCOW 849`, if only the year is missing."""
    years: tuple[CandidateYear, ...] = ()
    """The possible years then, oldest first."""
    dead_link: DeadLink | None = None
    """An old URL whose number no longer refers to anything."""

    @property
    def candidates(self) -> tuple[Cable, ...]:
        """The possible cables in the collection, oldest first."""
        return tuple(cable for year in self.years for cable in year.cables)

    @property
    def years_in_collection(self) -> tuple[int, ...]:
        """The years of these cables, oldest first."""
        return tuple(year.year for year in self.years if year.cables)


def resolve_text(text: str) -> ResolvedText:
    """Return what a text refers to: an ID in any spelling, a line of a telegram, an old URL.

    Accepts any text; if it refers to no cable and no list, every field is empty.
    """
    target = _resolve_pasted_url(normalize_text(text)) or find_target(text)
    if isinstance(target, DeadLink):
        return ResolvedText(dead_link=target)
    if isinstance(target, YearlessReference):
        return ResolvedText(yearless=str(target), years=_candidate_years(target))
    if isinstance(target, ListTarget):
        return ResolvedText(url=target_url(target))
    if target is None:
        return ResolvedText()
    target = _with_stored_spelling(target)
    url = target_url(target)
    return ResolvedText(url=url, reference_id=target.reference_id if url else "")


def exact_reference_id(query: str) -> str:
    """Return the reference ID that a query consists of, if the post is known; else empty.

    An ID in a longer phrase does not count: `talks in 07 MOSCOW 849`.
    """
    words = normalize_text(query).strip(SURROUNDING)
    reference_id = "" if SEPARATE_NUMBERS.search(words) else canonical_reference_id(words)
    try:
        _year, post, _serial = split_reference_id(reference_id)
    except ValueError:
        return ""
    return reference_id if post_code(post) else ""


def url_for_spelling(spelling: str, paragraph: str = "", *, telegram: bool = False) -> str:
    """Return the URL of a cable by any spelling of its ID; empty if it cannot be an ID."""
    return target_url(
        CableTarget(reference_id=to_reference_id(spelling), paragraph=paragraph, telegram=telegram)
    )


def target_url(target: CableTarget | ListTarget) -> str:
    """Return the URL of a target on this site; empty if its spelling cannot be a reference ID."""
    if isinstance(target, ListTarget):
        query = urlencode(target.query)
        return f"{reverse('cables')}?{query}" if query else reverse("cables")
    kwargs = {"reference_id": target.reference_id}
    query = f"?{urlencode({'q': target.search_words})}" if target.search_words else ""
    try:
        if target.paragraph and not query:
            return reverse("paragraph", kwargs={**kwargs, "paragraph": target.paragraph})
        path = reverse("telegram" if target.telegram else "cable", kwargs=kwargs)
    except NoReverseMatch:
        return ""
    fragment = target.fragment or (f"par{target.paragraph}" if target.paragraph else "")
    return f"{path}{query}#{fragment}" if fragment else f"{path}{query}"


def _resolve_pasted_url(text: str) -> LinkTarget | None:
    """Return what the old URL in a text refers to, or None if there is none.

    The last URL counts: a web archive's URL has the archived one after its own.
    """
    for pasted in reversed(URL_IN_TEXT.findall(text)):
        url = pasted.strip(SURROUNDING)
        try:
            parts = urlsplit(url if "://" in url else f"//host/{url.lstrip('/')}")
        except ValueError:
            continue
        query = parse_qs(parts.query, keep_blank_values=True)
        target = resolve_legacy_url(unquote(parts.path), query, unquote(parts.fragment))
        if target:
            return target
    return None


def _with_stored_spelling(target: CableTarget) -> CableTarget:
    """Return the target under the spelling in the collection: 08KIEV12 may be 08KYIV12 there."""
    try:
        year, post, serial = split_reference_id(target.reference_id)
    except ValueError:
        return target
    codes = post_code_variants(post)
    if len(codes) == 1:
        return target
    stored = Cable.objects.by_reference_id(
        format_reference_id(year, code, serial) for code in codes
    )
    if not stored or target.reference_id in stored:
        return target
    return replace(target, reference_id=next(iter(stored)))


def _candidate_years(yearless: YearlessReference) -> tuple[CandidateYear, ...]:
    """Return the years with such a cable, in the collection or cited by it."""
    possible_ids = yearless.possible_ids()
    stored = Cable.objects.for_lists().by_reference_id(possible_ids)
    cited_ids = Reference.objects.filter(cited_id__in=possible_ids).values_list(
        "cited_id", flat=True
    )
    missing = set(cited_ids) - set(stored)
    known_ids = (
        reference_id
        for reference_id in possible_ids
        if reference_id in stored or reference_id in missing
    )
    return tuple(
        CandidateYear(
            year=year,
            cables=tuple(stored[reference_id] for reference_id in ids if reference_id in stored),
            missing_ids=tuple(reference_id for reference_id in ids if reference_id in missing),
        )
        for year, ids in _group_by_year(known_ids)
    )


def _group_by_year(reference_ids: Iterable[str]) -> list[tuple[int, list[str]]]:
    """Group reference IDs, which are in the order of their years, by year."""
    groups = groupby(reference_ids, key=lambda reference_id: split_reference_id(reference_id)[0])
    return [(year, list(ids)) for year, ids in groups]
