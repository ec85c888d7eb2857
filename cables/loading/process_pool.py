"""Spread plain Python work over worker processes, with results in order."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any, TypeVar

Chunk = TypeVar("Chunk")
Done = TypeVar("Done")


def map_in_processes(
    work: Callable[[Chunk], Done],
    chunks: Iterable[Chunk],
    *,
    processes: int,
    initializer: Callable[..., None] | None = None,
    initargs: tuple[Any, ...] = (),
) -> Iterator[Done]:
    """Apply a function to chunks in worker processes, yielding results in order.

    Args:
        work: A module-level function, so that workers can import it.
        chunks: Consumed lazily; only a few are in memory.
        processes: Number of workers, at least 1.
        initializer: Called once in each worker when it starts.
        initargs: Arguments of `initializer`.

    Raises:
        concurrent.futures.process.BrokenProcessPool: A worker was killed.
    """
    # Spawned, not forked: a worker must not inherit the database connection.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer, initargs)
    waiting: deque[Future[Done]] = deque()
    try:
        for chunk in chunks:
            with sigint_blocked():  # submitting may start a worker
                waiting.append(pool.submit(work, chunk))
            if len(waiting) > 2 * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def sigint_blocked() -> Iterator[None]:
    """Start workers with SIGINT blocked; the parent shuts them down.

    Workers inherit the mask from their first moment, so that none prints a traceback of its own on
    Ctrl-C. The parent receives a pending signal as soon as the mask is lifted.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
