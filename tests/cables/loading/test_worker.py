"""From files to columns, in one process or in several."""

import signal
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest
from django.urls import reverse
from hypothesis import given
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
def test_what_is_known_is_known_and_nothing_else(sources: set[tuple[str, str, str, str]]) -> None:
    known = KnownSources.from_sources(sources)
    assert all(source in known for source in sources)
    assert ("none", "of", "them", "all") not in known
    assert len(known.keys) == 12 * len(sources)


def test_a_known_cable_is_not_parsed_again() -> None:
    (step,) = parse_files([file(1)], KnownSources(), processes=1)
    (taken,) = step.results
    assert isinstance(taken, CableRows)
    hashes = taken.cable["source_sha256"], taken.cable["text_sha256"]
    known = KnownSources.from_sources([(*hashes, "", "09SPECIMEN1")])
    (step,) = parse_files([file(1)], known, processes=1)
    assert step.results == (
        UnchangedCable(name="09SPECIMEN1.txt", line=1, reference_id="09SPECIMEN1"),
    )
    known = KnownSources.from_sources([(*hashes, "another file", "09SPECIMEN1")])
    (step,) = parse_files([file(1)], known, processes=1)
    assert isinstance(step.results[0], CableRows), "two files give it now, and that is kept"


SOURCE = SourceCable(
    reference_id="09SPECIMEN1", text=SHORT_CABLE, form="page", name="a", sha256="0" * 64
)


@given(st.from_regex(REFERENCE_ID, fullmatch=True) | st.text(max_size=50))
def test_every_id_that_is_taken_has_an_address(reference_id: str) -> None:
    taken = parse_cable(replace(SOURCE, reference_id=reference_id), KnownSources())
    if isinstance(taken, CableRows):
        assert reverse("cable", kwargs={"reference_id": taken.reference_id})
        assert len(taken.reference_id) <= 40
    else:
        assert isinstance(taken, Rejection)
        assert "the reference ID is" in taken.reason


@pytest.mark.parametrize("reference_id", ["", "9", "x/y", "09SPECIMEN1 ", "1" * 41, "09SPÉCIMEN"])
def test_an_id_that_fits_no_address_is_refused_with_what_to_do(reference_id: str) -> None:
    taken = parse_cable(replace(SOURCE, reference_id=reference_id), KnownSources())
    if reference_id == "09SPECIMEN1 ":
        assert isinstance(taken, CableRows), "blanks are a spelling"
        return
    assert isinstance(taken, Rejection)
    assert "expected a digit and then 2 to 39 of" in taken.reason
    assert "Fix the ID" in taken.reason


def test_a_text_with_a_nul_is_refused_whatever_form_hid_it() -> None:
    taken = parse_cable(replace(SOURCE, text=SHORT_CABLE + "\0"), KnownSources())
    assert isinstance(taken, Rejection)
    assert "NUL" in taken.reason


def test_what_is_started_is_deaf_to_interrupts_and_who_starts_it_is_not() -> None:
    with (
        ProcessPoolExecutor(1, get_context("spawn")) as pool,
        sigint_blocked(),
    ):
        asked = pool.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ())
    assert signal.SIGINT in asked.result()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_bad_file_is_passed_on_and_the_rest_go_on() -> None:
    bad = Rejection(name="bad", line=0, reason="it is bad")
    nothing = file(2, "Dear diary, it rained.")
    (step,) = parse_files([bad, nothing, file(3)], KnownSources(), processes=1)
    assert [type(one) for one in step.results] == [Rejection, Rejection, CableRows]


def test_several_processes_give_what_one_gives_in_the_same_order() -> None:
    files = [file(number) for number in range(1, 3 * CHUNK_FILES)]
    alone = [
        one for step in parse_files(files, KnownSources(), processes=1) for one in step.results
    ]
    together = [
        one for step in parse_files(files, KnownSources(), processes=2) for one in step.results
    ]
    assert alone == together
    assert len(alone) == len(files)


def test_what_is_consumed_adds_up() -> None:
    files = [file(number) for number in range(1, 200)]
    steps = list(parse_files(files, KnownSources(), processes=1))
    assert sum(step.consumed for step in steps) == sum(one.consumed for one in files)


def test_chunks_are_read_as_they_are_wanted() -> None:
    read = []

    def endless() -> object:
        while True:
            read.append(1)
            yield file(len(read))

    assert len(next(file_chunks(endless()))) == CHUNK_FILES  # type: ignore[arg-type]
    assert len(read) == CHUNK_FILES
