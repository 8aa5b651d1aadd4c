"""Which texts belong together by whom they cite: Louvain for small networks, labels for large."""

import numpy as np

from graph.links import Ints
from graph.network import louvain

# Louvain by networkx takes about two seconds for so many citations, and grows faster than they do.
LOUVAIN = 100_000
_ROUNDS = 30
LABELS = "label propagation"


def communities(later: Ints, earlier: Ints, nodes: int) -> tuple[Ints, str]:
    """The community of each node, numbered by size, and the method that found them.

    A node without citations is in none: -1. Nothing is left to chance, so two runs agree.
    """
    if len(later) <= LOUVAIN:
        return _numbered(louvain(later.tolist(), earlier.tolist()), nodes), "Louvain"
    return _renumbered(_propagated(later, earlier, nodes), later, earlier), LABELS


def _numbered(groups: list[set[int]], nodes: int) -> Ints:
    found = np.full(nodes, -1, np.int32)
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    for number, group in enumerate(ordered):
        found[list(group)] = number
    return found


def _propagated(later: Ints, earlier: Ints, nodes: int) -> Ints:
    """Labels after every node has taken the one that most of its neighbours bear.

    Odd and even nodes take turns, so that two neighbours do not swap labels for ever; of labels
    that are as frequent a node keeps its own, else takes the least.
    """
    near = np.concatenate([later, earlier])
    far = np.concatenate([earlier, later])
    label = np.arange(nodes, dtype=np.int32)
    for turn in range(2 * _ROUNDS):
        chosen = near % 2 == turn % 2
        fresh = _most_frequent(near[chosen], label[far[chosen]], label)
        if turn % 2 and (fresh == label).all():
            break
        label = fresh
    return label


def _most_frequent(near: Ints, seen: Ints, label: Ints) -> Ints:
    """The labels after the nodes of `near` took the most frequent label that they see."""
    pairs, counts = np.unique(near.astype(np.int64) * len(label) + seen, return_counts=True)
    node, other = pairs // len(label), pairs % len(label)
    order = np.lexsort((other, other != label[node], -counts, node))
    node, other = node[order], other[order]
    first = np.concatenate([[True], node[1:] != node[:-1]])[: len(node)]
    fresh = label.copy()
    fresh[node[first]] = other[first]
    return fresh


def _renumbered(label: Ints, later: Ints, earlier: Ints) -> Ints:
    joined = np.zeros(len(label), bool)
    joined[later] = joined[earlier] = True
    names, counts = np.unique(label[joined], return_counts=True)
    rank = np.empty(len(names), np.int32)
    rank[np.lexsort((names, -counts))] = np.arange(len(names))
    found = np.full(len(label), -1, np.int32)
    found[joined] = rank[np.searchsorted(names, label[joined])]
    return found
