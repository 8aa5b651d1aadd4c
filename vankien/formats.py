"""One reading in each format that `vankien extract` prints; every function gives whole lines."""

import json
from collections.abc import Callable, Iterable, Iterator

from rdflib import Graph

from loaders.model import Reading
from loaders.printing import as_json
from loaders.quads import quads
from ontology import iris
from vankien.annotations import CONTEXT, annotations
from vankien.marking import page

_PREFIXES = {
    "vk": iris.ONTOLOGY,
    "vkt": iris.CONCEPT,
    "kind": iris.KIND,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


def json_line(reading: Reading) -> str:
    """The contract's object on one line."""
    return json.dumps(as_json(reading), ensure_ascii=False) + "\n"


def text(reading: Reading) -> str:
    """The SourceText that offsets refer to, unchanged, without an added newline."""
    return reading.source.text


def nquads(reading: Reading) -> str:
    """What everyone may read, as sorted N-Quads; the protected graph is never printed."""
    graph = iris.source_graph(reading.source.id)
    return "".join(f"{triple} <{graph}> .\n" for triple in _triples(reading))


def turtle(reading: Reading) -> str:
    """The source's graph as Turtle."""
    return _graph(reading).serialize(format="turtle")


def json_ld(reading: Reading) -> str:
    """The source's graph and each mention as a Web Annotation, in JSON-LD with short names."""
    compact = _graph(reading).serialize(format="json-ld", context=_PREFIXES, auto_compact=True)
    graph = json.loads(compact).get("@graph", [])
    whole = {"@context": {**CONTEXT, **_PREFIXES}, "@graph": [*graph, *annotations(reading)]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _triples(reading: Reading) -> Iterator[str]:
    """The triples of the source's own graph, as N-Triples without their full stop."""
    own = f" <{iris.source_graph(reading.source.id)}> ."
    return (line.removesuffix(own) for line in quads(reading) if line.endswith(own))


def _graph(reading: Reading) -> Graph:
    graph = Graph()
    for prefix, namespace in _PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph.parse(data="".join(f"{each} .\n" for each in _triples(reading)), format="nt")


PRINTERS: dict[str, Callable[[Reading], str]] = {
    "jsonl": json_line,
    "text": text,
    "html": page,
    "nq": nquads,
    "ttl": turtle,
    "jsonld": json_ld,
}


def printed(readings: Iterable[Reading], form: str, single: bool) -> Iterator[str]:
    """What stdout gets, piece by piece, each as soon as its text has been read.

    Several texts are one array in the formats of which a file holds one object.
    """
    if form == "json" and single:
        for reading in readings:
            yield json.dumps(as_json(reading), ensure_ascii=False, indent=1) + "\n"
    elif form == "json":
        yield from _array(map(json_line, readings))
    elif form == "jsonld" and not single:
        yield from _array(map(json_ld, readings))
    else:
        yield from map(PRINTERS[form], readings)


def _array(objects: Iterable[str]) -> Iterator[str]:
    before = "[\n"
    for each in objects:
        yield before + each.rstrip("\n")
        before = ",\n"
    yield ("[" if before == "[\n" else "\n") + "]\n"
