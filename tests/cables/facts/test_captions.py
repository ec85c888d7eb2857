"""Captions."""

from cables.facts.captions import CODES, caption


def test_a_caption_says_what_it_means() -> None:
    noforn = caption("NOFORN")

    assert noforn is not None
    assert noforn.name == "No foreign dissemination"
    assert caption("roger  channel") == caption("ROGER CHANNEL")
    assert caption("SPECIMEN") is None


def test_a_longer_caption_comes_before_the_one_it_begins_with() -> None:
    assert CODES.index("SBU/NF") < CODES.index("SBU")
    assert all(caption(code) for code in CODES)
