"""Time the pages of the checkout in the current directory: `python page_times.py URLS TIMES`.

URLS is a JSON file with lists of URLs by kind; TIMES is written with the processor seconds of each,
asked for the first time and again. It imports nothing from this package, because the checkout may
be an older version.
"""

import json
import sys
import time
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote

WARM_UP = ("/help/", "/cable/07NOWHERE1/")
"""Asked before anything is timed, so that modules and the base template are loaded."""


def main() -> None:
    """Ask for every page twice, kind by kind."""
    asked, answered = (Path(argument) for argument in sys.argv[1:])
    sys.path.insert(0, str(Path.cwd()))
    from cablesite.wsgi import application  # noqa: PLC0415 - of the current directory

    for url in WARM_UP:
        get(application, url)
    times: dict[str, list[float]] = {}
    for kind, urls in json.loads(asked.read_text()).items():
        for turn in ("first", "again"):
            times[f"{kind}, {turn}"] = [processor_time(application, url) for url in urls]
    answered.write_text(json.dumps(times))


def processor_time(application: Any, url: str) -> float:
    """Return the processor seconds of one page that must answer 200."""
    started = time.process_time()
    status = get(application, url)
    seconds = time.process_time() - started
    if not status.startswith("200"):
        raise RuntimeError(f"{url} answered {status}")
    return seconds


def get(application: Any, url: str) -> str:
    """Ask a WSGI application for a page, read all of it, and return the status."""
    path, _, query = url.partition("?")
    statuses: list[str] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": unquote(path),
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost:8000",
        "HTTP_ACCEPT_ENCODING": "gzip",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    response = application(environ, lambda status, *_: statuses.append(status))
    for _ in response:
        pass
    response.close()
    return statuses[0]


if __name__ == "__main__":
    main()
