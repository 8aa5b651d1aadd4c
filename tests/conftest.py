"""What many tests share: the sample texts, and the command line run in this process."""

from dataclasses import dataclass
from pathlib import Path

import pytest

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
