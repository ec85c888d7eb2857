"""The addresses at which the web links to cables today, and what each means in this room.

They belong to the original site, to the library that followed it, and to search sites that readers
built. Whoever serves this room under one of their names keeps fifteen years of citations alive.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from cables.facts.captions import CODES
from cables.links.legacy_queries import months, search_words, within
from cables.links.references import SPELLING, Named, spelt, tidy, with_fragment
from cables.parser import tags

Query = Mapping[str, Sequence[str]]
Found = Mapping[str, str]

OLD_PAGE: Final = 50
"""Rows on a page of the original site's lists."""
PAGE: Final = 20
"""Rows on a page of this room's."""
MOST: Final = 8
"""TAGS or captions that an address carries on: with its words still one that can be sent."""
LONGEST_TAG: Final = 30
FOUO: Final = "UNCLASSIFIED//FOR OFFICIAL USE ONLY"
CLASSIFICATIONS: Final = {
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
class Listing:
    """A list of cables: which, in what order, and from which page."""

    query: tuple[tuple[str, str], ...]
    """Names and values of the query of `/cables/`, in this room's words; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """An address that holds only a number of a database that is gone."""

    what: Literal["post", "cable", "tags"]
    """What the number stood for."""


Meaning = Named | Listing | Gone


class Form(NamedTuple):
    """One form of old addresses."""

    path: str
    """A pattern of the path, without the slash before it."""
    read: Callable[[Found, Query], Meaning | None]
    """Tells what it means; None where its values are none."""


def meaning_of(path: str, query: Query, fragment: str = "") -> Meaning | None:
    """Return what an old address means here, None where it is none of those known.

    Args:
        path: Decoded, with or without the slash before it.
        query: Each name with its values, decoded; `[]` behind a name does not count.
        fragment: What stood behind `#`. Browsers do not send it; a pasted address has it.
    """
    for form in FORMS:
        found = re.fullmatch(form.path, path.lstrip("/"))
        if found:
            meaning = form.read(found.groupdict(default=""), query)
            if isinstance(meaning, Named) and fragment:
                return with_fragment(meaning, fragment)
            return meaning
    return None


def cable(found: Found, _query: Query) -> Named:
    """Read an address that ends with a reference ID; `_a` and `.html` behind it do not count."""
    return Named(reference_id=spelt(found["spelling"]))


def cable_by_query(_found: Found, query: Query) -> Meaning | None:
    """Read `cable.php?id=07MOSCOW849&q=state-secret`, whose words stay marked."""
    spelling = value(query, "id").lstrip("#")
    if spelling.isdigit():
        return Gone(what="cable")
    if not re.fullmatch(SPELLING, spelling):
        return None
    return Named(reference_id=spelt(spelling), words=within(search_words(value(query, "q"))))


def by_month(found: Found, _query: Query) -> Listing | None:
    """Read `date/2007-02_3.html`."""
    return by_time("created", found)


def by_release(found: Found, _query: Query) -> Listing | None:
    """Read `reldate/2010-12-11_0.html`."""
    return by_time("released", found)


def by_time(which: str, found: Found) -> Listing | None:
    """Return the list of a month or a day; None where the calendar has no such."""
    if not months(found["time"]):
        return None
    ends = ((f"{which}_after", found["time"]), (f"{which}_before", found["time"]))
    return paged(ends, found)


def by_tag(found: Found, _query: Query) -> Listing | None:
    """Read `tag/PREL_0.html`; a misspelt tag, or two run together, lead to what they stand for."""
    codes = tag_codes(found["tag"])
    return paged(codes, found) if codes else None


def by_classification(found: Found, _query: Query) -> Listing | None:
    """Read `classification/3_0.html`."""
    level = CLASSIFICATIONS.get(found["number"])
    return paged((("classification", level),), found) if level else None


def a_post(_found: Found, _query: Query) -> Gone:
    """Read `origin/12_0.html` or `uorigin.php?oid=12`: the numbers of posts changed each time."""
    return Gone(what="post")


def a_cable(_found: Found, _query: Query) -> Gone:
    """Read `cables/81234/`, the number of a row."""
    return Gone(what="cable")


def by_words(_found: Found, query: Query) -> Listing:
    """Read `search.php?q=state-secret&sort=0&yt=2007&mt=6`.

    With `sort=0` it listed by the date of the cable, newest first, up to a month. Otherwise by the
    date of the leak, and then took no month.
    """
    asked = [("q", search_words(value(query, "q")))]
    if value(query, "sort") == "0":
        month = f"{value(query, 'yt')}-{value(query, 'mt').zfill(2)}"
        asked += [("created_before", months(month)), ("sort", "newest")]
    return listing(asked)


def by_tags(_found: Found, query: Query) -> Meaning:
    """Read `browse.php?tags=PREL,RS`; the site's own links had numbers there."""
    asked = value(query, "tags")
    if re.fullmatch(r"[0-9, ]+", asked):
        return Gone(what="tags")
    return listing(tag_codes(asked))


def by_period(_found: Found, query: Query) -> Listing | None:
    """Read `history.php?period=201104`, what was published in a month."""
    period = value(query, "period")
    month = months(f"{period[:4]}-{period[4:]}")
    if period and not month:
        return None
    return listing([("released_after", month), ("released_before", month)])


def by_library(_found: Found, query: Query) -> Listing:
    """Read the library's query: `plusd/?q=oil&qtfrom=2007-01-01&qfoclass[]=SECRET`."""
    restrictions = [one.upper() for one in values(query, "qforiginalhandlingrestriction")]
    captions = [one for one in CODES if one in restrictions and one not in RESTRICTED_CLASSES]
    return listing(
        [
            ("q", value(query, "q")),
            ("created_after", months(value(query, "qtfrom"))),
            ("created_before", months(value(query, "qtto"))),
            *(("classification", one) for one in library_classes(query, restrictions)),
            *(("caption", one) for one in captions[:MOST]),
            *tag_codes(" ".join(values(query, "qftags"))),
        ]
    )


def library_classes(query: Query, restrictions: Sequence[str]) -> list[str]:
    """Return this room's classifications for the library's class and restriction together."""
    classes = [one.upper() for one in values(query, "qfoclass")]
    wanted = [level for one in classes for level in LIBRARY_CLASSES.get(one, ())]
    narrower = [level for one in restrictions for level in RESTRICTED_CLASSES.get(one, ())]
    if wanted and narrower:
        wanted = [level for level in wanted if level in narrower] or wanted
    return list(dict.fromkeys(wanted or narrower))


def tag_codes(text: str) -> tuple[tuple[str, str], ...]:
    """Return the codes of a text as the query has them, each once, put right where misspelt."""
    text = tidy(text)
    codes = (tag.code for tag in tags.read(text, 0, len(text)) if len(tag.code) <= LONGEST_TAG)
    return tuple(("tag", code) for code in list(dict.fromkeys(codes))[:MOST])


def paged(query: tuple[tuple[str, str], ...], found: Found) -> Listing:
    """Return a list in the old order, from the page that holds the old page's first row."""
    page = OLD_PAGE * int(found["page"]) // PAGE + 1
    return listing([*query, ("sort", "oldest"), ("page", str(page) if page > 1 else "")])


def listing(query: Sequence[tuple[str, str]]) -> Listing:
    """Return a list, what is not asked for left out of its query."""
    kept = [(name, within(text) if name == "q" else text) for name, text in query]
    return Listing(query=tuple((name, text) for name, text in kept if text))


def value(query: Query, name: str) -> str:
    """Return the last value under a name, in one line; empty where there is none."""
    return next(reversed(values(query, name)), "")


def values(query: Query, name: str) -> list[str]:
    """Return the values under a name, whether written `qftags`, `qftags[]` or `qftags[0]`."""
    alike = re.compile(rf"{name}(?:\[[0-9]{{0,3}}\])?")
    found = (tidy(one) for key, many in query.items() if alike.fullmatch(key) for one in many)
    return [one for one in found if one]


ENDS: Final = r"_(?P<page>[0-9]{1,5})(?:\.html)?/?"
REFERENCE_ID: Final = rf"(?P<spelling>{SPELLING}?)"
FORMS: Final = (
    # The original site
    Form(rf"cable/[0-9]{{4}}/[0-9]{{2}}/{REFERENCE_ID}(?:\.html)?/?", cable),
    Form(rf"date/(?P<time>[0-9]{{4}}-[0-9]{{2}}){ENDS}", by_month),
    Form(rf"reldate/(?P<time>[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){ENDS}", by_release),
    Form(rf"tag/(?P<tag>[^/]{{1,80}}?){ENDS}", by_tag),
    Form(rf"classification/(?P<number>[0-9]){ENDS}", by_classification),
    Form(r"origin/[0-9]{1,9}(?:_[0-9]{1,9})?(?:\.html)?/?", a_post),
    # The library
    Form(rf"plusd/cables/{REFERENCE_ID}(?:_[a-z])?(?:\.html)?/?", cable),
    Form(r"plusd/?", by_library),
    # The search sites
    Form(rf"cables/{REFERENCE_ID}(?:\.html)?/?", cable),
    Form(r"cables/[0-9]{1,9}/?", a_cable),
    Form(rf"api/documents/{REFERENCE_ID}/?", cable),
    Form(r"cable\.php", cable_by_query),
    Form(r"search\.php", by_words),
    Form(r"browse\.php", by_tags),
    Form(r"history\.php", by_period),
    Form(r"uorigin\.php", a_post),
)
"""Every form that is known to be linked to."""
