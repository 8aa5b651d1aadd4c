"""SPARQL 1.1 Protocol at `/sparql`: queries and updates, by GET and both POST forms."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from flask import Blueprint, Response, redirect, render_template, request, url_for
from pyoxigraph import (
    Literal,
    QueryResultsFormat,
    QuerySolutions,
    parse_query_results,
    serialize,
)
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as BaseResponse

from graph.guard import varies
from graph.results import Result
from graph.updates import change_of
from graph.workers import GRAPHS, media_types
from web.access import writer
from web.cells import Row, Table, cell
from web.desk import desk, reader
from web.errors import BadRequest, Unsupported, as_problem
from web.negotiation import chosen_form, wants_a_page
from web.transfer import opened, tag, unchanged
from web.void import PREFIXES, service

protocol = Blueprint("protocol", __name__)
protocol.after_request(opened)

_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_UTF_8 = ("utf-8", "utf8", "us-ascii")
_MOST_PARAMETERS = 200
_ROWS_ON_A_PAGE = 1_000
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
    """The endpoint: a query, an update, a description of the service, or a form for people."""
    if request.method == "OPTIONS":
        return Response(status=204)
    if request.method in ("GET", "HEAD"):
        sent = _parameters(request.query_string)
        return _answered(_asked_by_get(sent)) if sent.keys() - {"lang"} else _description()
    if request.mimetype == _QUERY:
        return _answered(_asked(_parameters(request.query_string), _body()))
    if request.mimetype == _UPDATE:
        return _updated(_body(), _parameters(request.query_string))
    if request.mimetype != _FORM:
        raise Unsupported(
            f"Nội dung phải là {_FORM}, {_QUERY} hoặc {_UPDATE}.",
            f"The body must be {_FORM}, {_QUERY} or {_UPDATE}.",
        )
    sent = _parameters(_body().encode())
    sent.update(_parameters(request.query_string))
    if "update" in sent and "query" not in sent:
        return _updated(_single(sent, "update"), sent)
    return _answered(_asked(sent, _single(sent, "query")))


def _parameters(encoded: bytes) -> MultiDict[str, str]:
    """Parameters of an address or a form; what is no UTF-8 is an error, not a replaced letter."""
    try:
        text = encoded.decode("utf-8")
        pairs = parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_PARAMETERS
        )
    except UnicodeDecodeError as error:
        raise _not_utf8(error) from error
    except ValueError as error:
        raise BadRequest("Quá nhiều tham số.", str(error)) from error
    return MultiDict(pairs)


def _body() -> str:
    charset = request.mimetype_params.get("charset", "utf-8").strip('"').lower()
    if charset not in _UTF_8:
        raise Unsupported(
            f"Nội dung phải là UTF-8, không phải {charset}.",
            f"The body must be UTF-8, not {charset}.",
        )
    try:
        return request.get_data().decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(error) from error


def _not_utf8(error: UnicodeDecodeError) -> BadRequest:
    return BadRequest(
        f"Nội dung không phải UTF-8 (byte {error.start}).",
        f"What was sent is not UTF-8 (byte {error.start}).",
    )


def _single(values: MultiDict[str, str], name: str) -> str:
    found = values.getlist(name)
    if len(found) != 1:
        raise BadRequest(
            f"Cần đúng một tham số {name}, ở đây có {len(found)}.",
            f"Exactly one parameter {name} is needed, here are {len(found)}.",
        )
    return found[0]


def _asked_by_get(sent: MultiDict[str, str]) -> Asked:
    if "update" in sent:
        raise BadRequest("Cập nhật phải gửi bằng POST.", "An update is sent by POST.")
    return _asked(sent, _single(sent, "query"))


def _asked(values: MultiDict[str, str], query: str) -> Asked:
    return Asked(
        query,
        tuple(values.getlist("default-graph-uri")),
        tuple(values.getlist("named-graph-uri")),
    )


def _answered(asked: Asked) -> BaseResponse:
    """The answer in the form that the client wants; none if it has it already."""
    possible = media_types(asked.query)
    if wants_a_page():
        return redirect(url_for("protocol.editor", query=asked.query), code=303)
    form = chosen_form(possible)
    fixed = request.method in ("GET", "HEAD") and not varies(asked.query)
    if fixed and (same := unchanged(form)):
        return same
    result = _result(asked, form)
    response = Response(result.body, mimetype=result.media_type)
    response.headers["X-Dataset-Version"] = f"{result.version.number}-{result.version.hash}"
    if result.truncated:
        response.headers["X-Truncated"] = "true"
    if fixed:
        response.set_etag(tag(result.version, form))
    return response


def _result(asked: Asked, media_type: str) -> Result:
    given = asked.default_graphs or asked.named_graphs
    return desk().workers.run(
        asked.query,
        media_type,
        asked.default_graphs if given else None,
        asked.named_graphs if given else None,
        client=request.remote_addr or "",
    )


def _updated(update: str, sent: MultiDict[str, str]) -> Response:
    """What an update hears: nothing but the version that it made, once everybody sees it."""
    who = writer()
    change = change_of(
        update, who, sent.getlist("using-graph-uri"), sent.getlist("using-named-graph-uri")
    )
    version = desk().updates.apply(change)
    response = Response(status=204)
    response.headers["X-Dataset-Version"] = f"{version.number}-{version.hash}"
    return response


def _description() -> Response:
    """What a plain GET hears: the service description as RDF, a form in a browser."""
    if wants_a_page():
        return Response(render_template("sparql.html", query=_EXAMPLE))
    form = chosen_form(tuple(GRAPHS))
    triples = service(desk(), request.base_url.rstrip("/"))
    body = serialize(triples, format=GRAPHS[form], prefixes=PREFIXES)
    return Response(body, mimetype=form)


@protocol.get("/sparql-editor")
def editor() -> str | tuple[str, int]:
    """The form with the answer below it, as a table or as Turtle."""
    query = request.args.get("query", "")
    if not query.strip():
        return render_template("sparql.html", query=query or _EXAMPLE)
    try:
        result = _result(_asked(request.args, query), media_types(query)[0])
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
