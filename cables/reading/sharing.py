"""Ready share text: an excerpt fitted to where it goes, the address, and the two tags."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlencode

import regex

MAX_GRAPHEMES: Final = 300
"""Graphemes of a post on Bluesky, the tightest of the places that count the address in full."""
SITE_HASHTAG: Final = "#cablegate"
NOT_IN_HASHTAG = re.compile(r"[^0-9A-Za-z_]")
LETTER = re.compile(r"[A-Za-z]")
GRAPHEME = regex.compile(r"\X")
LAST_PARTIAL_WORD = re.compile(r"\s+\S*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareLink:
    """A plain link that opens another place's own form, filled in."""

    name: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What a page offers for sharing."""

    text: str
    """The whole post: excerpt in quotation marks, address, tags; at most 300 graphemes."""
    title: str
    """What a mail or a forum's title says."""
    quotation: str
    """The excerpt in quotation marks alone."""
    url: str
    hashtags: str
    """`#cablegate #07MOSCOW849`, each with a blank on both sides once in the text."""
    links: tuple[ShareLink, ...]


def build_share(*, excerpt: str, title: str, url: str, reference_id: str) -> Share:
    """Build the share text and links of a page.

    Args:
        excerpt: Words of the cable or the paragraph, of any length.
        title: The page's title in one line.
        url: Its absolute address.
        reference_id: Canonical.
    """
    tags = " ".join(tag for tag in (SITE_HASHTAG, hashtag(reference_id)) if tag)
    # Six more than the address and the tags: two blanks, two quotation marks, two in reserve.
    quotation = (
        f"“{truncate(excerpt, MAX_GRAPHEMES - count_graphemes(url) - count_graphemes(tags) - 6)}”"
    )
    text = f"{quotation} {url} {tags}"
    links = tuple(
        ShareLink(name=name, href=href)
        for name, href in _share_links(text, quotation, title, url, tags)
    )
    return Share(text=text, title=title, quotation=quotation, url=url, hashtags=tags, links=links)


def hashtag(reference_id: str) -> str:
    """Return `#07MOSCOW849`; empty without a letter, as digits alone make no tag anywhere."""
    kept = NOT_IN_HASHTAG.sub("", reference_id)
    return f"#{kept}" if LETTER.search(kept) else ""


def count_graphemes(text: str) -> int:
    """Count what a reader takes for one character each."""
    return len(GRAPHEME.findall(text))


def truncate(text: str, most: int) -> str:
    """Cut a text to so many graphemes, at a word, with an ellipsis where something was cut."""
    text = " ".join(text.split())
    units = GRAPHEME.findall(text)
    if len(units) <= most:
        return text
    kept = "".join(units[: max(most - 1, 0)])
    at_a_word = LAST_PARTIAL_WORD.sub("", kept)
    return f"{at_a_word.rstrip(' ,;:–-')}…"


def _share_links(
    text: str, quotation: str, title: str, url: str, tags: str
) -> Iterator[tuple[str, str]]:
    """Yield name and address of each place, in the order shown (forms as documented in 2026)."""
    quoted_and_tags = f"{quotation} {tags}"
    yield "X", _url_with_query("https://x.com/intent/tweet", text=quoted_and_tags, url=url)
    yield "Bluesky", _url_with_query("https://bsky.app/intent/compose", text=text)
    # Behind the hash, so that the text never reaches a log; the page asks for the reader's server.
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


def _url_with_query(address: str, **values: str) -> str:
    """Return the address with its query, blanks as %20: a plus would show as one in mail."""
    return f"{address}?{urlencode(values, quote_via=quote, safe='')}"
