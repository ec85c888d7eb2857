"""Share text and links."""

from urllib.parse import parse_qs, unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from cables.reading.sharing import (
    MAX_GRAPHEMES,
    Share,
    build_share,
    count_graphemes,
    hashtag,
    truncate,
)

URL = "https://cables.example.org/cable/07MOSCOW849/7/"
LONG = "Experts unanimously agreed that verification remained the biggest problem. " * 20


def build(excerpt: str = LONG, reference_id: str = "07MOSCOW849") -> Share:
    return build_share(excerpt=excerpt, title="A & B", url=URL, reference_id=reference_id)


def test_the_text_fits_the_lowest_limit() -> None:
    assert MAX_GRAPHEMES - 20 < count_graphemes(build().text) <= MAX_GRAPHEMES


def test_both_hashtags_are_at_the_end() -> None:
    assert build().text.endswith(f" {URL} #cablegate #07MOSCOW849")


def test_an_excerpt_is_cut_at_a_word_with_an_ellipsis() -> None:
    assert truncate("one two three four", 13) == "one two…"


def test_a_short_excerpt_is_not_cut() -> None:
    assert build("Short words.").text == f"“Short words.” {URL} #cablegate #07MOSCOW849"


def test_a_hashtag_has_only_characters_that_every_service_accepts() -> None:
    assert hashtag("06PORT-AU-PRINCE1") == "#06PORTAUPRINCE1"


def test_digits_alone_are_not_a_hashtag() -> None:
    assert hashtag("07849") == ""
    assert build(reference_id="07849").hashtags == "#cablegate"


def test_spaces_are_percent_encoded() -> None:
    for link in build().links:
        assert "+" not in link.href
        assert "%20" in link.href


def test_every_service_gets_the_url_and_both_hashtags() -> None:
    for link in build().links:
        sent = unquote(link.href)
        assert URL in sent, link.name
        if link.name != "Reddit":  # a forum's title has no hashtags
            assert "#cablegate #07MOSCOW849" in sent, link.name


def test_links_to_eight_services_are_offered() -> None:
    names = ["X", "Bluesky", "Mastodon", "Threads", "WhatsApp", "Telegram", "Reddit", "E-mail"]
    assert [link.name for link in build().links] == names


def test_mastodon_gets_its_text_after_the_hash_so_that_no_log_has_it() -> None:
    mastodon = next(link for link in build().links if link.name == "Mastodon")
    assert urlsplit(mastodon.href).query == ""
    assert urlsplit(mastodon.href).fragment.startswith("text=")


def test_an_email_has_separate_lines_for_url_and_hashtags() -> None:
    email = next(link for link in build().links if link.name == "E-mail")
    body = parse_qs(urlsplit(email.href).query)["body"][0]
    assert body.split("\r\n\r\n")[1:] == [URL, "#cablegate #07MOSCOW849"]
    assert "%0D%0A" in email.href


@given(st.text(max_size=500), st.integers(min_value=1, max_value=300))
def test_no_truncated_text_is_too_long(text: str, max_length: int) -> None:
    assert count_graphemes(truncate(text, max_length)) <= max_length
