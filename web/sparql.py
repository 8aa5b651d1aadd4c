"""SPARQL 1.1 Protocol at `/sparql`: queries and updates, by GET and both POST forms."""

from dataclasses import replace

from flask import Blueprint, Response, redirect, render_template, request, url_for
from pyoxigraph import (
    Literal,
    QueryResultsFormat,
    QuerySolutions,
    parse_query_results,
    serialize,
)
from werkzeug.wrappers import Response as BaseResponse

from graph.evaluation import GRAPHS, Question
from graph.guard import varies
from graph.results import Result
from graph.served import unwatched
from graph.updates import change_of
from web.access import writer
from web.asked import Description, Query, Update, asked
from web.cells import Row, Table, cell
from web.desk import WATCHED, desk, reader
from web.errors import as_problem
from web.negotiation import chosen_form, page_wanted, wants_a_page
from web.transfer import opened, tag, unchanged
from web.void import PREFIXES, service

protocol = Blueprint("protocol", __name__)
protocol.after_request(opened)

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


@protocol.route("/sparql", methods=["GET", "POST", "OPTIONS"], provide_automatic_options=False)
@protocol.route("/sparql/", methods=["GET", "POST", "OPTIONS"], provide_automatic_options=False)
def endpoint() -> BaseResponse:
    """The endpoint: a query, an update, a description of the service, or a form for people."""
    if request.method == "OPTIONS":
        return Response(status=204)
    body = request.get_data() if request.method == "POST" else b""
    sent = asked(
        request.method, request.query_string, request.headers.get("Content-Type", ""), body
    )
    if isinstance(sent, Description):
        return _description()
    return _answered(sent) if isinstance(sent, Query) else _updated(sent)


def _answered(sent: Query) -> BaseResponse:
    """The answer in the form that the client wants; none if it has it already."""
    accept = request.headers.get("Accept", "")
    if page_wanted(sent.form, accept):
        return redirect(url_for("protocol.editor", query=sent.query), code=303)
    asks_others = desk().services.are_asked(sent.query)
    question = _written_in(sent).question(accept)
    fixed = request.method in ("GET", "HEAD") and not (asks_others or varies(sent.query))
    if fixed and (same := unchanged(desk().snapshot().version, question.media_type)):
        return same
    result = _result(question)
    response = Response(result.body, mimetype=result.media_type)
    response.headers["X-Dataset-Version"] = result.version.stamp
    if fixed:
        response.set_etag(tag(result.version, question.media_type))
    return response


def _written_in(sent: Query) -> Query:
    """The query with what other servers answered to its SERVICE blocks."""
    return replace(sent, query=desk().services.written_in(sent.query))


def _result(question: Question) -> Result:
    return desk().workers.run(
        question.query,
        question.media_type,
        question.default_graphs,
        question.named_graphs,
        client=request.remote_addr or "",
        watched=request.environ.get(WATCHED, unwatched),
    )


def _updated(sent: Update) -> Response:
    """What an update hears: nothing but the version that it made, once everybody sees it."""
    change = change_of(sent.update, writer(), sent.default_graphs, sent.named_graphs)
    version = desk().updates.apply(change)
    response = Response(status=204)
    response.headers["X-Dataset-Version"] = version.stamp
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
        sent = asked("GET", request.query_string, "", b"")
        assert isinstance(sent, Query)
        result = _result(_written_in(replace(sent, query=query, form=None)).question("*/*"))
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
