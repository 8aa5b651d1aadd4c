"""What helps to find out why a query is slow: how often each of its patterns holds."""

from flask import Blueprint, Response, request

from graph.workers import Workers
from web.desk import desk
from web.problems import BadRequest
from web.transfer import opened

assistance = Blueprint("assistance", __name__)
assistance.after_request(opened)

_FORM = "application/json"


@assistance.get("/api/explain")
def explanation() -> Response:
    """How often each pattern of a query holds: JSON."""
    query = request.args.get("query", "")
    if not query.strip():
        raise BadRequest("Cần tham số query.", "The parameter query is needed.")
    workers: Workers = desk().workers
    asked = desk().services.written_in(query)
    return Response(workers.explain(asked, request.remote_addr or ""), mimetype=_FORM)
