"""The pages that are about no single thing: home, conflicts, the dataset."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, Response, render_template, request
from pyoxigraph import QuerySolution

from graph.questions import answer
from ontology import iris
from web.answers import proofs_of, table_of, text_in
from web.cells import Cell, Value, link, written
from web.desk import reader
from web.language import word
from web.paths import local
from web.reading import Proof, Reader, said
from web.void import DATA_FORMS, description

pages = Blueprint("pages", __name__)

_MOST_CITED = 10
_CITED_COLUMNS = ("instrument", "date", "issuer", "title", "citations")
# The classes that a reader asks about, in this order.
_COUNTED = ("SourceText", "Instrument", "Citation", "Inspection", "Finding", "Figure", "Conflict")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A source text in a list of sources."""

    address: str
    title: str
    published: str
    original: str
    characters: int
    rights: str
    citations: int


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
    instruments = answer(of.snapshot, "instruments", {})
    return render_template(
        "home.html",
        sources=sources(of),
        counts=[each for each in counts(of) if each[1]],
        most_cited=table_of(of, instruments, _CITED_COLUMNS, _MOST_CITED),
    )


@pages.get("/conflicts")
def conflicts() -> str:
    """Every conflict with the sentences side by side."""
    return render_template("conflicts.html", conflicts=side_by_side(reader()))


def side_by_side(of: Reader) -> list[Conflict]:
    """The conflicts of the dataset, each once, its values in order."""
    grouped: dict[tuple[str, str], dict[str, list[Proof]]] = {}
    for row in answer(of.snapshot, "conflicts", {}).rows:
        values = grouped.setdefault((text_in(row, "instrument"), text_in(row, "property")), {})
        proofs = values.setdefault(text_in(row, "value"), [])
        proofs.extend(each for each in proofs_of(of, row) if each not in proofs)
    advice = of.rows("suggestions")
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
    return render_template(
        "dataset.html", sources=sources(of), counts=counts(of), statements=len(of.snapshot.store)
    )


def sources(of: Reader) -> list[Loaded]:
    """The source texts that are loaded, the newest first."""
    return [
        Loaded(
            address=local(row["source"].value),
            title=of.label(row["source"].value),
            published=said(row, "published"),
            original=said(row, "address"),
            characters=int(said(row, "characters") or 0),
            rights=said(row, "rights"),
            citations=int(said(row, "citations") or 0),
        )
        for row in of.rows("sources")
    ]


def counts(of: Reader) -> list[tuple[str, int]]:
    """How many things there are of the classes that a reader asks about."""
    found = {row["class"].value: int(row["count"].value) for row in of.rows("counts")}
    named = [iris.ONTOLOGY + name for name in _COUNTED]
    return [(of.label(each), found.get(each, 0)) for each in named]
