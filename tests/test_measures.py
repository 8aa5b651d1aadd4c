"""Measures against values worked by hand and against networkx, circles and large networks too."""

from itertools import pairwise

import networkx as nx
import numpy as np
import pytest

from graph import communities as groups
from graph.lags import steps, summaries
from graph.links import links
from graph.mainpath import main_paths
from graph.measure_tables import main_path, of_one, overview
from graph.measures import (
    Citations,
    _read,
    betweenness_from,
    citations,
    cocited,
    coupled,
    measured,
    measures,
)
from ontology import iris

REGULATION = iris.InstrumentKey("tw", "k12", "qd", "124").iri
# a and b are the oldest; c cites both, d and e cite c, f cites d and e, g cites f and b.
HAND = ("ca", "cb", "dc", "ec", "fd", "fe", "gf", "gb")


def citing(*pairs):
    """Citations by hand: in `ca` c cites a."""
    names = sorted({end for pair in pairs for end in pair})
    ends = np.array([[names.index(end) for end in pair] for pair in sorted(pairs)], np.int32)
    return Citations(ends[:, 0], ends[:, 1], np.arange(len(names), dtype=np.int32))


def randomly(seed, nodes=60, share=0.08, circles=False):
    """Random citations, and the same in networkx (from citing to cited)."""
    graph = nx.gnp_random_graph(nodes, share, seed=seed, directed=True)
    if not circles:
        graph = nx.DiGraph((max(pair), min(pair)) for pair in graph.edges)
    of = Citations(
        np.array([a for a, _ in graph.edges], np.int32),
        np.array([b for _, b in graph.edges], np.int32),
        np.arange(nodes, dtype=np.int32),
    )
    graph.add_nodes_from(range(nodes))
    return of, graph


def test_search_path_counts_worked_by_hand():
    """From a or b to g there are ways: through c two each (by d, by e), and b-g straight.

    N-: c 2, d 2, e 2, f 4; N+: f 1, d 1, e 1, c 2. So ca, cb count 2, dc, ec 2 x 1 = 2, fd, fe 2,
    gf 4 x 1 = 4, gb 1.
    """
    of = citing(*HAND)
    found = main_paths(of.later, of.earlier, of.nodes)
    counts = dict(zip(sorted(HAND), found.counts, strict=True))
    assert counts == {"ca": 2, "cb": 2, "dc": 2, "ec": 2, "fd": 2, "fe": 2, "gf": 4, "gb": 1}
    path = [sorted(HAND)[citation] for citation in found.path]
    assert path == ["ca", "dc", "fd", "gf"]


@pytest.mark.parametrize("seed", range(8))
def test_search_path_counts_are_the_numbers_of_ways(seed):
    """Every way from a source to a sink, listed by networkx, counted citation by citation."""
    of, graph = randomly(seed, nodes=14, share=0.25)
    ahead = graph.reverse()
    ways = [
        way
        for source in ahead if not ahead.in_degree(source) and ahead.out_degree(source)
        for sink in ahead if not ahead.out_degree(sink) and ahead.in_degree(sink)
        for way in nx.all_simple_paths(ahead, source, sink)
    ]  # fmt: skip
    counted = {}
    for way in ways:
        for pair in pairwise(way):
            counted[pair] = counted.get(pair, 0) + 1
    found = main_paths(of.later, of.earlier, of.nodes)
    pairs = list(zip(of.earlier.tolist(), of.later.tolist(), strict=True))
    assert dict(zip(pairs, found.counts, strict=True)) == counted
    best = max(sum(counted[pair] for pair in pairwise(way)) for way in ways)
    assert sum(found.counts[citation] for citation in found.path) == best
    assert set(found.path) <= set(found.route)


def test_what_cites_each_other_in_a_circle_is_one():
    of = citing("ba", "cb", "bc", "dc")
    found = main_paths(of.later, of.earlier, of.nodes)
    assert dict(zip(["ba", "bc", "cb", "dc"], found.counts, strict=True)) == {
        "ba": 1, "bc": 0, "cb": 0, "dc": 1,
    }  # fmt: skip
    assert len(found.path) == 2


@pytest.mark.parametrize("circles", [False, True])
@pytest.mark.parametrize("seed", range(3))
def test_pagerank_and_betweenness_are_those_of_networkx(seed, circles):
    of, graph = randomly(seed, circles=circles)
    found = measured(of)
    ranks = nx.pagerank(graph, alpha=0.85, tol=1e-12, max_iter=1000)
    between = nx.betweenness_centrality(graph)
    assert found.pivots == 0
    for node in graph:
        assert found.pagerank[node] == pytest.approx(ranks[node], abs=1e-6)
        assert found.betweenness[node] == pytest.approx(between[node], abs=1e-12)
        assert found.cited[node] == graph.in_degree(node)
        assert found.citing[node] == graph.out_degree(node)


@pytest.mark.parametrize("seed", range(3))
def test_betweenness_from_all_pivots_is_exact(seed):
    of, graph = randomly(seed, circles=True)
    found = betweenness_from(of, np.arange(of.nodes, dtype=np.int32))
    exact = nx.betweenness_centrality(graph)
    assert found == pytest.approx([exact[node] for node in range(of.nodes)], abs=1e-12)


def test_large_networks_say_that_betweenness_is_estimated(monkeypatch):
    monkeypatch.setattr("graph.measures._EXACT", 10)
    assert measured(randomly(1)[0]).pivots == 64


def test_cocitation_and_coupling_worked_by_hand():
    """x and y both cite a and b, z cites b alone: a and b are cited together twice."""
    of = citing("xa", "xb", "ya", "yb", "zb")
    names = "abxyz"
    at = names.index
    assert cocited(of, at("a")) == [(at("b"), 2)]
    assert coupled(of, at("x")) == [(at("y"), 2), (at("z"), 1)]
    assert coupled(of, at("z")) == [(at("x"), 1), (at("y"), 1)]


@pytest.mark.parametrize("limit, method", [(groups.LOUVAIN, "Louvain"), (1, groups.LABELS)])
def test_two_crowds_with_one_bridge_are_two_communities(monkeypatch, limit, method):
    monkeypatch.setattr(groups, "LOUVAIN", limit)
    crowds = [range(10), range(10, 20)]
    pairs = [(b, a) for crowd in crowds for a in crowd for b in crowd if a < b] + [(10, 0)]
    later, earlier = (np.array(each, np.int32) for each in zip(*pairs, strict=True))
    found, named = groups.communities(later, earlier, 21)
    assert named == method
    assert {tuple(np.flatnonzero(found == group)) for group in (0, 1)} == {*map(tuple, crowds)}
    assert found[20] == -1


# The seed


def test_measures_are_kept_by_version(seed):
    first = measures(seed)
    path = seed.directory / "measures.npz"
    assert path.exists()
    with np.load(path, allow_pickle=False) as file:
        again = _read(first.citations, file)
    assert (again.pagerank == first.pagerank).all()
    assert again.method == first.method


def test_pagerank_of_the_seed_is_that_of_networkx(seed):
    here, found = links(seed), measures(seed)
    of = citations(here)
    graph = nx.DiGraph(zip(of.later.tolist(), of.earlier.tolist(), strict=True))
    ranks = nx.pagerank(graph, alpha=0.85, tol=1e-12, max_iter=1000)
    assert found.pagerank == pytest.approx([ranks[n] for n in range(of.nodes)], abs=1e-6)


def test_the_overview_is_ranked(seed):
    ranks = [row["pagerank"] for row in overview(seed).values()]
    assert ranks == sorted(ranks, reverse=True)
    assert len(overview(seed, 5).rows) == 5


def test_one_instrument_is_measured(seed):
    rows = list(of_one(seed, REGULATION).values())
    said = {(row["measure"], row["of"]): row["value"] for row in rows}
    assert said["cited", None] == 3
    assert said["cited by level", "tỉnh"] == 2
    assert said["co-citation", "Quyết định 99-QĐ/TW"] == 1
    assert said["betweenness", "exact"] == 0


def test_lags_of_the_seed(seed):
    """171/KH of 22/6/2021, 209/QĐ of 22/7, the visit of 18/8: 1236, 1266, 1293 days after."""
    told = steps(seed, REGULATION)
    assert [step.days for step in told if step.days is not None] == [1236, 1266, 1293]
    assert all(step.quote and step.source for step in told)
    province = next(each for each in summaries(told) if each.level == "tỉnh")
    assert (province.least, province.median, province.most, province.dated) == (1236, 1266, 1293, 3)


def test_the_main_path_runs_from_old_to_new(seed):
    rows = list(main_path(seed).values())
    assert rows
    for row in rows:
        if row["citedDate"] and row["citingDate"] and "|" not in row["citedDate"]:
            assert row["citedDate"][:4] <= row["citingDate"][:4]
