"""Parsing files into rows, in one process or several."""

import signal
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from cables.loading.process_pool import sigint_blocked
from cables.loading.rows import CableRows
from cables.loading.worker import (
    CHUNK_FILES,
    REFERENCE_ID,
    KnownSources,
    UnchangedCable,
    file_chunks,
    parse_cable,
    parse_files,
)
from cables.sources import Rejection, SourceCable, SourceFile
from tests.conftest import SHORT_CABLE


def file(number: int, text: str = SHORT_CABLE) -> SourceFile:
    data = text.replace("000901", f"{number:06}").encode()
    return SourceFile(name=f"09SPECIMEN{number}.txt", data=data, consumed=len(data))


WORDS = st.text("ab", max_size=3)


@given(st.sets(st.tuples(WORDS, WORDS, WORDS, WORDS), max_size=50))
def test_only_known_sources_are_known(sources: set[tuple[str, str, str, str]]) -> None:
    known = KnownSources.from_sources(sources)
    assert all(source in known for source in sources)
    assert ("none", "of", "them", "all") not in known
    assert len(known.keys) == 12 * len(sources)


def test_a_known_cable_is_not_parsed_again() -> None:
    (step,) = parse_files([file(1)], KnownSources(), processes=1)
    (rows,) = step.results
    assert isinstance(rows, CableRows)
    hashes = rows.cable["source_sha256"], rows.cable["text_sha256"]
    known = KnownSources.from_sources([(*hashes, "", "09SPECIMEN1")])
    (step,) = parse_files([file(1)], known, processes=1)
    assert step.results == (
        UnchangedCable(name="09SPECIMEN1.txt", line=1, reference_id="09SPECIMEN1"),
    )
    known = KnownSources.from_sources([(*hashes, "another file", "09SPECIMEN1")])
    (step,) = parse_files([file(1)], known, processes=1)
    assert isinstance(step.results[0], CableRows), "both files are stored as its sources"


SOURCE = SourceCable(
    reference_id="09SPECIMEN1", text=SHORT_CABLE, form="page", name="a", sha256="0" * 64
)


@settings(deadline=None)  # the first example imports the URL configuration
@given(st.from_regex(REFERENCE_ID, fullmatch=True) | st.text(max_size=50))
def test_every_accepted_id_has_a_url(reference_id: str) -> None:
    result = parse_cable(replace(SOURCE, reference_id=reference_id), KnownSources())
    if isinstance(result, CableRows):
        assert reverse("cable", kwargs={"reference_id": result.reference_id})
        assert len(result.reference_id) <= 40
    else:
        assert isinstance(result, Rejection)
        assert "the reference ID is" in result.reason


@pytest.mark.parametrize("reference_id", ["", "9", "x/y", "09SPECIMEN1 ", "1" * 41, "09SPÉCIMEN"])
def test_an_id_that_no_url_allows_is_rejected(reference_id: str) -> None:
    result = parse_cable(replace(SOURCE, reference_id=reference_id), KnownSources())
    if reference_id == "09SPECIMEN1 ":
        assert isinstance(result, CableRows), "spaces are a spelling"
        return
    assert isinstance(result, Rejection)
    assert "expected a digit and then 2 to 39 of" in result.reason
    assert "Fix the ID" in result.reason


def test_a_text_with_a_nul_is_rejected_in_any_form() -> None:
    result = parse_cable(replace(SOURCE, text=SHORT_CABLE + "\0"), KnownSources())
    assert isinstance(result, Rejection)
    assert "NUL" in result.reason


def test_interrupts_are_blocked_in_workers_only() -> None:
    with (
        ProcessPoolExecutor(1, get_context("spawn")) as pool,
        sigint_blocked(),
    ):
        blocked = pool.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ())
    assert signal.SIGINT in blocked.result()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_bad_file_is_reported_and_the_rest_are_parsed() -> None:
    bad = Rejection(name="bad", line=0, reason="it is bad")
    diary = file(2, "Dear diary, it rained.")
    (step,) = parse_files([bad, diary, file(3)], KnownSources(), processes=1)
    assert [type(result) for result in step.results] == [Rejection, Rejection, CableRows]


def test_several_processes_give_the_results_of_one_in_the_same_order() -> None:
    files = [file(number) for number in range(1, 3 * CHUNK_FILES)]
    serial, parallel = (
        [
            result
            for step in parse_files(files, KnownSources(), processes=processes)
            for result in step.results
        ]
        for processes in (1, 2)
    )
    assert serial == parallel
    assert len(serial) == len(files)


def test_consumed_bytes_add_up() -> None:
    files = [file(number) for number in range(1, 200)]
    steps = list(parse_files(files, KnownSources(), processes=1))
    assert sum(step.consumed for step in steps) == sum(source.consumed for source in files)


def test_chunks_are_read_lazily() -> None:
    numbers = []

    def endless() -> object:
        while True:
            numbers.append(1)
            yield file(len(numbers))

    assert len(next(file_chunks(endless()))) == CHUNK_FILES  # type: ignore[arg-type]
    assert len(numbers) == CHUNK_FILES
