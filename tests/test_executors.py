"""Texts are read alike here, by processes and by a Dask cluster; a lost worker loses nothing."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.backups import WouldOverwrite
from graph.snapshots import snapshot
from loaders.readers import Refusal
from ontology import iris
from vankien import loading
from vankien.executors import ClusterMissing, WorkerLost, workers
from vankien.parts import write_parts

TEXTS = Path(__file__).parent / "texts" / "reports"


@pytest.fixture(autouse=True)
def small_package(monkeypatch):
    for where in ("graph.store", "vankien.parts"):
        monkeypatch.setattr(f"{where}.package_graphs", dict)


def loaded(store: Path, executor: str = "local", jobs: int = 1, told=lambda _: None) -> str:
    """The content hash of a store into which the reports were loaded."""
    tally = loading.load([str(TEXTS)], store, jobs, told, executor=executor)
    assert tally.added == len(list(TEXTS.glob("*.txt"))) >= 24
    return snapshot(store).version.hash


def indexed(store: Path) -> list[tuple[object, ...]]:
    """What search finds in a store."""
    with closing(sqlite3.connect(store / "search.db")) as index:
        asked = "SELECT iri, start, label, words FROM entries ORDER BY iri, sort, start"
        return index.execute(asked).fetchall()


def started(*command: str, line: str) -> tuple[subprocess.Popen[str], str]:
    """A process that has printed a line like this, and what the line says."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command], stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert process.stderr is not None
    for printed in process.stderr:
        if found := re.search(line, printed):
            return process, found[1]
    raise AssertionError(f"{command} ended early")


@pytest.fixture
def cluster():
    """The address of a scheduler with two worker processes, and the workers."""
    quiet = ("--no-dashboard", "--host", "127.0.0.1")
    scheduler, address = started(
        "distributed.cli.dask_scheduler", "--port", "0", *quiet, line=r"Scheduler at:\s+tcp://(\S+)"
    )
    each = ("distributed.cli.dask_worker", f"tcp://{address}", "--nthreads", "1", "--no-nanny")
    found = [started(*each, *quiet, line=r"Registered to:\s+(\S+)")[0] for _ in range(2)]
    yield address, found
    for process in (*found, scheduler):
        process.kill()
        process.wait()
        process.stderr.close()


def test_processes_read_what_this_one_reads(tmp_path):
    assert loaded(tmp_path / "two", jobs=2) == loaded(tmp_path / "one")
    assert indexed(tmp_path / "two") == indexed(tmp_path / "one") != []


def test_a_cluster_reads_the_same_though_it_loses_a_worker(tmp_path, cluster, monkeypatch):
    address, (lost, _) = cluster
    settled = loading._settled
    alive: list[bool] = []

    def kill(*ahead):
        alive.append(lost.poll() is None)
        lost.kill()
        return settled(*ahead)

    near = loaded(tmp_path / "near")
    monkeypatch.setattr(loading, "_settled", kill)
    assert loaded(tmp_path / "far", f"dask://{address}") == near
    assert lost.wait() == -signal.SIGKILL
    assert alive[0]


def parts(directory: Path, executor: str = "local") -> bytes:
    """The parts that the reports are written into, one after another."""
    write_parts([str(TEXTS)], directory, 1, lambda _: None, executor=executor)
    assert not list(directory.glob("*.new"))
    return b"".join(path.read_bytes() for path in sorted(directory.iterdir()))


def test_a_cluster_writes_the_parts_that_this_machine_writes(tmp_path, cluster, monkeypatch):
    monkeypatch.setattr("vankien.parts.SIZE", 500_000)
    near = parts(tmp_path / "near")
    assert len(list((tmp_path / "near").iterdir())) > 2
    assert parts(tmp_path / "far", f"dask://{cluster[0]}") == near


def test_parts_loaded_elsewhere_say_what_a_store_says(tmp_path):
    loaded(tmp_path / "store")
    elsewhere = ox.Store()
    elsewhere.bulk_load(parts(tmp_path / "parts"), format=ox.RdfFormat.N_QUADS)
    default, meta = ox.NamedNode(iris.GRAPH_DEFAULT), ox.NamedNode(iris.GRAPH_META)
    theirs = {
        ox.Quad(*q.triple) if q.graph_name == default else q
        for q in elsewhere
        if q.graph_name != meta
    }
    ours = {q for q in snapshot(tmp_path / "store").store if q.graph_name != meta}
    # What rules derive is the other store's to derive.
    derived = {q.triple for q in ours if q.graph_name == ox.NamedNode(iris.GRAPH_DERIVED)}
    assert theirs <= ours
    assert all(q.triple in derived for q in ours - theirs)
    assert derived


def test_parts_overwrite_nothing(tmp_path):
    (tmp_path / "a").touch()
    with pytest.raises(WouldOverwrite):
        parts(tmp_path)


def test_a_cluster_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ClusterMissing, match="no Dask scheduler"):
        loaded(tmp_path, "dask://127.0.0.1:9")


def end(number: int) -> int:
    """A task whose process is killed, as by a system without memory."""
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_task_that_kills_its_process_takes_no_other_with_it():
    with workers("local", 2) as pool:
        results = [pool.submit(end, number) for number in range(5)]
        assert [results[each]() for each in (0, 1, 3, 4)] == [0, 1, 3, 4]
        with pytest.raises(WorkerLost):
            results[2]()


READING = """
import os, time
from vankien.executors import workers

if __name__ == "__main__":
    with workers("local", 2) as pool:
        print(pool.submit(os.getpid)(), flush=True)
        time.sleep(600)
"""


def test_readers_end_with_a_load_that_was_killed():
    process = subprocess.Popen([sys.executable, "-c", READING], stdout=subprocess.PIPE)
    assert int(process.stdout.readline()) != process.pid
    process.kill()
    # Whichever process were left would hold its end of the pipe open.
    process.communicate(timeout=60)


def test_a_text_whose_reader_was_killed_is_refused():
    def lost() -> loading.Read:
        raise WorkerLost

    path, refused = loading._settled("a.txt", lost)
    assert isinstance(refused, Refusal)
    assert "memory" in refused.reason_en
    assert path == refused.path
