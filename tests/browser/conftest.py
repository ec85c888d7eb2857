"""A real server and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import CI, ROOT, SHORT_CABLE

START_TIMEOUT = 60
"""Seconds until the server must answer; it migrates and loads the samples first."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
WITH_SCRIPTS = pytest.param(True, id="with scripts")
WITHOUT_SCRIPTS = pytest.param(False, id="without scripts")

UNTIDY = """\
R 031200Z MAR 09
FM AMEMBASSY SPECIMEN
TO SECSTATE WASHDC 0001

S E C R E T SECTION 01 OF 02 SPECIMEN 000920

NOFORN
SIPDIS

E.O. 12958: DECL: 03/03/2019
TAGS: PREL, AINF
SUBJECT: SPECIMEN: FRAGMENTS THAT THE ORIGINAL SITE PUT IN ODD PLACES, AND A SUBJECT OF LINES

REF: A. 07 MOSCOW 849
     ¶B. SPECIMEN 901

Classified By: Ambassador Jane Doe.  Reasons: 1.4 (b) and (d).

¶1. (S//REL NATO) A line that begins with a year, as this one will in the year
¶2006. It got a pilcrow from the original site, and so did the lettered points below, which
makes this paragraph hold three fragments besides its own.
¶A. The first point.
¶B. The second point.

¶2. (SBU/NF) The second paragraph is here to stand below.

DOE
"""

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the samples as `make serve` does, and return the URL."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = {
        **{key: value for key, value in os.environ.items() if key != "SECRET_KEY"},
        "DATA_DIR": str(tmp_path_factory.mktemp("data")),
        "BIND": f"127.0.0.1:{port}",
        "SITE_URL": address,
        "WEB_CONCURRENCY": "1",
    }
    log = tmp_path_factory.mktemp("log") / "server"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "cablesite.serve"],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_for(address, log)
        files = write_untidy_files(tmp_path_factory.mktemp("files"))
        subprocess.run(
            [sys.executable, "manage.py", "load_cables", "-v0", str(files)],
            cwd=ROOT,
            env=environment,
            check=True,
        )
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def write_untidy_files(folder: Path) -> Path:
    """Write what the samples lack: odd fragments, long codes, cables of many years."""
    (folder / "09SPECIMEN920.txt").write_text(UNTIDY, encoding="utf-8")
    for year in range(1966, 2011):
        text = SHORT_CABLE.replace("MAR 09", f"MAR {year % 100:02}")
        (folder / f"{year % 100:02}SPECIMEN901.txt").write_text(text, encoding="utf-8")
    return folder


def wait_for(address: str, log: Path) -> None:
    """Wait until the server answers; fail with its log if it never does."""
    for _ in range(START_TIMEOUT * 5):
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"The server did not answer at {address}:\n{log.read_text()}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium, once for each module.

    While Playwright runs, so does its event loop, and Django then keeps later tests in the same
    process from using the database.
    """
    program = (
        os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    )
    if not program:
        message = "Chromium is not installed; on Debian: apt-get install chromium"
        pytest.fail(message) if CI else pytest.skip(message)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(browser: Browser, site_url: str) -> Iterator[NewPage]:
    """Open pages; an error of any kind in the browser fails the test."""
    contexts = []
    errors: list[str] = []

    def open_page(*, width: int = 1280, scheme: str = "light", scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=site_url,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "console",
            lambda line: (
                errors.append(line.text)
                if line.type == "error" and not any(code in line.text for code in ("404", "410"))
                else None
            ),
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not errors
