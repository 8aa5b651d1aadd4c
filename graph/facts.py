"""The default graph: every accepted plain statement of authority, sources and derived, once.

What proves a statement (claims, the text itself) stays in its source's graph; what review rejected
is left out, what it asserts instead is put in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from graph.lines import payload, select, triple_of
from ontology import iris

_CLAIM = "/claim/"
_TEXT = f"<{iris.ONTOLOGY}text>"
_CITED = f"<{iris.ONTOLOGY}citedEntity>"
_BY_RULES, _EVERYBODY = ox.NamedNode(iris.GRAPH_DERIVED), ox.DefaultGraph()
_SOURCES = iris.BASE + "graph/src/"
_PLAIN = (iris.GRAPH_AUTHORITY, iris.GRAPH_DERIVED, iris.GRAPH_REVIEW)
# What a reviewer did is no plain statement; what he asserts by it is one.
_ACT = f"<{iris.BASE}review/"
_PREFIXES = f"""
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX vk: <{iris.ONTOLOGY}>
PREFIX vkt: <{iris.CONCEPT}>
"""
_REJECTIONS = f"""{_PREFIXES}
SELECT ?source ?predicate ?object ?quote WHERE {{
  GRAPH <{iris.GRAPH_REVIEW}> {{
    ?act vk:decision vkt:bac-bo ; vk:inSource ?source ; oa:exact ?quote ;
      rdf:predicate ?predicate ; rdf:object ?object
  }}
}}"""
_CLAIMS = f"""{_PREFIXES}
SELECT ?subject ?predicate ?object ?quote ?citation WHERE {{
  GRAPH ?graph {{
    {{ ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object }}
    UNION
    {{
      ?claim vk:citingEntity ?subject ; vk:citedEntity ?object
      BIND(vk:cites AS ?predicate) BIND(?claim AS ?citation)
    }}
    ?claim oa:hasSelector/oa:exact ?quote
  }}
}}"""


_ASSERTED = f"""{_PREFIXES}
SELECT ?subject ?predicate ?object WHERE {{
  GRAPH ?graph {{
    ?act vk:decision vkt:khang-dinh ;
      rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object
  }}
}}"""


@dataclass(frozen=True, slots=True)
class Rejection:
    """What a reviewer struck out, by its quote, so that it outlives a new extraction."""

    predicate: str
    object: str
    quote: str


# What review rejected, by the IRI of the source.
Rejections = Mapping[str, frozenset[Rejection]]


def rejections(store: ox.Store) -> Rejections:
    """What the review graph rejects."""
    found: dict[str, set[Rejection]] = defaultdict(set)
    for row in select(store, _REJECTIONS):
        rejection = Rejection(str(row["predicate"]), str(row["object"]), row["quote"].value)
        found[row["source"].value].add(rejection)
    return {source: frozenset(each) for source, each in found.items()}


def default_triples(lines: Iterable[str], rejected: Rejections) -> set[str]:
    """The triples that lines with a graph give to the default graph."""
    by_graph: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        end = line.rindex(" <")
        by_graph[line[end + 2 : -3]].append(line[:end])
    found: set[str] = set()
    for graph, triples in by_graph.items():
        if _counts(graph):
            against = rejected.get(_source(graph), frozenset())
            found.update(_plain(triples, _struck(graph, triples, against)))
    return found


def _plain(triples: list[str], struck: frozenset[str]) -> Iterator[str]:
    for triple in triples:
        subject, predicate, _ = triple.split(" ", 2)
        apparatus = _CLAIM in subject or subject.startswith(_ACT) or predicate == _TEXT
        if not apparatus and triple not in struck:
            yield triple


def _struck(graph: str, triples: Iterable[str], rejected: frozenset[Rejection]) -> frozenset[str]:
    """The triples of a graph of which every claim is rejected."""
    if not rejected:
        return frozenset()
    store = ox.Store()
    lines = (f"{triple} <{graph}> ." for triple in triples)
    store.load(payload(lines), format=ox.RdfFormat.N_QUADS)
    verdicts: dict[str, list[bool]] = defaultdict(list)
    for row in select(store, _CLAIMS):
        claim = Rejection(str(row["predicate"]), str(row["object"]), row["quote"].value)
        triple = f"{row['subject']} {row['predicate']} {row['object']}"
        verdicts[triple].append(claim in rejected)
        # a citation is the evidence of its link, and says itself what it cites
        if row["citation"]:
            verdicts[f"{row['citation']} {_CITED} {row['object']}"].append(claim in rejected)
    return frozenset(triple for triple, each in verdicts.items() if all(each))


def orphaned(
    store: ox.Store, leaving: frozenset[str], triples: Iterable[str], rejected: Rejections
) -> list[str]:
    """Those of the triples of leaving graphs that no graph which stays says."""
    private = tuple(prefix for graph in leaving for prefix in _private(graph))
    return [
        triple
        for triple in triples
        if triple.startswith(private) or not _said_elsewhere(store, leaving, triple, rejected)
    ]


def _private(graph: str) -> Iterator[str]:
    """How the subjects begin that only the source of a graph speaks of."""
    if graph.startswith(_SOURCES):
        source = graph.removeprefix(_SOURCES)
        yield f"<{iris.source(source)}/"
        yield f"<{iris.source(source)}> "
        yield f"<{iris.BASE}inspection/{source}-"


def _said_elsewhere(
    store: ox.Store, leaving: frozenset[str], triple: str, rejected: Rejections
) -> bool:
    quad = next(ox.parse(f"{triple} .".encode(), format=ox.RdfFormat.N_QUADS))
    for other in store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None):
        name = other.graph_name
        if isinstance(name, ox.NamedNode) and name.value not in leaving and _counts(name.value):
            against = rejected.get(_source(name.value), frozenset())
            said = map(triple_of, graph_lines(store, name.value)) if against else ()
            if triple not in _struck(name.value, said, against):
                return True
    return False


def _counts(graph: str) -> bool:
    return graph.startswith(_SOURCES) or graph in _PLAIN


def _source(graph: str) -> str:
    return iris.source(graph.removeprefix(_SOURCES))


def follows(store: ox.Store, quad: ox.Quad) -> bool:
    """Whether only the rules say so: what it follows from is told of, and has a sentence."""
    said = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    derived = False
    for each in said:
        if each.graph_name == _BY_RULES:
            derived = True
        elif each.graph_name != _EVERYBODY:
            return False
    return derived


def graph_lines(store: ox.Store, graph: str) -> list[str]:
    """The lines of one named graph, as they were loaded."""
    return [f"{quad} ." for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(graph))]


def review_of(store: ox.Store, source: str) -> list[str]:
    """The lines of the review graph that people wrote on a source."""
    graph = ox.NamedNode(iris.GRAPH_REVIEW)
    about = ox.NamedNode(iris.ONTOLOGY + "inSource")
    acts = list(store.quads_for_pattern(None, about, ox.NamedNode(source), graph))
    lines = [
        f"{quad} ."
        for act in acts
        for quad in store.quads_for_pattern(act.subject, None, None, graph)
    ]
    return [*lines, *_asserted_by(lines)]


def _asserted_by(lines: Iterable[str]) -> Iterator[str]:
    """The plain statements that acts of review assert, as lines of the review graph."""
    store = ox.Store()
    store.load(payload(lines), format=ox.RdfFormat.N_QUADS)
    for row in select(store, _ASSERTED):
        triple = f"{row['subject']} {row['predicate']} {row['object']}"
        yield f"{triple} <{iris.GRAPH_REVIEW}> ."
