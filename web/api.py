"""The JSON interface: every named question, and whether the server is alive."""

from flask import Blueprint, Response, jsonify, request
from werkzeug.exceptions import MethodNotAllowed

from graph.permitted import cleared
from graph.questions import UnknownQuestion, answer
from queries import questions as named
from web.desk import reader
from web.paging import paged
from web.problems import BadRequest
from web.tables import FORMS, OURS, taken_away
from web.transfer import methods_of

api = Blueprint("api", __name__)


@api.get("/api")
def every() -> Response:
    """The named questions with their parameters and columns."""
    return jsonify(
        questions=[
            {
                "name": each.name,
                "path": f"/api/{each.name}",
                "summary": {"vi": each.summary, "en": each.summary_en},
                "parameters": [
                    {"name": p.name, "sort": p.sort, "needed": p.needed} for p in each.parameters
                ],
                "columns": list(each.columns),
            }
            for each in named().values()
        ]
    )


@api.get("/api/<name>")
def question(name: str) -> Response:
    """The answer to a named question, as JSON, CSV or XLSX (`?format=`): whole, or by pages."""
    if name not in named():
        # `/api/lint` and others of its kind take questions by POST
        if taken := methods_of(request.path):
            raise MethodNotAllowed(taken)
        raise UnknownQuestion(name)
    given = {key: value for key, value in request.args.items() if key not in OURS}
    form = request.args.get("format") or "json"
    if form not in FORMS:
        have = ", ".join(FORMS)
        raise BadRequest(
            f"Câu trả lời này có ở dạng: {have}.", f"This answer is to be had as {have}."
        )
    of = reader()
    found = answer(of.snapshot, name, given)
    if of.clear:
        found = cleared(found, of.clear)
    version = {"number": found.version.number, "hash": found.version.hash}
    page = paged(found)
    said = {"question": name, "version": version, "truncated": bool(page and page.pages > 1)}
    if page:
        said |= {"page": page.number, "pages": page.pages, "total": page.total}
    response = taken_away(page.answer if page else found, form, name, said)
    if page:
        page.link(response)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@api.get("/healthz")
def healthz() -> Response:
    """Alive, with the dataset version that is served."""
    version = reader().snapshot.version
    return jsonify(status="ok", version=version.number, hash=version.hash)
