"""URLs of older cable sites that the web links to, and what each refers to here.

They belong to the original site, to the library that followed it, and to search sites that readers
built. A host that serves this site under one of their names keeps fifteen years of citations alive.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from cables.facts.captions import CAPTION_CODES
from cables.links.legacy_queries import fit_in_url, translate_search, valid_month_or_day
from cables.links.references import (
    REFERENCE_ID_SPELLING,
    CableTarget,
    normalize_text,
    to_reference_id,
    with_fragment,
)
from cables.parser import tags

QueryParams = Mapping[str, Sequence[str]]
PathParams = Mapping[str, str]

OLD_PAGE_SIZE: Final = 50
"""Rows per page in the original site's lists."""
LIST_PAGE_SIZE: Final = 20
"""Rows per page in this site's lists."""
MAX_CODES: Final = 8
"""TAGS or captions kept from a URL, so that the URL with its search still can be sent."""
MAX_TAG_LENGTH: Final = 30
FOUO: Final = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
CLASSIFICATION_NUMBERS: Final = {
    "1": "CONFIDENTIAL",
    "2": "CONFIDENTIAL//NOFORN",
    "3": "SECRET",
    "4": "SECRET//NOFORN",
    "5": "UNCLASSIFIED",
    "6": FOUO,
}
"""The original site's numbers, the same in each of its snapshots."""
LIBRARY_CLASSES: Final = {
    "UNCLASSIFIED": ("UNCLASSIFIED", FOUO),
    "LIMITED OFFICIAL USE": ("LIMITED OFFICIAL USE",),
    "CONFIDENTIAL": ("CONFIDENTIAL", "CONFIDENTIAL//NOFORN"),
    "SECRET": ("SECRET", "SECRET//NOFORN"),
}
"""The library's classes; NOFORN and FOUO are separate restrictions there."""
RESTRICTED_CLASSES: Final = {
    "NOFORN": ("CONFIDENTIAL//NOFORN", "SECRET//NOFORN"),
    "FOR OFFICIAL USE ONLY": (FOUO,),
    "FOUO": (FOUO,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTarget:
    """A list of cables: its filters, order and page."""

    query: tuple[tuple[str, str], ...]
    """Query parameters of `/cables/`, as names and values; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLink:
    """A URL that has only a number from a database that no longer exists."""

    kind: Literal["post", "cable", "tags"]
    """What the number referred to."""


LinkTarget = CableTarget | ListTarget | DeadLink


class _LegacyPattern(NamedTuple):
    """A form of old URLs."""

    path: str
    """Pattern of the path, without the leading slash."""
    resolve: Callable[[PathParams, QueryParams], LinkTarget | None]
    """Returns what it refers to; None if its values are not valid."""


def resolve_legacy_url(path: str, query: QueryParams, fragment: str = "") -> LinkTarget | None:
    """Return what an old URL refers to, or None if no pattern matches.

    Args:
        path: Decoded, with or without the leading slash.
        query: Decoded values by parameter; `[]` after a name is ignored.
        fragment: The part after `#`. Browsers do not send it, but a pasted URL has it.
    """
    for pattern in LEGACY_PATTERNS:
        match = re.fullmatch(pattern.path, path.lstrip("/"))
        if match:
            target = pattern.resolve(match.groupdict(default=""), query)
            if isinstance(target, CableTarget) and fragment:
                return with_fragment(target, fragment)
            return target
    return None


def _cable_by_path(params: PathParams, _query: QueryParams) -> CableTarget:
    """Read a path that ends with a reference ID, and maybe `_a` or `.html`."""
    return CableTarget(reference_id=to_reference_id(params["spelling"]))


def _cable_by_query(_params: PathParams, query: QueryParams) -> LinkTarget | None:
    """Read `cable.php?id=07MOSCOW849&q=state-secret`, whose words stay highlighted."""
    spelling = _query_value(query, "id").lstrip("#")
    if spelling.isdigit():
        return DeadLink(kind="cable")
    if not re.fullmatch(REFERENCE_ID_SPELLING, spelling):
        return None
    return CableTarget(
        reference_id=to_reference_id(spelling),
        search_words=fit_in_url(translate_search(_query_value(query, "q"))),
    )


def _by_month(params: PathParams, _query: QueryParams) -> ListTarget | None:
    """Read `date/2007-02_3.html`."""
    return _by_dates("created", params)


def _by_release(params: PathParams, _query: QueryParams) -> ListTarget | None:
    """Read `reldate/2010-12-11_0.html`."""
    return _by_dates("released", params)


def _by_dates(field: str, params: PathParams) -> ListTarget | None:
    """Return the list of a month or a day; None if the calendar has no such date."""
    if not valid_month_or_day(params["time"]):
        return None
    bounds = ((f"{field}_after", params["time"]), (f"{field}_before", params["time"]))
    return _paged_list(bounds, params)


def _by_tag(params: PathParams, _query: QueryParams) -> ListTarget | None:
    """Read `tag/PREL_0.html`; a misspelled tag, or two run together, are corrected."""
    filters = _tag_filters(params["tag"])
    return _paged_list(filters, params) if filters else None


def _by_classification(params: PathParams, _query: QueryParams) -> ListTarget | None:
    """Read `classification/3_0.html`."""
    level = CLASSIFICATION_NUMBERS.get(params["number"])
    return _paged_list((("classification", level),), params) if level else None


def _dead_post(_params: PathParams, _query: QueryParams) -> DeadLink:
    """Read `origin/12_0.html` or `uorigin.php?oid=12`: each release renumbered the posts."""
    return DeadLink(kind="post")


def _dead_cable(_params: PathParams, _query: QueryParams) -> DeadLink:
    """Read `cables/81234/`, the number of a row."""
    return DeadLink(kind="cable")


def _by_words(_params: PathParams, query: QueryParams) -> ListTarget:
    """Read `search.php?q=state-secret&sort=0&yt=2007&mt=6`.

    With `sort=0` the site sorted by creation date, newest first, up to a month. Otherwise it
    sorted by the date of the leak and ignored the month.
    """
    filters = [("q", translate_search(_query_value(query, "q")))]
    if _query_value(query, "sort") == "0":
        month = f"{_query_value(query, 'yt')}-{_query_value(query, 'mt').zfill(2)}"
        filters += [("created_before", valid_month_or_day(month)), ("sort", "newest")]
    return _list_target(filters)


def _by_tags(_params: PathParams, query: QueryParams) -> LinkTarget:
    """Read `browse.php?tags=PREL,RS`; the site's own links had numbers instead."""
    codes = _query_value(query, "tags")
    if re.fullmatch(r"[0-9, ]+", codes):
        return DeadLink(kind="tags")
    return _list_target(_tag_filters(codes))


def _by_period(_params: PathParams, query: QueryParams) -> ListTarget | None:
    """Read `history.php?period=201104`, the cables released in a month."""
    period = _query_value(query, "period")
    month = valid_month_or_day(f"{period[:4]}-{period[4:]}")
    if period and not month:
        return None
    return _list_target([("released_after", month), ("released_before", month)])


def _by_library(_params: PathParams, query: QueryParams) -> ListTarget:
    """Read the library's query: `plusd/?q=oil&qtfrom=2007-01-01&qfoclass[]=SECRET`."""
    restrictions = _uppercase_values(query, "qforiginalhandlingrestriction")
    captions = [
        code for code in CAPTION_CODES if code in restrictions and code not in RESTRICTED_CLASSES
    ]
    return _list_target(
        [
            ("q", _query_value(query, "q")),
            ("created_after", valid_month_or_day(_query_value(query, "qtfrom"))),
            ("created_before", valid_month_or_day(_query_value(query, "qtto"))),
            *(("classification", level) for level in _library_classes(query, restrictions)),
            *(("caption", code) for code in captions[:MAX_CODES]),
            *_tag_filters(" ".join(_query_values(query, "qftags"))),
        ]
    )


def _library_classes(query: QueryParams, restrictions: Sequence[str]) -> list[str]:
    """Return the classifications for the library's combination of class and restriction."""
    classes = _uppercase_values(query, "qfoclass")
    levels = [level for name in classes for level in LIBRARY_CLASSES.get(name, ())]
    restricted = [level for name in restrictions for level in RESTRICTED_CLASSES.get(name, ())]
    if levels and restricted:
        levels = [level for level in levels if level in restricted] or levels
    return list(dict.fromkeys(levels or restricted))


def _tag_filters(text: str) -> tuple[tuple[str, str], ...]:
    """Return the codes in a text as query parameters, each once, misspelled ones corrected."""
    text = normalize_text(text)
    codes = (
        tag.code for tag in tags.read_tags(text, 0, len(text)) if len(tag.code) <= MAX_TAG_LENGTH
    )
    return tuple(("tag", code) for code in list(dict.fromkeys(codes))[:MAX_CODES])


def _paged_list(filters: tuple[tuple[str, str], ...], params: PathParams) -> ListTarget:
    """Return a list in the old order, at the page with the first row of the old page."""
    page = OLD_PAGE_SIZE * int(params["page"]) // LIST_PAGE_SIZE + 1
    return _list_target([*filters, ("sort", "oldest"), ("page", str(page) if page > 1 else "")])


def _list_target(filters: Sequence[tuple[str, str]]) -> ListTarget:
    """Return a list without empty parameters."""
    fitted = ((name, fit_in_url(value) if name == "q" else value) for name, value in filters)
    return ListTarget(query=tuple((name, value) for name, value in fitted if value))


def _query_value(query: QueryParams, name: str) -> str:
    """Return the last value of a parameter on one line; empty if there is none."""
    return next(reversed(_query_values(query, name)), "")


def _uppercase_values(query: QueryParams, name: str) -> list[str]:
    return [value.upper() for value in _query_values(query, name)]


def _query_values(query: QueryParams, name: str) -> list[str]:
    """Return the values of a parameter, written `qftags`, `qftags[]` or `qftags[0]`."""
    spelling = re.compile(rf"{name}(?:\[[0-9]{{0,3}}\])?")
    values = (
        normalize_text(value)
        for key, values in query.items()
        if spelling.fullmatch(key)
        for value in values
    )
    return [value for value in values if value]


PAGE_ENDING: Final = r"_(?P<page>[0-9]{1,5})(?:\.html)?/?"
REFERENCE_ID: Final = rf"(?P<spelling>{REFERENCE_ID_SPELLING}?)"
LEGACY_PATTERNS: Final = (
    # The original site
    _LegacyPattern(rf"cable/[0-9]{{4}}/[0-9]{{2}}/{REFERENCE_ID}(?:\.html)?/?", _cable_by_path),
    _LegacyPattern(rf"date/(?P<time>[0-9]{{4}}-[0-9]{{2}}){PAGE_ENDING}", _by_month),
    _LegacyPattern(
        rf"reldate/(?P<time>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){PAGE_ENDING}", _by_release
    ),
    _LegacyPattern(rf"tag/(?P<tag>[^/]{{1,80}}?){PAGE_ENDING}", _by_tag),
    _LegacyPattern(rf"classification/(?P<number>[0-9]){PAGE_ENDING}", _by_classification),
    _LegacyPattern(r"origin/[0-9]{1,9}(?:_[0-9]{1,9})?(?:\.html)?/?", _dead_post),
    # The library
    _LegacyPattern(rf"plusd/cables/{REFERENCE_ID}(?:_[a-z])?(?:\.html)?/?", _cable_by_path),
    _LegacyPattern(r"plusd/?", _by_library),
    # The search sites
    _LegacyPattern(rf"cables/{REFERENCE_ID}(?:\.html)?/?", _cable_by_path),
    _LegacyPattern(r"cables/[0-9]{1,9}/?", _dead_cable),
    _LegacyPattern(rf"api/documents/{REFERENCE_ID}/?", _cable_by_path),
    _LegacyPattern(r"cable\.php", _cable_by_query),
    _LegacyPattern(r"search\.php", _by_words),
    _LegacyPattern(r"browse\.php", _by_tags),
    _LegacyPattern(r"history\.php", _by_period),
    _LegacyPattern(r"uorigin\.php", _dead_post),
)
"""All forms of old URLs that pages are known to link to."""
