"""Blocks of original pages."""

from hypothesis import given
from hypothesis import strategies as st

from cables.sources.forms.html_pre import block_text


def test_anchors_and_tag_links_are_unwrapped() -> None:
    block = "<a href=\"/tag/PREL_0.html\">PREL</a>&#x000A;<a id='par1' href='#par1'>¶</a>1. (C) X"

    assert block_text(block) == "PREL\n¶1. (C) X"


@given(st.text(st.characters(exclude_characters="\r")))
def test_text_without_the_sites_own_markup_is_unchanged(text: str) -> None:
    if "&#x000A;" not in text and "<a " not in text:
        assert block_text(text.replace("\n", "&#x000A;")) == text
