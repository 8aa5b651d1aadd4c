"""SPARQL 1.1 Protocol at `/sparql`: GET and both POST forms, answered by killable workers."""

import secrets
from dataclasses import dataclass
from typing import NoReturn

from flask import Blueprint, Response, redirect, render_template, request, url_for
from pyoxigraph import (
    Literal,
    NamedNode,
    QueryResultsFormat,
    QuerySolutions,
    Triple,
    parse_query_results,
    serialize,
)
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse

from graph.workers import GRAPHS, SOLUTIONS, Result, media_types
from ontology import iris
from web.cells import Row, Table, cell
from web.desk import desk, reader
from web.errors import BadRequest, Forbidden, NotAcceptable, Unsupported, as_problem

protocol = Blueprint("protocol", __name__)

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
# What `?format=` may say.
_FORMATS = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "ttl": ("text/turtle",),
    "turtle": ("text/turtle",),
    "nt": ("application/n-triples",),
    "jsonld": ("application/ld+json",),
    "rdf": ("application/rdf+xml",),
}
# What clients send in Accept for the same thing.
_ALIASES = {
    "application/sparql-results+json": ("application/json", "text/json"),
    "application/sparql-results+xml": ("application/xml", "text/xml"),
    "text/turtle": ("application/turtle", "application/x-turtle"),
    "application/n-triples": ("text/plain",),
    "application/rdf+xml": ("application/xml", "text/xml"),
    "application/ld+json": ("application/json",),
}
_ROWS_ON_A_PAGE = 1_000
_SD = "http://www.w3.org/ns/sparql-service-description#"
_EXAMPLE = """PREFIX vk: <https://w3id.org/vankien/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?instrument ?label (COUNT(?citation) AS ?citations) WHERE {
  ?citation vk:citedEntity ?instrument .
  ?instrument rdfs:label ?label .
}
GROUP BY ?instrument ?label
ORDER BY DESC(?citations)
LIMIT 20
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as the protocol carries it, with the graphs of the dataset that it names."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]


@protocol.route("/sparql", methods=["GET", "POST", "OPTIONS"], provide_automatic_options=False)
@protocol.route("/sparql/", methods=["GET", "POST", "OPTIONS"], provide_automatic_options=False)
def endpoint() -> BaseResponse:
    """The endpoint: a query, a description of the service, or a form for people."""
    if request.method == "OPTIONS":
        return _open(Response(status=204))
    if request.method in ("GET", "HEAD"):
        if request.args.keys() <= {"lang"}:
            return _open(_description())
        asked = _asked(request.args, _queried_by_get())
    else:
        asked = _asked_by_post()
    if _wants_a_page():
        return redirect(url_for("protocol.editor", query=asked.query), code=303)
    return _open(_response(_answer(asked, _media_type(asked.query))))


def _open(response: Response) -> Response:
    """Anyone's page may read: the data is public, and no cookie counts here."""
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, POST, OPTIONS"
    response.headers["Access-Control-Allow-Headers"] = "Accept, Content-Type"
    response.headers["Access-Control-Expose-Headers"] = "X-Truncated, X-Dataset-Version"
    response.headers["Vary"] = "Accept"
    return response


def _queried_by_get() -> str:
    if "update" in request.args:
        raise BadRequest("Cập nhật phải gửi bằng POST.", "An update is sent by POST.")
    return _single(request.args, "query")


def _asked_by_post() -> Asked:
    if request.mimetype == _QUERY:
        return _asked(request.args, _body_text())
    if request.mimetype == _UPDATE:
        _refuse_update()
    if request.mimetype != _FORM:
        raise Unsupported(
            f"Nội dung phải là {_FORM}, {_QUERY} hoặc {_UPDATE}.",
            f"The body must be {_FORM}, {_QUERY} or {_UPDATE}.",
        )
    if "update" in request.form:
        _refuse_update()
    return _asked(request.form, _single(request.form, "query"))


def _body_text() -> str:
    try:
        return request.get_data().decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadRequest(
            f"Truy vấn không phải UTF-8 (byte {error.start}).",
            f"The query is not UTF-8 (byte {error.start}).",
        ) from error


def _single(values: MultiDict[str, str], name: str) -> str:
    found = values.getlist(name)
    if len(found) != 1:
        raise BadRequest(
            f"Cần đúng một tham số {name}, ở đây có {len(found)}.",
            f"Exactly one parameter {name} is needed, here are {len(found)}.",
        )
    return found[0]


def _asked(values: MultiDict[str, str], query: str) -> Asked:
    return Asked(
        query,
        tuple(values.getlist("default-graph-uri")),
        tuple(values.getlist("named-graph-uri")),
    )


def _refuse_update() -> NoReturn:
    """Updates need the token; with it they are refused as not yet offered."""
    token = desk().token
    sent = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not token or not secrets.compare_digest(sent.encode(), token.encode()):
        raise Forbidden(
            "Chỉ đọc: cập nhật cần mã thông báo (VANKIEN_TOKEN).",
            "Read only: an update needs the token (VANKIEN_TOKEN).",
        )
    raise Forbidden("Chưa nhận cập nhật ở đây.", "Updates are not offered here yet.")


def _wants_a_page() -> bool:
    """A browser that follows a link to a query sees rows; any other program gets data."""
    accepted = request.accept_mimetypes
    return "format" not in request.values and next(iter(accepted.values()), "") == "text/html"


def _media_type(query: str) -> str:
    """The format for this query, by `?format=`, else by Accept; the usual one where all will do."""
    possible = media_types(query)
    named = request.values.get("format")
    if named is not None:
        found = [each for each in _FORMATS.get(named, (named,)) if each in possible]
        return found[0] if found else _refuse_format(possible)
    return _accepted(possible)


def _accepted(possible: tuple[str, ...]) -> str:
    offers = {each: each for each in possible}
    for each in possible:
        offers.update((alias, each) for alias in _ALIASES.get(each, ()) if alias not in offers)
    if not request.accept_mimetypes:
        return possible[0]
    best = request.accept_mimetypes.best_match(list(offers))
    return offers[best] if best else _refuse_format(possible)


def _refuse_format(possible: tuple[str, ...]) -> NoReturn:
    have = ", ".join(possible)
    raise NotAcceptable(f"Kết quả này có ở dạng: {have}.", f"This answer is to be had as: {have}.")


def _answer(asked: Asked, media_type: str) -> Result:
    given = asked.default_graphs or asked.named_graphs
    return desk().workers.run(
        asked.query,
        media_type,
        asked.default_graphs if given else None,
        asked.named_graphs if given else None,
    )


def _response(result: Result) -> Response:
    response = Response(result.body, mimetype=result.media_type)
    response.headers["X-Dataset-Version"] = f"{result.version.number}-{result.version.hash}"
    if result.truncated:
        response.headers["X-Truncated"] = "true"
    return response


def _description() -> Response:
    """What a plain GET hears: the service description as RDF, a form in a browser."""
    if _wants_a_page():
        return Response(render_template("sparql.html", query=_EXAMPLE))
    media_type = _accepted(tuple(GRAPHS))
    triples = sorted(_service(), key=str)
    body = serialize(triples, format=GRAPHS[media_type], prefixes={"sd": _SD})
    return Response(body, mimetype=media_type)


def _service() -> list[Triple]:
    """The service in the words of SPARQL 1.1 Service Description, without blank nodes."""
    service = NamedNode(iris.BASE + "sparql#service")
    pairs = [
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", _SD + "Service"),
        (_SD + "endpoint", request.base_url),
        (_SD + "supportedLanguage", _SD + "SPARQL11Query"),
        *((_SD + "resultFormat", each.iri) for each in SOLUTIONS.values()),
        *((_SD + "resultFormat", each.iri) for each in GRAPHS.values()),
    ]
    return [Triple(service, NamedNode(predicate), NamedNode(value)) for predicate, value in pairs]


@protocol.get("/sparql-editor")
def editor() -> str | tuple[str, int]:
    """The form with the answer below it, as a table or as Turtle."""
    query = request.args.get("query", "")
    if not query.strip():
        return render_template("sparql.html", query=query or _EXAMPLE)
    try:
        result = _answer(_asked(request.args, query), media_types(query)[0])
    except tuple(as_problem) as error:
        problem = as_problem[type(error)](error)
        return render_template("sparql.html", query=query, problem=problem), problem.status
    if result.media_type in GRAPHS:
        return render_template("sparql.html", query=query, text=result.body.decode())
    return render_template("sparql.html", query=query, result=_table(result))


def _table(result: Result) -> Table:
    parsed = parse_query_results(result.body, format=QueryResultsFormat.JSON)
    if not isinstance(parsed, QuerySolutions):
        return Table(("ASK",), (Row((cell(reader(), Literal(bool(parsed))),)),))
    names = tuple(variable.value for variable in parsed.variables)
    rows = [Row(tuple(cell(reader(), row[name]) for name in names)) for row in parsed]
    return Table(names, tuple(rows[:_ROWS_ON_A_PAGE]), len(rows))
