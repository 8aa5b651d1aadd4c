"""Linked data: every minted IRI answers 303 to its page or data by Accept; a suffix names one."""

import re
from collections.abc import Iterator
from itertools import chain, islice

from flask import Blueprint, Response, redirect, render_template, request
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Triple, serialize
from werkzeug.wrappers import Response as BaseResponse

from ontology import iris
from web.desk import reader
from web.entity_pages import view_of
from web.finding import near_misses
from web.paths import local, passage
from web.problems import NotAcceptable, NotFound
from web.reading import Reader

things = Blueprint("things", __name__)

FORMS = {
    "ttl": ("text/turtle", RdfFormat.TURTLE, "Turtle"),
    "nt": ("application/n-triples", RdfFormat.N_TRIPLES, "N-Triples"),
    "jsonld": ("application/ld+json", RdfFormat.JSON_LD, "JSON-LD"),
    "rdf": ("application/rdf+xml", RdfFormat.RDF_XML, "RDF/XML"),
}
# For the links of each page: (suffix, media type, name).
DATA_FORMS = tuple((suffix, form[0], form[2]) for suffix, form in FORMS.items())
PREFIXES = {
    "vk": iris.ONTOLOGY,
    "vkt": iris.CONCEPT,
    "kind": iris.KIND,
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
# What one answer describes at most; the SPARQL endpoint gives the rest.
_MOST = 5_000
_SORTS = (
    "instrument,body,place,person,inspection,source,kind,term,register,graph,concept,ontology,"
    "change,list,run,file"
)
_SPAN = re.compile(r"(?P<source>.+)/span/(?P<start>\d+)-(?P<end>\d+)")


@things.get(f"/<any({_SORTS}):sort>", defaults={"rest": ""})
@things.get(f"/<any({_SORTS}):sort>/<path:rest>")
@things.get("/ontology.<any(html,ttl,nt,jsonld,rdf):rest>", defaults={"sort": "ontology."})
def thing(sort: str, rest: str) -> BaseResponse:
    """303 from an IRI; the page or the data from an address with a suffix."""
    # The vocabulary has no step below it: its suffix follows at once.
    path = sort + rest if not rest or sort.endswith(".") else f"{sort}/{rest}"
    stem, _, suffix = path.rpartition(".")
    if suffix not in (*FORMS, "html"):
        return _see_other(iris.BASE + path)
    iri = iris.BASE + stem
    required(iri)
    return _page(iri) if suffix == "html" else _data(iri, suffix)


def required(iri: str) -> None:
    """Every IRI of the data is known; for others the reader hears what comes close."""
    if not exists(reader(), iri):
        raise NotFound(
            "Chưa có thông tin về địa chỉ này trong nguồn đã nạp.",
            "Nothing at this address in the sources loaded.",
            near=near_misses(reader(), iri),
        )


def exists(of: Reader, iri: str) -> bool:
    """Whether any graph says anything of the thing or points to it, or it is itself a graph."""
    try:
        node = NamedNode(iri)
    except ValueError:  # what people type need not be an IRI
        return False
    store = of.snapshot.store
    patterns = [(node, None, None, None), (None, None, node, None), (None, None, None, node)]
    if iri + "#" == iris.ONTOLOGY:
        patterns = [(None, None, None, NamedNode(iris.GRAPH_ONTOLOGY))]
    return any(next(store.quads_for_pattern(*each), None) for each in patterns)


def _see_other(iri: str) -> BaseResponse:
    required(iri)
    types = {"text/html": "html", **{form[0]: suffix for suffix, form in FORMS.items()}}
    best = request.accept_mimetypes.best_match(list(types))
    if best is None:
        have = ", ".join(types)
        raise NotAcceptable(f"Địa chỉ này có ở dạng: {have}", f"This is to be had as: {have}")
    language = f"?lang={request.args['lang']}" if "lang" in request.args else ""
    response = redirect(f"{local(iri)}.{types[best]}{language}", code=303)
    response.headers["Vary"] = "Accept"
    return response


def _page(iri: str) -> BaseResponse:
    """The page of a thing; a stretch of text is shown in its source."""
    span = _SPAN.fullmatch(iri)
    if span:
        return redirect(passage(span["source"], int(span["start"]), int(span["end"])), code=303)
    template, context = view_of(reader(), iri)
    return Response(render_template(template, data_forms=DATA_FORMS, **context))


def _data(iri: str, suffix: str) -> Response:
    mimetype, form, _ = FORMS[suffix]
    triples = list(islice(described(reader(), iri), _MOST + 1))
    kept = sorted(triples[:_MOST], key=str)
    body = serialize(kept, format=form, prefixes=PREFIXES)
    response = Response(body, mimetype=mimetype)
    response.headers["Access-Control-Allow-Origin"] = "*"
    if len(triples) > _MOST:
        response.headers["X-Truncated"] = f"{_MOST} triples"
    return response


def described(of: Reader, iri: str) -> Iterator[Triple]:
    """What the dataset says of a thing and what points to it; of a graph all that it says."""
    store, node = of.snapshot.store, NamedNode(iri)
    graph = NamedNode(iris.GRAPH_ONTOLOGY) if iri + "#" == iris.ONTOLOGY else node
    whole = store.quads_for_pattern(None, None, None, graph)
    default = DefaultGraph()
    said = store.quads_for_pattern(node, None, None, default)
    pointing = store.quads_for_pattern(None, None, node, default)
    seen: set[Triple] = set()
    for quad in chain(whole, said, pointing, store.quads_for_pattern(node, None, None, None)):
        if quad.triple not in seen:
            seen.add(quad.triple)
            yield quad.triple
