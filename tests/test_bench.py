"""The synthetic corpora are what they claim to be, and the bench runs from end to end."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from cables.parser import ParsedCable, parse
from cables.sources import SourceCable
from tests.bench import bench, datasette, parsing
from tests.bench.forms import Writer, main, write_corpus, write_csv, write_pages
from tests.bench.identities import CLASSIFICATIONS, YEARS, Identity, identities, sizes
from tests.bench.telegrams import SyntheticCable, synthetic_cables
from tests.conftest import ROOT

SAMPLE = 60
DRAWS = 3000


class ReadBack(NamedTuple):
    """A cable as written, as read from a file, and as parsed."""

    written: SyntheticCable
    source: SourceCable
    cable: ParsedCable


@pytest.fixture(scope="module")
def corpus() -> Sequence[SyntheticCable]:
    return tuple(synthetic_cables(SAMPLE, seed=7))


@pytest.fixture(scope="module")
def drawn() -> Sequence[Identity]:
    return tuple(identities(DRAWS, 1))


@pytest.fixture(scope="module", params=["csv", "page"])
def read_back(
    request: pytest.FixtureRequest,
    corpus: Sequence[SyntheticCable],
    tmp_path_factory: pytest.TempPathFactory,
) -> Sequence[ReadBack]:
    """Write the corpus in one form and read it."""
    path = tmp_path_factory.mktemp("synthetic") / request.param
    writers: dict[str, Writer] = {"csv": write_csv, "page": partial(write_pages, sidebar=1)}
    by_id = {cable.reference_id: cable for cable in writers[request.param](corpus, path)}
    read = []
    for source in parsing.read_cables([path]):
        assert source.form == request.param
        cable = parse(source.text, reference_id=source.reference_id)
        read.append(ReadBack(by_id.pop(source.reference_id), source, cable))
    assert not by_id
    return read


def test_every_form_parses_to_what_was_written(read_back: Sequence[ReadBack]) -> None:
    for written, _, cable in read_back:
        name = written.reference_id
        assert len(cable.paragraphs) == written.written.paragraphs, name
        assert tuple(tag.code for tag in cable.tags) == written.tags, name
        cited = (reference.reference_id for reference in cable.references)
        assert tuple(reference_id for reference_id in cited if reference_id) == written.references
        assert cable.classification == written.identity.classification, name
        assert cable.subject == written.written.subject, name
        assert cable.signed_by == written.written.signature, name


def test_every_form_states_the_time(read_back: Sequence[ReadBack]) -> None:
    for written, source, cable in read_back:
        created = cable.created or source.created
        expected = written.identity.created
        if not source.minutes_trusted and written.partial:  # an original page has wrong minutes
            expected = expected.replace(minute=expected.hour % 12 or 12)
        assert created == expected, written.reference_id


def test_no_synthetic_cable_can_be_taken_for_a_real_one(corpus: Sequence[SyntheticCable]) -> None:
    subjects = [cable.written.subject for cable in corpus if cable.written.subject]

    assert subjects
    assert all(subject.startswith("SYNTHETIC: ") for subject in subjects)


@pytest.mark.parametrize("form", ["csv", "pages"])
def test_a_seed_gives_the_same_bytes_again(form: str, tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_corpus(tmp_path / name, 5, seed=3, form=form)

    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()


def test_another_seed_gives_other_cables() -> None:
    first, second = (next(synthetic_cables(1, seed=seed)) for seed in (1, 2))

    assert first.text != second.text


def test_ids_are_unique_and_times_in_order(drawn: Sequence[Identity]) -> None:
    times = [identity.created for identity in drawn]

    assert len({identity.reference_id for identity in drawn}) == DRAWS
    assert times == sorted(times)


def test_years_are_as_frequent_as_in_the_real_corpus(drawn: Sequence[Identity]) -> None:
    counts = Counter(identity.year for identity in drawn)

    for year, count in YEARS.items():
        assert abs(counts[year] / DRAWS - count / sum(YEARS.values())) < 0.001, year
    assert sizes(251_234)[2009] == 56_797


def test_classifications_are_as_frequent_as_in_the_real_corpus(drawn: Sequence[Identity]) -> None:
    counts = Counter(identity.classification for identity in drawn)

    assert set(counts) == set(CLASSIFICATIONS.items)
    unclassified = counts["UNCLASSIFIED"] + counts["UNCLASSIFIED//FOR OFFICIAL USE ONLY"]
    assert abs(unclassified / DRAWS - 133_887 / 251_287) < 0.03
    assert abs(counts["CONFIDENTIAL"] / DRAWS - 97_070 / 251_287) < 0.03
    assert abs(counts["SECRET"] / DRAWS - 11_322 / 251_287) < 0.015


def test_posts_are_as_frequent_as_in_the_real_corpus(drawn: Sequence[Identity]) -> None:
    counts = Counter(identity.post.code for identity in drawn)

    assert len(counts) > 200
    assert abs(counts["STATE"] / DRAWS - 8_009 / 251_287) < 0.012


def test_a_third_of_the_references_points_inside_the_corpus() -> None:
    cables = list(synthetic_cables(300, seed=1))
    reference_ids = {cable.reference_id for cable in cables}
    cited = [reference for cable in cables for reference in cable.references]

    inside = sum(reference in reference_ids for reference in cited)
    assert 0.25 < inside / len(cited) < 0.45


def test_the_generator_runs_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cables.csv"

    main(["3", str(path), "--seed", "5"])

    assert capsys.readouterr().out.startswith("3 cables, ")
    assert path.read_bytes().startswith(b'"1","')


def test_the_bench_compares_a_small_corpus_in_two_checkouts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CABLES_CORPUS", str(tmp_path / "absent"))
    monkeypatch.setattr(parsing, "PASSES", 1)
    monkeypatch.setattr(datasette, "PROGRAM", tmp_path / "absent")
    few = ["--cables", "40", "--processes", "1", "--pages", "2"]

    bench.main([*few, "--folder", str(tmp_path / "work"), "--checkout", str(ROOT)])

    header, *lines = capsys.readouterr().out.splitlines()
    assert header.split() == ["ratio", "measure", "value", "compared", "with"]
    ratios = [float(line.split()[0]) for line in lines[1:]]
    assert all(ratio > 0 for ratio in ratios)
    table = "\n".join(lines)
    for measure in (
        "parse",
        "load ",
        "cable page, first",
        "cable page, again",
        "person",
        "list",
        "phrase",
    ):
        assert measure in table
    assert (tmp_path / "work" / "there" / "cables.sqlite3").is_file()
