"""Main path analysis: the line of citations along which most of what was built rests on what was.

The search path count (SPC) of a citation is the number of all ways from a source (what cites
nothing in the network) to a sink (what nothing cites) that pass it: ways up to its cited end times
ways on from its citing end. Counts are whole numbers of any size, so nothing overflows or rounds.
Things that cite each other in a circle are taken as one.

Hummon and Doreian 1989 (main paths); Batagelj 2003, 'Efficient algorithms for citation network
analysis' (SPC); Liu and Lu 2012, 'An integrated approach for main path analysis' (global and
key-route main paths).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from graph.directed import without_circles
from graph.links import Ints


@dataclass(frozen=True, slots=True)
class MainPaths:
    """The counts of the citations, and the citations that lie on key-route main paths.

    `counts[i]` is the SPC of citation i, 0 inside a circle. `route` names citations, the older
    first; `path` is the global main path alone.
    """

    counts: tuple[int, ...]
    path: tuple[int, ...]
    route: tuple[int, ...]


def main_paths(later: Ints, earlier: Ints, nodes: int, keys: int = 10) -> MainPaths:
    """The main paths of citations, and those through each of the `keys` highest counts."""
    if not len(later):
        return MainPaths((), (), ())
    whole = _Acyclic(later, earlier, nodes)
    counts = whole.counts()
    best_in, into = whole.best(counts, forward=True)
    best_out, out_of = whole.best(counts, forward=False)
    ranked = sorted(
        (c for c in range(len(counts)) if counts[c]),
        key=lambda c: (-(best_in[whole.tail[c]] + counts[c] + best_out[whole.head[c]]), c),
    )
    if not ranked:
        return MainPaths(tuple(counts), (), ())
    top = sorted(ranked, key=lambda c: (-counts[c], c))[:keys]
    route = {c for key in top for c in whole.through(key, into, out_of)}
    path = whole.through(ranked[0], into, out_of)
    order = {node: place for place, node in enumerate(whole.order)}
    key = [order[node] for node in whole.tail]
    return MainPaths(tuple(counts), tuple(path), tuple(sorted(route, key=lambda c: (key[c], c))))


class _Acyclic:
    """The citations from cited (tail) to citing (head), circles drawn together."""

    def __init__(self, later: Ints, earlier: Ints, nodes: int) -> None:
        order, group = without_circles(earlier, later, nodes)
        self.order: Sequence[int] = order
        self.tail: list[int] = group[earlier].tolist()
        self.head: list[int] = group[later].tolist()
        self.leaving = _by_end(self.tail, self.head, self.tail, nodes)
        self.arriving = _by_end(self.tail, self.head, self.head, nodes)

    def counts(self) -> list[int]:
        """The SPC of every citation."""
        ways_in, ways_on = self._ways(forward=True), self._ways(forward=False)
        return [
            0 if tail == head else ways_in[tail] * ways_on[head]
            for tail, head in zip(self.tail, self.head, strict=True)
        ]

    def _ways(self, forward: bool) -> list[int]:
        """How many ways lead from sources to each node, or on from it to sinks."""
        arriving, other = (self.arriving, self.tail) if forward else (self.leaving, self.head)
        ways = [0] * len(self.order)
        for node in self.order if forward else reversed(self.order):
            ways[node] = sum([ways[other[citation]] for citation in arriving[node]]) or 1
        return ways

    def best(self, counts: Sequence[int], forward: bool) -> tuple[list[int], list[int]]:
        """The greatest sum of counts on a way to (or on from) each node, and its last citation."""
        arriving, other = (self.arriving, self.tail) if forward else (self.leaving, self.head)
        sums, by = [0] * len(self.order), [-1] * len(self.order)
        for node in self.order if forward else reversed(self.order):
            for citation in arriving[node]:
                total = sums[other[citation]] + counts[citation]
                if total > sums[node]:
                    sums[node], by[node] = total, citation
        return sums, by

    def through(self, key: int, into: Sequence[int], out_of: Sequence[int]) -> list[int]:
        """The best way from a source to a sink through one citation."""
        before, after = [], []
        citation = into[self.tail[key]]
        while citation >= 0:
            before.append(citation)
            citation = into[self.tail[citation]]
        citation = out_of[self.head[key]]
        while citation >= 0:
            after.append(citation)
            citation = out_of[self.head[citation]]
        return [*reversed(before), key, *after]


def _by_end(
    tails: Sequence[int], heads: Sequence[int], ends: Sequence[int], nodes: int
) -> list[Sequence[int]]:
    """The citations at each node by one of their ends, without those inside a circle."""
    tail, head, end = (np.asarray(each, np.int32) for each in (tails, heads, ends))
    apart = np.flatnonzero(tail != head)
    order = apart[np.argsort(end[apart], kind="stable")].tolist()
    offsets = np.concatenate([[0], np.cumsum(np.bincount(end[apart], minlength=nodes))]).tolist()
    return [order[first:stop] for first, stop in pairwise(offsets)]
