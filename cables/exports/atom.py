"""Atom feeds of cables: the newest, of a post, of a tag, of a person, of a search.

A feed is a list of cables under a heading; a view chooses the cables and calls `as_atom`.
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

from cables.links.urls import absolute_url
from cables.models import Cable
from cables.reading.content import CableContent
from cables.reading.previews import Preview
from cables.reading.public_tags import public_tags_of

MAX_ENTRIES: Final = 50
"""Entries of a feed, enough for one evening's load; sitemaps list the rest."""
EMPTY_FEED_UPDATED: Final = datetime(2010, 11, 28, tzinfo=UTC)
"""When an empty feed was last updated: it must not change, so that it is not sent twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _FeedTopic:
    """The cables of a feed, and what it is called."""

    cables: Iterable[Cable]
    """In the feed's order; the first 50 are used."""
    heading: str
    """The feed's title without the site's name."""
    page_url: str
    """Path and query of the page that shows the same cables."""


def as_atom(
    request: HttpRequest, cables: Iterable[Cable], *, heading: str, page_url: str
) -> HttpResponse:
    """Return a list of cables as an Atom feed.

    Args:
        request: Its path and query are the feed's own address.
        cables: In order, preferably a queryset; the first 50 are used. For a feed of new cables,
            `cables.newest_loaded_first()`.
        heading: The title of the list, as plain text, such as `Search: enthusiasm`.
        page_url: Path and query of the same list as a page.
    """
    return _CableFeed()(
        request, topic=_FeedTopic(cables=cables, heading=heading, page_url=page_url)
    )


class _SiteAtomFeed(Atom1Feed):
    """An Atom feed that was updated when its newest entry was loaded."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=EMPTY_FEED_UPDATED)


if TYPE_CHECKING:
    _BaseFeed = Feed[Preview, _FeedTopic]
else:  # Django's own class takes no type arguments at runtime
    _BaseFeed = Feed


class _CableFeed(_BaseFeed):
    """A feed whose entries are cables; every URL in it is absolute under SITE_URL.

    contrib.syndication would use the host of the request, which may be any of the allowed hosts;
    it does not change URLs that are absolute already.
    """

    feed_type = _SiteAtomFeed
    language = "en"

    def get_object(self, *_: Any, **kwargs: Any) -> _FeedTopic:
        return kwargs["topic"]  # type: ignore[no-any-return]

    def get_feed(self, topic: _FeedTopic, request: HttpRequest) -> Any:
        """Build the feed; its own URL is its ID, because several feeds may share a page."""
        feed = super().get_feed(topic, request)
        feed_url = absolute_url(request.get_full_path())
        feed.feed |= {"feed_url": feed_url, "id": feed_url}
        return feed

    def title(self, topic: _FeedTopic) -> str:
        return f"{topic.heading} · {settings.SITE_NAME}"

    def link(self, topic: _FeedTopic) -> str:
        return absolute_url(topic.page_url)

    def author_name(self) -> str:
        """Return the author of the feed, and of entries without a known post."""
        return str(settings.SITE_NAME)

    def items(self, topic: _FeedTopic) -> list[Preview]:
        """Return the cables as previews, each with its text, in a few queries."""
        if isinstance(topic.cables, QuerySet):
            keys = list(topic.cables.values_list("pk", flat=True)[:MAX_ENTRIES])
        else:
            keys = [cable.pk for cable in islice(topic.cables, MAX_ENTRIES)]
        cables = Cable.objects.for_reading().prefetch_related("cable_tags__tag").defer("header")
        return [Preview(CableContent(cable)) for cable in cables.in_key_order(keys)]

    def item_title(self, item: Preview) -> str:
        """Return reference ID and title, which Atom reads as plain text."""
        return f"{item.cable.reference_id}: {item.title}"

    def item_link(self, item: Preview) -> str:
        """Return the cable's absolute URL, which is the entry's ID as well."""
        return absolute_url(item.cable.get_absolute_url())

    def item_description(self, item: Preview) -> str:
        """Return the summary, escaped because the feed declares it as HTML."""
        return escape(item.description)

    def item_pubdate(self, item: Preview) -> datetime | None:
        return item.cable.created

    def item_updateddate(self, item: Preview) -> datetime:
        return item.cable.loaded

    def item_categories(self, item: Preview) -> list[str]:
        tags = public_tags_of(item.cable, item.content.withheld_names)
        return [cable_tag.tag.code for cable_tag in tags]

    def item_author_name(self, item: Preview) -> str | None:
        return item.cable.origin.name if item.cable.origin else None
