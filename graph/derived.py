"""The derived graph: what the rules of `queries/rules/` add to what is accepted.

It follows from the other graphs, so it can be dropped and built again at any time; after a change
only what the change can reach is derived anew, which gives the same graph.
"""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.facts import graph_lines
from graph.lines import select
from graph.live import MANY, Live
from graph.touched import turned_round
from ontology import iris
from queries import Rule, rules

_VK = iris.ONTOLOGY
_SUBJECT = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
_GRAPH = f"<{iris.GRAPH_DERIVED}>"
_PREFIXES = f"""
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX vk: <{_VK}>
"""
# So many nodes are asked about in one query.
_STRIDE = 500


def derive(live: Live, touched: Iterable[str] | None = None) -> tuple[list[str], list[str]]:
    """Bring the derived graph to what the store says now; the lines that went and that came.

    `touched` are the nodes (as terms, `<...>`) of statements that came or went since; without them
    everything is derived anew. A line that stays is among both.
    """
    affected = None if touched is None else _affected(live, set(touched))
    if affected is not None and len(affected) > MANY:
        affected = None
    gone = _derived(live, affected)
    live.change(gone, [])
    come: set[str] = set()
    for rule in rules().values():
        fresh = _conclusions(live.store, rule, affected) - come
        live.change([], sorted(fresh))
        come |= fresh
    return gone, sorted(come)


def _affected(live: Live, touched: set[str]) -> set[str]:
    """The nodes on which some rule may conclude otherwise now."""
    found = set(touched)
    for path in filter(None, (rule.reaches for rule in rules().values())):
        for part in _parts(touched):
            asked = f"{_PREFIXES} SELECT DISTINCT ?node WHERE {{ VALUES ?touched {{ {part} }} "
            asked += f"?touched {path} ?node }}"
            found.update(str(row["node"]) for row in select(live.store, asked))
    return found


def _derived(live: Live, affected: set[str] | None) -> list[str]:
    """The lines of the derived graph, or those on some nodes; what is turned round by object."""
    if affected is None:
        return graph_lines(live.store, iris.GRAPH_DERIVED)
    graph = ox.NamedNode(iris.GRAPH_DERIVED)
    lines: list[str] = []
    for node in sorted(affected):
        term = ox.NamedNode(node[1:-1])
        said = live.store.quads_for_pattern(term, None, None, graph)
        quads = [quad for quad in said if quad.predicate not in turned_round()]
        for each in turned_round():
            quads += live.store.quads_for_pattern(None, each, term, graph)
        for claim in live.store.quads_for_pattern(None, _SUBJECT, term, graph):
            quads += live.store.quads_for_pattern(claim.subject, None, None, graph)
        lines += [f"{quad} ." for quad in quads]
    return lines


def _conclusions(store: ox.Store, rule: Rule, affected: set[str] | None) -> set[str]:
    """The lines that one rule adds, on all nodes or on some."""
    found: set[str] = set()
    for part in [""] if affected is None else _parts(affected):
        values = f" VALUES ?node {{ {part} }}" if part else ""
        triples = store.query(rule.sparql.replace("WHERE {", "WHERE {" + values, 1))
        found.update(f"{triple} {_GRAPH} ." for triple in triples)  # type: ignore[union-attr]
    return found


def _parts(nodes: Iterable[str]) -> Iterator[str]:
    ordered = sorted(nodes)
    for start in range(0, len(ordered), _STRIDE):
        yield " ".join(ordered[start : start + _STRIDE])
