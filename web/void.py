"""The dataset described: VoID with its classes and properties, and SPARQL Service Description.

Counting takes a pass over the data, so it is done once a dataset version and kept with it.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, Response, request
from pyoxigraph import Literal, NamedNode, Triple, serialize

from graph.evaluation import GRAPHS, SOLUTIONS
from graph.snapshots import Snapshot
from graph.whole import whole
from ontology import iris
from web.desk import Desk, reader
from web.negotiation import chosen_form
from web.transfer import opened, tag, unchanged

dataset_data = Blueprint("dataset_data", __name__)
dataset_data.after_request(opened)

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_DCTERMS = "http://purl.org/dc/terms/"
_XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {"sd": _SD, "void": _VOID, "dcterms": _DCTERMS, "xsd": _XSD, "vk": iris.ONTOLOGY}
_DATASET = iris.BASE + "dataset"
_SUFFIXES = {"ttl": "text/turtle", "nt": "application/n-triples", "rdf": "application/rdf+xml"}
_SUFFIXES |= {"jsonld": "application/ld+json"}
DATA_FORMS = tuple(_SUFFIXES.values())
_TITLES = {
    "vi": "vankien: viện dẫn, cơ quan, giám sát và kiểm tra trong văn bản",
    "en": "vankien: citations, bodies and inspections in official texts",
}
_TOTALS = """
SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects) (COUNT(DISTINCT ?o) AS ?objects)
{ ?s ?p ?o }"""
_CLASSES = "SELECT ?name (COUNT(?s) AS ?count) { ?s a ?name } GROUP BY ?name ORDER BY ?name"
_PROPERTIES = "SELECT ?name (COUNT(*) AS ?count) { ?s ?name ?o } GROUP BY ?name ORDER BY ?name"
COUNTING = (_TOTALS, _CLASSES, _PROPERTIES)


@dataclass(frozen=True, slots=True)
class Statistics:
    """What a dataset version holds: totals, and how often each class and property occurs."""

    totals: dict[str, int]
    classes: dict[str, int]
    properties: dict[str, int]


@dataset_data.get("/dataset.<any(ttl,nt,rdf,jsonld):suffix>")
def described(suffix: str) -> Response:
    """The description of the dataset as data."""
    return description(_SUFFIXES[suffix])


def description(form: str | None = None) -> Response:
    """The description in a form, or in the one that the client wants."""
    form = form or chosen_form(DATA_FORMS)
    version = reader().snapshot.version
    if same := unchanged(version, form):
        return same
    endpoint = request.host_url + "sparql"
    body = serialize(void(endpoint), format=GRAPHS[form], prefixes=PREFIXES)
    response = Response(body, mimetype=form)
    response.set_etag(tag(version, form))
    return response


def statistics(of: Snapshot) -> Statistics:
    """The statistics of a version, kept beside it."""
    of = whole(of)
    (totals,) = of.rows(_TOTALS)
    return Statistics(
        {name: int(totals[name].value) for name in ("triples", "subjects", "objects")},
        _counts(of, _CLASSES),
        _counts(of, _PROPERTIES),
    )


def _counts(of: Snapshot, query: str) -> dict[str, int]:
    return {row["name"].value: int(row["count"].value) for row in of.rows(query)}


def void(endpoint: str) -> list[Triple]:
    """The dataset in the words of VoID, without blank nodes."""
    version = reader().snapshot.version
    found = statistics(reader().snapshot)
    said: list[tuple[str, NamedNode | Literal]] = [
        (_RDF + "type", NamedNode(_VOID + "Dataset")),
        *((_DCTERMS + "title", Literal(text, language=each)) for each, text in _TITLES.items()),
        (_DCTERMS + "modified", Literal(version.published, datatype=NamedNode(_XSD + "dateTime"))),
        ("http://www.w3.org/2002/07/owl#versionInfo", Literal(f"{version.number} {version.hash}")),
        (_VOID + "sparqlEndpoint", NamedNode(endpoint)),
        (_VOID + "uriSpace", Literal(iris.BASE)),
        (_VOID + "vocabulary", NamedNode(iris.ONTOLOGY)),
        (_VOID + "triples", _number(found.totals["triples"])),
        (_VOID + "distinctSubjects", _number(found.totals["subjects"])),
        (_VOID + "distinctObjects", _number(found.totals["objects"])),
        (_VOID + "classes", _number(len(found.classes))),
        (_VOID + "properties", _number(len(found.properties))),
    ]
    whole = [_triple(_DATASET, predicate, value) for predicate, value in said]
    whole += _partitions("class", "entities", found.classes)
    return whole + list(_partitions("property", "triples", found.properties))


def _partitions(sort: str, counted: str, counts: dict[str, int]) -> Iterator[Triple]:
    for name, count in counts.items():
        part = f"{_DATASET}#{sort}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"
        yield _triple(_DATASET, f"{_VOID}{sort}Partition", NamedNode(part))
        yield _triple(part, _VOID + sort, NamedNode(name))
        yield _triple(part, _VOID + counted, _number(count))


def service(of: Desk, endpoint: str) -> list[Triple]:
    """The service in the words of SPARQL 1.1 Service Description, with what it offers."""
    node, default = iris.BASE + "sparql#service", _DATASET + "#default-graph"
    languages = ["SPARQL11Query", *(["SPARQL11Update"] if of.token else [])]
    forms = {each.iri for each in SOLUTIONS.values()} | {each.iri for each in GRAPHS.values()}
    pairs = [
        (node, _RDF + "type", _SD + "Service"),
        (node, _SD + "endpoint", endpoint),
        *((node, _SD + "supportedLanguage", _SD + each) for each in languages),
        *((node, _SD + "resultFormat", each) for each in sorted(forms)),
        (node, _SD + "defaultDataset", _DATASET),
        (_DATASET, _RDF + "type", _SD + "Dataset"),
        (_DATASET, _SD + "defaultGraph", default),
        (default, _RDF + "type", _SD + "Graph"),
    ]
    named = [_triple(*pair[:2], NamedNode(pair[2])) for pair in pairs]
    return named + void(endpoint)


def _number(count: int) -> Literal:
    return Literal(str(count), datatype=NamedNode(_XSD + "integer"))


def _triple(subject: str, predicate: str, value: NamedNode | Literal) -> Triple:
    return Triple(NamedNode(subject), NamedNode(predicate), value)
