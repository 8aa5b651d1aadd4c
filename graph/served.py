"""A snapshot whose queries run in the killable processes of the server, for one of its clients."""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass

import pyoxigraph as ox

from graph.evaluation import SOLUTIONS
from graph.results import Result
from graph.snapshots import Snapshot, Term
from graph.workers import Workers

_JSON = next(iter(SOLUTIONS))


def unwatched(_: "Future[Result]") -> None:
    """Nobody cancels it."""


@dataclass(frozen=True)
class Served(Snapshot):
    """A version that is open already; look-ups by pattern are direct, queries have limits.

    `watched` gets each query that is under way, to be cancelled when the client goes away.
    """

    opened: Snapshot
    workers: Workers
    client: str = ""
    watched: Callable[["Future[Result]"], None] = unwatched

    @property
    def store(self) -> ox.Store:
        """The public store, opened for reading."""
        return self.opened.store

    def query(
        self, sparql: str, substitutions: Mapping[str, Term] | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The solutions of a SELECT or the answer to an ASK.

        Raises what `Workers.run` raises, and ValueError for a query that makes a graph.
        """
        result = self.workers.run(
            sparql,
            _JSON,
            substitutions=substitutions,
            client=self.client,
            of=self.opened,
            watched=self.watched,
        )
        return ox.parse_query_results(result.body, format=SOLUTIONS[_JSON])

    def looked_up(self, sparql: str, substitutions: Mapping[str, Term]) -> list[ox.QuerySolution]:
        """The solutions of a query on one thing, as direct as look-ups by pattern are."""
        return self.opened.rows(sparql, substitutions)
