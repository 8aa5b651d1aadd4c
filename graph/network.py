"""The neighbourhood of a thing as a network, every edge with the quotes that prove it.

The only importer of networkx. Edges are added in one order, so the same snapshot gives the same
network; what is cut is said.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import networkx as nx
import pyoxigraph as ox

from graph.snapshots import Snapshot
from ontology import iris

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_OA = "http://www.w3.org/ns/oa#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_ISSUED = "http://purl.org/dc/terms/issued"
_NOTATION = "http://www.w3.org/2004/02/skos/core#notation"
_NAMES = (_LABEL, "http://purl.org/dc/terms/title", iris.ONTOLOGY + "heading")
# Between these an edge says something to a reader; kinds, levels and spans are marks of a node.
_SORTS = {
    iris.ONTOLOGY + "Inspection": "Inspection",
    iris.ONTOLOGY + "Finding": "Finding",
    iris.ONTOLOGY + "Instrument": "Instrument",
    "http://xmlns.com/foaf/0.1/Person": "Person",
    iris.ONTOLOGY + "AdminUnit": "AdminUnit",
    iris.ONTOLOGY + "SourceText": "SourceText",
    "http://www.w3.org/ns/org#Organization": "Organization",
}
# Not said of the world: where a thing is told of, and what it might be.
_SILENT = frozenset(iris.ONTOLOGY + name for name in ("inSource", "candidate", "textOf"))


class Edge(NamedTuple):
    """A plain statement between two things."""

    predicate: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of a source that prove an edge."""

    source: str
    start: int
    end: int
    text: str


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
    page = _Page(snapshot.store)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_node(iri, **page.marks(iri))
    met, ring, seen = set[Edge](), [iri], {iri}
    for _ in range(depth):
        fresh: list[str] = []
        for node in ring:
            edges = [edge for edge in page.edges(node) if edge not in met]
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


def _draw(page: "_Page", graph: "nx.MultiDiGraph[str]", edge: Edge) -> None:
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


class _Page:
    """Look-ups by index in one snapshot; a query planner would scan for some of them."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._sorts: dict[str, str] = {}

    def edges(self, node: str) -> Iterator[Edge]:
        """The plain statements between a thing and another that can be shown."""
        this, default = ox.NamedNode(node), ox.DefaultGraph()
        for quad in self._store.quads_for_pattern(this, None, None, default):
            if isinstance(quad.object, ox.NamedNode) and self._joins(quad, quad.object):
                yield Edge(quad.predicate.value, node, quad.object.value)
        for quad in self._store.quads_for_pattern(None, None, this, default):
            if isinstance(quad.subject, ox.NamedNode) and self._joins(quad, quad.subject):
                yield Edge(quad.predicate.value, quad.subject.value, node)

    def _joins(self, quad: ox.Quad, other: ox.NamedNode) -> bool:
        return quad.predicate.value not in _SILENT and bool(self.sort(other.value))

    def sort(self, node: str) -> str:
        """What a thing is for the drawing, empty where it is not drawn."""
        if node not in self._sorts:
            classes = {_SORTS.get(value, "") for value in self._values(node, _RDF + "type")}
            self._sorts[node] = next((each for each in _SORTS.values() if each in classes), "")
        return self._sorts[node]

    def marks(self, node: str) -> dict[str, str]:
        """Label, sort, level and date of a thing, empty where nothing is known."""
        labels = (each for name in _NAMES for each in self._vietnamese(node, name))
        dates = self._values(node, _ISSUED) + self._values(node, iris.ONTOLOGY + "startDate")
        return {
            "label": next(labels, node.removeprefix(iris.BASE)),
            "sort": self.sort(node),
            "level": self._level(node),
            "date": next(iter(dates), ""),
        }

    def _level(self, node: str) -> str:
        """The level of a thing, else of the body that issued it or acts in it."""
        vk = iris.ONTOLOGY
        nodes = [
            node,
            *self._values(node, vk + "issuedBy"),
            *self._values(node, vk + "conductedBy"),
        ]
        levels = (level for each in nodes for level in self._values(each, vk + "level"))
        levels_and_topics = [*levels, *self._values(node, vk + "aboutLevel")]
        return next((each for c in levels_and_topics for each in self._values(c, _NOTATION)), "")

    def quotes(self, edge: Edge) -> Iterator[Quote]:
        """The words that prove an edge: of its claims, of its citations, else of its subject."""
        start, end = ox.NamedNode(edge.start), ox.NamedNode(edge.end)
        if edge.predicate == iris.ONTOLOGY + "cites":
            proofs = self._both(("citingEntity", start), ("citedEntity", end), iris.ONTOLOGY)
        else:
            proofs = self._both(("subject", start), ("object", end), _RDF)
            proofs = {p for p in proofs if edge.predicate in self._values(p, _RDF + "predicate")}
        for proof in proofs or {edge.start}:
            for span in self._values(proof, _OA + "hasSelector"):
                yield self._quote(span)

    def _both(
        self, left: tuple[str, ox.NamedNode], right: tuple[str, ox.NamedNode], namespace: str
    ) -> set[str]:
        """The things of which two properties have these values."""
        found = [
            {
                quad.subject.value
                for quad in self._store.quads_for_pattern(
                    None, ox.NamedNode(namespace + name), value, None
                )
                if isinstance(quad.subject, ox.NamedNode)
            }
            for name, value in (left, right)
        ]
        return found[0] & found[1]

    def _quote(self, span: str) -> Quote:
        said = {
            name: next(iter(self._values(span, namespace + name)), "")
            for namespace, names in (
                (_OA, ("start", "end", "exact")),
                (iris.ONTOLOGY, ("inSource",)),
            )
            for name in names
        }
        return Quote(said["inSource"], int(said["start"]), int(said["end"]), said["exact"])

    def _values(self, node: str, predicate: str) -> list[str]:
        """The distinct objects of a property, in order."""
        found = self._store.quads_for_pattern(
            ox.NamedNode(node), ox.NamedNode(predicate), None, None
        )
        return sorted({str(getattr(quad.object, "value", "")) for quad in found})

    def _vietnamese(self, node: str, predicate: str) -> list[str]:
        found = self._store.quads_for_pattern(
            ox.NamedNode(node), ox.NamedNode(predicate), None, None
        )
        return sorted(
            {
                quad.object.value
                for quad in found
                if isinstance(quad.object, ox.Literal) and quad.object.language in (None, "vi")
            }
        )
