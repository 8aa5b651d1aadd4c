"""The tracing page: what rests on what, hop by hop with evidence, and the paths between two things.

The same address gives the data (`format=`), and names the version that it asks (`version=`): an
answer comes from that version while it is kept, else from the current one, saying what changed.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, Response, render_template, request

from graph.deadline import within
from graph.feeds import feed
from graph.hops import Teller
from graph.links import links
from graph.meanings import day
from graph.paths import LONGEST, Wanted
from graph.relations import RELATIONS
from graph.snapshots import NoStore, Snapshot
from graph.trace import DIRECTIONS, Asked
from graph.trace_formats import FORMATS, printed
from graph.tracing import Question, Result, meant, traced
from web.desk import desk, reader
from web.language import chosen, say, word
from web.problems import BadRequest
from web.reading import Reader
from web.trace_sections import section

tracing = Blueprint("trace", __name__)

# What one page shows; a file holds more, and both say what they cut.
_ON_A_PAGE = 100
_IN_A_FILE = 5_000
# Sorts of things that paths may lead to.
# What a way may pass by besides relations, as people call it.
_STOPS = {
    "mandate": ("căn cứ giám sát", "mandate"),
    "inspection": ("cuộc giám sát", "inspection"),
    "unit": ("đơn vị", "unit"),
    "body": ("cơ quan", "body"),
    "finding": ("nhận định", "finding"),
    "figure": ("số liệu", "figure"),
}
_ENDS = ("findings", "figures", "inspections", "sources")
_DEEPEST, _LONGEST, _MOST_PATHS = 30, 12, 50


@tracing.get("/trace")
def page() -> Response | str:
    """The form, and the answer once something is asked."""
    if not request.args.get("number", "").strip():
        return render_template("trace.html", result=None, directions=DIRECTIONS, **_understood())
    of, since = _version()
    form = request.args.get("format") or "html"
    question = _question(_ON_A_PAGE if form == "html" else _IN_A_FILE)
    with within(desk().workers.timeout):
        result = traced(of.snapshot, question)
        if form != "html":
            return _file(of.snapshot, result, form)
        sections = [section(of, part) for part in result.parts]
    return render_template(
        "trace.html",
        result=result,
        directions=DIRECTIONS,
        sections=sections,
        notes=[since(result)] if since else [],
        further=_further(result),
        files={name: _address(result, format=name) for name in FORMATS if name != "html"},
        feeds=_feeds(result),
        **_understood(),
    )


def _understood() -> dict[str, list[tuple[str, str]]]:
    """The words that the fields take, each with what it is called."""
    return {
        "ends": [(each, word("sorts", each.removesuffix("s"))) for each in _ENDS],
        "stops": [(each, say(*called)) for each, called in _STOPS.items()],
        "relations": [(each.name, say(each.vi, each.en)) for each in RELATIONS],
    }


@tracing.get("/trace.atom")
def changes() -> Response:
    """An Atom feed of what changes around the instrument of `?number=` (one IRI or number)."""
    of = reader()
    named = request.args.get("number", "").strip()
    starts = meant(of.snapshot, named) if named else []
    if len(starts) != 1:
        raise BadRequest(
            "Hãy nêu một văn bản bằng địa chỉ (IRI): " + ", ".join(starts),
            "Name one instrument by its address (IRI): " + ", ".join(starts),
        )
    thing = Teller(of.snapshot, links(of.snapshot)).thing(starts[0])
    with within(desk().workers.timeout):
        body = feed(of.snapshot, thing, request.url, chosen(request))
    return Response(body, mimetype="application/atom+xml")


def _question(most: int) -> Question:
    """The question of the request; BadRequest where a number is none."""
    args = request.args
    asked = Asked(
        args.get("direction", "both"),
        _number("depth", 3, _DEEPEST),
        day(args.get("as_of", "").strip()) or args.get("as_of", ""),
        _names("relations"),
        args.get("bodies", "") == "1",
    )
    if asked.direction not in DIRECTIONS:
        raise BadRequest(
            f"direction phải là một trong {', '.join(DIRECTIONS)}.",
            f"direction is one of {', '.join(DIRECTIONS)}.",
        )
    wanted = Wanted(
        None if args.get("paths") == "all" else _number("paths", 5, _MOST_PATHS),
        _number("longest", LONGEST, _LONGEST),
        _via(),
        args.get("hubs", "1") != "0",
    )
    first = _number("first", 0, 10**9, least=0)
    return Question(args["number"].strip(), asked, args.get("to", "").strip(), wanted, first, most)


def _number(name: str, usual: int, most: int, least: int = 1) -> int:
    given = request.args.get(name, "").strip()
    if not given:
        return usual
    if not given.isdecimal() or not least <= int(given) <= most:
        raise BadRequest(
            f"{name} phải là một số từ {least} đến {most}.",
            f"{name} is a number from {least} to {most}.",
        )
    return int(given)


def _names(name: str) -> tuple[str, ...]:
    said = request.args.get(name, "")
    return tuple(each for part in said.split(",") if (each := part.strip()))


def _via() -> tuple[str, ...]:
    """What the way passes by, named as the form calls it or by its code."""
    relations = {each.name: (each.vi, each.en) for each in RELATIONS}
    called = {name: code for code, names in (relations | _STOPS).items() for name in names}
    return tuple(called.get(each, each) for each in _names("via"))


@dataclass(frozen=True, slots=True)
class _Since:
    """What to say of an answer that was asked of a version, after the fact."""

    asked: int
    kept: bool

    def __call__(self, result: Result) -> str:
        before, now = request.args.get("result", ""), f"{result.found}-{result.digest}"
        if self.kept:
            return say(
                f"Trả lời từ phiên bản {self.asked} đã lưu.",
                f"Answered from the kept version {self.asked}.",
            )
        current = result.version.number
        gone = say(
            f"Phiên bản {self.asked} không còn được lưu; đây là phiên bản {current}.",
            f"Version {self.asked} is kept no longer; this is version {current}.",
        )
        return f"{gone} {self._compared(before, now, result)}".strip()

    def _compared(self, before: str, now: str, result: Result) -> str:
        if not before:
            return ""
        if before == now:
            return say("Câu trả lời vẫn như cũ.", "The answer is still the same.")
        had = before.partition("-")[0]
        return say(
            f"Câu trả lời đã thay đổi: khi đó {had}, nay {result.found}.",
            f"The answer has changed: {had} then, {result.found} now.",
        )


def _version() -> tuple[Reader, _Since | None]:
    """A reader of the version that the address names, while it is kept; else of the current one."""
    given = request.args.get("version", "").strip()
    if not given:
        return reader(), None
    number = _number("version", 0, 10**9)
    try:
        return reader(), _Since(number, kept=True)
    except NoStore:
        # The rest of the page, too, tells of the version that answers instead.
        return reader(now=True), _Since(number, kept=False)


def _file(of: Snapshot, result: Result, form: str) -> Response:
    if form not in FORMATS:
        raise BadRequest(
            f"format phải là một trong {', '.join(FORMATS)}.",
            f"format is one of {', '.join(FORMATS)}.",
        )
    media, ending = FORMATS[form]
    response = Response(printed(result, of, form, chosen(request)), mimetype=media)
    if form != "json":
        response.headers["Content-Disposition"] = f"attachment; filename=trace.{ending}"
    if result.shown < result.found:
        response.headers["X-Truncated"] = f"{result.shown} of {result.found}"
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _address(result: Result, **others: str) -> str:
    return "/trace?" + urlencode(result.question.parameters() | others)


def _further(result: Result) -> str:
    """The address of the next hops; empty where all are shown."""
    last = result.question.first + _ON_A_PAGE
    more = any(part.found > last for part in result.parts)
    return _address(result, first=str(last)) if more else ""


def _feeds(result: Result) -> list[str]:
    return ["/trace.atom?" + urlencode({"number": part.start.iri}) for part in result.parts]
