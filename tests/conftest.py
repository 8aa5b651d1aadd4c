"""What many tests share: the sample texts, and the command line run in this process."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from graph.snapshots import snapshot
from graph.store import Store
from loaders.model import SourceText
from loaders.quads import quads
from loaders.reading import read
from vankien.cli import main

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Ran:
    """What a run of the command line left."""

    code: int
    out: str
    err: str


def pytest_addoption(parser):
    """`--update-golden` rewrites the golden files; the run then fails until they are reviewed."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files")


@pytest.fixture
def golden(request):
    """Compares a text with a golden file under tests/texts; a missing one is written and fails."""

    def compared(name, text):
        path = ROOT / "tests" / "texts" / name
        wanted = path.read_text(encoding="utf-8") if path.exists() else None
        if wanted != text and (wanted is None or request.config.getoption("--update-golden")):
            path.write_text(text, encoding="utf-8")
            pytest.fail(f"{name} was written: review it before you go on")
        assert text.splitlines() == (wanted or "").splitlines()

    return compared


def shown(member):
    """The name of a body as printed, or of a person."""
    return getattr(member, "printed", None) or member.name


@pytest.fixture
def told():
    """The inspections of a text, each as a line of fields parted by bars."""

    def lines(text):
        reading = read(SourceText(text, ""))
        numbers = {each.iri: each.number or each.kind for each in reading.instruments}
        for each in reading.inspections:
            when = (each.start or "", each.end or "")
            bodies, cited = (each.units, each.members), (each.about, each.mandate)
            fields = (
                each.mode,
                each.status,
                "" if each.count is None else str(each.count),
                when[0] if when[0] == when[1] else "/".join(when),
                each.inspector.printed if each.inspector else "",
                each.leader.name if each.leader else "",
                *("; ".join(map(shown, several)) for several in bodies),
                *("; ".join(map(numbers.__getitem__, several)) for several in cited),
            )
            yield " | ".join(fields)

    return lines


@pytest.fixture
def samples():
    """The folder of the sample texts."""
    return ROOT / "samples"


@pytest.fixture
def run(capfd, monkeypatch):
    """Runs `vankien ARGUMENTS...` in English and returns its exit code and what it printed."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("VANKIEN_LANG", "en")

    def ran(*arguments):
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Ran(left.value.code or 0, captured.out, captured.err)

    return ran


@pytest.fixture(scope="session")
def seed_text():
    """The text of the seed."""
    return (ROOT / "tests" / "texts" / "seed.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def seeded(tmp_path_factory, seed_text):
    """The directory of a store that holds the seed, read and loaded as a whole."""
    directory = tmp_path_factory.mktemp("seeded") / "store"
    reading = read(SourceText(seed_text, "seed.txt"))
    with Store.open(directory) as store:
        store.add(quads(reading), reading.source.id, "seed.txt")
        store.publish()
    return directory


@pytest.fixture(scope="session")
def seed(seeded):
    """The snapshot of the seed."""
    return snapshot(seeded)


def page(client, address):
    """A page as a browser asks for it."""
    response = client.get(address, headers={"Accept": "text/html"})
    assert response.status_code == 200
    return BeautifulSoup(response.data, "html.parser")


class Server:
    """`vankien serve` in processes of its own, on a free port of this machine."""

    def __init__(self, directory, *options, **environment):
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        command = [Path(sys.executable).parent / "vankien", "serve", "--store", directory]
        self.process = subprocess.Popen(
            [*map(str, command), "--port", str(self.port), *options],
            env={**os.environ, **environment},
        )
        self.address = f"http://127.0.0.1:{self.port}"
        self._wait()

    def _wait(self):
        while self.process.poll() is None:
            with contextlib.suppress(ConnectionError):
                self.ask("GET", "/healthz")
                return
        raise AssertionError("the server ended")

    def ask(self, method, path, body=None, headers=()):
        """The response and its body; one connection each, as a server may close after refusing."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        with contextlib.closing(connection):
            connection.request(method, path, body, dict(headers))
            response = connection.getresponse()
            return response, response.read()

    def query(self, text, accept="application/sparql-results+json"):
        """The answer to a query."""
        headers = {"Content-Type": "application/sparql-query", "Accept": accept}
        return self.ask("POST", "/sparql", text.encode(), headers)

    def measure(self, name):
        """A number of /metrics."""
        _, body = self.ask("GET", "/metrics")
        (line,) = [each for each in body.decode().splitlines() if each.startswith(name + " ")]
        return float(line.rpartition(" ")[2])

    def processes(self):
        """The processes of the server by number, each with its parent's and its command (Linux)."""
        found = {}
        for path in Path("/proc").iterdir():
            if path.name.isdecimal():
                with contextlib.suppress(OSError):
                    state = (path / "stat").read_text().rpartition(")")[2].split()
                    found[int(path.name)] = int(state[1]), (path / "cmdline").read_bytes()
        ours = {self.process.pid}
        while more := {pid for pid, (parent, _) in found.items() if parent in ours} - ours:
            ours |= more
        return {pid: found[pid] for pid in ours if pid in found}

    def query_processes(self):
        """The numbers of the query processes: what the serving processes have spawned."""
        every = self.processes()
        serving = {pid for pid, (parent, _) in every.items() if parent == self.process.pid}
        return [p for p, (up, told) in every.items() if up in serving and b"spawn_main" in told]

    def memory(self):
        """The bytes of memory that all processes of the server hold together (Linux)."""
        held = 0
        for pid in self.processes():
            with contextlib.suppress(OSError):
                pages = int((Path("/proc") / str(pid) / "statm").read_text().split()[1])
                held += pages * os.sysconf("SC_PAGE_SIZE")
        return held

    def stop(self):
        """End it, as Ctrl-C does."""
        self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture(scope="session")
def serve():
    """Starts `vankien serve` on a store, with options and settings; all end with the tests."""
    started = []

    def one(directory, *options, **environment):
        started.append(Server(directory, *options, **environment))
        return started[-1]

    yield one
    for each in started:
        each.stop()
