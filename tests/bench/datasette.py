"""The same rows as Datasette shows them, beside our pages: both over HTTP, by their own servers.

Tests do not need Datasette: `make bench` installs it into a virtual environment of its own.
"""

import http.client
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.checkouts import Checkout
from tests.bench.table import Row, print_progress

PROGRAM: Final = Path(sys.prefix, "bench", "bin", "datasette")
PATIENCE: Final = 60.0
"""Seconds that a server may take to start."""
OUR_LIST: Final = "/cables/?sort=newest"
THEIR_LIST: Final = "/cables/cables_cable?_size=20&_sort_desc=created"


def datasette_rows(checkout: Checkout, reference_ids: Sequence[str]) -> Iterator[Row]:
    """Yield how long pages take here and in Datasette; nothing where it is not installed."""
    if not PROGRAM.is_file():
        print_progress("Datasette is not installed, so it is not compared")
        return
    print_progress("comparing with Datasette")
    ours = {"cable": [f"/cable/{name}/" for name in reference_ids], "list": [OUR_LIST]}
    theirs = {"cable": row_urls(checkout.database, reference_ids), "list": [THEIR_LIST]}
    serve = [sys.executable, "-m", "cablesite.serve"]
    browse = [str(PROGRAM), "serve", "--immutable", str(checkout.database)]
    with served(checkout, serve) as here, served(checkout, browse) as there:
        for kind, urls in ours.items():
            seconds, compared = median_time(here, urls), median_time(there, theirs[kind])
            yield Row(
                measure=f"{kind} page over HTTP, elapsed",
                value=f"{seconds * 1000:.1f} ms",
                compared_with=f"{compared * 1000:.1f} ms for Datasette's page of the same rows",
                ratio=seconds / compared,
            )


def row_urls(database: Path, reference_ids: Sequence[str]) -> list[str]:
    """Return Datasette's page of each cable."""
    asked = "SELECT id FROM cables_cable WHERE reference_id = ?"
    with closing(sqlite3.connect(database)) as connection:
        keys = [connection.execute(asked, [name]).fetchone()[0] for name in reference_ids]
    return [f"/cables/cables_cable/{key}" for key in keys]


def median_time(address: str, urls: Sequence[str]) -> float:
    """Return the median seconds of pages, each asked for twice on one connection."""
    connection = http.client.HTTPConnection(address, timeout=PATIENCE)
    times = []
    for url in (*urls, *urls):
        started = time.perf_counter()
        connection.request("GET", url, headers={"Accept-Encoding": "gzip"})
        response = connection.getresponse()
        response.read()
        times.append(time.perf_counter() - started)
        if response.status != http.HTTPStatus.OK:
            raise RuntimeError(f"{url} answered {response.status}")
    connection.close()
    return median(times)


@contextmanager
def served(checkout: Checkout, command: Sequence[str]) -> Iterator[str]:
    """Run a server for the length of the block; yield its host and port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        host, port = free.getsockname()
    address = f"{host}:{port}"
    ours = {"READ_ONLY": "true", "BIND": address, "WEB_CONCURRENCY": "1"}
    process = subprocess.Popen(
        [*command, "--port", str(port)] if command[0] == str(PROGRAM) else command,
        cwd=checkout.code,
        env=checkout.environment | ours,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until_served(host, port, process)
        yield address
    finally:
        process.terminate()
        process.wait()


def wait_until_served(host: str, port: int, process: "subprocess.Popen[bytes]") -> None:
    """Return once the port accepts connections."""
    until = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"no server answered at {host}:{port}")
