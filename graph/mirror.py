"""A store behind an address, brought near: the version that its server holds, as a snapshot here.

Pages and tracing look things up by pattern, thousands of times; asked over the wire each look would
cost a journey. So a version is fetched once, graph by graph, and read here with the limits and the
search that every store has. What came is counted against what the server says that it holds.
"""

import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from multiprocessing import parent_process
from pathlib import Path

import pyoxigraph as ox

from graph import search_index
from graph.evaluation import DEFAULT_GRAPH
from graph.remote import Remote, RemoteFailed, remote_snapshot
from graph.snapshots import NoStore, Version, make_current, publish, snapshot

# So many triples come in one answer.
_PAGE = 100_000
# A server is asked so often whether it holds another version, in seconds.
EVERY = 10.0
# Who brings a version is waited for so long, in seconds.
_LONGEST = 3_600.0


def brought(remote: Remote, root: Path) -> Version:
    """The version that the server holds now, brought into a directory unless it lies there.

    Raises RemoteFailed, also where the server gave less than it holds or changed meanwhile.
    """
    version = remote_snapshot(remote.address).version
    if _held(root) == version:
        return version
    root.mkdir(parents=True, exist_ok=True)
    with _alone(root):
        # who waited may find that another has brought it
        return version if _held(root) == version else _bring(remote, root, version)


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Of several processes that serve one address one brings a version, the others wait for it.

    The lock is the system's: it goes with the process that holds it, however that ends.
    """
    with closing(sqlite3.connect(root / "bringing.lock", _LONGEST, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _bring(remote: Remote, root: Path, version: Version) -> Version:
    with tempfile.TemporaryDirectory(dir=root, prefix="fetched-") as desk:
        public, protected = (ox.Store(f"{desk}/{name}") for name in ("public", "protected"))
        for name in (*remote.graphs(), DEFAULT_GRAPH):
            _fetch(remote, name, public)
        if remote_snapshot(remote.address).version != version:
            raise RemoteFailed(remote.address, "it changed while it was read; try again")
        public.flush()
        fresh = publish(root, version, {"public": public, "protected": protected})
        del public, protected
    search_index.build(fresh, "", ())
    search_index.forget(fresh.search_path, make_current(root, version))
    return version


def follow(address: str, root: Path, every: float = EVERY) -> None:
    """Bring each new version of a server while its parent lives; what fails is told once."""
    parent, told = parent_process(), ""
    while parent is None or parent.is_alive():
        time.sleep(every) if parent is None else parent.join(every)
        try:
            brought(Remote(address), root)
            told = ""
        except RemoteFailed as failure:
            if str(failure) != told:
                print(told := str(failure), file=sys.stderr, flush=True)


def _held(root: Path) -> Version | None:
    try:
        return snapshot(root).version
    except NoStore:
        return None


def _fetch(remote: Remote, name: str, store: ox.Store) -> None:
    """Take in one graph, page by page, and see that all of it has come."""
    graph = ox.DefaultGraph() if name == DEFAULT_GRAPH else ox.NamedNode(name)
    expected = remote.size(name)
    for offset in range(0, expected, _PAGE):
        body, form = remote.triples(name, offset, _PAGE)
        try:
            store.bulk_load(body, format=form, to_graph=graph)
        except SyntaxError as error:
            raise RemoteFailed(remote.address, f"<{name}> cannot be read: {error}") from error
    came = sum(1 for _ in store.quads_for_pattern(None, None, None, graph))
    if came != expected:
        raise RemoteFailed(remote.address, f"<{name}> holds {expected} triples, {came} came")
