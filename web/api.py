"""The JSON interface: every named question, and whether the server is alive."""

from flask import Blueprint, Response, jsonify, request

from graph.questions import Answer, UnknownQuestion, answer
from queries import questions as named
from web.desk import reader

api = Blueprint("api", __name__)

# Of these parameters every address takes, whatever the question.
_OURS = frozenset({"format", "lang"})


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
    """The whole answer to a named question, as JSON or (`?format=csv`) as CSV."""
    if name not in named():
        raise UnknownQuestion(name)
    given = {key: value for key, value in request.args.items() if key not in _OURS}
    found = answer(reader().snapshot, name, given)
    response = _csv(found) if request.args.get("format") == "csv" else _json(name, found)
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _json(name: str, found: Answer) -> Response:
    version = {"number": found.version.number, "hash": found.version.hash}
    return jsonify(
        question=name,
        version=version,
        columns=list(found.columns),
        rows=list(found.values()),
        truncated=False,
    )


def _csv(found: Answer) -> Response:
    # With a byte order mark, without which spreadsheets take the text for Latin-1.
    return Response("\ufeff" + found.as_csv(), mimetype="text/csv")


@api.get("/healthz")
def healthz() -> Response:
    """Alive, with the dataset version that is served."""
    version = reader().snapshot.version
    return jsonify(status="ok", version=version.number, hash=version.hash)
