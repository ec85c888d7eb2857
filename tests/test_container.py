"""The container, as far as it can be tested without an engine, and the server in it."""

import http.client
import json
import os
import re
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

import pytest

from tests.conftest import ROOT, SAMPLES

HASHED = re.compile(r"/static/[\w/-]+\.[0-9a-f]{12}\.(?:css|js|svg|png)$")
STATIC = re.compile(r"""["'(](/static/[^"')]+)["')]""")
IMPORTED = re.compile(r"""(?:from|import)\s*["']([^"']+)["']""")
PATIENCE = 30
"""Seconds that a busy machine may take to start or stop the server."""


def instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions, with continued lines joined and without comments."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines) if word]


def arguments(word: str) -> list[str]:
    """Return the arguments of each instruction with this name."""
    return [rest for name, rest in instructions() if name == word]


class TestDockerfile:
    def test_hadolint_finds_nothing(self) -> None:
        hadolint = Path(sys.executable).with_name("hadolint")
        result = subprocess.run(
            [hadolint, ROOT / "Dockerfile"], capture_output=True, text=True, check=False
        )
        assert (result.returncode, result.stdout) == (0, "")

    def test_both_stages_use_one_base_with_a_version(self) -> None:
        base, *stages = arguments("FROM")
        assert re.fullmatch(r"python:3\.\d+-slim-\w+ AS base", base)
        assert stages == ["base AS build", "base"]

    def test_the_image_contains_no_secrets(self) -> None:
        values = " ".join(arguments("ENV") + arguments("ARG") + arguments("LABEL"))
        assert not re.search(r"SECRET|PASSWORD|TOKEN|DATABASE_URL", values)

    def test_it_runs_as_a_numeric_user_that_is_not_root(self) -> None:
        # A number, because the host can check it without looking into the image.
        assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", arguments("USER")[-1])

    @pytest.mark.parametrize("word", ["HEALTHCHECK", "CMD"])
    def test_commands_need_no_shell(self, word: str) -> None:
        (command,) = arguments(word)
        words = json.loads(command[command.index("[") :])
        assert words[0] == "python"

    def test_packages_are_pinned_by_hash(self) -> None:
        (install,) = [command for command in arguments("RUN") if "pip" in command]
        assert "--require-hashes" in install
        assert "--no-cache-dir" in install

    def test_only_listed_files_are_copied_into_the_image(self) -> None:
        rules = [
            line
            for line in (ROOT / ".dockerignore").read_text().splitlines()
            if line and not line.startswith("#")
        ]
        assert rules[0] == "*"
        assert {rule[1:] for rule in rules if rule.startswith("!")} == {
            "LICENSE",
            "cables",
            "cablesite",
            "manage.py",
            "requirements.txt",
            "static",
            "templates",
        }


def environment(data: Path, **more: str) -> dict[str, str]:
    """Return the environment of a host with this data folder, without the tests' settings."""
    ours = {"SECRET_KEY", "SECRET_KEY_FILE", "DJANGO_SETTINGS_MODULE", "STATIC_ROOT", "READ_ONLY"}
    inherited = {name: value for name, value in os.environ.items() if name not in ours}
    return {
        **inherited,
        "DATA_DIR": str(data),
        "DATABASE_URL": f"sqlite:///{data / 'cables.sqlite3'}",
        "SITE_URL": "http://localhost:8000",
        **more,
    }


def prepare(data: Path) -> subprocess.CompletedProcess[str]:
    """Prepare the data folder without serving."""
    return subprocess.run(
        [sys.executable, "-m", "cablesite.serve", "--prepare-only"],
        cwd=ROOT,
        env=environment(data),
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Prepare a new data folder."""
    folder = tmp_path_factory.mktemp("site") / "data"
    result = prepare(folder)
    assert result.returncode == 0, result.stderr
    return folder


class TestPreparing:
    def test_the_first_start_loads_the_samples(self, data: Path) -> None:
        with sqlite3.connect(data / "cables.sqlite3") as database:
            (cables,) = database.execute("SELECT count(*) FROM cables_cable").fetchone()
        database.close()
        assert cables == len(list(SAMPLES.glob("*.txt")))

    def test_the_key_is_long_and_only_its_owner_can_read_it(self, data: Path) -> None:
        key = data / "secret-key"
        assert key.stat().st_mode & 0o777 == 0o600
        assert len(key.read_text()) > 50

    def test_the_next_start_keeps_the_key_and_loads_nothing(self, data: Path) -> None:
        key = (data / "secret-key").read_text()
        result = prepare(data)
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
        assert (data / "secret-key").read_text() == key

    def test_a_data_folder_that_cannot_be_made_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        data = tmp_path / "file" / "data"
        result = prepare(data)
        assert result.returncode == 1
        assert result.stderr.startswith(
            f"The data folder {data} cannot be written: Not a directory."
        )
        assert "DATA_DIR" in result.stderr

    @pytest.mark.skipif(os.geteuid() == 0, reason="root can write everywhere")
    def test_a_data_folder_without_permission_is_named(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        result = prepare(tmp_path)
        assert result.returncode == 1
        assert f"{tmp_path} cannot be written: Permission denied." in result.stderr


class Response(NamedTuple):
    """A response of the server."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The body, decoded."""
        return self.body.decode()


class Server(NamedTuple):
    """A running server."""

    port: int
    process: subprocess.Popen[str]

    def request(self, path: str, method: str = "GET", **headers: str) -> Response:
        """Send a request; redirects are not followed, and nothing is decompressed."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=headers)
            response = connection.getresponse()
            return Response(response.status, response.headers, response.read())
        finally:
            connection.close()


def is_healthy(server: Server) -> bool:
    """Return whether the server says that it is healthy."""
    try:
        return server.request("/healthz").status == http.HTTPStatus.OK
    except OSError:
        return False


@pytest.fixture(scope="module")
def server(data: Path) -> Iterator[Server]:
    """Start the server as the container does."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "cablesite.serve"],
        cwd=ROOT,
        env=environment(data, BIND=f"127.0.0.1:{port}", WEB_CONCURRENCY="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    server = Server(port, process)
    try:
        deadline = time.monotonic() + PATIENCE
        while not is_healthy(server):
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                pytest.fail(f"The server did not start: {process.communicate()[0]}")
            time.sleep(0.1)
        yield server
    finally:
        process.kill()
        process.communicate()


class TestServing:
    def test_a_cable_is_served_with_its_security_headers(self, server: Server) -> None:
        response = server.request("/cable/07MOSCOW849/")
        assert response.status == 200
        assert "07MOSCOW849" in response.text
        policy = response.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in response.headers

    def test_an_unchanged_page_is_not_sent_again(self, server: Server) -> None:
        first = server.request("/cable/07MOSCOW849/")
        again = server.request("/cable/07MOSCOW849/", **{"If-None-Match": first.headers["ETag"]})
        assert (again.status, again.body) == (304, b"")

    def test_static_files_are_hashed_and_cached_forever(self, server: Server) -> None:
        addresses = set(STATIC.findall(server.request("/cable/07MOSCOW849/").text))
        assert {Path(address).suffix for address in addresses} >= {".css", ".js"}
        for address in addresses:
            assert HASHED.search(address), address
            response = server.request(address)
            assert response.status == 200, address
            assert "immutable" in response.headers["Cache-Control"], address

    @pytest.mark.parametrize("encoding", ["br", "gzip"])
    def test_static_files_are_compressed_in_advance(self, server: Server, encoding: str) -> None:
        page = server.request("/").text
        for address in set(STATIC.findall(page)):
            if address.endswith((".css", ".js")):
                response = server.request(address, **{"Accept-Encoding": encoding})
                assert response.headers["Content-Encoding"] == encoding, address
                assert response.headers["Vary"] == "Accept-Encoding", address

    def test_imports_of_modules_are_hashed_too(self, server: Server) -> None:
        page = server.request("/cable/07MOSCOW849/").text
        queue = {address for address in STATIC.findall(page) if address.endswith(".js")}
        seen: set[str] = set()
        while queue:
            module = queue.pop()
            assert HASHED.search(module), module
            seen.add(module)
            response = server.request(module)
            assert "immutable" in response.headers["Cache-Control"], module
            queue |= {urljoin(module, name) for name in IMPORTED.findall(response.text)} - seen
        assert len(seen) > 1

    @pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
    def test_only_get_and_head_are_allowed(self, server: Server, method: str) -> None:
        assert server.request("/cable/07MOSCOW849/", method).status == 405

    def test_an_unknown_host_is_rejected(self, server: Server) -> None:
        assert server.request("/", Host="elsewhere.example").status == 400

    def test_the_web_process_cannot_write(self, data: Path) -> None:
        write = (
            "import cablesite.wsgi; from cables.models import Cable; Cable.objects.all().delete()"
        )
        result = subprocess.run(
            [sys.executable, "-c", write],
            cwd=ROOT,
            env=environment(data),
            capture_output=True,
            text=True,
            check=False,
        )
        assert "attempt to write a readonly database" in result.stderr

    def test_a_load_is_visible_while_the_server_runs(
        self, server: Server, data: Path, tmp_path: Path
    ) -> None:
        seed = (SAMPLES / "09SPECIMEN1.txt").read_text()
        (tmp_path / "09SPECIMEN901.txt").write_text(seed.replace("09SPECIMEN1", "09SPECIMEN901"))
        assert server.request("/cable/09SPECIMEN901/").status == 404
        result = subprocess.run(
            [sys.executable, "manage.py", "load_cables", tmp_path],
            cwd=ROOT,
            env=environment(data),
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, result.stderr
        assert server.request("/cable/09SPECIMEN901/").status == 200

    def test_it_stops_when_terminated(self, server: Server) -> None:  # last: it stops the server
        server.process.terminate()
        output, _ = server.process.communicate(timeout=PATIENCE)
        assert server.process.returncode == 0, output
        assert "Traceback" not in output
        assert "[ERROR]" not in output
