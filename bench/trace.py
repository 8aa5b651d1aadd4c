"""Tracing on 100,000 and 1,000,000 citations, beside networkx alone on the same citations.

    python bench/trace.py [--cpu] [citations ...]

Citations are drawn so that few texts are cited much and newer texts cite older ones. Times are of
several starts, the most cited text among them, each the best of three; the limits are those that
tracing is held to. `--cpu` counts processor time, for a machine that others use too. Nothing is
capped: the number of hops that were found is printed.
"""

import sys
import time
from collections.abc import Callable, Iterable
from itertools import islice
from statistics import median
from typing import TypeVar

import networkx as nx
import numpy as np
import pyoxigraph as ox

from graph.links import Links, gathered
from graph.measures import citations, measured
from graph.paths import Wanted, paths
from graph.trace import Asked, trace
from ontology import iris

# Citations: (a trace of three hops, five shortest paths, all measures), in seconds.
LIMITS = {100_000: (0.050, 0.300, 20.0), 1_000_000: (0.150, 0.300, 20.0)}
Each = TypeVar("Each")
Found = TypeVar("Found")
_clock = time.process_time if "--cpu" in sys.argv else time.perf_counter
_CITES = f"<{iris.ONTOLOGY}cites>"


def main() -> int:
    """Print the figures of each size; 1 where a limit is not kept."""
    sizes = [int(each) for each in sys.argv[1:] if each.isdecimal()] or list(LIMITS)
    results = [_size(count) for count in sizes]
    return int(not all(results))


def _size(count: int) -> bool:
    rows = _drawn(count)
    print(f"\n{len(rows):,} citations")
    store = ox.Store()
    with_time("store filled", lambda: store.bulk_load(_lines(rows), format=ox.RdfFormat.N_TRIPLES))
    here = with_time("links read from the store, once a version", lambda: gathered(store))
    _ = here.number, here.by_later, here.by_earlier, here.degree
    graph = with_time("networkx: built", lambda: nx.DiGraph(rows))
    three, five, whole = LIMITS.get(count, (float("inf"),) * 3)
    starts = _starts(here)
    kept = [
        _traces(here, graph, starts, three),
        _paths(here, graph, starts, five),
        _measures(here, graph, whole),
    ]
    return all(kept)


def _drawn(count: int) -> list[tuple[int, int]]:
    """Pairs of citing and cited, each once, from a fixed seed."""
    chance, texts = np.random.default_rng(1), count // 10
    citing = chance.integers(1, texts, count)
    cited = (citing * chance.random(count) ** 2).astype(int)
    pairs = np.unique(citing[citing != cited] * texts + cited[citing != cited])
    return list(zip((pairs // texts).tolist(), (pairs % texts).tolist(), strict=True))


def _lines(rows: Iterable[tuple[int, int]]) -> bytes:
    node = iris.BASE + "instrument/bo/2024/tt/"
    return "".join(f"<{node}{a}> {_CITES} <{node}{b}> .\n" for a, b in rows).encode()


def _starts(here: Links) -> list[int]:
    """The most cited text, the one that cites most, and some between."""
    cited = np.bincount(here.earlier, minlength=len(here.nodes))
    citing = np.bincount(here.later, minlength=len(here.nodes))
    between = np.linspace(0, len(here.nodes) - 1, 7).astype(int).tolist()
    return [int(cited.argmax()), int(citing.argmax()), *between]


def _traces(here: Links, graph: "nx.DiGraph[int]", starts: list[int], limit: float) -> bool:
    ours, found = timed(
        lambda start: trace(here, here.nodes[start], Asked("both", 3)).found, starts
    )
    turned = graph.reverse(copy=False)
    theirs, _ = timed(lambda start: _three_hops(graph, turned, _number(here, start)), starts)
    most = f"{max(found):,} hops"
    slowest = _told("trace of three hops, slowest", max(ours), max(theirs), limit, most)
    return slowest & _told("trace of three hops, median", median(ours), median(theirs), limit, "")


def _three_hops(graph: "nx.DiGraph[int]", turned: "nx.DiGraph[int]", start: int) -> int:
    """How many citations lie within three hops, by networkx."""
    near = (
        nx.single_source_shortest_path_length(each, start, cutoff=2) for each in (graph, turned)
    )
    return sum(sum(1 for _ in graph.edges(nodes)) for nodes in near)


def _paths(here: Links, graph: "nx.DiGraph[int]", starts: list[int], limit: float) -> bool:
    pairs = list(zip(starts[1:], starts, strict=False))
    ours, _ = timed(lambda p: len(paths(here, p[0], {p[1]}, Asked("both"), Wanted(5)).paths), pairs)
    both = graph.to_undirected(as_view=True)
    theirs, _ = timed(lambda p: _five(both, _number(here, p[0]), _number(here, p[1])), pairs[:2])
    return _told(
        "five shortest paths, slowest",
        max(ours),
        max(theirs),
        limit,
        "ours with hubs weighed, theirs unweighted",
    )


def _five(graph: "nx.Graph[int]", start: int, end: int) -> int:
    return len(list(islice(nx.shortest_simple_paths(graph, start, end), 5)))


def _measures(here: Links, graph: "nx.DiGraph[int]", limit: float) -> bool:
    start = _clock()
    found = measured(citations(here))
    ours = _clock() - start
    try:
        start = _clock()
        nx.pagerank(graph)
        theirs = _clock() - start
    except ImportError:
        theirs = float("nan")
    said = f"{found.method}, betweenness from {found.pivots} pivots; networkx: PageRank alone"
    return _told("all measures", ours, theirs, limit, said)


def _number(here: Links, node: int) -> int:
    return int(here.nodes[node].rsplit("/", 1)[-1])


def timed(work: Callable[[Each], Found], over: Iterable[Each]) -> tuple[list[float], list[Found]]:
    """How long each piece of work took at best of three times, and what it gave."""
    times, found = [], []
    for each in over:
        tries = []
        for _ in range(3):
            start = _clock()
            given = work(each)
            tries.append(_clock() - start)
        times.append(min(tries))
        found.append(given)
    return times, found


def with_time(name: str, work: Callable[[], Found]) -> Found:
    """What a piece of work gives; its time is printed."""
    start = _clock()
    found = work()
    print(f"  {name}: {_clock() - start:.2f} s")
    return found


def _told(name: str, ours: float, theirs: float, limit: float, said: str) -> bool:
    kept = ours <= limit
    ratio = f"networkx {theirs * 1000:,.0f} ms, {theirs / ours:.1f} times as long"
    verdict = f"limit {limit * 1000:,.0f} ms {'kept' if kept else 'NOT KEPT'}"
    print(f"  {name}: {ours * 1000:,.1f} ms ({verdict}); {ratio}{'; ' + said if said else ''}")
    return kept


if __name__ == "__main__":
    sys.exit(main())
