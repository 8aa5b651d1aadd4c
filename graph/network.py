"""The neighbourhood of a thing, and what tracing found, as networks with evidence on every edge.

The only importer of networkx. Edges are added in one order, so the same snapshot gives the same
network; what is cut is said.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx
import pyoxigraph as ox

from graph.evidence import Edge, Evidence, Quote
from graph.facts import follows
from graph.hops import Hop, Step, Thing
from graph.notice import BOTH, commented
from graph.snapshots import Snapshot
from graph.telling import statement
from graph.tracing import Result
from ontology import iris

__all__ = ["Edge", "Network", "Quote", "gexf", "graphml", "neighbourhood", "network", "pajek"]

# A network of networkx, here so that others can name it without importing the library.
Proved: TypeAlias = "nx.MultiDiGraph[str]"
# Not said of the world: where a thing is told of, and what it might be.
_SILENT = frozenset(iris.ONTOLOGY + name for name in ("inSource", "candidate", "textOf"))


@dataclass(frozen=True, slots=True)
class Network:
    """A neighbourhood; `found` counts the edges that there are, `cut` says that some are left out.

    Nodes of `graph` have label, sort, level and date; edges have predicate, mentions and quotes.
    """

    centre: str
    graph: "nx.MultiDiGraph[str]"
    found: int
    cut: bool


def neighbourhood(snapshot: Snapshot, iri: str, limit: int = 150, depth: int = 1) -> Network:
    """What stands around a thing, at most `limit` edges, the nearest first."""
    page = Evidence(snapshot.store)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(iri, **page.marks(iri))
    met, ring, seen = set[Edge](), [iri], {iri}
    for _ in range(depth):
        fresh: list[str] = []
        for node in ring:
            edges = [edge for edge in _edges(page, node) if edge not in met]
            met.update(edges)
            for edge in _balanced(edges)[: max(0, limit - graph.number_of_edges())]:
                fresh += [end for end in edge[1:] if end not in seen]
                seen.update(edge[1:])
                _draw(page, graph, edge)
        ring = fresh
    return Network(iri, nx.freeze(graph), len(met), len(met) > graph.number_of_edges())


def _balanced(edges: list[Edge]) -> list[Edge]:
    """The edges with every predicate in its turn, so that a cut leaves some of each."""
    by_predicate: dict[str, list[Edge]] = defaultdict(list)
    for edge in sorted(edges):
        by_predicate[edge.predicate].append(edge)
    turns = ((turn, edge) for each in by_predicate.values() for turn, edge in enumerate(each))
    return [edge for _, edge in sorted(turns)]


def _draw(page: Evidence, graph: "nx.MultiDiGraph[str]", edge: Edge) -> None:
    for node in (edge.start, edge.end):
        if node not in graph:
            graph.add_node(node, **page.marks(node))
    quotes = tuple(sorted(set(page.quotes(edge)), key=lambda q: (q.source, q.start)))
    graph.add_edge(
        edge.start,
        edge.end,
        key=edge.predicate,
        predicate=edge.predicate,
        mentions=max(1, len(quotes)),
        quotes=quotes,
    )


def _edges(page: Evidence, node: str) -> Iterator[Edge]:
    """The plain statements between a thing and another that can be shown."""
    this, default = ox.NamedNode(node), ox.DefaultGraph()
    for quad in page.store.quads_for_pattern(this, None, None, default):
        if isinstance(quad.object, ox.NamedNode) and _joins(page, quad, quad.object):
            yield Edge(quad.predicate.value, node, quad.object.value)
    for quad in page.store.quads_for_pattern(None, None, this, default):
        if isinstance(quad.subject, ox.NamedNode) and _joins(page, quad, quad.subject):
            yield Edge(quad.predicate.value, quad.subject.value, node)


def _joins(page: Evidence, quad: ox.Quad, other: ox.NamedNode) -> bool:
    silent = quad.predicate.value in _SILENT or follows(page.store, quad)
    return not silent and bool(page.sort(other.value))


def network(result: Result) -> Proved:
    """The hops of a result as a network of networkx, every edge with the evidence it rests on.

    Nodes have label, sort and date; edges go from subject to object of a statement and have
    relation, treatment, told (in Vietnamese), quote, source, start, end, date and version.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        version=result.version.number, hash=result.version.hash, permalink=result.permalink
    )
    for part in result.parts:
        _join(graph, part.start)
    for _, _, hop in result.hops():
        for step in hop.steps:
            for end in (step.subject, step.object):
                _join(graph, end)
            marks = _marks(step, hop, result.version.number)
            graph.add_edge(step.subject.iri, step.object.iri, key=step.relation, **marks)
    return graph


def _join(graph: "nx.MultiDiGraph[str]", thing: Thing) -> None:
    graph.add_node(thing.iri, label=thing.label, sort=thing.sort, date=" | ".join(thing.dates))


def _marks(step: Step, hop: Hop, version: int) -> dict[str, str | int]:
    quote = step.quote or Quote("", 0, 0, "")
    return {
        "relation": step.relation,
        "treatment": step.treatment,
        "told": statement(step),
        "quote": quote.text,
        "source": quote.source or step.authority,
        "start": quote.start,
        "end": quote.end,
        "date": " | ".join(hop.later.dates),
        "mentions": step.mentions,
        "version": version,
    }


def graphml(result: Result) -> str:
    """The network of a result as GraphML."""
    return commented("\n".join(nx.generate_graphml(network(result))) + "\n", _said(result))


def _said(result: Result) -> str:
    """The notice with the version and the address that asks the same again."""
    return f"{BOTH} vankien, {result.version.stamp}, {result.permalink}"


def gexf(result: Result) -> str:
    """The network of a result as GEXF 1.3; an edge's own words are its attributes."""
    graph = network(result)
    # GEXF has no room for marks named like its own: the place of a quote is called otherwise.
    for *_, marks in graph.edges(data=True):
        marks["quote_start"], marks["quote_end"] = marks.pop("start"), marks.pop("end")
    written = "\n".join(nx.generate_gexf(graph, version="1.3")) + "\n"
    # The schema has no room for a graph's name, nor for where networkx says that the schema lies.
    written = re.sub(
        r' name=""| xmlns:xsi="[^"]*"| xsi:schemaLocation="[^"]*"', "", written, count=3
    )
    # The day of the version, not of the writing: the same question gives the same file.
    dated = re.sub(r'(?<=lastmodifieddate=")[^"]*', result.version.published[:10], written)
    return commented(dated, _said(result))


def pajek(result: Result) -> str:
    """The network of a result for Pajek, whose attributes are all text on one line."""
    graph = network(result)
    for *_, marks in (*graph.nodes(data=True), *graph.edges(data=True)):
        for name, value in marks.items():
            marks[name] = " ".join(str(value).replace('"', "”").split()) or "-"
    return "\n".join(nx.generate_pajek(graph)) + "\n"


def louvain(later: Sequence[int], earlier: Sequence[int]) -> list[set[int]]:
    """Communities by the method of Blondel et al. 2008, from a fixed seed."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from(zip(later, earlier, strict=True))
    found: list[set[int]] = nx.community.louvain_communities(graph, seed=1)
    return found
