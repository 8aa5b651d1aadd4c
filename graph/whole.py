"""Questions about everything: what they answer is kept beside the version that was asked.

A version never changes, so one process works an answer out and all others read it, for as long as
the version is there: with the version goes what was kept of it.
"""

import hashlib
import os
import pickle
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import pyoxigraph as ox

from graph.evaluation import SOLUTIONS
from graph.served import Served
from graph.snapshots import Snapshot, Term, snapshot

# Looking at everything may take longer than a reader's query.
_PATIENCE = 120.0
_JSON = next(iter(SOLUTIONS))


@dataclass(frozen=True)
class Whole(Snapshot):
    """A version that is asked about everything."""

    def query(
        self, sparql: str, substitutions: Mapping[str, Term] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The solutions of a SELECT, from beside the version or worked out now."""
        if substitutions:
            return super().query(sparql, substitutions)
        return solutions(self.answer(sparql))

    def answer(self, sparql: str) -> bytes:
        """The solutions of a SELECT as JSON."""
        kept = self._place(sparql)
        if not kept.exists():
            _keep(self._worked_out(sparql), kept)
        return kept.read_bytes()

    def is_known(self, sparql: str) -> bool:
        """Whether the answer lies there."""
        return self._place(sparql).exists()

    def _place(self, sparql: str) -> Path:
        return self.directory / "answers" / f"{hashlib.sha256(sparql.encode()).hexdigest()}.srj"

    def _worked_out(self, sparql: str) -> bytes:
        found = super().query(sparql)
        if isinstance(found, ox.QueryTriples):
            raise TypeError("a question about everything is a SELECT query")
        return found.serialize(format=SOLUTIONS[_JSON]) or b""


@dataclass(frozen=True)
class _WholeServed(Whole):
    """A version of a server, whose query processes work out what is not known yet."""

    served: Served

    def query(
        self, sparql: str, substitutions: Mapping[str, Term] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The solutions of a SELECT; about one thing as a reader asks it."""
        if substitutions:
            return self.served.query(sparql, substitutions)
        return super().query(sparql)

    @property
    def store(self) -> ox.Store:
        """The public store, opened for reading."""
        return self.served.store

    def _worked_out(self, sparql: str) -> bytes:
        of = self.served
        return of.workers.run(sparql, _JSON, timeout=_PATIENCE, of=of.opened).body


def whole(snapshot: Snapshot) -> Snapshot:
    """The version as one asks it about everything; where nobody serves, as it is."""
    if not isinstance(snapshot, Served):
        return snapshot
    return _WholeServed(snapshot.version, snapshot.directory, snapshot)


def look(pipe: Connection) -> None:
    """Work out the answers to questions about everything in a store, as a process of its own."""
    directory, asked = pickle.loads(pipe.recv_bytes())  # noqa: S301
    of = current(directory)
    for sparql in asked:
        of.answer(sparql)
    pipe.send_bytes(b"")


def current(directory: Path) -> Whole:
    """The current version of a store, to be asked about everything right here."""
    now = snapshot(directory)
    return Whole(now.version, now.directory)


def solutions(answer: bytes) -> ox.QuerySolutions:
    """The solutions in an answer."""
    found = ox.parse_query_results(answer, format=SOLUTIONS[_JSON])
    assert isinstance(found, ox.QuerySolutions)
    return found


def _keep(answer: bytes, path: Path) -> None:
    """Written aside first, as several processes may keep the same at the same time."""
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    fresh.write_bytes(answer)
    fresh.replace(path)
