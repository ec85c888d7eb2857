"""The real cables, where they are at hand: they are not part of the repository."""

import os
import re
import tarfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from cables.facts.posts import find_post_by_name
from cables.sources import Rejection, SourceCable
from tests.cables.sources.walk import read_paths

CORPUS = Path(os.environ.get("CABLES_CORPUS") or Path(__file__).parents[4] / "shared" / "corpus")

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no real cables at {CORPUS} (CABLES_CORPUS)"),
]

HEADER_TIME = re.compile(r"^[OPRZ](?: [OPRZ])? \d\d(\d\d)(\d\d)Z [A-Z]{3} \d\d", re.MULTILINE)


@cache
def cables(file: str) -> tuple[SourceCable, ...]:
    """Return the cables of one file of the corpus; none may be rejected."""
    found = list(read_paths([CORPUS / file]))
    assert [one for one in found if isinstance(one, Rejection)] == []
    return tuple(one for one in found if isinstance(one, SourceCable))


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


def test_minutes_that_are_trusted_are_those_of_the_header() -> None:
    trusted = [
        (cable, found)
        for file in ("pages-2011-04.tar.xz", "pages-2011-08.tar.xz", "cables.csv")
        for cable in cables(file)
        if cable.minutes_trusted and cable.created and (found := HEADER_TIME.search(cable.text))
    ]
    wrong = [
        cable.reference_id
        for cable, found in trusted
        if cable.created
        and (cable.created.hour, cable.created.minute) != (int(found[1]), int(found[2]))
    ]

    assert len(trusted) > 40
    assert wrong == []


def test_minutes_of_april_2011_are_trusted_where_the_text_states_them() -> None:
    trusted = Counter(
        cable.variant for cable in cables("pages-2011-04.tar.xz") if cable.minutes_trusted
    )

    assert set(trusted) == {
        "number-line record",
        "tsv record",
        "id record",
        "weekday line",
        "cable-dated line",
    }


def test_every_origin_of_a_page_is_a_known_post() -> None:
    origins = {cable.origin for cable in cables("pages-2011-04.tar.xz")}

    assert sorted(origin for origin in origins if not find_post_by_name(origin)) == []


@pytest.mark.parametrize(
    ("reference_id", "variant"),
    [
        ("06BERN898", "tsv record"),
        ("07GENEVA2626", "tsv record"),
        ("02BOGOTA3281", "id record"),
        ("08QUITO221", "id record"),
        ("07MADRID1722", "weekday line"),
        ("00HARARE6677", "weekday line"),
        ("07MONTERREY130", "number-line record"),
        ("09RIYADH1557", "cable-dated line"),
        ("88BAGHDAD28", "sentence-cased"),
        ("08STATE43817", "sentence-cased"),
        ("08VLADIVOSTOK68", "excerpt"),
        ("09DUSHANBE575", "excerpt"),
        ("01VATICAN5693", "csv residue"),
        ("00THEHAGUE1695", "doubled"),
        ("03THEHAGUE2163", "doubled"),
        ("90KHARTOUM10657", "doubled"),
    ],
)
def test_a_known_variant_is_told_apart(reference_id: str, variant: str) -> None:
    by_id = {cable.reference_id: cable for cable in cables("pages-2011-04.tar.xz")}

    assert by_id[reference_id].variant == variant


def test_no_stamp_is_left_in_a_telegram_of_the_national_archives() -> None:
    found = cables("aad-text.tar.xz")

    with_stamp = [c.reference_id for c in found if not c.partial and "Declassified/Rel" in c.text]
    assert with_stamp == []
    assert [cable.reference_id for cable in found if cable.partial] == ["1974LAPAZ02230"]
