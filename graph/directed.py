"""Order, circles, ranks and middles of directed graphs, in compiled code.

The only importer of rustworkx: networkx takes 3.6 s to build a graph of a million links that
rustworkx builds in 0.3 s, and 4.5 s for a PageRank that takes 0.2 s (bench/trace.py).
"""

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

from graph.links import Ints

Floats = NDArray[np.float64]


def _graph(starts: Ints, ends: Ints, nodes: int) -> "rx.PyDiGraph[int, None]":
    graph: rx.PyDiGraph[int, None] = rx.PyDiGraph()
    graph.add_nodes_from(range(nodes))
    graph.add_edges_from_no_data(list(zip(starts.tolist(), ends.tolist(), strict=True)))
    return graph


def without_circles(starts: Ints, ends: Ints, nodes: int) -> tuple[list[int], Ints]:
    """An order of the nodes in which every link leads ahead, and the group of each node.

    Nodes that lead to each other in a circle are one group, named by its least node.
    """
    graph, group = _graph(starts, ends, nodes), np.arange(nodes, dtype=np.int32)
    if not rx.is_directed_acyclic_graph(graph):
        for circle in rx.strongly_connected_components(graph):
            group[circle] = min(circle)
        apart = group[starts] != group[ends]
        graph = _graph(group[starts][apart], group[ends][apart], nodes)
    return list(rx.topological_sort(graph)), group


def pagerank(starts: Ints, ends: Ints, nodes: int) -> Floats:
    """PageRank with damping 0.85, exact to ten places."""
    if not nodes:
        return np.zeros(0)
    ranks = rx.pagerank(_graph(starts, ends, nodes), alpha=0.85, tol=1e-10, max_iter=500)
    return np.array([ranks[node] for node in range(nodes)])


def betweenness(starts: Ints, ends: Ints, nodes: int) -> Floats:
    """Exact betweenness, normalised; takes nodes times links."""
    exact = rx.digraph_betweenness_centrality(_graph(starts, ends, nodes), normalized=True)
    return np.array([exact[node] for node in range(nodes)])
