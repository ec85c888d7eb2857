"""The addresses at which the web links to cables today, and what each means in this room.

They belong to the original site, to the library that followed it, and to search sites that readers
built. Whoever serves this room under one of their names keeps fifteen years of citations alive.
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
"""Rows on a page of the original site's lists."""
LIST_PAGE_SIZE: Final = 20
"""Rows on a page of this room's."""
MAX_CODES: Final = 8
"""TAGS or captions that an address carries on: with its words still one that can be sent."""
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
"""What each class of the library holds here: it counts NOFORN and FOUO as restrictions apart."""
RESTRICTED_CLASSES: Final = {
    "NOFORN": ("CONFIDENTIAL//NOFORN", "SECRET//NOFORN"),
    "FOR OFFICIAL USE ONLY": (FOUO,),
    "FOUO": (FOUO,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ListTarget:
    """A list of cables: which, in what order, and from which page."""

    query: tuple[tuple[str, str], ...]
    """Names and values of the query of `/cables/`, in this room's words; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadLink:
    """An address that holds only a number of a database that is gone."""

    kind: Literal["post", "cable", "tags"]
    """What the number stood for."""


LinkTarget = CableTarget | ListTarget | DeadLink


class LegacyPattern(NamedTuple):
    """One form of old addresses."""

    path: str
    """A pattern of the path, without the slash before it."""
    resolve: Callable[[PathParams, QueryParams], LinkTarget | None]
    """Tells what it means; None where its values are none."""


def resolve_legacy_url(path: str, query: QueryParams, fragment: str = "") -> LinkTarget | None:
    """Return what an old address means here, None where it is none of those known.

    Args:
        path: Decoded, with or without the slash before it.
        query: Each name with its values, decoded; `[]` behind a name does not count.
        fragment: What stood behind `#`. Browsers do not send it; a pasted address has it.
    """
    for form in LEGACY_PATTERNS:
        found = re.fullmatch(form.path, path.lstrip("/"))
        if found:
            meaning = form.resolve(found.groupdict(default=""), query)
            if isinstance(meaning, CableTarget) and fragment:
                return with_fragment(meaning, fragment)
            return meaning
    return None


def _cable_by_path(found: PathParams, _query: QueryParams) -> CableTarget:
    """Read an address that ends with a reference ID; `_a` and `.html` behind it do not count."""
    return CableTarget(reference_id=to_reference_id(found["spelling"]))


def _cable_by_query(_found: PathParams, query: QueryParams) -> LinkTarget | None:
    """Read `cable.php?id=07MOSCOW849&q=state-secret`, whose words stay marked."""
    spelling = _query_value(query, "id").lstrip("#")
    if spelling.isdigit():
        return DeadLink(kind="cable")
    if not re.fullmatch(REFERENCE_ID_SPELLING, spelling):
        return None
    return CableTarget(
        reference_id=to_reference_id(spelling),
        search_words=fit_in_url(translate_search(_query_value(query, "q"))),
    )


def _by_month(found: PathParams, _query: QueryParams) -> ListTarget | None:
    """Read `date/2007-02_3.html`."""
    return _by_dates("created", found)


def _by_release(found: PathParams, _query: QueryParams) -> ListTarget | None:
    """Read `reldate/2010-12-11_0.html`."""
    return _by_dates("released", found)


def _by_dates(which: str, found: PathParams) -> ListTarget | None:
    """Return the list of a month or a day; None where the calendar has no such."""
    if not valid_month_or_day(found["time"]):
        return None
    ends = ((f"{which}_after", found["time"]), (f"{which}_before", found["time"]))
    return _paged_list(ends, found)


def _by_tag(found: PathParams, _query: QueryParams) -> ListTarget | None:
    """Read `tag/PREL_0.html`; a misspelt tag, or two run together, lead to what they stand for."""
    codes = _tag_filters(found["tag"])
    return _paged_list(codes, found) if codes else None


def _by_classification(found: PathParams, _query: QueryParams) -> ListTarget | None:
    """Read `classification/3_0.html`."""
    level = CLASSIFICATION_NUMBERS.get(found["number"])
    return _paged_list((("classification", level),), found) if level else None


def _dead_post(_found: PathParams, _query: QueryParams) -> DeadLink:
    """Read `origin/12_0.html` or `uorigin.php?oid=12`: the numbers of posts changed each time."""
    return DeadLink(kind="post")


def _dead_cable(_found: PathParams, _query: QueryParams) -> DeadLink:
    """Read `cables/81234/`, the number of a row."""
    return DeadLink(kind="cable")


def _by_words(_found: PathParams, query: QueryParams) -> ListTarget:
    """Read `search.php?q=state-secret&sort=0&yt=2007&mt=6`.

    With `sort=0` it listed by the date of the cable, newest first, up to a month. Otherwise by the
    date of the leak, and then took no month.
    """
    asked = [("q", translate_search(_query_value(query, "q")))]
    if _query_value(query, "sort") == "0":
        month = f"{_query_value(query, 'yt')}-{_query_value(query, 'mt').zfill(2)}"
        asked += [("created_before", valid_month_or_day(month)), ("sort", "newest")]
    return _list_target(asked)


def _by_tags(_found: PathParams, query: QueryParams) -> LinkTarget:
    """Read `browse.php?tags=PREL,RS`; the site's own links had numbers there."""
    asked = _query_value(query, "tags")
    if re.fullmatch(r"[0-9, ]+", asked):
        return DeadLink(kind="tags")
    return _list_target(_tag_filters(asked))


def _by_period(_found: PathParams, query: QueryParams) -> ListTarget | None:
    """Read `history.php?period=201104`, what was published in a month."""
    period = _query_value(query, "period")
    month = valid_month_or_day(f"{period[:4]}-{period[4:]}")
    if period and not month:
        return None
    return _list_target([("released_after", month), ("released_before", month)])


def _by_library(_found: PathParams, query: QueryParams) -> ListTarget:
    """Read the library's query: `plusd/?q=oil&qtfrom=2007-01-01&qfoclass[]=SECRET`."""
    restrictions = [one.upper() for one in _query_values(query, "qforiginalhandlingrestriction")]
    captions = [
        one for one in CAPTION_CODES if one in restrictions and one not in RESTRICTED_CLASSES
    ]
    return _list_target(
        [
            ("q", _query_value(query, "q")),
            ("created_after", valid_month_or_day(_query_value(query, "qtfrom"))),
            ("created_before", valid_month_or_day(_query_value(query, "qtto"))),
            *(("classification", one) for one in _library_classes(query, restrictions)),
            *(("caption", one) for one in captions[:MAX_CODES]),
            *_tag_filters(" ".join(_query_values(query, "qftags"))),
        ]
    )


def _library_classes(query: QueryParams, restrictions: Sequence[str]) -> list[str]:
    """Return this room's classifications for the library's class and restriction together."""
    classes = [one.upper() for one in _query_values(query, "qfoclass")]
    wanted = [level for one in classes for level in LIBRARY_CLASSES.get(one, ())]
    narrower = [level for one in restrictions for level in RESTRICTED_CLASSES.get(one, ())]
    if wanted and narrower:
        wanted = [level for level in wanted if level in narrower] or wanted
    return list(dict.fromkeys(wanted or narrower))


def _tag_filters(text: str) -> tuple[tuple[str, str], ...]:
    """Return the codes of a text as the query has them, each once, put right where misspelt."""
    text = normalize_text(text)
    codes = (
        tag.code for tag in tags.read_tags(text, 0, len(text)) if len(tag.code) <= MAX_TAG_LENGTH
    )
    return tuple(("tag", code) for code in list(dict.fromkeys(codes))[:MAX_CODES])


def _paged_list(query: tuple[tuple[str, str], ...], found: PathParams) -> ListTarget:
    """Return a list in the old order, from the page that holds the old page's first row."""
    page = OLD_PAGE_SIZE * int(found["page"]) // LIST_PAGE_SIZE + 1
    return _list_target([*query, ("sort", "oldest"), ("page", str(page) if page > 1 else "")])


def _list_target(query: Sequence[tuple[str, str]]) -> ListTarget:
    """Return a list, what is not asked for left out of its query."""
    kept = [(name, fit_in_url(text) if name == "q" else text) for name, text in query]
    return ListTarget(query=tuple((name, text) for name, text in kept if text))


def _query_value(query: QueryParams, name: str) -> str:
    """Return the last value under a name, in one line; empty where there is none."""
    return next(reversed(_query_values(query, name)), "")


def _query_values(query: QueryParams, name: str) -> list[str]:
    """Return the values under a name, whether written `qftags`, `qftags[]` or `qftags[0]`."""
    alike = re.compile(rf"{name}(?:\[[0-9]{{0,3}}\])?")
    found = (
        normalize_text(one) for key, many in query.items() if alike.fullmatch(key) for one in many
    )
    return [one for one in found if one]


PAGE_ENDING: Final = r"_(?P<page>[0-9]{1,5})(?:\.html)?/?"
REFERENCE_ID: Final = rf"(?P<spelling>{REFERENCE_ID_SPELLING}?)"
LEGACY_PATTERNS: Final = (
    # The original site
    LegacyPattern(rf"cable/[0-9]{{4}}/[0-9]{{2}}/{REFERENCE_ID}(?:\.html)?/?", _cable_by_path),
    LegacyPattern(rf"date/(?P<time>[0-9]{{4}}-[0-9]{{2}}){PAGE_ENDING}", _by_month),
    LegacyPattern(rf"reldate/(?P<time>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){PAGE_ENDING}", _by_release),
    LegacyPattern(rf"tag/(?P<tag>[^/]{{1,80}}?){PAGE_ENDING}", _by_tag),
    LegacyPattern(rf"classification/(?P<number>[0-9]){PAGE_ENDING}", _by_classification),
    LegacyPattern(r"origin/[0-9]{1,9}(?:_[0-9]{1,9})?(?:\.html)?/?", _dead_post),
    # The library
    LegacyPattern(rf"plusd/cables/{REFERENCE_ID}(?:_[a-z])?(?:\.html)?/?", _cable_by_path),
    LegacyPattern(r"plusd/?", _by_library),
    # The search sites
    LegacyPattern(rf"cables/{REFERENCE_ID}(?:\.html)?/?", _cable_by_path),
    LegacyPattern(r"cables/[0-9]{1,9}/?", _dead_cable),
    LegacyPattern(rf"api/documents/{REFERENCE_ID}/?", _cable_by_path),
    LegacyPattern(r"cable\.php", _cable_by_query),
    LegacyPattern(r"search\.php", _by_words),
    LegacyPattern(r"browse\.php", _by_tags),
    LegacyPattern(r"history\.php", _by_period),
    LegacyPattern(r"uorigin\.php", _dead_post),
)
"""Every form that is known to be linked to."""
