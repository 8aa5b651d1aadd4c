"""Questions about everything: what they answer is kept beside the version that was asked.

A version never changes, so one process works an answer out and all others read it, for as long as
the version is there: with the version goes what was kept of it.
"""

import hashlib
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.evaluation import SOLUTIONS
from graph.served import Served
from graph.snapshots import Snapshot, Term

# Looking at everything may take longer than a reader's query.
_PATIENCE = 120.0
_JSON = next(iter(SOLUTIONS))


@dataclass(frozen=True)
class Whole(Served):
    """A version that is asked about everything."""

    def query(
        self, sparql: str, substitutions: Mapping[str, Term] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The solutions of a SELECT, from beside the version or worked out now."""
        if substitutions:
            return super().query(sparql, substitutions)
        kept = self.directory / "answers" / f"{hashlib.sha256(sparql.encode()).hexdigest()}.srj"
        if not kept.exists():
            of = self.opened
            _keep(self.workers.run(sparql, _JSON, timeout=_PATIENCE, of=of).body, kept)
        return ox.parse_query_results(kept.read_bytes(), format=SOLUTIONS[_JSON])


def whole(snapshot: Snapshot) -> Snapshot:
    """The version as one asks it about everything; where nobody serves, as it is."""
    if not isinstance(snapshot, Served):
        return snapshot
    return Whole(snapshot.version, snapshot.directory, snapshot.opened, snapshot.workers)


def _keep(answer: bytes, path: Path) -> None:
    """Written aside first, as several processes may keep the same at the same time."""
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    fresh.write_bytes(answer)
    fresh.replace(path)
