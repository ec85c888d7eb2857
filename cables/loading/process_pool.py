"""Use every core: work that is plain Python, spread over processes, its results in order."""

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
    """Do the same to many chunks, and yield the results in the order of the chunks.

    Args:
        work: A function of a module: another process must find it by name.
        chunks: One at a time; never more than a few of them are held.
        processes: Workers, at least 1.
        initializer: Called once in each worker when it starts.
        initargs: What `initializer` is given.

    Raises:
        concurrent.futures.process.BrokenProcessPool: A worker was killed.
    """
    # Spawned, not forked: a worker must not inherit the database connection.
    pool = ProcessPoolExecutor(processes, get_context("spawn"), initializer, initargs)
    waiting: deque[Future[Done]] = deque()
    try:
        for chunk in chunks:
            with sigint_blocked():  # a submission starts a worker as long as there are few
                waiting.append(pool.submit(work, chunk))
            if len(waiting) > 2 * processes:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def sigint_blocked() -> Iterator[None]:
    """Start processes that Ctrl-C does not reach: the one that started them ends them.

    A mask is inherited by what is started, from its first moment, so that no worker prints a
    traceback of its own; this process gets what came meanwhile as soon as the mask is lifted.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
