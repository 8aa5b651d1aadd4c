"""SPARQL 1.1 Graph Store HTTP Protocol at `/graph-store`: whole graphs by their address or name."""

from uuid import uuid4

import pyoxigraph as ox
from flask import Blueprint, Response, request

from graph.evaluation import GRAPHS
from graph.update_text import DEFAULT, within
from graph.updates import Change, change_of
from ontology import iris
from web.access import writer
from web.desk import desk
from web.negotiation import chosen_form
from web.problems import BadRequest, NotFound, Unsupported
from web.transfer import opened, tag, unchanged

graph_store = Blueprint("graph_store", __name__)
graph_store.after_request(opened)

_LARGEST_BODY = 32 * 1024 * 1024
_STORE = iris.BASE + "graph-store/"
_READ = {**GRAPHS, "text/plain": ox.RdfFormat.N_TRIPLES}
_UPDATE = "application/sparql-update"
_METHODS = ["GET", "PUT", "POST", "DELETE", "PATCH"]


@graph_store.route("/graph-store", methods=_METHODS)
@graph_store.route("/graph-store/<path:rest>", methods=_METHODS)
def graph(rest: str = "") -> Response:
    """A graph read, replaced, added to, patched or deleted; POST to the store makes a new one."""
    if request.method in ("GET", "HEAD"):
        return _read(_graph(rest))
    who = writer()
    request.max_content_length = request.max_form_memory_size = _LARGEST_BODY
    if request.method == "POST" and not rest and not request.args:
        return _written(_STORE + uuid4().hex, who)
    name = _graph(rest)
    if request.method == "DELETE":
        return _deleted(name, who)
    return _patched(name, who) if request.method == "PATCH" else _written(name, who)


def _graph(rest: str) -> str:
    """The name of the graph: the address itself, `?graph=IRI`, or DEFAULT for `?default`."""
    if rest:
        return _known(_STORE + rest)
    named = request.args.getlist("graph")
    if len(named) + ("default" in request.args) != 1:
        raise BadRequest(
            "Cần ?graph=IRI hoặc ?default.", "Either ?graph=IRI or ?default is needed."
        )
    if not named:
        return DEFAULT
    here = request.host_url + "graph-store/"
    return _known(_STORE + named[0].removeprefix(here) if named[0].startswith(here) else named[0])


def _known(name: str) -> str:
    try:
        return ox.NamedNode(name).value
    except ValueError as error:
        raise BadRequest(f"Không phải IRI: {name}", f"Not an IRI: {error}") from error


def _exists(name: str) -> bool:
    return name == DEFAULT or desk().snapshot().store.contains_named_graph(ox.NamedNode(name))


def _read(name: str) -> Response:
    _require(name)
    form = chosen_form(tuple(GRAPHS))
    if same := unchanged(desk().snapshot().version, form):
        return same
    pattern = "{ ?s ?p ?o }" if name == DEFAULT else f"{{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {pattern}"
    found = desk().workers.run(query, form, client=request.remote_addr or "")
    response = Response(found.body, mimetype=form)
    response.headers["X-Dataset-Version"] = found.version.stamp
    response.set_etag(tag(found.version, form))
    return response


def _require(name: str) -> None:
    if not _exists(name):
        raise NotFound(f"Chưa có đồ thị <{name}>.", f"There is no graph <{name}>.")


def _written(name: str, who: str) -> Response:
    """PUT replaces the graph, POST adds to it; 201 where there was none."""
    known = _exists(name)
    triples = [triple for each in _sent(name) for triple in each]
    parts = [_emptied(name)] if request.method == "PUT" else []
    if name != DEFAULT:
        parts.append(f"CREATE SILENT GRAPH <{name}>")
    if triples:
        lines = "\n".join(f"{triple} ." for triple in triples)
        block = lines if name == DEFAULT else f"GRAPH <{name}> {{\n{lines}\n}}"
        parts.append(f"INSERT DATA {{\n{block}\n}}")
    described = f"{request.method} {name}: {len(triples)} triples"
    _apply(" ;\n".join(parts), name, who, described)
    response = Response(status=204 if known else 201)
    if not known:
        response.headers["Location"] = (
            request.host_url + name.removeprefix(iris.BASE) if name.startswith(_STORE) else name
        )
    return response


def _emptied(name: str) -> str:
    return "CLEAR DEFAULT" if name == DEFAULT else f"DROP SILENT GRAPH <{name}>"


def _deleted(name: str, who: str) -> Response:
    _require(name)
    _apply(_emptied(name), name, who, f"DELETE {name}")
    return Response(status=204)


def _patched(name: str, who: str) -> Response:
    """A SPARQL update of this graph and no other."""
    if request.mimetype != _UPDATE:
        raise Unsupported(f"Bản vá phải là {_UPDATE}.", f"A patch is {_UPDATE}.")
    _require(name)
    try:
        update = request.get_data().decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest("Nội dung không phải UTF-8.", "The body is not UTF-8.") from error
    desk().updates.apply(change_of(update if name == DEFAULT else within(update, name), who))
    return Response(status=204)


def _apply(update: str, name: str, who: str, described: str) -> None:
    desk().updates.apply(Change(update, frozenset({name}), who, described))


def _sent(name: str) -> list[list[ox.Triple]]:
    """The triples of the body, or of each file of a form."""
    base = iris.BASE if name == DEFAULT else name
    if request.mimetype == "multipart/form-data":
        files = request.files.values()
        return [_triples(each.read(), each.mimetype, base) for each in files]
    return [_triples(request.get_data(), request.mimetype or "text/turtle", base)]


def _triples(body: bytes, media_type: str, base: str) -> list[ox.Triple]:
    form = _READ.get(media_type)
    if form is None:
        have = ", ".join(_READ)
        raise Unsupported(f"Dữ liệu phải là: {have}.", f"The data must be one of: {have}.")
    try:
        quads = list(ox.parse(body, format=form, base_iri=base))
    except (SyntaxError, ValueError) as error:
        raise BadRequest(
            f"Không đọc được dữ liệu: {error}", f"Cannot read this: {error}"
        ) from error
    if any(not isinstance(quad.graph_name, ox.DefaultGraph) for quad in quads):
        raise BadRequest("Ở đây chỉ nhận một đồ thị.", "One graph is taken here, not a dataset.")
    return [quad.triple for quad in quads]
