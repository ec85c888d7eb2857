"""Real cables, which are not in the repository: all parse, nothing is lost, old links work."""

import html
import os
import re
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from cables.parser import ParsedCable, ReferenceKind, parse, reference_ids

pytestmark = pytest.mark.corpus

ROOT = Path(__file__).resolve().parents[3]
CORPUS = Path(os.environ.get("CABLES_CORPUS", ROOT / ".." / "shared" / "corpus"))
ARCHIVES = ("pages-2011-04.tar.xz", "pages-2011-08.tar.xz")
TEXTS = "aad-text.tar.xz"

BLOCK = re.compile(r"<code><pre>(.*?)</pre></code>", re.DOTALL)
MARKUP = re.compile(r"</a>|<a id='[^>]*>|<a href='/tag[^>]*>")
ANCHOR = re.compile(r"<a id='(par[^']*)'")

MIN_SHARE = {
    "created": 0.80,
    "classification": 0.99,
    "tags": 0.99,
    "subject": 0.95,
    "executive_order": 0.99,
    "paragraphs": 0.96,
    "signature": 0.89,
}
"""Share of the pages on which a field is found. 104 pages are extracts without a header, 23 have no
subject, 14 are cut off before the first paragraph, about 50 have no signature."""


class Page(NamedTuple):
    name: str
    text: str
    anchors: tuple[str, ...]
    cable: ParsedCable


@cache
def pages() -> tuple[Page, ...]:
    return tuple(page for archive in ARCHIVES for page in read_archive(archive))


def read_archive(archive: str) -> Iterator[Page]:
    for name, source in members(archive):
        header, body = (text_of(block) for block in BLOCK.findall(source))
        text = f"{header}\n{body}"
        cable = parse(text, reference_id=reference_ids.canonical_reference_id(name) or name)
        yield Page(name, text, tuple(ANCHOR.findall(source)), cable)


def members(archive: str) -> Iterator[tuple[str, str]]:
    path = CORPUS / archive
    if not path.exists():
        pytest.skip(f"the corpus is not here: {path} is missing (CABLES_CORPUS says where)")
    with tarfile.open(path) as tar:
        for member in tar:
            file = tar.extractfile(member) if member.isfile() else None
            if file:
                yield Path(member.name).stem, file.read().decode("utf-8")


def text_of(block: str) -> str:
    return html.unescape(MARKUP.sub("", block))


def test_every_page_is_read() -> None:
    assert len(pages()) >= 601


def test_nothing_on_any_page_is_lost() -> None:
    for page in pages():
        joined = "".join(page.text[part.start : part.end] for part in page.cable.parts)
        assert joined == page.text, page.name


def test_paragraph_keys_are_unique_on_each_page() -> None:
    for page in pages():
        keys = [paragraph.key for paragraph in page.cable.paragraphs]
        assert len(keys) == len(set(keys)), page.name


def test_every_anchor_of_an_original_page_exists() -> None:
    for page in pages():
        ours = {paragraph.anchor for paragraph in page.cable.paragraphs}
        ours |= {name for name, _ in page.cable.old_anchors}
        assert set(page.anchors) <= ours, page.name


@pytest.mark.parametrize("field", sorted(MIN_SHARE))
def test_a_field_is_found_on_enough_pages(field: str) -> None:
    missing = [page.name for page in pages() if not getattr(page.cable, field)]

    assert len(missing) <= (1 - MIN_SHARE[field]) * len(pages()), missing


def test_nothing_of_telegrams_from_the_seventies_is_lost() -> None:
    count = 0
    for name, text in members(TEXTS):
        cable = parse(text)
        joined = "".join(text[part.start : part.end] for part in cable.parts)
        assert joined == text, name
        count += 1
    assert count == 120


def test_no_cable_cites_itself() -> None:
    assert [
        page.name
        for page in pages()
        if page.cable.reference_id in {ref.reference_id for ref in page.cable.references}
    ] == []


def test_a_reference_to_a_cable_has_an_id_or_says_why_not() -> None:
    assert [
        (page.name, reference.printed)
        for page in pages()
        for reference in page.cable.references
        if reference.kind is ReferenceKind.CABLE
        if bool(reference.reference_id) == bool(reference.doubt)
    ] == [("09SECTION01OF03SANJOSE525", "2008 SAN JOSE 00")]
