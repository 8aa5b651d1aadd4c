"""The pages that are about no single thing: home, conflicts, the dataset."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from graph.dump import made
from graph.questions import answer, questions
from graph.search import Results, Sought, results
from graph.snapshots import Term
from graph.whole import whole
from ontology import iris
from web.answers import proofs_of, text_in
from web.cells import Cell, Row, Table, Value, link, written
from web.desk import reader
from web.finding import shown
from web.language import say, word
from web.paths import local, sort_of
from web.quoting import Proof
from web.reading import Reader
from web.sayings import page_query, said
from web.searching import COLUMNS, listed
from web.void import COUNTING, DATA_FORMS, description, statistics

pages = Blueprint("pages", __name__)

_MOST_CITED, _LOOKED_AT, _NEWEST, _SOURCES_SHOWN = 10, 50, 12, 100
# The classes that a reader asks about, in this order, and where he finds them.
_COUNTED = {
    "SourceText": "/search?of=source",
    "Instrument": "/search?of=instrument",
    "Citation": "",
    "Inspection": "/search?of=inspection",
    "Finding": "",
    "Figure": "",
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something, and where they are listed."""

    label: str
    number: int
    address: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A property of an instrument with the values that the sources give it, side by side."""

    instrument: Cell
    property: str
    values: tuple[Value, ...]
    recorded: tuple[Value, ...]
    reasons: tuple[str, ...]
    anchor: str
    is_date: bool
    decisions: tuple["Verdict", ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer decided on one of the values, and when."""

    verdict: str
    value: Cell
    who: str
    when: str


@pages.get("/")
def home() -> str:
    """Search, what is loaded, and the instruments that are cited most."""
    of = reader()
    cited = results(of.snapshot, Sought(sort="instrument", limit=_LOOKED_AT, counted=False))
    newest = results(
        of.snapshot, Sought(sort="source", order="-date", limit=_NEWEST, counted=False)
    )
    return render_template(
        "home.html",
        counts=[each for each in counts(of) if each.number],
        most_cited=_most_cited(of, cited),
        cited_total=cited.total,
        newest=[shown(of, hit) for hit in newest.hits],
        sources=newest.total,
    )


def _most_cited(of: Reader, found: Results) -> Table:
    headings = tuple(word("columns", each) for each in COLUMNS["instrument"])
    # `Luật này` that is still open is no instrument to open the house with
    known = [hit for hit in found.hits if sort_of(hit.iri) == "instrument"][:_MOST_CITED]
    rows = tuple(
        Row(tuple(listed(of, hit, each) for each in COLUMNS["instrument"])) for hit in known
    )
    return Table(headings, rows, found.total)


@pages.get("/conflicts")
def conflicts() -> str | BaseResponse:
    """Every conflict with the sentences side by side; as a file where `?format=` names one."""
    if request.args.get("format", "") not in ("", "html"):
        return redirect(f"/api/conflicts?{request.query_string.decode()}", code=303)
    return render_template("conflicts.html", conflicts=side_by_side(reader()))


def side_by_side(of: Reader) -> list[Conflict]:
    """The conflicts of the dataset, each once, its values in order."""
    grouped: dict[tuple[str, str], list[Mapping[str, Term | None]]] = {}
    for row in _conflicts(of):
        grouped.setdefault(_about(row), []).append(row)
    reasons: dict[tuple[str, str], list[str]] = {}
    for told in of.memory.of_all("reasons", lambda: whole(of.snapshot).rows(page_query("reasons"))):
        about = said(told, "instrument"), said(told, "property")
        reasons.setdefault(about, []).append(said(told, "rule"))
    seen: set[str] = set()
    made = []
    for about, rows in grouped.items():
        anchor = "" if about[0] in seen else local(about[0])
        seen.add(about[0])
        made.append(_conflict(of, about, rows, reasons.get(about, []), anchor))
    return made


def _conflicts(of: Reader) -> Sequence[Mapping[str, Term | None]]:
    """The rows of the question of conflicts."""
    asked = whole(of.snapshot)
    return of.memory.of_all("conflicts", lambda: answer(asked, "conflicts", {}).rows)


def _about(row: Mapping[str, Term | None]) -> tuple[str, str]:
    """What a conflict is about: the instrument, and the property with several values."""
    return text_in(row, "instrument"), text_in(row, "property")


def _conflict(
    of: Reader,
    about: tuple[str, str],
    rows: Sequence[Mapping[str, Term | None]],
    reasons: Sequence[str],
    anchor: str,
) -> Conflict:
    """The values with their sentences, and beside them the record's where no source says it."""
    proofs: dict[str, list[Proof]] = {}
    for row in rows:
        found = (of.record(about[0]),) if row["authority"] else proofs_of(of, row)
        proofs.setdefault(text_in(row, "value"), []).extend(found)
    stated = {text_in(row, "value") for row in rows if text_in(row, "source")}
    if len({text_in(row, "source") for row in rows} - {""}) > 1:
        reasons = [*reasons, say("các nguồn ghi khác nhau", "sources differ")]
    values = {
        value: Value(written(of, value), tuple(dict.fromkeys(given)))
        for value, given in proofs.items()
    }
    return Conflict(
        link(of, about[0]),
        word("properties", about[1]),
        tuple(each for value, each in values.items() if value in stated),
        tuple(each for value, each in values.items() if value not in stated),
        tuple(dict.fromkeys(reasons)),
        anchor,
        about[1] == "date",
        tuple(dict.fromkeys(_verdict(of, row) for row in rows if row["decision"])),
    )


def _verdict(of: Reader, row: Mapping[str, Term | None]) -> Verdict:
    value, who, when = (text_in(row, each) for each in ("value", "decidedBy", "decidedOn"))
    return Verdict(of.names.called(text_in(row, "decision")), written(of, value), who, when)


@pages.get("/dataset")
def dataset() -> Response | str:
    """Counts, the version and every source; to a program the description as data."""
    if request.accept_mimetypes.best_match(["text/html", *DATA_FORMS], "text/html") in DATA_FORMS:
        return description()
    of = reader()
    found = of.memory.of_all("statistics", lambda: statistics(of.snapshot))
    newest = results(
        of.snapshot, Sought(sort="source", order="-date", limit=_SOURCES_SHOWN, counted=False)
    )
    return render_template(
        "dataset.html",
        sources=[shown(of, hit) for hit in newest.hits],
        total=newest.total,
        counts=counts(of),
        dump=made(of.snapshot),
        statements=found.totals["triples"],
    )


def counts(of: Reader) -> list[Count]:
    """How many things there are of the classes that a reader asks about, and of conflicts."""
    found = of.memory.of_all("counts", lambda: _counted(of))
    named = [
        Count(of.label(iris.ONTOLOGY + name), found.get(iris.ONTOLOGY + name, 0), where)
        for name, where in _COUNTED.items()
    ]
    told = len(set(map(_about, _conflicts(of))))
    return [*named, Count(of.label(iris.ONTOLOGY + "Conflict"), told, "/conflicts")]


def _counted(of: Reader) -> dict[str, int]:
    rows = whole(of.snapshot).rows(page_query("counts"))
    return {row["class"].value: int(row["count"].value) for row in rows}


def asked_of_all() -> tuple[str, ...]:
    """What these pages ask about the whole dataset, in SPARQL."""
    own = (page_query(name) for name in ("counts", "reasons"))
    return (*own, questions()["conflicts"].sparql, *COUNTING)
