"""Open what a reader types or pastes: the address that it means, or the cables that it may."""

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
"""An address in a text, its host left out or not."""
SURROUNDING: Final = "\"'“”‘’<>[].,;: "
"""What a reader may copy along with an ID or an address."""
SEPARATE_NUMBERS: Final = re.compile(r"[0-9][^0-9A-Za-z(]+[0-9]")
"""Two numbers side by side, which no ID has. Example: `07MOSCOW849/3`, a paragraph of a cable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateYear:
    """A year in which a post may have sent the cable of a serial number."""

    year: int
    cables: tuple[Cable, ...]
    """Those held, under any spelling of the post."""
    missing_ids: tuple[str, ...]
    """The IDs that cables here refer to, though the room does not hold them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedText:
    """What a text opens."""

    url: str = ""
    """Where it leads, with query and fragment; empty where that is nowhere, or not one place."""
    reference_id: str = ""
    """The cable that it names, whether held or not; empty for a list and where it names none."""
    yearless: str = ""
    """`MOSCOW 849`, where only the year is missing."""
    years: tuple[CandidateYear, ...] = ()
    """What it may be then, oldest first."""
    dead_link: DeadLink | None = None
    """An old address with a number that means nothing any more."""

    @property
    def candidates(self) -> tuple[Cable, ...]:
        """The cables held that it may be, oldest first."""
        return tuple(cable for year in self.years for cable in year.cables)

    @property
    def years_in_collection(self) -> tuple[int, ...]:
        """The years of which the room holds one, oldest first."""
        return tuple(year.year for year in self.years if year.cables)


def resolve_text(text: str) -> ResolvedText:
    """Return what a text opens: an ID in any spelling, a line of a telegram, an old address.

    Any text has an answer; where it names no cable and no list, every field is empty.
    """
    meaning = _resolve_pasted_url(normalize_text(text)) or find_target(text)
    if isinstance(meaning, DeadLink):
        return ResolvedText(dead_link=meaning)
    if isinstance(meaning, YearlessReference):
        return ResolvedText(yearless=str(meaning), years=_candidate_years(meaning))
    if isinstance(meaning, ListTarget):
        return ResolvedText(url=target_url(meaning))
    if meaning is None:
        return ResolvedText()
    named = _with_stored_spelling(meaning)
    address = target_url(named)
    return ResolvedText(url=address, reference_id=named.reference_id if address else "")


def exact_reference_id(query: str) -> str:
    """Return the reference ID that the whole of a query spells, of a post that is known.

    A part of a longer phrase does not count: `talks in 07 MOSCOW 849` gives an empty string.
    """
    words = normalize_text(query).strip(SURROUNDING)
    reference_id = "" if SEPARATE_NUMBERS.search(words) else canonical_reference_id(words)
    try:
        _year, post, _serial = split_reference_id(reference_id)
    except ValueError:
        return ""
    return reference_id if post_code(post) else ""


def _resolve_pasted_url(text: str) -> LinkTarget | None:
    """Return what the old address in a text means, None where it holds none that is known.

    The last one counts: an archive's address has the archived one behind its own.
    """
    for found in reversed(URL_IN_TEXT.findall(text)):
        whole = found.strip(SURROUNDING)
        try:
            parts = urlsplit(whole if "://" in whole else f"//host/{whole.lstrip('/')}")
        except ValueError:
            continue
        query = parse_qs(parts.query, keep_blank_values=True)
        meaning = resolve_legacy_url(unquote(parts.path), query, unquote(parts.fragment))
        if meaning:
            return meaning
    return None


def target_url(meaning: CableTarget | ListTarget) -> str:
    """Return the address in this room; empty where a spelling can be no reference ID."""
    if isinstance(meaning, ListTarget):
        query = urlencode(meaning.query)
        return f"{reverse('cables')}?{query}" if query else reverse("cables")
    named = {"reference_id": meaning.reference_id}
    words = f"?{urlencode({'q': meaning.search_words})}" if meaning.search_words else ""
    try:
        if meaning.paragraph and not words:
            return reverse("paragraph", kwargs={**named, "paragraph": meaning.paragraph})
        page = reverse("telegram" if meaning.telegram else "cable", kwargs=named)
    except NoReverseMatch:
        return ""
    fragment = meaning.fragment or (f"par{meaning.paragraph}" if meaning.paragraph else "")
    return f"{page}{words}#{fragment}" if fragment else f"{page}{words}"


def _with_stored_spelling(named: CableTarget) -> CableTarget:
    """Return the cable under the spelling that is held: 08KIEV12 stands here as 08KYIV12."""
    try:
        year, post, serial = split_reference_id(named.reference_id)
    except ValueError:
        return named
    others = post_code_variants(post)
    if len(others) == 1:
        return named
    held = Cable.objects.by_reference_id(format_reference_id(year, code, serial) for code in others)
    right = next((one for one in (named.reference_id, *held) if one in held), named.reference_id)
    return replace(named, reference_id=right)


def _candidate_years(meaning: YearlessReference) -> tuple[CandidateYear, ...]:
    """Return the years in which the room holds such a cable, or cables here refer to one."""
    possible = meaning.possible_ids()
    held = Cable.objects.for_lists().by_reference_id(possible)
    cited = set(
        Reference.objects.filter(cited_id__in=possible).values_list("cited_id", flat=True)
    ) - set(held)
    return tuple(
        CandidateYear(
            year=year,
            cables=tuple(held[one] for one in ids if one in held),
            missing_ids=tuple(one for one in ids if one in cited),
        )
        for year, ids in _group_by_year(one for one in possible if one in held or one in cited)
    )


def _group_by_year(reference_ids: Iterable[str]) -> list[tuple[int, list[str]]]:
    """Return IDs that stand in the order of their years, grouped by them."""
    return [
        (year, list(ids))
        for year, ids in groupby(reference_ids, lambda one: split_reference_id(one)[0])
    ]


def url_for_spelling(spelling: str, paragraph: str = "", *, telegram: bool = False) -> str:
    """Return the address that a spelling in a path means; empty where it can be no reference ID."""
    named = CableTarget(
        reference_id=to_reference_id(spelling), paragraph=paragraph, telegram=telegram
    )
    return target_url(named)
