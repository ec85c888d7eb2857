"""The synthetic corpora are what they claim to be, and the bench runs from end to end."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from cables.parser import ParsedCable, parse
from cables.sources import SourceCable
from tests.bench import bench, fts_datasette, parsing
from tests.bench.forms import Writer, write_csv, write_pages, write_plain
from tests.bench.identities import CLASSIFICATIONS, YEARS, Identity, Register, identities, sizes
from tests.bench.searching_questions import KINDS
from tests.bench.synthetic import main, write_corpus
from tests.bench.telegrams import SyntheticCable, synthetic_cables
from tests.cables.sources.walk import read_paths

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
    return tuple(identities(DRAWS, 1, Register()))


@pytest.fixture(scope="module", params=["csv", "page", "plain"])
def read_back(
    request: pytest.FixtureRequest,
    corpus: Sequence[SyntheticCable],
    tmp_path_factory: pytest.TempPathFactory,
) -> Sequence[ReadBack]:
    """Write the corpus in one form and read it."""
    path = tmp_path_factory.mktemp("synthetic") / request.param
    small_pages = partial(write_pages, sidebar=1)
    writers: dict[str, Writer] = {"csv": write_csv, "page": small_pages, "plain": write_plain}
    by_id = {cable.reference_id: cable for cable in writers[request.param](corpus, path)}
    found = []
    for source in read_paths([path]):
        assert isinstance(source, SourceCable), source
        assert source.form == request.param
        cable = parse(source.text, reference_id=source.reference_id)
        found.append(ReadBack(by_id.pop(source.reference_id), source, cable))
    assert not by_id
    return found


def test_every_form_parses_to_what_was_written(read_back: Sequence[ReadBack]) -> None:
    for written, _, cable in read_back:
        name = written.reference_id
        assert len(cable.paragraphs) == written.paragraphs, name
        assert tuple(tag.code for tag in cable.tags) == written.tags, name
        cited = (one.reference_id for one in cable.references)
        assert tuple(one for one in cited if one) == written.references, name
        assert cable.classification == written.identity.classification, name
        assert cable.subject == written.subject, name
        assert cable.signed_by == written.signature, name


def test_every_form_states_the_time(read_back: Sequence[ReadBack]) -> None:
    for written, source, cable in read_back:
        created = cable.created or source.created
        expected = written.identity.created
        if not source.minutes_trusted and written.partial:  # an original page has wrong minutes
            expected = expected.replace(minute=expected.hour % 12 or 12)
        assert created == expected, written.reference_id


def test_no_synthetic_cable_can_be_taken_for_a_real_one(corpus: Sequence[SyntheticCable]) -> None:
    subjects = [cable.subject for cable in corpus if cable.subject]

    assert subjects
    assert all(subject.startswith("SYNTHETIC: ") for subject in subjects)


@pytest.mark.parametrize("form", ["csv", "pages", "plain"])
def test_a_seed_gives_the_same_bytes_again(form: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_corpus(tmp_path / name, 5, seed=3, form=form)

    assert content(tmp_path / "one") == content(tmp_path / "two")


def content(path: Path) -> list[bytes]:
    files = sorted(path.rglob("*.txt")) if path.is_dir() else [path]
    return [file.read_bytes() for file in files]


def test_another_seed_gives_other_cables() -> None:
    one, two = (next(synthetic_cables(1, seed=seed)) for seed in (1, 2))

    assert one.text != two.text


def test_ids_are_unique_and_times_in_order(drawn: Sequence[Identity]) -> None:
    times = [one.created for one in drawn]

    assert len({one.reference_id for one in drawn}) == DRAWS
    assert times == sorted(times)


def test_years_are_as_frequent_as_in_the_real_corpus(drawn: Sequence[Identity]) -> None:
    found = Counter(one.year for one in drawn)

    for year, count in YEARS.items():
        assert abs(found[year] / DRAWS - count / sum(YEARS.values())) < 0.001, year
    assert sizes(251_234)[2009] == 56_797


def test_classifications_are_as_frequent_as_in_the_real_corpus(drawn: Sequence[Identity]) -> None:
    found = Counter(one.classification for one in drawn)

    assert set(found) == set(CLASSIFICATIONS.items)
    unclassified = found["UNCLASSIFIED"] + found["UNCLASSIFIED//FOR OFFICIAL USE ONLY"]
    assert abs(unclassified / DRAWS - 133_887 / 251_287) < 0.03
    assert abs(found["CONFIDENTIAL"] / DRAWS - 97_070 / 251_287) < 0.03
    assert abs(found["SECRET"] / DRAWS - 11_322 / 251_287) < 0.015


def test_posts_are_as_frequent_as_in_the_real_corpus(drawn: Sequence[Identity]) -> None:
    found = Counter(one.post.code for one in drawn)

    assert len(found) > 200
    assert abs(found["STATE"] / DRAWS - 8_009 / 251_287) < 0.012


def test_a_third_of_the_references_points_inside_the_corpus() -> None:
    cables = list(synthetic_cables(300, seed=1))
    held = {cable.reference_id for cable in cables}
    cited = [reference for cable in cables for reference in cable.references]

    assert 0.25 < sum(reference in held for reference in cited) / len(cited) < 0.45


def test_the_generator_runs_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cables.csv"

    main(["3", str(path), "--seed", "5"])

    assert capsys.readouterr().out.startswith("3 cables, ")
    assert path.read_bytes().startswith(b'"1","')


def test_the_bench_measures_a_small_corpus_from_end_to_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CABLES_CORPUS", str(tmp_path / "absent"))
    monkeypatch.setattr(parsing, "PASSES", 1)
    monkeypatch.setattr(fts_datasette, "PROGRAM", tmp_path / "absent")
    few = ["--cables", "30", "--processes", "1", "--questions", "1", "--beside", "1"]

    bench.main([*few, "--folder", str(tmp_path / "work")])

    loading, lists = (lines := capsys.readouterr().out.splitlines())[:9], lines[9:]
    assert [line.split(",")[0] for line in loading] == [
        "parse",
        "find persons",
        "load",
        "processor time of it",
        "load again",
        "memory of all processes at the peak (PSS",
        "database",
        "processor time of a person's page",
        "processor time of a person's page",
    ]
    assert "words/s" in lines[1]
    assert "cables/s" in lines[2]
    assert (tmp_path / "work" / "loaded" / "cables.sqlite3").is_file()
    measured = [line.split()[0] for line in lists]
    assert measured[:2] == ["search", "FTS5"]
    assert Counter(measured[2:]) == {"browse:": 3, "other": 1, "search:": 2 * len(KINDS)}
    assert "Datasette's page not installed" in lists[-1 - 2 * len(KINDS) + 1]
