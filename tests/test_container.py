"""The container, as far as it can be tested without an engine, and the server that it runs."""

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
"""Seconds that a busy machine may take to open the room, or to close it."""


def instructions() -> list[tuple[str, str]]:
    """Return the Dockerfile's instructions, continued lines joined, comments left out."""
    text = re.sub(r"^#.*\n", "", (ROOT / "Dockerfile").read_text(), flags=re.MULTILINE)
    lines = re.sub(r"\\\n\s*", "", text).splitlines()
    return [(word, rest) for word, _, rest in (line.partition(" ") for line in lines) if word]


def arguments(word: str) -> list[str]:
    """Return what stands behind each instruction of this name."""
    return [rest for name, rest in instructions() if name == word]


class TestDockerfile:
    def test_hadolint_finds_nothing(self) -> None:
        hadolint = Path(sys.executable).with_name("hadolint")
        done = subprocess.run(
            [hadolint, ROOT / "Dockerfile"], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (0, "")

    def test_both_stages_stand_on_one_base_with_a_version(self) -> None:
        base, *stages = arguments("FROM")
        assert re.fullmatch(r"python:3\.\d+-slim-\w+ AS base", base)
        assert stages == ["base AS build", "base"]

    def test_no_secret_is_kept_in_the_image(self) -> None:
        kept = " ".join(arguments("ENV") + arguments("ARG") + arguments("LABEL"))
        assert not re.search(r"SECRET|PASSWORD|TOKEN|DATABASE_URL", kept)

    def test_it_runs_as_a_number_that_is_not_root(self) -> None:
        # A number, so that a host can check it without looking into the image.
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

    def test_only_what_is_named_enters_the_image(self) -> None:
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
    """Return a host's environment with its data there, and nothing else that decides."""
    chosen = {"SECRET_KEY", "SECRET_KEY_FILE", "DJANGO_SETTINGS_MODULE", "STATIC_ROOT", "READ_ONLY"}
    kept = {name: value for name, value in os.environ.items() if name not in chosen}
    return {
        **kept,
        "DATA_DIR": str(data),
        "DATABASE_URL": f"sqlite:///{data / 'cables.sqlite3'}",
        "SITE_URL": "http://localhost:8000",
        **more,
    }


def prepare(data: Path) -> subprocess.CompletedProcess[str]:
    """Run what a start does before it serves."""
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
    """Prepare a data folder that was not there."""
    folder = tmp_path_factory.mktemp("room") / "data"
    done = prepare(folder)
    assert done.returncode == 0, done.stderr
    return folder


class TestPreparing:
    def test_the_first_start_loads_the_samples(self, data: Path) -> None:
        with sqlite3.connect(data / "cables.sqlite3") as database:
            (cables,) = database.execute("SELECT count(*) FROM cables_cable").fetchone()
        database.close()
        assert cables == len(list(SAMPLES.glob("*.txt")))

    def test_the_key_is_long_and_its_owner_s_alone(self, data: Path) -> None:
        key = data / "secret-key"
        assert key.stat().st_mode & 0o777 == 0o600
        assert len(key.read_text()) > 50

    def test_the_next_start_keeps_the_key_and_loads_nothing(self, data: Path) -> None:
        key = (data / "secret-key").read_text()
        done = prepare(data)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert (data / "secret-key").read_text() == key

    def test_a_data_folder_that_cannot_be_made_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        data = tmp_path / "file" / "data"
        done = prepare(data)
        assert done.returncode == 1
        assert done.stderr.startswith(f"The data folder {data} cannot be written: Not a directory.")
        assert "DATA_DIR" in done.stderr

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
    def test_a_data_folder_of_somebody_else_is_named(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o500)
        done = prepare(tmp_path)
        assert done.returncode == 1
        assert f"{tmp_path} cannot be written: Permission denied." in done.stderr


class Answer(NamedTuple):
    """What a server answered."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def text(self) -> str:
        """The body, read."""
        return self.body.decode()


class Room(NamedTuple):
    """A room that is being served."""

    port: int
    process: subprocess.Popen[str]

    def ask(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask as a plain client that follows nothing and unpacks nothing."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, address, headers=headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()


def is_open(room: Room) -> bool:
    """Tell whether the room answers that it is well."""
    try:
        return room.ask("/healthz").status == http.HTTPStatus.OK
    except OSError:
        return False


@pytest.fixture(scope="module")
def room(data: Path) -> Iterator[Room]:
    """Serve as the container does."""
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
    room = Room(port, process)
    try:
        deadline = time.monotonic() + PATIENCE
        while not is_open(room):
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                pytest.fail(f"The room did not open: {process.communicate()[0]}")
            time.sleep(0.1)
        yield room
    finally:
        process.kill()
        process.communicate()


class TestServing:
    def test_a_cable_is_served_with_its_safety_headers(self, room: Room) -> None:
        answer = room.ask("/cable/07MOSCOW849/")
        assert answer.status == 200
        assert "07MOSCOW849" in answer.text
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "script-src 'self'" in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers

    def test_a_page_is_asked_for_again_cheaply(self, room: Room) -> None:
        first = room.ask("/cable/07MOSCOW849/")
        again = room.ask("/cable/07MOSCOW849/", **{"If-None-Match": first.headers["ETag"]})
        assert (again.status, again.body) == (304, b"")

    def test_static_files_are_hashed_and_kept_for_good(self, room: Room) -> None:
        addresses = set(STATIC.findall(room.ask("/cable/07MOSCOW849/").text))
        assert {Path(address).suffix for address in addresses} >= {".css", ".js"}
        for address in addresses:
            assert HASHED.search(address), address
            answer = room.ask(address)
            assert answer.status == 200, address
            assert "immutable" in answer.headers["Cache-Control"], address

    @pytest.mark.parametrize("encoding", ["br", "gzip"])
    def test_static_files_are_compressed_beforehand(self, room: Room, encoding: str) -> None:
        page = room.ask("/").text
        for address in set(STATIC.findall(page)):
            if address.endswith((".css", ".js")):
                answer = room.ask(address, **{"Accept-Encoding": encoding})
                assert answer.headers["Content-Encoding"] == encoding, address
                assert answer.headers["Vary"] == "Accept-Encoding", address

    def test_what_a_module_imports_is_hashed_too(self, room: Room) -> None:
        page = room.ask("/cable/07MOSCOW849/").text
        waiting = {address for address in STATIC.findall(page) if address.endswith(".js")}
        seen: set[str] = set()
        while waiting:
            module = waiting.pop()
            assert HASHED.search(module), module
            seen.add(module)
            answer = room.ask(module)
            assert "immutable" in answer.headers["Cache-Control"], module
            waiting |= {urljoin(module, name) for name in IMPORTED.findall(answer.text)} - seen
        assert len(seen) > 1

    @pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
    def test_nothing_can_be_sent(self, room: Room, method: str) -> None:
        assert room.ask("/cable/07MOSCOW849/", method).status == 405

    def test_a_host_that_is_not_ours_is_refused(self, room: Room) -> None:
        assert room.ask("/", Host="elsewhere.example").status == 400

    def test_the_web_process_cannot_write(self, data: Path) -> None:
        write = (
            "import cablesite.wsgi; from cables.models import Cable; Cable.objects.all().delete()"
        )
        done = subprocess.run(
            [sys.executable, "-c", write],
            cwd=ROOT,
            env=environment(data),
            capture_output=True,
            text=True,
            check=False,
        )
        assert "attempt to write a readonly database" in done.stderr

    def test_a_load_is_seen_while_the_room_is_open(
        self, room: Room, data: Path, tmp_path: Path
    ) -> None:
        seed = (SAMPLES / "09SPECIMEN1.txt").read_text()
        (tmp_path / "09SPECIMEN901.txt").write_text(seed.replace("09SPECIMEN1", "09SPECIMEN901"))
        assert room.ask("/cable/09SPECIMEN901/").status == 404
        done = subprocess.run(
            [sys.executable, "manage.py", "load_cables", tmp_path],
            cwd=ROOT,
            env=environment(data),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert room.ask("/cable/09SPECIMEN901/").status == 200

    def test_it_closes_when_asked(self, room: Room) -> None:  # the last: none is served after it
        room.process.terminate()
        printed, _ = room.process.communicate(timeout=PATIENCE)
        assert room.process.returncode == 0, printed
        assert "Traceback" not in printed
        assert "[ERROR]" not in printed
