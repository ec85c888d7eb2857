"""From files to columns, in one process or in several."""

import signal
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from cables.loading.process_pool import deaf_to_interrupts
from cables.loading.rows import CableColumns
from cables.loading.worker import (
    CHUNK_FILES,
    REFERENCE_ID,
    Known,
    Unchanged,
    chunks,
    take_all,
    take_cable,
)
from cables.sources import Rejected, SourceCable, SourceFile
from tests.conftest import SHORT_CABLE


def file(number: int, text: str = SHORT_CABLE) -> SourceFile:
    data = text.replace("000901", f"{number:06}").encode()
    return SourceFile(name=f"09SPECIMEN{number}.txt", data=data, consumed=len(data))


WORDS = st.text("ab", max_size=3)


@given(st.sets(st.tuples(WORDS, WORDS, WORDS, WORDS), max_size=50))
def test_what_is_known_is_known_and_nothing_else(sources: set[tuple[str, str, str, str]]) -> None:
    known = Known.of(sources)
    assert all(source in known for source in sources)
    assert ("none", "of", "them", "all") not in known
    assert len(known.keys) == 12 * len(sources)


def test_a_known_cable_is_not_parsed_again() -> None:
    (step,) = take_all([file(1)], Known(), processes=1)
    (taken,) = step.taken
    assert isinstance(taken, CableColumns)
    hashes = taken.cable["source_sha256"], taken.cable["text_sha256"]
    known = Known.of([(*hashes, "", "09SPECIMEN1")])
    (step,) = take_all([file(1)], known, processes=1)
    assert step.taken == (Unchanged(name="09SPECIMEN1.txt", line=1, reference_id="09SPECIMEN1"),)
    known = Known.of([(*hashes, "another file", "09SPECIMEN1")])
    (step,) = take_all([file(1)], known, processes=1)
    assert isinstance(step.taken[0], CableColumns), "two files give it now, and that is kept"


SOURCE = SourceCable(
    reference_id="09SPECIMEN1", text=SHORT_CABLE, form="page", name="a", sha256="0" * 64
)


@given(st.from_regex(REFERENCE_ID, fullmatch=True) | st.text(max_size=50))
def test_every_id_that_is_taken_has_an_address(reference_id: str) -> None:
    taken = take_cable(replace(SOURCE, reference_id=reference_id), Known())
    if isinstance(taken, CableColumns):
        assert reverse("cable", kwargs={"reference_id": taken.reference_id})
        assert len(taken.reference_id) <= 40
    else:
        assert isinstance(taken, Rejected)
        assert "the reference ID is" in taken.reason


@pytest.mark.parametrize("reference_id", ["", "9", "x/y", "09SPECIMEN1 ", "1" * 41, "09SPÉCIMEN"])
def test_an_id_that_fits_no_address_is_refused_with_what_to_do(reference_id: str) -> None:
    taken = take_cable(replace(SOURCE, reference_id=reference_id), Known())
    if reference_id == "09SPECIMEN1 ":
        assert isinstance(taken, CableColumns), "blanks are a spelling"
        return
    assert isinstance(taken, Rejected)
    assert "expected a digit and then 2 to 39 of" in taken.reason
    assert "Mend the ID" in taken.reason


def test_a_text_with_a_nul_is_refused_whatever_form_hid_it() -> None:
    taken = take_cable(replace(SOURCE, text=SHORT_CABLE + "\0"), Known())
    assert isinstance(taken, Rejected)
    assert "NUL" in taken.reason


def test_what_is_started_is_deaf_to_interrupts_and_who_starts_it_is_not() -> None:
    with (
        ProcessPoolExecutor(1, get_context("spawn")) as pool,
        deaf_to_interrupts(),
    ):
        asked = pool.submit(signal.pthread_sigmask, signal.SIG_BLOCK, ())
    assert signal.SIGINT in asked.result()
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


def test_a_bad_file_is_passed_on_and_the_rest_go_on() -> None:
    bad = Rejected(name="bad", line=0, reason="it is bad")
    nothing = file(2, "Dear diary, it rained.")
    (step,) = take_all([bad, nothing, file(3)], Known(), processes=1)
    assert [type(one) for one in step.taken] == [Rejected, Rejected, CableColumns]


def test_several_processes_give_what_one_gives_in_the_same_order() -> None:
    files = [file(number) for number in range(1, 3 * CHUNK_FILES)]
    alone = [one for step in take_all(files, Known(), processes=1) for one in step.taken]
    together = [one for step in take_all(files, Known(), processes=2) for one in step.taken]
    assert alone == together
    assert len(alone) == len(files)


def test_what_is_consumed_adds_up() -> None:
    files = [file(number) for number in range(1, 200)]
    steps = list(take_all(files, Known(), processes=1))
    assert sum(step.consumed for step in steps) == sum(one.consumed for one in files)


def test_chunks_are_read_as_they_are_wanted() -> None:
    read = []

    def endless() -> object:
        while True:
            read.append(1)
            yield file(len(read))

    assert len(next(chunks(endless()))) == CHUNK_FILES  # type: ignore[arg-type]
    assert len(read) == CHUNK_FILES
