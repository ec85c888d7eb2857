"""Share text: an excerpt of the right length, the URL and two hashtags, with links to services."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

import regex

MAX_GRAPHEMES: Final = 300
"""The limit of Bluesky, the lowest of the services that count the whole URL."""
SITE_HASHTAG: Final = "#cablegate"
NOT_IN_HASHTAG = re.compile(r"[^0-9A-Za-z_]")
LETTER = re.compile(r"[A-Za-z]")
GRAPHEME = regex.compile(r"\X")
LAST_PARTIAL_WORD = re.compile(r"\s+\S*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLink:
    """A link that opens the share form of another service, filled in."""

    name: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The share text and links of a page."""

    text: str
    """The whole post: quoted excerpt, URL, hashtags; at most 300 graphemes."""
    title: str
    """The title of an e-mail or forum post."""
    quotation: str
    """The excerpt in quotation marks."""
    url: str
    hashtags: str
    """`#cablegate #07MOSCOW849`."""
    links: tuple[ShareLink, ...]


def build_share(*, excerpt: str, title: str, url: str, reference_id: str) -> Share:
    """Build the share text and links of a page.

    Args:
        excerpt: Text of the cable or paragraph, of any length.
        title: The page's title on one line.
        url: Its absolute URL.
        reference_id: Canonical.
    """
    tags = " ".join(tag for tag in (SITE_HASHTAG, hashtag(reference_id)) if tag)
    # Six more for two spaces, two quotation marks, and two in reserve.
    max_length = MAX_GRAPHEMES - count_graphemes(url) - count_graphemes(tags) - 6
    quotation = f"“{truncate(excerpt, max_length)}”"
    text = f"{quotation} {url} {tags}"
    links = tuple(
        ShareLink(name=name, href=href)
        for name, href in _share_links(text, quotation, title, url, tags)
    )
    return Share(text=text, title=title, quotation=quotation, url=url, hashtags=tags, links=links)


def hashtag(reference_id: str) -> str:
    """Return `#07MOSCOW849`; empty without a letter, because digits alone are not a hashtag."""
    name = NOT_IN_HASHTAG.sub("", reference_id)
    return f"#{name}" if LETTER.search(name) else ""


def count_graphemes(text: str) -> int:
    """Return the number of characters as a reader counts them."""
    return len(GRAPHEME.findall(text))


def truncate(text: str, max_length: int) -> str:
    """Cut a text to a number of graphemes, at a word, and add an ellipsis if it was cut."""
    text = " ".join(text.split())
    graphemes = GRAPHEME.findall(text)
    if len(graphemes) <= max_length:
        return text
    beginning = "".join(graphemes[: max(max_length - 1, 0)])
    whole_words = LAST_PARTIAL_WORD.sub("", beginning)
    return f"{whole_words.rstrip(' ,;:–-')}…"


def _share_links(
    text: str, quotation: str, title: str, url: str, tags: str
) -> Iterator[tuple[str, str]]:
    """Yield name and URL of each service, in the order shown (as documented in 2026)."""
    quoted_and_tags = f"{quotation} {tags}"
    yield "X", _url_with_query("https://x.com/intent/tweet", text=quoted_and_tags, url=url)
    yield "Bluesky", _url_with_query("https://bsky.app/intent/compose", text=text)
    # After the hash, so that the text reaches no log; the page asks for the reader's server.
    yield "Mastodon", f"https://share.joinmastodon.org/#text={quote(text, safe='')}"
    yield (
        "Threads",
        _url_with_query("https://www.threads.com/intent/post", text=quoted_and_tags, url=url),
    )
    yield "WhatsApp", _url_with_query("https://wa.me/", text=text)
    yield "Telegram", _url_with_query("https://t.me/share/url", url=url, text=quoted_and_tags)
    yield "Reddit", _url_with_query("https://www.reddit.com/submit", url=url, title=title)
    body = f"{quotation}\r\n\r\n{url}\r\n\r\n{tags}"
    yield "E-mail", _url_with_query("mailto:", subject=title, body=body)


def _url_with_query(base: str, **values: str) -> str:
    """Return a URL with its query, spaces as %20: e-mail would show a plus."""
    return f"{base}?{urlencode(values, quote_via=quote, safe='')}"
