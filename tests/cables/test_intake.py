"""From files to columns, in one process or in several."""

from hypothesis import given
from hypothesis import strategies as st

from cables.columns import CableColumns
from cables.intake import CHUNK_FILES, Known, Unchanged, chunks, take_all
from cables.sources import Rejected, SourceFile
from tests.conftest import SHORT_CABLE


def file(number: int, text: str = SHORT_CABLE) -> SourceFile:
    data = text.replace("000901", f"{number:06}").encode()
    return SourceFile(name=f"09SPECIMEN{number}.txt", data=data, consumed=len(data))


@given(st.sets(st.tuples(st.text(max_size=9), st.text(max_size=9)), max_size=50))
def test_what_is_known_is_known_and_nothing_else(pairs: set[tuple[str, str]]) -> None:
    known = Known.of(pairs)
    assert all(pair in known for pair in pairs)
    assert ("neither", "of them at all") not in known
    assert len(known.keys) == 12 * len(pairs)


def test_a_known_cable_is_not_parsed_again() -> None:
    (step,) = take_all([file(1)], Known(), processes=1)
    (taken,) = step.taken
    assert isinstance(taken, CableColumns)
    known = Known.of([(taken.cable["source_sha256"], "09SPECIMEN1")])
    (step,) = take_all([file(1)], known, processes=1)
    assert step.taken == (Unchanged(name="09SPECIMEN1.txt", reference_id="09SPECIMEN1"),)


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
