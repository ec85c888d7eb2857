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

KEYS_PER_FILE: Final = 10_000
"""Primary keys of a file; the protocol allows fifty thousand addresses."""
PLACEHOLDER: Final = "0000"
"""A reference ID of the right form, put where each cable's own goes."""

if TYPE_CHECKING:
    BaseCableSitemap = Sitemap[tuple[str, datetime]]
    BasePagesSitemap = Sitemap[str]
else:  # Django's own class takes no types when it runs
    BaseCableSitemap = BasePagesSitemap = Sitemap


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapFile:
    """A file of the index."""

    number: int
    """From 1; it holds the keys up to ten thousand times this."""
    lastmod: datetime
    """When the newest of its cables was loaded."""


def sitemap_files() -> list[SitemapFile]:
    """Return the files that hold any cable, in order; one statement over the index by loading."""
    ranges = (
        Cable.objects.order_by().annotate(before=(F("pk") - 1) / KEYS_PER_FILE).values("before")
    )
    newest = ranges.annotate(lastmod=Max("loaded")).order_by("before")
    return [SitemapFile(number=one["before"] + 1, lastmod=one["lastmod"]) for one in newest]


class SiteURLMixin:
    """Where the addresses are: under SITE_URL, whatever name the request came by."""

    def get_domain(self, site: Any = None) -> str:  # noqa: ARG002 - as contrib calls it
        """Return the host, and the port where there is one."""
        return str(settings.SITE_URL).partition("://")[2]

    def get_protocol(self, protocol: str | None = None) -> str:  # noqa: ARG002
        """Return http or https."""
        return str(settings.SITE_URL).partition("://")[0]


class CableSitemap(SiteURLMixin, BaseCableSitemap):
    """The cables of one file."""

    limit = KEYS_PER_FILE

    def __init__(self, number: int) -> None:
        self.last_key = number * KEYS_PER_FILE
        self.url_prefix, self.url_suffix = reverse(
            "cable", kwargs={"reference_id": PLACEHOLDER}
        ).split(PLACEHOLDER)

    def items(self) -> list[tuple[str, datetime]]:
        """Return the cables' reference IDs and when they were loaded."""
        return self.cables

    @cached_property
    def cables(self) -> list[tuple[str, datetime]]:
        """Fetched once; contrib's paginator asks for them several times."""
        within = Cable.objects.filter(pk__gt=self.last_key - KEYS_PER_FILE, pk__lte=self.last_key)
        return list(within.order_by("pk").values_list("reference_id", "loaded"))

    def location(self, item: tuple[str, datetime]) -> str:
        """Return the cable's path; an ID needs no escaping, and one look-up does for the file."""
        return f"{self.url_prefix}{item[0]}{self.url_suffix}"

    def lastmod(self, item: tuple[str, datetime]) -> datetime:
        """Return when the room loaded it."""
        return item[1]


class PagesSitemap(SiteURLMixin, BasePagesSitemap):
    """The room's main pages, from which all others are reached."""

    def items(self) -> list[str]:
        """Return the names of their addresses."""
        ways = ["origins", "tags", "dates", "releases", "classifications", "people", "glossary"]
        return ["front", "cables", *ways, "help", "schema"]

    def location(self, item: str) -> str:
        """Return the page's path."""
        return reverse(item)
