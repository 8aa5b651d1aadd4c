"""A draft pasted or uploaded, and what the checker says of it; nothing is stored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, Response, jsonify, make_response, render_template, request

from graph.meanings import day
from graph.snapshots import NoStore
from loaders.check_comments import commented
from loaders.check_printing import Lines, as_json, stretches
from loaders.checking import checked
from loaders.model import Reading, SourceText
from loaders.notices import ERROR, INFORMATION, WARNING, Notice, Words, is_day
from loaders.readers import Refusal, received
from loaders.reading import read
from loaders.rules import rules
from loaders.store_checks import Loaded
from web.beside import loaded_beside
from web.desk import reader
from web.language import say
from web.problems import BadRequest

check = Blueprint("check", __name__)

_LARGEST = 8 * 1024 * 1024
_LONGEST = 400_000
_TONES = {ERROR: "conflict", WARNING: "warning", INFORMATION: "text"}
_SEVERITIES = {
    ERROR: ("lỗi", "error"),
    WARNING: ("cảnh báo", "warning"),
    INFORMATION: ("thông tin", "information"),
}
_CERTAINTIES = {
    "sure": ("chắc chắn", "sure"),
    "likely": ("nhiều khả năng", "likely"),
    "possible": ("cần xem lại", "to be looked at"),
}


@dataclass(frozen=True, slots=True)
class Side:
    """A quote of another place of the draft, or of the record."""

    quote: str
    line: int | None
    authority: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One notice as the table shows it."""

    id: int
    line: int
    also: tuple[int, ...]
    tone: str
    severity: str
    certainty: str
    title: str
    quote: str
    message: str
    suggestion: str
    why: str
    sides: tuple[Side, ...]
    instrument: str | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the draft; `starts` are the notices that begin here, `on` all that lie on it."""

    text: str
    on: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    tone: str = ""


@check.get("/check")
def form() -> str:
    """The empty form."""
    return render_template("check.html", rows=None, draft="", on=request.args.get("on", ""))


@check.post("/check")
@check.post("/api/check")
def answer() -> Response:
    """The notices on the draft, as a page or as JSON; the draft is forgotten with the answer.

    A program sends the fields of the form, or JSON with the same names.
    """
    request.max_content_length = request.max_form_memory_size = _LARGEST
    source = _draft()
    today = datetime.now().astimezone().date().isoformat()
    reading = read(source)
    loaded = _loaded(reading)
    notices = checked(reading, today, _day(_field("on")), loaded)
    if request.values.get("format") == "docx":
        return _word(reading, notices)
    if request.values.get("format") == "json" or request.path.startswith("/api/"):
        response = jsonify(as_json(source, notices))
    else:
        response = make_response(_page(source, notices))
    response.headers["Cache-Control"] = "no-store"
    return response


def _loaded(reading: Reading) -> Loaded | None:
    """What the store holds beside the draft; nothing where there is no store yet."""
    try:
        return loaded_beside(reader().snapshot, reading)
    except NoStore:
        return None


def _word(reading: Reading, notices: tuple[Notice, ...]) -> Response:
    """The draft with its notices as comments; one that came as a Word file keeps its form."""
    file = request.files.get("file")
    own = None
    if file and reading.source.path.lower().endswith(".docx"):
        file.seek(0)
        own = file.read()
    response = make_response(commented(reading, notices, say("vi", "en"), own))
    response.mimetype = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    response.headers["Content-Disposition"] = 'attachment; filename="vankien-check.docx"'
    response.headers["Cache-Control"] = "no-store"
    return response


def _page(source: SourceText, notices: tuple[Notice, ...]) -> str:
    pasted = bool(request.form.get("text", "").strip())
    return render_template(
        "check.html",
        rows=_rows(source.text, notices),
        pieces=_pieces(source.text, notices),
        name="" if pasted else source.path,
        draft=source.text if pasted else "",
        on=request.form.get("on", ""),
    )


def _field(name: str) -> str:
    """A field of the form, or of the JSON object that a program sends instead."""
    sent = request.get_json(silent=True) if request.is_json else request.form
    value = sent.get(name, "") if isinstance(sent, Mapping) else None
    if not isinstance(value, str):
        raise BadRequest(
            'Hãy gửi JSON như {"text": "...", "on": "2021-09-08"}.',
            'Send JSON like {"text": "...", "on": "2021-09-08"}.',
        )
    return value


def _draft() -> SourceText:
    """The pasted text, else the uploaded file."""
    pasted = _field("text").replace("\r\n", "\n")
    file = request.files.get("file")
    if pasted.strip():
        raw, name = pasted.encode(), say("dự thảo.txt", "draft.txt")
    elif file and file.filename:
        raw, name = file.read(), file.filename
    else:
        raise BadRequest("Hãy dán văn bản hoặc chọn một tệp.", "Paste a text or choose a file.")
    found = list(received(raw, name, _LARGEST))
    texts = [each for each in found if isinstance(each, SourceText)]
    if len(found) != 1 or not texts:
        raise _unread(found, name)
    if len(texts[0].text) > _LONGEST:
        raise BadRequest(
            f"Văn bản dài hơn {_LONGEST} ký tự; hãy dùng lệnh vankien check.",
            f"The text has more than {_LONGEST} characters; use the command vankien check.",
        )
    return texts[0]


def _unread(found: list[SourceText | Refusal], name: str) -> BadRequest:
    refusals = [each for each in found if isinstance(each, Refusal)]
    if refusals:
        return BadRequest(f"{name}: {refusals[0].reason}.", f"{name}: {refusals[0].reason_en}.")
    return BadRequest("Mỗi lần chỉ một văn bản.", "One text at a time.")


def _day(given: str) -> str | None:
    found = day(given)
    if given and (found is None or not is_day(found)):
        raise BadRequest(
            f"“{given}” không phải là ngày; hãy viết 08/09/2021.",
            f"“{given}” is no date; write it as 2021-09-08.",
        )
    return found


def _said(words: Words | None) -> str:
    return say(words.vi, words.en) if words else ""


def _rows(text: str, notices: tuple[Notice, ...]) -> list[Row]:
    lines = Lines(text)
    return [_row(i, notice, text, lines) for i, notice in enumerate(notices, 1)]


def _row(index: int, notice: Notice, text: str, lines: Lines) -> Row:
    rule = rules()[notice.rule]
    return Row(
        id=index,
        line=lines.at(notice.span.start),
        also=tuple(sorted({lines.at(span.start) for span in notice.also})),
        tone=_TONES[notice.severity],
        severity=say(*_SEVERITIES[notice.severity]),
        certainty=say(*_CERTAINTIES[notice.certainty]),
        title=_said(rule.title),
        quote=text[notice.span.start : notice.span.end],
        message=_said(notice.message),
        suggestion=_said(notice.suggestion),
        why=_said(rule.explanation),
        sides=tuple(
            Side(
                side.quote,
                lines.at(side.span.start) if side.span else None,
                side.authority or "",
                side.source or "",
            )
            for side in notice.others
        ),
        instrument=notice.instrument,
    )


def _pieces(text: str, notices: tuple[Notice, ...]) -> list[Piece]:
    made, begun = [], set[int]()
    for piece, on in stretches(text, notices):
        severities = {notices[i].severity for i in on}
        worst = next((each for each in _TONES if each in severities), None)
        starts = tuple(i + 1 for i in on if i not in begun)
        begun.update(on)
        tone = _TONES[worst] if worst else ""
        made.append(Piece(piece, tuple(i + 1 for i in on), starts, tone))
    return made
