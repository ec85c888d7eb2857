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


def test_the_text_fits_the_tightest_place() -> None:
    assert MAX_GRAPHEMES - 20 < count_graphemes(build().text) <= MAX_GRAPHEMES


def test_both_tags_stand_free_at_the_end() -> None:
    assert build().text.endswith(f" {URL} #cablegate #07MOSCOW849")


def test_an_excerpt_is_cut_at_a_word_with_an_ellipsis() -> None:
    assert truncate("one two three four", 13) == "one two…"


def test_a_short_excerpt_is_left_whole() -> None:
    assert build("Short words.").text == f"“Short words.” {URL} #cablegate #07MOSCOW849"


def test_a_tag_keeps_what_every_place_takes_for_one() -> None:
    assert hashtag("06PORT-AU-PRINCE1") == "#06PORTAUPRINCE1"


def test_digits_alone_make_no_tag() -> None:
    assert hashtag("07849") == ""
    assert build(reference_id="07849").hashtags == "#cablegate"


def test_blanks_are_percent_encoded_and_never_a_plus() -> None:
    for link in build().links:
        assert "+" not in link.href
        assert "%20" in link.href


def test_every_place_gets_the_address_and_both_tags() -> None:
    for link in build().links:
        sent = unquote(link.href)
        assert URL in sent, link.name
        if link.name != "Reddit":  # a forum's title takes no tags
            assert "#cablegate #07MOSCOW849" in sent, link.name


def test_the_places_are_those_that_readers_use() -> None:
    names = ["X", "Bluesky", "Mastodon", "Threads", "WhatsApp", "Telegram", "Reddit", "E-mail"]
    assert [link.name for link in build().links] == names


def test_mastodon_gets_its_text_behind_the_hash_where_no_log_sees_it() -> None:
    mastodon = next(link for link in build().links if link.name == "Mastodon")
    assert urlsplit(mastodon.href).query == ""
    assert urlsplit(mastodon.href).fragment.startswith("text=")


def test_a_mail_has_lines_of_its_own_for_address_and_tags() -> None:
    mail = next(link for link in build().links if link.name == "E-mail")
    body = parse_qs(urlsplit(mail.href).query)["body"][0]
    assert body.split("\r\n\r\n")[1:] == [URL, "#cablegate #07MOSCOW849"]
    assert "%0D%0A" in mail.href


@given(st.text(max_size=500), st.integers(min_value=1, max_value=300))
def test_no_text_is_ever_longer_than_asked(text: str, most: int) -> None:
    assert count_graphemes(truncate(text, most)) <= most
