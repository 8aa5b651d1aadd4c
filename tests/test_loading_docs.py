"""The examples of docs/loading.md run as they stand there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GUIDE = (ROOT / "docs/loading.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```sh\n(.*?)^```$", GUIDE, re.M | re.S)
# What fetches needs a network; tests/test_fetching.py does it against a server of this machine.
LOADED = [example for example in EXAMPLES if "vankien fetch" not in example]


def test_every_form_has_an_example():
    assert len(LOADED) >= 3


@pytest.mark.parametrize("example", LOADED, ids=lambda example: example.split("> ")[1].split()[0])
def test_an_example_runs(tmp_path, example):
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    done = subprocess.run(
        ["sh", "-e", "-c", example],
        cwd=tmp_path,
        env={**os.environ, "PATH": path, "VANKIEN_LANG": "en"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert re.fullmatch(r"[12] added, 0 replaced, 0 unchanged, 0 failed\n", done.stdout)
