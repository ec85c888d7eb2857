"""Streams that count what is read from them."""

import io

import pytest

from cables.sources.limits import FREE_GROWTH, MAX_RATIO
from cables.sources.streams import ArchiveBombError, FunctionReader, GrowthLimit, Meter, buffered


def test_the_buffer_is_filled_even_if_a_pipe_gives_few_bytes_at_a_time() -> None:
    data = io.BytesIO(b"specimen" * 100)
    stream = buffered(lambda size: data.read(min(size, 3)))

    assert stream.peek(512)[:512] == (b"specimen" * 100)[:512]
    assert stream.read() == b"specimen" * 100


def test_bytes_read_are_counted() -> None:
    counts: list[int] = []
    raw = FunctionReader(io.BytesIO(b"specimen").read, counts.append)

    assert raw.read(5) == b"speci"
    assert raw.tell() == sum(counts) == 5


def test_growth_is_limited_only_above_a_size() -> None:
    growth = GrowthLimit(lambda: FREE_GROWTH // MAX_RATIO)
    growth.add(FREE_GROWTH - MAX_RATIO)

    with pytest.raises(ArchiveBombError, match="Do not load it"):
        growth.add(2 * MAX_RATIO)


def test_a_meter_returns_the_bytes_since_the_last_call() -> None:
    positions = iter([3, 10, 10, 4, 12])
    meter = Meter(lambda: next(positions))

    assert [meter() for _ in range(5)] == [3, 7, 0, 0, 2]
