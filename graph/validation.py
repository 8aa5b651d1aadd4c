"""What is wrong in a store: the SHACL shapes of the ontology, and the checks, each with its quote.

pyshacl looks at each source by itself, with what the record knows of the things it speaks of. The
shapes that are SPARQL run in Oxigraph over all sources at once, where they take no time.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox
import pyshacl
from rdflib import SH, BNode, Graph, URIRef
from rdflib.term import Node

from graph.lines import select
from graph.snapshots import Snapshot, Term
from ontology import iris
from queries import checks

_SOURCES = iris.BASE + "graph/src/"
_SHAPES = iris.BASE + "shape/"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
# What a check of its own tells, with its quote.
_CHECKED = frozenset({"instrument/later", "instrument/issued", "figure/part"})
_EVIDENCE = f"""
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX vk: <{iris.ONTOLOGY}>
SELECT ?focus ?source ?quote ?start ?end WHERE {{
  GRAPH ?graph {{
    {{ ?focus oa:exact ?quote BIND(?focus AS ?span) }}
    UNION {{ ?focus oa:hasSelector ?span }}
    UNION {{ ?claim rdf:subject ?focus ; oa:hasSelector ?span }}
    UNION {{ ?citation vk:citedEntity ?focus ; oa:hasSelector ?span }}
    ?span oa:exact ?quote ; oa:start ?start ; oa:end ?end ; vk:inSource ?source
  }}
}} ORDER BY ?source ?start LIMIT 1"""


_MISQUOTED = ("Nguyên văn khác với văn bản nguồn.", "The quote is not what stands there.")
_TEXTS = f"""
PREFIX vk: <{iris.ONTOLOGY}>
SELECT ?source ?text WHERE {{ GRAPH ?graph {{ ?source vk:text ?text }} }} ORDER BY ?source"""
_SPANS = f"""
PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX vk: <{iris.ONTOLOGY}>
SELECT ?span ?source ?quote ?start ?end WHERE {{
  ?span vk:inSource ?source ; oa:exact ?quote ; oa:start ?start ; oa:end ?end
}} ORDER BY ?start ?span"""
_STRAY = f"""
SELECT DISTINCT ?term WHERE {{
  {{ SELECT DISTINCT ?term WHERE {{ ?s ?term ?o }} }}
  UNION {{ SELECT DISTINCT ?term WHERE {{ ?s a ?term }} }}
  FILTER(STRSTARTS(STR(?term), "{iris.ONTOLOGY}"))
  FILTER NOT EXISTS {{ GRAPH <{iris.GRAPH_ONTOLOGY}> {{ ?term a ?sort }} }}
}} ORDER BY ?term"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of a source."""

    source: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong, or asks for a look: the rule, where, and the words it rests on."""

    rule: str
    severity: str
    message: str
    message_en: str
    about: str
    value: str | None
    against: str | None
    evidence: Evidence | None


def problems(snapshot: Snapshot) -> Iterator[Problem]:
    """Every problem, those of the checks first."""
    yield from _checked(snapshot)
    shapes = _shapes(snapshot)
    yield from _asked(snapshot, shapes)
    yield from _misquoted(snapshot)
    yield from _undeclared(snapshot)
    core = Graph()
    for triple in shapes:
        if triple[1] != SH.sparql:
            core.add(triple)
    for name in sorted(str(each.value) for each in snapshot.store.named_graphs()):
        if name.startswith(_SOURCES):
            yield from _shaped(snapshot, core, name)


def _checked(snapshot: Snapshot) -> Iterator[Problem]:
    for name, check in checks().items():
        words = (check.summary, check.summary_en)
        for row in snapshot.rows(check.sparql):
            about, value, against = (_text(row[c]) for c in ("about", "value", "against"))
            evidence = _evidence(row) if row["quote"] else None
            yield Problem(f"check/{name}", "Warning", *words, about or "", value, against, evidence)


def _shapes(snapshot: Snapshot) -> Graph:
    """The shapes that the store's ontology brought."""
    quads = snapshot.store.quads_for_pattern(None, None, None, ox.NamedNode(iris.GRAPH_ONTOLOGY))
    lines = (f"{quad.triple} ." for quad in quads if str(quad.subject).startswith(f"<{_SHAPES}"))
    return Graph().parse(data="\n".join(lines), format="nt")


def _asked(snapshot: Snapshot, shapes: Graph) -> Iterator[Problem]:
    """What the shapes that are SPARQL find."""
    for shape, constraint in sorted(shapes.subject_objects(SH.sparql)):
        target = shapes.value(shape, SH.targetClass)
        severity = shapes.value(shape, SH.severity) or SH.Violation
        if severity == SH.Info:
            continue
        asked = str(shapes.value(constraint, SH.select))
        # Our own shapes, whose first brace opens the pattern.
        whole = asked.replace("{", f"{{ $this a <{target}> . ", 1)
        if _name(shape) not in _CHECKED:
            for row in select(snapshot.store, whole):
                words = _words(shapes, constraint)
                yield _found(snapshot, shape, severity, words, str(row["this"].value), None)


def _misquoted(snapshot: Snapshot) -> Iterator[Problem]:
    """The spans whose quote is not what stands there in the text of their source."""
    for text in snapshot.rows(_TEXTS):
        whole, source = _text(text["text"]) or "", _text(text["source"]) or ""
        for row in snapshot.rows(_SPANS, {"source": ox.NamedNode(source)}):
            evidence = _evidence(row)
            if whole[evidence.start : evidence.end] != evidence.quote:
                about = _text(row["span"]) or ""
                words = (
                    "Nguyên văn khác với văn bản nguồn.",
                    "The quote is not what stands there.",
                )
                value = whole[evidence.start : evidence.end]
                yield Problem("shape/span/words", "Violation", *words, about, value, None, evidence)


def _undeclared(snapshot: Snapshot) -> Iterator[Problem]:
    """The properties and classes of our namespace that the ontology does not declare."""
    for row in snapshot.rows(_STRAY):
        words = ("Thuật ngữ chưa được khai báo.", "The term is not declared.")
        about = _text(row["term"]) or ""
        yield Problem("shape/term/declared", "Violation", *words, about, None, None, None)


def _shaped(snapshot: Snapshot, shapes: Graph, name: str) -> Iterator[Problem]:
    """What pyshacl finds in one source's graph."""
    _, report, _ = pyshacl.validate(_source(snapshot, name), shacl_graph=shapes)
    results = report.subjects(SH.sourceShape, None)
    found = {
        (str(report.value(each, SH.focusNode)), report.value(each, SH.sourceShape), each)
        for each in results
        if report.value(each, SH.resultSeverity) != SH.Info
    }
    for focus, shape, result in sorted(found):
        if _name(shape) not in _CHECKED:
            severity, value = (report.value(result, p) for p in (SH.resultSeverity, SH.value))
            words = _words(shapes, shape)
            yield _found(snapshot, shape, severity, words, focus, value)


def _source(snapshot: Snapshot, name: str) -> Graph:
    """A source's graph, with what the record says of the things that the source describes."""
    store, record = snapshot.store, ox.NamedNode(iris.GRAPH_AUTHORITY)
    quads = list(store.quads_for_pattern(None, None, None, ox.NamedNode(name)))
    for thing in {quad.subject for quad in quads if quad.predicate == _TYPE}:
        quads += store.quads_for_pattern(thing, None, None, record)
    data = "\n".join(f"{quad.triple} ." for quad in quads)
    return Graph().parse(data=data, format="nt")


def _found(
    snapshot: Snapshot,
    shape: Node,
    severity: Node | None,
    words: tuple[str, str],
    focus: str,
    value: Node | None,
) -> Problem:
    told = None if value is None or isinstance(value, BNode) else str(value)
    sort = str(severity).rsplit("#", 1)[1]
    bound = {"focus": ox.NamedNode(focus)}
    evidence = next(map(_evidence, snapshot.rows(_EVIDENCE, bound)), None)
    return Problem(f"shape/{_name(shape)}", sort, *words, focus, told, None, evidence)


def _evidence(row: ox.QuerySolution) -> Evidence:
    source, quote, start, end = (_text(row[c]) or "" for c in ("source", "quote", "start", "end"))
    return Evidence(source, quote, int(start), int(end))


def _words(shapes: Graph, bearer: Node) -> tuple[str, str]:
    """What a shape says when it is not met, in Vietnamese and English."""
    said = {getattr(each, "language", ""): str(each) for each in shapes.objects(bearer, SH.message)}
    return said.get("vi", ""), said.get("en", "")


def _name(shape: Node | None) -> str:
    return str(shape if isinstance(shape, URIRef) else "").removeprefix(_SHAPES)


def _text(term: Term | None) -> str | None:
    return None if term is None else str(getattr(term, "value", term))
