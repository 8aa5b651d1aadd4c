"""What helps to write a query: names to complete with their counts, and why a query is slow."""

from collections.abc import Iterator, Mapping

from flask import Blueprint, Response, jsonify, request
from pyoxigraph import Literal, NamedNode

from graph.workers import Workers
from ontology import iris
from web.desk import desk
from web.errors import BadRequest
from web.things import PREFIXES
from web.transfer import opened, tag, unchanged
from web.void import statistics

assistance = Blueprint("assistance", __name__)
assistance.after_request(opened)

_FORM = "application/json"
_LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")


@assistance.get("/api/completion")
def completion() -> Response:
    """The prefixes, classes and properties of the dataset with labels, the most used first."""
    if same := unchanged(_FORM):
        return same
    of = desk().snapshot()
    found = statistics(desk().workers, of)
    response = jsonify(
        version={"number": of.version.number, "hash": of.version.hash},
        prefixes=PREFIXES,
        classes=list(_names(found.classes)),
        properties=list(_names(found.properties)),
    )
    response.set_etag(tag(of.version, _FORM))
    response.headers["X-Dataset-Version"] = f"{of.version.number}-{of.version.hash}"
    return response


def _names(counts: Mapping[str, int]) -> Iterator[dict[str, object]]:
    """Names with what they are called in either language."""
    for iri, count in sorted(counts.items(), key=lambda each: (-each[1], each[0])):
        yield {"iri": iri, "name": _short(iri), "labels": _labels(iri), "count": count}


def _short(iri: str) -> str | None:
    """The name with a prefix, where one of ours fits."""
    fits = [(len(base), short) for short, base in PREFIXES.items() if iri.startswith(base)]
    length, short = max(fits, default=(0, ""))
    rest = iri[length:]
    return f"{short}:{rest}" if short and rest and "/" not in rest and "#" not in rest else None


def _labels(iri: str) -> dict[str, str]:
    """What the ontology calls a name, by language."""
    store, graph = desk().snapshot().store, NamedNode(iris.GRAPH_ONTOLOGY)
    labels = store.quads_for_pattern(NamedNode(iri), _LABEL, None, graph)
    found = {q.object.language: q.object.value for q in labels if isinstance(q.object, Literal)}
    return {language: found[language] for language in ("vi", "en") if language in found}


@assistance.get("/api/explain")
def explanation() -> Response:
    """How often each pattern of a query holds: JSON."""
    query = request.args.get("query", "")
    if not query.strip():
        raise BadRequest("Cần tham số query.", "The parameter query is needed.")
    workers: Workers = desk().workers
    return Response(workers.explain(query, request.remote_addr or ""), mimetype=_FORM)
