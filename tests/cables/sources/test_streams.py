"""Streams that count."""

import io

import pytest

from cables.sources.limits import FREE_GROWTH, MAX_RATIO
from cables.sources.streams import ArchiveBombError, FunctionReader, GrowthLimit, Meter, buffered


def test_a_stream_is_filled_although_the_pipe_gives_little_at_a_time() -> None:
    data = io.BytesIO(b"specimen" * 100)
    stream = buffered(lambda size: data.read(min(size, 3)))

    assert stream.peek(512)[:512] == (b"specimen" * 100)[:512]
    assert stream.read() == b"specimen" * 100


def test_what_passes_is_counted() -> None:
    passed: list[int] = []
    raw = FunctionReader(io.BytesIO(b"specimen").read, passed.append)

    assert raw.read(5) == b"speci"
    assert raw.tell() == sum(passed) == 5


def test_growth_is_free_up_to_a_size_and_limited_beyond() -> None:
    growth = GrowthLimit(lambda: FREE_GROWTH // MAX_RATIO)
    growth.add(FREE_GROWTH - MAX_RATIO)

    with pytest.raises(ArchiveBombError, match="Do not load it"):
        growth.add(2 * MAX_RATIO)


def test_a_meter_tells_what_is_new() -> None:
    positions = iter([3, 10, 10, 4, 12])
    meter = Meter(lambda: next(positions))

    assert [meter() for _ in range(5)] == [3, 7, 0, 0, 2]
