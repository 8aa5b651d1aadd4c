"""What many tests share: the sample texts, and the command line run in this process."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from vankien.cli import main

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Ran:
    """What a run of the command line left."""

    code: int
    out: str
    err: str


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
