"""The coverage matrix: the units of a place, and what the sources say of each on an instrument.

What no source says is not known: an empty cell says so, no unit is ranked or scored, and the page
says how many sources there are and until when they reach.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox
from flask import Blueprint, Response, render_template, request

from graph.questions import Answer, answer
from graph.snapshots import Term
from queries import questions
from web.answers import text_in
from web.cells import Cell, cell, link, named
from web.desk import reader
from web.errors import BadRequest
from web.language import say, word
from web.questions import parameters
from web.quoting import Proof
from web.reading import Reader, page_query, said
from web.tables import FORMS, taken_away

coverage = Blueprint("coverage", __name__)

_SILENT = ("chưa có thông tin trong nguồn đã nạp", "not found in the sources loaded")
STEPS = ("issued", "disseminated", "inspected", "reported")
_COLUMNS = ("unit", "level", *STEPS, "lastInspected")
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_XSD = "http://www.w3.org/2001/XMLSchema#"
# Of each cell so many sentences stand on the page; the rest are in the sources that it names.
_PROOFS = 12


@dataclass(frozen=True, slots=True)
class Told:
    """One cell: what the sources say of a unit, and the sentences that say it; None is silence."""

    cell: Cell | None
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its cells, in the order of `STEPS`, and the last day of an inspection."""

    unit: Cell
    level: str
    told: tuple[Told, ...]
    last: Cell

    @property
    def is_silent(self) -> bool:
        """Whether the sources loaded say nothing of the unit."""
        return all(each.cell is None for each in self.told)


@dataclass(slots=True)
class Matrix:
    """One instrument with the units of the place."""

    instrument: Cell
    rows: list[UnitRow] = field(default_factory=list)

    @property
    def told(self) -> int:
        """Of how many units the sources say anything."""
        return sum(not each.is_silent for each in self.rows)


@coverage.get("/coverage")
def page() -> Response | str:
    """The form, and the matrix once an instrument is named; CSV, JSON and XLSX of the same."""
    question = questions()["coverage"]
    given = parameters(question)
    named_it = given.keys() & {"instrument", "number", "iri"}
    found = answer(reader().snapshot, "coverage", given) if named_it else None
    form = request.args.get("format", "html")
    if form != "html":
        return _as_file(found, form)
    (loaded,) = reader().rows("loaded")
    return render_template(
        "coverage.html",
        given=given,
        matrices=_matrices(reader(), found, given) if found else [],
        asked=found is not None,
        headings=[word("columns", each) for each in _COLUMNS],
        loaded=said(loaded, "sources"),
        until=said(loaded, "until"),
        state=request.query_string.decode(),
    )


def _as_file(found: Answer | None, form: str) -> Response:
    if found is None:
        raise BadRequest("Cần nêu văn bản.", "An instrument must be named.")
    if form not in FORMS:
        have = ", ".join(FORMS)
        raise BadRequest(f"Bảng này có ở dạng: {have}.", f"The matrix is to be had as {have}.")
    shown = found if form == "json" else _worded(found)
    return taken_away(shown, form, "coverage", {"question": "coverage"})


def _worded(found: Answer) -> Answer:
    """The answer with headings in the reader's language, and words where nothing is known."""
    silent = ox.Literal(say(*_SILENT))
    words = {each: word("columns", each) for each in found.columns}
    rows = tuple(
        {
            words[each]: silent if row[each] is None and each in STEPS else row[each]
            for each in found.columns
        }
        for row in found.rows
    )
    return Answer(tuple(words.values()), rows, found.version)


def _matrices(of: Reader, found: Answer, given: Mapping[str, str]) -> list[Matrix]:
    matrices: dict[str, Matrix] = {}
    proofs: dict[str, dict[tuple[str, str], list[Proof]]] = {}
    for row in found.rows:
        iri = text_in(row, "instrument")
        if iri not in matrices:
            matrices[iri] = Matrix(link(of, iri))
            proofs[iri] = _proofs(of, iri, given)
        matrices[iri].rows.append(_row(of, row, proofs[iri]))
    return list(matrices.values())


def _row(
    of: Reader,
    row: Mapping[str, Term | None],
    proofs: Mapping[tuple[str, str], Sequence[Proof]],
) -> UnitRow:
    unit = text_in(row, "unit")
    return UnitRow(
        unit=named(of, unit),
        level=of.names.called(text_in(row, "level")) if text_in(row, "level") else "",
        told=tuple(
            Told(
                cell(of, row[step]) if row[step] is not None else None,
                tuple(proofs.get((unit, step), ())[:_PROOFS]),
            )
            for step in STEPS
        ),
        last=cell(of, row["lastInspected"]),
    )


def _proofs(
    of: Reader, instrument: str, given: Mapping[str, str]
) -> dict[tuple[str, str], list[Proof]]:
    """The sentences behind the cells of an instrument, by unit and column."""
    bound: dict[str, Term] = {"this": ox.NamedNode(instrument)}
    for name in ("from", "to"):
        if name in given:
            kind = _DATES[len(given[name])]
            bound[f"_{name}"] = ox.Literal(given[name], datatype=ox.NamedNode(_XSD + kind))
    found: dict[tuple[str, str], list[Proof]] = {}
    for row in of.snapshot.rows(page_query("coverage-evidence"), bound):
        found.setdefault((said(row, "unit"), said(row, "column")), []).append(of.proof(row))
    return found
