"""Measures of the network of citations: what is cited, stands in the middle, belongs together.

A citation is a pair of texts between which any relation of instruments stands, each pair once;
what a text says of itself and what is only confused with another do not count. Every measure names
its source here and in docs/tracing.md, and is checked against values worked by hand or by networkx.

    cited, citing   how many texts cite one, and how many one cites
    pagerank        Page, Brin, Motwani, Winograd 1999; damping 0.85
    betweenness     Freeman 1977 by Brandes' algorithm (2001), normalised; in larger networks
                    estimated from evenly chosen pivots (Brandes and Pich 2007)
    community       Louvain (Blondel et al. 2008) by networkx; label propagation (Raghavan, Albert,
                    Kumara 2007) in larger networks
    spc             search path count of each citation, main path, key-route (graph/mainpath.py)
"""

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from graph.communities import communities
from graph.directed import Floats, betweenness, pagerank
from graph.links import SORTS, Ends, Ints, Links, links
from graph.mainpath import main_paths
from graph.relations import INSTRUMENTS, RELATIONS
from graph.snapshots import Snapshot, Version

_FILE = "measures.npz"
_SHAPE = 1
_TEXTS = tuple(SORTS.index(sort) for sort in ("instrument", "unresolved", "source"))
_COUNTED = np.array([r.group == INSTRUMENTS and not r.ends for r in RELATIONS])
# Exact betweenness costs nodes times citations: so much takes about a second.
_EXACT = 100_000_000
PIVOTS = 64


@dataclass(frozen=True, slots=True)
class Citations:
    """Each pair of texts of which one cites the other, once.

    Texts are numbered anew, without those that neither cite nor are cited; `texts` are their
    numbers in the links, ascending.
    """

    later: Ints
    earlier: Ints
    texts: Ints

    @property
    def nodes(self) -> int:
        """How many texts there are."""
        return len(self.texts)

    def place(self, number: int | None) -> int | None:
        """The number here of a text of the links; None where it neither cites nor is cited."""
        if number is None:
            return None
        found = int(np.searchsorted(self.texts, number))
        return found if found < len(self.texts) and self.texts[found] == number else None


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures by number of text, and by citation for what measures citations.

    `pivots` is 0 where betweenness is exact; `method` names how communities were found. SPC counts
    may be huge: `spc` holds them as floats for display, `route` and `path` were found exactly.
    """

    citations: Citations
    cited: Ints
    citing: Ints
    pagerank: Floats
    betweenness: Floats
    community: Ints
    spc: Floats
    path: Ints
    route: Ints
    pivots: int
    method: str


def citations(of: Links) -> Citations:
    """The citations between texts."""
    kept = _COUNTED[of.relation] & (of.later != of.earlier)
    kept &= np.isin(of.sort[of.later], _TEXTS) & np.isin(of.sort[of.earlier], _TEXTS)
    later, earlier = of.later[kept], of.earlier[kept]
    fresh = np.ones(len(later), bool)
    # Links are sorted by their ends, so those of a pair lie side by side.
    fresh[1:] = (later[1:] != later[:-1]) | (earlier[1:] != earlier[:-1])
    texts, ends = np.unique(np.concatenate([later[fresh], earlier[fresh]]), return_inverse=True)
    middle = int(fresh.sum())
    anew = ends.astype(np.int32)
    return Citations(anew[:middle], anew[middle:], texts)


def measures(snapshot: Snapshot) -> Measures:
    """The measures of a version, computed once and kept beside its snapshot."""
    return _kept(snapshot.directory, snapshot.version)


@lru_cache(maxsize=2)
def _kept(directory: Path, version: Version) -> Measures:
    of = citations(links(Snapshot(version, directory)))
    path = directory / _FILE
    if path.exists():
        with np.load(path, allow_pickle=False) as file:
            if str(file["made"]) == f"{_SHAPE} {version.hash}":
                return _read(of, file)
    found = measured(of)
    _keep(found, path, version)
    return found


def measured(of: Citations) -> Measures:
    """The measures of citations, computed now."""
    between, pivots = _betweenness(of)
    groups, method = communities(of.later, of.earlier, of.nodes)
    paths = main_paths(of.later, of.earlier, of.nodes)
    return Measures(
        of,
        np.bincount(of.earlier, minlength=of.nodes).astype(np.int32),
        np.bincount(of.later, minlength=of.nodes).astype(np.int32),
        pagerank(of.later, of.earlier, of.nodes),
        between,
        groups,
        np.array([_float(count) for count in paths.counts], np.float64),
        np.array(paths.path, np.int32),
        np.array(paths.route, np.int32),
        pivots,
        method,
    )


def _float(count: int) -> float:
    """A count as a float; what no float holds is infinite."""
    try:
        return float(count)
    except OverflowError:
        return float("inf")


def _betweenness(of: Citations) -> tuple[Floats, int]:
    """Betweenness, and how many pivots it was estimated from: 0 where it is exact."""
    if of.nodes * (len(of.later) + 1) <= _EXACT:
        return betweenness(of.later, of.earlier, of.nodes), 0
    pivots = np.linspace(0, of.nodes - 1, PIVOTS).astype(np.int32)
    return betweenness_from(of, pivots), len(pivots)


def betweenness_from(of: Citations, pivots: Ints) -> Floats:
    """Normalised betweenness estimated from the shortest ways that begin at pivots.

    All nodes as pivots give the exact values.
    """
    ahead = Ends.of(of.later, of.nodes)
    found = np.zeros(of.nodes)
    for pivot in pivots.tolist():
        found += _dependencies(of, ahead, pivot)
    pairs = max(1, (of.nodes - 1) * (of.nodes - 2))
    scaled: Floats = found * of.nodes / len(pivots) / pairs
    return scaled


def _dependencies(of: Citations, ahead: Ends, pivot: int) -> Floats:
    """How much each node lies on the shortest ways from one node, level by level."""
    level = np.full(of.nodes, -1, np.int32)
    ways = np.zeros(of.nodes)
    level[pivot], ways[pivot] = 0, 1.0
    ring, steps = np.array([pivot], np.int32), []
    while len(ring):
        here = ahead.at(ring)
        far = of.earlier[here]
        depth = level[ring[0]] + 1
        level[far[level[far] < 0]] = depth
        step = here[level[far] == depth]
        np.add.at(ways, of.earlier[step], ways[of.later[step]])
        steps.append(step)
        ring = np.unique(of.earlier[step])
    found = np.zeros(of.nodes)
    for step in reversed(steps):
        near, far = of.later[step], of.earlier[step]
        np.add.at(found, near, ways[near] / ways[far] * (1 + found[far]))
    found[pivot] = 0
    return found


def cocited(of: Citations, node: int) -> list[tuple[int, int]]:
    """What is cited together with a text, and by how many texts (Small 1973), most first."""
    citing = of.later[Ends.of(of.earlier, of.nodes).at(np.array([node], np.int32))]
    return _shared(of.earlier[Ends.of(of.later, of.nodes).at(citing)], node)


def coupled(of: Citations, node: int) -> list[tuple[int, int]]:
    """What cites the same as a text, and how many in common (Kessler 1963), most first."""
    cited = of.earlier[Ends.of(of.later, of.nodes).at(np.array([node], np.int32))]
    return _shared(of.later[Ends.of(of.earlier, of.nodes).at(cited)], node)


def _shared(met: Ints, node: int) -> list[tuple[int, int]]:
    others, counts = np.unique(met[met != node], return_counts=True)
    order = np.lexsort((others, -counts))
    return list(zip(others[order].tolist(), counts[order].tolist(), strict=True))


_ARRAYS = ("cited", "citing", "pagerank", "betweenness", "community", "spc", "path", "route")


def _read(of: Citations, file: Any) -> Measures:
    arrays = {name: file[name] for name in _ARRAYS}
    return Measures(of, **arrays, pivots=int(file["pivots"]), method=str(file["method"]))


def _keep(found: Measures, path: Path, version: Version) -> None:
    """Write the measures beside their snapshot; a place that refuses to be written is let be."""
    # Beside the store, not in the snapshot: a backup that runs meanwhile copies only what is whole.
    fresh = path.parent.parent.parent / f".measures-{os.getpid()}.npz"
    arrays: dict[str, Any] = {name: getattr(found, name) for name in _ARRAYS}
    arrays |= {"made": np.array(f"{_SHAPE} {version.hash}")}
    arrays |= {"pivots": np.array(found.pivots), "method": np.array(found.method)}
    try:
        np.savez(fresh, **arrays)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
