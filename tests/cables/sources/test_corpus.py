"""The real cables, if present; they are not part of the repository."""

import os
import re
import tarfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from cables.facts.posts import find_post_by_name
from cables.sources import Rejection, SourceCable
from cables.sources.forms.partner_exports import stated_time
from tests.cables.sources.walk import read_paths

CORPUS = Path(os.environ.get("CABLES_CORPUS") or Path(__file__).parents[4] / "shared" / "corpus")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no real cables at {CORPUS} (CABLES_CORPUS)"),
]

HEADER_TIME = re.compile(r"^[OPRZ](?: [OPRZ])? \d\d(\d\d)(\d\d)Z [A-Z]{3} \d\d", re.MULTILINE)


@cache
def cables(file: str) -> tuple[SourceCable, ...]:
    """Return the cables of one file of the corpus, of which none may be rejected."""
    results = list(read_paths([CORPUS / file]))
    assert [result for result in results if isinstance(result, Rejection)] == []
    return tuple(result for result in results if isinstance(result, SourceCable))


@pytest.mark.parametrize(
    ("file", "form", "number"),
    [
        ("pages-2011-04.tar.xz", "page", 601),
        ("pages-2011-08.tar.xz", "page", 6),
        ("cables.csv", "csv", 2),
        ("aad-text.tar.xz", "nara", 120),
        ("../seed", "pasted", 1),
    ],
)
def test_every_cable_is_read(file: str, form: str, number: int) -> None:
    assert Counter(cable.form for cable in cables(file)) == {form: number}


def test_the_text_of_a_page_is_its_two_blocks_and_nothing_else() -> None:
    texts = {cable.name.partition("!")[2]: cable.text for cable in cables("pages-2011-04.tar.xz")}
    with tarfile.open(CORPUS / "pages-2011-04.tar.xz") as archive:
        for info in archive:
            file = archive.extractfile(info)
            if not file:
                continue
            blocks = re.findall(r"<code><pre>(.*?)</pre></code>", file.read().decode(), re.DOTALL)
            text = "\n".join(blocks).replace("&#x000A;", "\n")
            text = re.sub(r"<a id='par\w+' href='#par\w+'>¶</a>", "¶", text)
            text = re.sub(r"<a href='/tag/[^']*'>([^<]*)</a>", r"\1", text)
            assert texts[info.name] == text, info.name


def test_trusted_minutes_are_those_of_the_header() -> None:
    trusted = [
        (cable, match)
        for file in ("pages-2011-04.tar.xz", "pages-2011-08.tar.xz", "cables.csv")
        for cable in cables(file)
        if cable.minutes_trusted and cable.created and (match := HEADER_TIME.search(cable.text))
    ]
    wrong = [
        cable.reference_id
        for cable, match in trusted
        if cable.created
        and (cable.created.hour, cable.created.minute) != (int(match[1]), int(match[2]))
    ]

    assert len(trusted) > 40
    assert wrong == []


def test_minutes_of_april_2011_are_trusted_only_where_the_text_states_them() -> None:
    trusted = [cable for cable in cables("pages-2011-04.tar.xz") if cable.minutes_trusted]
    line_starts = [re.finditer("^", cable.text, re.MULTILINE) for cable in trusted]

    assert trusted
    for cable, starts in zip(trusted, line_starts, strict=True):
        assert cable.created in [stated_time(cable.text[start.start() :]) for start in starts]


def test_every_origin_of_a_page_is_a_known_post() -> None:
    origins = {cable.origin for cable in cables("pages-2011-04.tar.xz")}

    assert sorted(origin for origin in origins if not find_post_by_name(origin)) == []


def test_stamps_are_removed_from_telegrams_of_the_national_archives() -> None:
    partial = [cable for cable in cables("aad-text.tar.xz") if cable.partial]
    complete = [cable for cable in cables("aad-text.tar.xz") if not cable.partial]

    assert [cable.reference_id for cable in partial] == ["1974LAPAZ02230"]
    assert [cable.name for cable in complete if "Declassified/Rel" in cable.text] == []
