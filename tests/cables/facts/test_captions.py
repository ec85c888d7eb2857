"""Captions."""

from cables.facts.captions import CAPTION_CODES, find_caption


def test_a_caption_is_found_by_its_code() -> None:
    noforn = find_caption("NOFORN")

    assert noforn is not None
    assert noforn.name == "No foreign dissemination"
    assert find_caption("roger  channel") == find_caption("ROGER CHANNEL")
    assert find_caption("SPECIMEN") is None


def test_a_longer_caption_comes_before_its_prefix() -> None:
    assert CAPTION_CODES.index("SBU/NF") < CAPTION_CODES.index("SBU")
    assert all(find_caption(code) for code in CAPTION_CODES)
