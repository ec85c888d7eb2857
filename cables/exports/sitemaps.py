"""The contents of the sitemaps: every cable, by ranges of primary keys, and the main pages.

A file lists the cables within ten thousand keys, however many of them exist. So a cable stays in
its file, no file requires counting through the others, and each takes a tenth of a second.
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
"""Primary keys of a file; the protocol allows fifty thousand URLs."""
PLACEHOLDER: Final = "0000"
"""A valid reference ID, to be replaced by each cable's own."""
MAIN_PAGES: Final = (
    *("front", "cables", "origins", "tags", "dates", "releases", "classifications", "people"),
    *("glossary", "help", "schema"),
)
"""URL names of the pages from which all others can be reached."""

if TYPE_CHECKING:
    _BaseCableSitemap = Sitemap[tuple[str, datetime]]
    _BasePagesSitemap = Sitemap[str]
else:  # Django's own class takes no type arguments at runtime
    _BaseCableSitemap = _BasePagesSitemap = Sitemap


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapFile:
    """A file of the sitemap index."""

    number: int
    """From 1; file n lists the ten thousand keys up to 10,000 × n."""
    lastmod: datetime
    """When the newest of its cables was loaded."""


def sitemap_files() -> list[SitemapFile]:
    """Return the files that list any cable, in order, with one query over the index by loading."""
    ranges = Cable.objects.order_by().annotate(index=(F("pk") - 1) / KEYS_PER_FILE).values("index")
    rows = ranges.annotate(lastmod=Max("loaded")).order_by("index")
    return [SitemapFile(number=row["index"] + 1, lastmod=row["lastmod"]) for row in rows]


class _SiteURLMixin:
    """Puts all URLs under SITE_URL, whatever the host of the request."""

    def get_domain(self, site: Any = None) -> str:  # noqa: ARG002 - as contrib calls it
        """Return the host, and the port if there is one."""
        return str(settings.SITE_URL).partition("://")[2]

    def get_protocol(self, protocol: str | None = None) -> str:  # noqa: ARG002
        return str(settings.SITE_URL).partition("://")[0]


class CableSitemap(_SiteURLMixin, _BaseCableSitemap):
    """The cables of one file, as pairs of reference ID and time of loading."""

    limit = KEYS_PER_FILE

    def __init__(self, number: int) -> None:
        self.last_key = number * KEYS_PER_FILE
        self.url_prefix, self.url_suffix = reverse(
            "cable", kwargs={"reference_id": PLACEHOLDER}
        ).split(PLACEHOLDER)

    def items(self) -> list[tuple[str, datetime]]:
        return self.cables

    @cached_property
    def cables(self) -> list[tuple[str, datetime]]:
        """The cables, cached because contrib's paginator calls items() several times."""
        cables = Cable.objects.filter(pk__gt=self.last_key - KEYS_PER_FILE, pk__lte=self.last_key)
        return list(cables.order_by("pk").values_list("reference_id", "loaded"))

    def location(self, item: tuple[str, datetime]) -> str:
        """Return the cable's path; an ID needs no escaping, so one reverse() serves the file."""
        return f"{self.url_prefix}{item[0]}{self.url_suffix}"

    def lastmod(self, item: tuple[str, datetime]) -> datetime:
        return item[1]


class PagesSitemap(_SiteURLMixin, _BasePagesSitemap):
    """The main pages."""

    def items(self) -> tuple[str, ...]:
        return MAIN_PAGES

    def location(self, item: str) -> str:
        return reverse(item)
