"""What the sitemaps list: every cable, by ranges of primary keys, and the room's main pages.

A file holds the cables of ten thousand keys, whether all of them are there or not: so a cable stays
in its file, no file is made by counting through the others, and one is made in a tenth of a second.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import F, Max
from django.urls import reverse
from django.utils.functional import cached_property

from cables.models import Cable

KEYS: Final = 10_000
"""Primary keys of a file; the protocol allows fifty thousand addresses."""
PLACEHOLDER: Final = "0000"
"""A reference ID of the right form, put where each cable's own goes."""

if TYPE_CHECKING:
    CableKeys = Sitemap[tuple[str, datetime]]
    PageNames = Sitemap[str]
else:  # Django's own class takes no types when it runs
    CableKeys = PageNames = Sitemap


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the index."""

    number: int
    """From 1; it holds the keys up to ten thousand times this."""
    lastmod: datetime
    """When the newest of its cables was loaded."""


def files() -> list[File]:
    """Return the files that hold any cable, in order; one statement over the index by loading."""
    ranges = Cable.objects.order_by().annotate(before=(F("pk") - 1) / KEYS).values("before")
    newest = ranges.annotate(lastmod=Max("loaded")).order_by("before")
    return [File(number=one["before"] + 1, lastmod=one["lastmod"]) for one in newest]


class RoomSitemap:
    """Where the addresses are: under SITE_URL, whatever name the request came by."""

    def get_domain(self, site: Any = None) -> str:  # noqa: ARG002 - as contrib calls it
        """Return the host, and the port where there is one."""
        return str(settings.SITE_URL).partition("://")[2]

    def get_protocol(self, protocol: str | None = None) -> str:  # noqa: ARG002
        """Return http or https."""
        return str(settings.SITE_URL).partition("://")[0]


class CableSitemap(RoomSitemap, CableKeys):
    """The cables of one file."""

    limit = KEYS

    def __init__(self, number: int) -> None:
        self.last = number * KEYS
        self.before, self.behind = reverse("cable", kwargs={"reference_id": PLACEHOLDER}).split(
            PLACEHOLDER
        )

    def items(self) -> list[tuple[str, datetime]]:
        """Return the cables' reference IDs and when they were loaded."""
        return self.cables

    @cached_property
    def cables(self) -> list[tuple[str, datetime]]:
        """Fetched once; contrib's paginator asks for them several times."""
        within = Cable.objects.filter(pk__gt=self.last - KEYS, pk__lte=self.last)
        return list(within.order_by("pk").values_list("reference_id", "loaded"))

    def location(self, item: tuple[str, datetime]) -> str:
        """Return the cable's path; an ID needs no escaping, and one look-up does for the file."""
        return f"{self.before}{item[0]}{self.behind}"

    def lastmod(self, item: tuple[str, datetime]) -> datetime:
        """Return when the room loaded it."""
        return item[1]


class PagesSitemap(RoomSitemap, PageNames):
    """The room's main pages, from which all others are reached."""

    def items(self) -> list[str]:
        """Return the names of their addresses."""
        ways = ["origins", "tags", "dates", "releases", "classifications", "people", "glossary"]
        return ["front", "cables", *ways, "help", "schema"]

    def location(self, item: str) -> str:
        """Return the page's path."""
        return reverse(item)
