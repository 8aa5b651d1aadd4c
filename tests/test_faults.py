"""A load that is killed anywhere, or has no room left, leaves whole sources and goes on from there.

`VANKIEN_KILLS=200` kills as often.
"""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from graph.doctor import examine
from graph.snapshots import NoStore, snapshot
from vankien import loading

# A load as a command runs it, of a package without authority lists: those take seconds to write.
LOADER = """
import sys
import graph.store
graph.store.package_graphs = dict
graph.store._BATCH = 20_000
from vankien.cli import main
main(sys.argv[1:])
"""
# The same as it goes on when its last texts are being read.
HASTY = LOADER.replace(
    "from vankien.cli",
    "from functools import partial\n"
    "from vankien import loading\n"
    "loading._Supply = partial(loading._Supply, spent=True)\n"
    "from vankien.cli",
)
# An update as the endpoint carries it out: a graph of the user's own, and the next version.
UPDATER = """
import sys
from graph.store import Store
import graph.store
graph.store.package_graphs = dict
with Store.open(sys.argv[1]) as store:
    for number in range(20):
        graph = f"https://example.org/{number}"
        store.rewrite(f"INSERT DATA {{ GRAPH <{graph}> {{ <a:b> <a:b> {number} }} }}", [graph])
        store.publish()
"""
TEXTS = 30
KILLS = int(os.environ.get("VANKIEN_KILLS", "12"))


@pytest.fixture(autouse=True)
def small_package(monkeypatch):
    monkeypatch.setattr("graph.store.package_graphs", dict)


def corpus(folder: Path) -> Path:
    """Texts that cite, the later ones at the same place as earlier ones."""
    folder.mkdir()
    for number in range(TEXTS):
        lines = [
            f"Thực hiện Quy định số {number + n}-QĐ/TW ngày 0{n}/02/2018 của Ban Bí thư."
            for n in range(1, 8)
        ]
        (folder / f"{number:02d}.txt").write_text("\n".join(lines), encoding="utf-8")
    return folder


def started(*arguments: str, script: str = LOADER) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "VANKIEN_LANG": "en"},
    )


def clean(folder: Path, store: Path) -> str:
    """The content hash of a load that nothing disturbed."""
    loading.load([str(folder)], store, 1, lambda _: None)
    return snapshot(store).version.hash


def version(store: Path) -> int:
    try:
        return snapshot(store).version.number
    except NoStore:
        return -1


def test_a_load_that_is_killed_again_and_again_ends_as_one_that_is_not(tmp_path):
    texts, store = corpus(tmp_path / "texts"), tmp_path / "store"
    draw = random.Random(10)
    begin = time.perf_counter()
    started("load", str(texts), "--store", str(tmp_path / "first")).communicate()
    usual = time.perf_counter() - begin
    numbers = []
    for turn in range(KILLS):
        if turn % 4 == 3:
            loader = started(str(store), script=UPDATER)
        else:
            script = HASTY if turn % 2 else LOADER
            loader = started("load", str(texts), "--store", str(store), script=script)
        time.sleep(draw.uniform(usual / 4, usual))
        loader.kill()
        loader.communicate()
        numbers.append(version(store))
        # Texts take each other's place meanwhile, and some come back.
        for path in draw.sample(sorted(texts.iterdir()), 3):
            text = f"Căn cứ Quy định số {draw.randint(1, 9)}-QĐ/TW ngày 03/10/2017 của Ban Bí thư."
            path.write_text(text, encoding="utf-8")
    assert numbers == sorted(numbers)
    second = tmp_path / "second"
    clean(texts, second)
    for each in (store, second):
        last = started("load", str(texts), "--store", str(each))
        last.communicate()
        updater = started(str(each), script=UPDATER)
        updater.communicate()
        assert (last.returncode, updater.returncode) == (0, 0)
    assert snapshot(store).version.hash == snapshot(second).version.hash
    assert indexed(store) == indexed(second)
    assert examine(store) == []


def indexed(store: Path) -> list[tuple[object, ...]]:
    """What the newest version finds."""
    with closing(sqlite3.connect(store / "search.db")) as index:
        return index.execute(
            "SELECT iri, sort, label, words, start, weight FROM entries WHERE until IS NULL"
            " ORDER BY iri, sort, start"
        ).fetchall()


@pytest.fixture
def tiny(tmp_path):
    """A disk with little room, and how to give it more."""
    place = tmp_path / "tiny"
    place.mkdir()

    def sized(megabytes: int, *more: str) -> bool:
        options = ",".join([*more, f"size={megabytes}m"])
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        return shutil.which("mount") is not None and (
            subprocess.run(command, capture_output=True, check=False).returncode == 0
        )

    if not sized(3):
        pytest.skip("mounting a small disk needs root")
    yield place, lambda: sized(400, "remount")
    subprocess.run(["umount", str(place)], check=True)


def test_a_disk_without_room_is_told_and_nothing_is_half_there(tmp_path, tiny):
    place, enlarge = tiny
    texts = corpus(tmp_path / "texts")
    loader = started("load", str(texts), "--store", str(place / "store"))
    _, told = loader.communicate()
    assert loader.returncode == 2
    assert "disk is full" in told
    assert "Traceback" not in told
    assert enlarge()
    assert clean(texts, place / "store") == clean(texts, tmp_path / "store")
    assert examine(place / "store") == []


def test_a_version_number_never_goes_back_with_the_clock(tmp_path, monkeypatch):
    texts, store = corpus(tmp_path / "texts"), tmp_path / "store"
    clean(texts, store)
    before = snapshot(store).version
    monkeypatch.setattr("graph.store.moment", lambda: "1999-01-01T00:00:00Z")
    (texts / "00.txt").write_text("Căn cứ Hiến pháp năm 2013.", encoding="utf-8")
    clean(texts, store)
    after = snapshot(store).version
    assert after.number == before.number + 1
    assert json.loads((store / "CURRENT").read_text())["number"] == after.number
