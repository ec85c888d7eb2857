"""A real server and a real browser: what a reader has."""

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

from tests.conftest import CI, ROOT

PATIENCE = 60
"""Seconds until the server must answer; it migrates and loads the samples first."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
WITH_SCRIPTS = pytest.param(True, id="with scripts")
WITHOUT_SCRIPTS = pytest.param(False, id="without scripts")

NewPage = Callable[..., Page]


@pytest.fixture(scope="session")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the samples as `make serve` does, and return the address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = {
        **{key: value for key, value in os.environ.items() if key != "SECRET_KEY"},
        "DATA_DIR": str(tmp_path_factory.mktemp("room")),
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
        yield address
    finally:
        server.terminate()
        server.wait(timeout=30)


def wait_for(address: str, log: Path) -> None:
    """Return once the server is well; fail with its log where it never is."""
    for _ in range(PATIENCE * 5):
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"The server did not answer at {address}:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium."""
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
def new_page(browser: Browser, room: str) -> Iterator[NewPage]:
    """Open pages; each fails the test where the browser reports an error of any kind."""
    contexts = []
    faults: list[str] = []

    def open_page(*, width: int = 1280, scheme: str = "light", scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=room,
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=scripts,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "console",
            lambda line: (
                faults.append(line.text)
                if line.type == "error" and "404" not in line.text
                else None
            ),
        )
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not faults
