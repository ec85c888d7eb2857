"""Atom feeds of cables: of the whole room, of a post, a tag, a person, a search.

A feed is a list of cables under a heading; a view chooses them and calls `as_atom`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from cables.models import Cable
from cables.names.protection import withhold_names
from cables.reading.previews import build_preview
from cables.reading.public_tags import public_tags_of
from cables.reading.withholding import names_to_withhold

MAX_ENTRIES: Final = 50
"""Entries of a feed: what a load of one evening brings; sitemaps lead to the rest."""
EMPTY_FEED_UPDATED: Final = datetime(2010, 11, 28, tzinfo=UTC)
"""When an empty feed was last updated: an answer that never changes is not sent twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedTopic:
    """What a feed is of."""

    cables: Iterable[Cable]
    """In the feed's order; the first fifty are taken."""
    heading: str
    """What the feed is called, without the room's name."""
    page_url: str
    """Path and query of the page that shows the same cables."""


def as_atom(
    request: HttpRequest, cables: Iterable[Cable], *, heading: str, page_url: str
) -> HttpResponse:
    """Return a list of cables as an Atom feed.

    Args:
        request: Whose path and query are the feed's own address.
        cables: In order, best a queryset; the first fifty are taken.
        heading: What the list is, plain text, such as `Search: enthusiasm`.
        page_url: The same list as a page, path and query.

    A feed of what is new wants `cables.newest_loaded_first()`.
    """
    return CableFeed()(request, topic=FeedTopic(cables=cables, heading=heading, page_url=page_url))


class SiteAtomFeed(Atom1Feed):
    """Atom whose date is its newest entry's loading, not a cable's own date."""

    def latest_post_date(self) -> datetime:
        """Return when the newest entry was loaded."""
        return max((one["updateddate"] for one in self.items), default=EMPTY_FEED_UPDATED)


if TYPE_CHECKING:
    BaseFeed = Feed[Cable, FeedTopic]
else:  # Django's own class takes no types when it runs
    BaseFeed = Feed


class CableFeed(BaseFeed):
    """A feed whose entries are cables; every address in it is absolute under SITE_URL.

    contrib.syndication asks the request for the room's name, and a request may come by any of the
    names that the room answers to; an address that is absolute already stays as it is.
    """

    feed_type = SiteAtomFeed
    language = "en"

    def get_object(self, *_: Any, **kwargs: Any) -> FeedTopic:
        """Return what the feed is of."""
        return kwargs["topic"]  # type: ignore[no-any-return]

    def get_feed(self, topic: FeedTopic, request: HttpRequest) -> Any:
        """Build the feed; its own address identifies it, as several may share a page."""
        feed = super().get_feed(topic, request)
        own = settings.SITE_URL + request.get_full_path()
        feed.feed |= {"feed_url": own, "id": own}
        return feed

    def title(self, topic: FeedTopic) -> str:
        """Return the feed's title."""
        return f"{topic.heading} · {settings.SITE_NAME}"

    def link(self, topic: FeedTopic) -> str:
        """Return the absolute address of the page with the same cables."""
        return f"{settings.SITE_URL}{topic.page_url}"

    def author_name(self) -> str:
        """Return who answers for the feed, and for entries whose post is not known."""
        return str(settings.SITE_NAME)

    def items(self, topic: FeedTopic) -> list[Cable]:
        """Return the cables with their text, which says what names to withhold."""
        if isinstance(topic.cables, QuerySet):
            return _fetch_with_text(topic.cables.values_list("pk", flat=True)[:MAX_ENTRIES])
        return _fetch_with_text(cable.pk for cable in islice(topic.cables, MAX_ENTRIES))

    def item_title(self, item: Cable) -> str:
        """Return reference ID and title, which Atom takes for plain text."""
        return f"{item.reference_id}: {withhold_names(item.title, names_to_withhold(item))}"

    def item_link(self, item: Cable) -> str:
        """Return the cable's absolute address, which identifies the entry as well."""
        return f"{settings.SITE_URL}{item.get_absolute_url()}"

    def item_description(self, item: Cable) -> str:
        """Return the summary, which the feed declares to be HTML."""
        preview = build_preview(item)
        return escape(withhold_names(preview.description, preview.withheld_names))

    def item_pubdate(self, item: Cable) -> datetime | None:
        """Return when the cable was written."""
        return item.created

    def item_updateddate(self, item: Cable) -> datetime:
        """Return when the room loaded it: its own date never changes."""
        return item.loaded

    def item_categories(self, item: Cable) -> list[str]:
        """Return the TAGS, but for persons' names, which may be protected ones."""
        return [one.tag.code for one in public_tags_of(item)]

    def item_author_name(self, item: Cable) -> str | None:
        """Return the post."""
        return item.origin.name if item.origin else None


def _fetch_with_text(wanted: Iterable[int]) -> list[Cable]:
    """Fetch cables by primary key with post, tags and body, in that order, in few statements."""
    keys = list(wanted)
    held = Cable.objects.select_related("origin").prefetch_related("cable_tags__tag")
    found = held.defer("header").in_bulk(keys)
    return [found[key] for key in keys if key in found]
