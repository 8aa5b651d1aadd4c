"""The few things that can go wrong for a reader, each with its status, mapped to one body in one place.

Problem
├── NotFound          404  with near misses where there are any
├── BadRequest        400  with line and column where a query is at fault
├── Forbidden         403  needs a token (401 without one)
├── NotAcceptable     406  names what there is
└── Overloaded        503  the time limit, or no free worker
"""

from dataclasses import dataclass, field

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException


@dataclass(eq=False)
class Problem(Exception):
    """Says what happened, where, and what to do; Vietnamese first."""

    vietnamese: str
    english: str
    line: int | None = None
    column: int | None = None
    near: tuple[tuple[str, str], ...] = field(default=())
    status = 500


class BadRequest(Problem):
    """The request cannot be read as it stands."""

    status = 400


class Unauthorized(Problem):
    """A token is needed and none was sent."""

    status = 401


class Forbidden(Problem):
    """The dataset does not allow this."""

    status = 403


class NotFound(Problem):
    """No such thing here; `near` holds (address, label) of what comes close."""

    status = 404


class NotAcceptable(Problem):
    """None of the formats asked for is among those that we have."""

    status = 406


class Unsupported(Problem):
    """The body has a type that this address does not read."""

    status = 415


class Overloaded(Problem):
    """The query was stopped at its time limit, or no worker was free."""

    status = 503


def wanted_form() -> str:
    """`html`, `json` or `text`: the form in which the reader wants to hear of the problem."""
    offers = ["text/html", "application/json", "text/plain"]
    # A SPARQL client that asks for results hears JSON; a browser's `text/html` or nothing better hears HTML.
    best = request.accept_mimetypes.best_match(offers, default="application/json")
    if best == "text/html" and request.accept_mimetypes["text/html"] and "text/html" in str(
        request.accept_mimetypes
    ):
        return "html"
    return "text" if best == "text/plain" and "text/plain" in str(request.accept_mimetypes) else "json"


def told(problem: Problem) -> Response:
    """The one body of every problem: an HTML page, a JSON object or one line of text."""
    form = wanted_form()
    if form == "html":
        response = make_response(render_template("error.html", problem=problem))
    elif form == "text":
        response = make_response(f"{problem.english}\n")
        response.mimetype = "text/plain"
    else:
        response = jsonify(
            status=problem.status,
            message=problem.english,
            thong_bao=problem.vietnamese,
            line=problem.line,
            column=problem.column,
            near=[{"path": path, "label": label} for path, label in problem.near],
        )
    response.status_code = problem.status
    if problem.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def told_http(error: HTTPException) -> Response:
    """An error of the framework (no such route, wrong method) in the same body; its headers are kept."""
    problem = Problem(*_WORDS.get(error.code or 500, ("Không xử lý được yêu cầu.", error.name)))
    problem.status = error.code or 500
    response = told(problem)
    for name, value in error.get_headers():
        if name.lower() == "allow":
            response.headers[name] = value
    return response


_WORDS = {
    404: ("Không có trang này.", "There is no such page."),
    405: ("Địa chỉ này không nhận phương thức đó.", "This address does not take that method."),
    413: ("Nội dung gửi lên quá lớn.", "The body sent is too large."),
}


def register(app: Flask) -> None:
    """Maps every problem to its body; nothing else in `web` builds error responses."""
    app.register_error_handler(Problem, told)
    app.register_error_handler(HTTPException, told_http)
