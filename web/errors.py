"""Whatever goes wrong for a reader, mapped to one body in one place."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from flask import Flask, Response, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from graph.deadline import TookTooLong
from graph.guard import FetchRefused, QueryRefused
from graph.limits import NoProcess, QueryFailed, QueryTimeout, QueryTooLarge
from graph.questions import UnknownNumber, UnknownParameter, UnknownQuestion
from graph.refusals import NotTraced, UnknownThing
from graph.services import ServiceFailed
from graph.snapshots import NoStore, VersionGone, VersionNotKept
from graph.turns import QueueFull
from graph.updates import UpdateDelayed, UpdateFailed, UpdateForbidden
from web.language import LANGUAGES, words
from web.problems import (
    BadRequest,
    Crowded,
    Elsewhere,
    Failed,
    Forbidden,
    Gone,
    NotFound,
    Overloaded,
    Problem,
)


def _refused(error: QueryRefused) -> Problem:
    return BadRequest(error.message_vi, error.message_en, error.line, error.column)


def _fetching(error: FetchRefused) -> Problem:
    return Forbidden(error.message_vi, error.message_en, error.line, error.column)


def _late(error: QueryTimeout | QueryTooLarge | NoProcess) -> Problem:
    return Overloaded(error.message_vi, error.message_en)


def _elsewhere(error: ServiceFailed) -> Problem:
    return Elsewhere(error.message_vi, error.message_en)


def _crowded(error: QueueFull) -> Problem:
    return Crowded(error.message_vi, error.message_en)


def _not_yours(error: UpdateForbidden) -> Problem:
    return Forbidden(error.message_vi, error.message_en)


def _delayed(error: UpdateDelayed) -> Problem:
    return Overloaded("Kho đang bận ghi; hãy thử lại sau.", str(error))


def _not_written(error: UpdateFailed) -> Problem:
    return Failed("Không ghi được; kho vẫn như trước.", str(error))


def _failed(error: QueryFailed) -> Problem:
    return Failed("Không trả lời được truy vấn; hãy viết đơn giản hơn.", str(error))


def _gone(error: VersionGone) -> Problem:
    return Gone(f"Phiên bản {error.number} đã bỏ khi một nguồn bị xóa hẳn.", str(error))


def _not_kept(error: VersionNotKept) -> Problem:
    return NotFound(
        f"Phiên bản {error.number} không có hoặc không còn được giữ.",
        f"There is no version {error.number}, or it is no longer kept.",
    )


def _empty(error: NoStore) -> Problem:
    return Overloaded("Kho còn trống: hãy nạp văn bản bằng vankien load.", str(error))


def _no_question(error: UnknownQuestion) -> Problem:
    near = tuple((f"/queries/{name}", name) for name in error.near)
    return NotFound(f"Không có câu hỏi tên {error.name}.", str(error), near=near)


def _no_number(error: UnknownNumber) -> Problem:
    near = tuple((_asking(error.number, number), number) for number in error.near)
    return NotFound(
        f"Chưa thấy văn bản số {error.number} trong nguồn đã nạp.", str(error), near=near
    )


def _asking(unknown: str, number: str) -> str:
    """The address of this request with a number that is there for one that is not."""
    given = request.args.to_dict()
    asked = {name: number for name, value in given.items() if value.strip() == unknown}
    path, fields = (request.path, given | asked) if asked else ("/search", {"q": number})
    return f"{path}?{urlencode(fields)}"


def _bad_parameter(error: UnknownParameter) -> Problem:
    return BadRequest(_labelled(error.message_vi, "vi"), _labelled(error.message_en, "en"))


def _labelled(said: str, language: str) -> str:
    """What is wrong with a parameter, by the name that its field bears on pages."""
    name, colon, rest = said.partition(": ")
    labels = words()["parameters"].get(name) if colon else None
    return f"{labels[LANGUAGES.index(language)]}: {rest}." if labels else _sentence(said)


def _refused_trace(error: NotTraced) -> Problem:
    return BadRequest(_sentence(error.message_vi), _sentence(error.message_en))


def _too_long(error: TookTooLong) -> Problem:
    return Overloaded(_sentence(error.message_vi), _sentence(error.message_en))


def _unknown_thing(error: UnknownThing) -> Problem:
    return NotFound(_sentence(error.message_vi), _sentence(error.message_en))


def _sentence(said: str) -> str:
    return said[:1].upper() + said[1:] + "."


# What `graph` raises, in our words.
as_problem: dict[type[Exception], Callable[[Any], Problem]] = {
    QueryRefused: _refused,
    FetchRefused: _fetching,
    QueryTimeout: _late,
    QueryTooLarge: _late,
    NoProcess: _late,
    ServiceFailed: _elsewhere,
    QueueFull: _crowded,
    UpdateForbidden: _not_yours,
    UpdateDelayed: _delayed,
    UpdateFailed: _not_written,
    QueryFailed: _failed,
    NoStore: _empty,
    VersionGone: _gone,
    VersionNotKept: _not_kept,
    UnknownQuestion: _no_question,
    UnknownNumber: _no_number,
    UnknownParameter: _bad_parameter,
    NotTraced: _refused_trace,
    TookTooLong: _too_long,
    UnknownThing: _unknown_thing,
}


# All that can be told to a reader.
PROBLEMS: tuple[type[Exception], ...] = (Problem, *as_problem)


def problem_of(error: Exception) -> Problem:
    """An error in our words."""
    return error if isinstance(error, Problem) else as_problem[type(error)](error)


def wanted_form() -> str:
    """`html`, `json` or `text`: the form in which the reader wants to hear of the problem."""
    forms = {"application/json": "json", "text/html": "html", "text/plain": "text"}
    forms |= {"application/sparql-results+json": "json", "application/xhtml+xml": "html"}
    # JSON first: a program that takes anything is served before a person who says so anyway.
    return forms[request.accept_mimetypes.best_match(list(forms), default="application/json")]


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
    response.headers.extend(problem.headers)
    return response


def told_http(error: HTTPException) -> Response:
    """An error of the framework (no such route, wrong method) in the same body."""
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
    for raised, problem in as_problem.items():
        app.register_error_handler(raised, lambda error, problem=problem: told(problem(error)))
    app.register_error_handler(HTTPException, told_http)
