"""Open what a reader types or pastes: the address that it means, or the cables that it may."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from django.urls import NoReverseMatch, reverse

from cables.links.legacy import Gone, Listing, Meaning, meaning_of
from cables.links.references import Named, WithoutYear, named_in, spellings_of, spelt, tidy
from cables.models import Cable, Reference
from cables.parser.reference_ids import canonical, joined, post_code, split

ADDRESS: Final = re.compile(
    r"(?:https?://|/)(?:(?!https?://)\S)+|\S+\.(?:php|html)\S*", re.IGNORECASE
)
"""An address in a text, its host left out or not."""
AROUND: Final = "\"'“”‘’<>[].,;: "
"""What a reader may copy along with an ID or an address."""
PARTED: Final = re.compile(r"[0-9][^0-9A-Za-z(]+[0-9]")
"""Two numbers side by side, which no ID has. Example: `07MOSCOW849/3`, a paragraph of a cable."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A year in which a post may have sent the cable of a serial number."""

    year: int
    cables: tuple[Cable, ...]
    """Those held, under any spelling of the post."""
    not_held: tuple[str, ...]
    """The IDs that cables here refer to, though the room does not hold them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """What a text opens."""

    address: str = ""
    """Where it leads, with query and fragment; empty where that is nowhere, or not one place."""
    reference_id: str = ""
    """The cable that it names, whether held or not; empty for a list and where it names none."""
    without_year: str = ""
    """`MOSCOW 849`, where only the year is missing."""
    years: tuple[Year, ...] = ()
    """What it may be then, oldest first."""
    gone: Gone | None = None
    """An old address with a number that means nothing any more."""

    @property
    def candidates(self) -> tuple[Cable, ...]:
        """The cables held that it may be, oldest first."""
        return tuple(cable for year in self.years for cable in year.cables)

    @property
    def years_held(self) -> tuple[int, ...]:
        """The years of which the room holds one, oldest first."""
        return tuple(year.year for year in self.years if year.cables)


def opened(text: str) -> Opened:
    """Return what a text opens: an ID in any spelling, a line of a telegram, an old address.

    Any text has an answer; where it names no cable and no list, every field is empty.
    """
    meaning = pasted(tidy(text)) or named_in(text)
    if isinstance(meaning, Gone):
        return Opened(gone=meaning)
    if isinstance(meaning, WithoutYear):
        return Opened(without_year=str(meaning), years=years_of(meaning))
    if isinstance(meaning, Listing):
        return Opened(address=address_of(meaning))
    if meaning is None:
        return Opened()
    named = under_another_spelling(meaning)
    address = address_of(named)
    return Opened(address=address, reference_id=named.reference_id if address else "")


def reference_id_in(query: str) -> str:
    """Return the reference ID that the whole of a query spells, of a post that is known.

    A part of a longer phrase does not count: `talks in 07 MOSCOW 849` gives an empty string.
    """
    words = tidy(query).strip(AROUND)
    reference_id = "" if PARTED.search(words) else canonical(words)
    try:
        _year, post, _serial = split(reference_id)
    except ValueError:
        return ""
    return reference_id if post_code(post) else ""


def pasted(text: str) -> Meaning | None:
    """Return what the old address in a text means, None where it holds none that is known.

    The last one counts: an archive's address has the archived one behind its own.
    """
    for found in reversed(ADDRESS.findall(text)):
        whole = found.strip(AROUND)
        try:
            parts = urlsplit(whole if "://" in whole else f"//host/{whole.lstrip('/')}")
        except ValueError:
            continue
        query = parse_qs(parts.query, keep_blank_values=True)
        meaning = meaning_of(unquote(parts.path), query, unquote(parts.fragment))
        if meaning:
            return meaning
    return None


def address_of(meaning: Named | Listing) -> str:
    """Return the address in this room; empty where a spelling can be no reference ID."""
    if isinstance(meaning, Listing):
        query = urlencode(meaning.query)
        return f"{reverse('cables')}?{query}" if query else reverse("cables")
    named = {"reference_id": meaning.reference_id}
    words = f"?{urlencode({'q': meaning.words})}" if meaning.words else ""
    try:
        if meaning.paragraph and not words:
            return reverse("paragraph", kwargs={**named, "paragraph": meaning.paragraph})
        page = reverse("telegram" if meaning.telegram else "cable", kwargs=named)
    except NoReverseMatch:
        return ""
    fragment = meaning.fragment or (f"par{meaning.paragraph}" if meaning.paragraph else "")
    return f"{page}{words}#{fragment}" if fragment else f"{page}{words}"


def under_another_spelling(named: Named) -> Named:
    """Return the cable under the spelling that is held: 08KIEV12 stands here as 08KYIV12."""
    try:
        year, post, serial = split(named.reference_id)
    except ValueError:
        return named
    others = spellings_of(post)
    if len(others) == 1:
        return named
    held = Cable.objects.named(joined(year, code, serial) for code in others)
    right = next((one for one in (named.reference_id, *held) if one in held), named.reference_id)
    return replace(named, reference_id=right)


def years_of(meaning: WithoutYear) -> tuple[Year, ...]:
    """Return the years in which the room holds such a cable, or cables here refer to one."""
    possible = meaning.reference_ids()
    held = Cable.objects.for_lists().named(possible)
    cited = set(
        Reference.objects.filter(cited_id__in=possible).values_list("cited_id", flat=True)
    ) - set(held)
    return tuple(
        Year(
            year=year,
            cables=tuple(held[one] for one in ids if one in held),
            not_held=tuple(one for one in ids if one in cited),
        )
        for year, ids in by_year(one for one in possible if one in held or one in cited)
    )


def by_year(reference_ids: Iterable[str]) -> list[tuple[int, list[str]]]:
    """Return IDs that stand in the order of their years, grouped by them."""
    return [(year, list(ids)) for year, ids in groupby(reference_ids, lambda one: split(one)[0])]


def at_spelling(spelling: str, paragraph: str = "", *, telegram: bool = False) -> str:
    """Return the address that a spelling in a path means; empty where it can be no reference ID."""
    named = Named(reference_id=spelt(spelling), paragraph=paragraph, telegram=telegram)
    return address_of(named)
