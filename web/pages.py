"""The pages that are about no single thing: home, conflicts, the dataset."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request
from pyoxigraph import QuerySolution

from graph.dump import made
from graph.questions import answer
from graph.search import Results, Sought, results
from ontology import iris
from web.answers import proofs_of, text_in
from web.cells import Cell, Row, Table, Value, link, written
from web.desk import reader
from web.finding import shown
from web.language import word
from web.paths import local
from web.quoting import Proof
from web.reading import Reader, said
from web.searching import COLUMNS, listed
from web.void import DATA_FORMS, description

pages = Blueprint("pages", __name__)

_MOST_CITED, _NEWEST, _SOURCES_SHOWN = 10, 12, 100
# The classes that a reader asks about, in this order.
_COUNTED = ("SourceText", "Instrument", "Citation", "Inspection", "Finding", "Figure", "Conflict")


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


@pages.get("/")
def home() -> str:
    """Search, what is loaded, and the instruments that are cited most."""
    of = reader()
    cited = results(of.snapshot, Sought(sort="instrument", limit=_MOST_CITED, counted=False))
    newest = results(
        of.snapshot, Sought(sort="source", order="-date", limit=_NEWEST, counted=False)
    )
    return render_template(
        "home.html",
        counts=[each for each in counts(of) if each[1]],
        most_cited=_most_cited(of, cited),
        cited_total=cited.total,
        newest=[shown(of, hit) for hit in newest.hits],
        sources=newest.total,
    )


def _most_cited(of: Reader, found: Results) -> Table:
    headings = tuple(word("columns", each) for each in COLUMNS["instrument"])
    rows = tuple(
        Row(tuple(listed(of, hit, each) for each in COLUMNS["instrument"])) for hit in found.hits
    )
    return Table(headings, rows, found.total)


@pages.get("/conflicts")
def conflicts() -> str:
    """Every conflict with the sentences side by side."""
    return render_template("conflicts.html", conflicts=side_by_side(reader()))


def side_by_side(of: Reader) -> list[Conflict]:
    """The conflicts of the dataset, each once, its values in order."""
    grouped: dict[tuple[str, str], dict[str, list[Proof]]] = {}
    for row in of.memory.of_all("conflicts", lambda: answer(of.snapshot, "conflicts", {}).rows):
        values = grouped.setdefault((text_in(row, "instrument"), text_in(row, "property")), {})
        proofs = values.setdefault(text_in(row, "value"), [])
        proofs.extend(each for each in proofs_of(of, row) if each not in proofs)
    advice = of.memory.of_all("suggestions", lambda: of.rows("suggestions"))
    seen: set[str] = set()
    made = []
    for (instrument, name), values in grouped.items():
        about = [
            r for r in advice if (said(r, "instrument"), said(r, "property")) == (instrument, name)
        ]
        first = instrument not in seen
        seen.add(instrument)
        made.append(
            _conflict(of, instrument, name, values, about, local(instrument) if first else "")
        )
    return made


def _conflict(
    of: Reader,
    instrument: str,
    name: str,
    values: Mapping[str, Sequence[Proof]],
    advice: Sequence[QuerySolution],
    anchor: str,
) -> Conflict:
    """The values with their sentences, and beside them the record's where it differs from all."""
    suggested = dict.fromkeys(said(row, "suggestion") for row in advice if row["suggestion"])
    record = (of.record(instrument),) if of.is_recorded(instrument) else ()
    return Conflict(
        link(of, instrument),
        word("properties", name),
        tuple(
            Value(written(of, v), (*proofs, *(record if v in suggested else ())))
            for v, proofs in sorted(values.items())
        ),
        tuple(Value(written(of, each), record) for each in suggested if each not in values),
        tuple(dict.fromkeys(said(row, "rule") for row in advice)),
        anchor,
        name == "date",
    )


@pages.get("/dataset")
def dataset() -> Response | str:
    """Counts, the version and every source; to a program the description as data."""
    if request.accept_mimetypes.best_match(["text/html", *DATA_FORMS], "text/html") in DATA_FORMS:
        return description()
    of = reader()
    newest = results(
        of.snapshot, Sought(sort="source", order="-date", limit=_SOURCES_SHOWN, counted=False)
    )
    return render_template(
        "dataset.html",
        sources=[shown(of, hit) for hit in newest.hits],
        total=newest.total,
        counts=counts(of),
        dump=made(of.snapshot),
        statements=of.memory.of_all("statements", lambda: len(of.snapshot.store)),
    )


def counts(of: Reader) -> list[tuple[str, int]]:
    """How many things there are of the classes that a reader asks about."""
    found = of.memory.of_all("counts", lambda: _counted(of))
    named = [iris.ONTOLOGY + name for name in _COUNTED]
    return [(of.label(each), found.get(each, 0)) for each in named]


def _counted(of: Reader) -> dict[str, int]:
    return {row["class"].value: int(row["count"].value) for row in of.rows("counts")}
