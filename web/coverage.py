"""The coverage matrix: the units of a place, and what the sources say of each on an instrument.

What no source says is not known: an empty cell says so, no unit is ranked or scored, and the page
says how many sources there are and until when they reach.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pyoxigraph as ox
from flask import Blueprint, Response, render_template, request

from graph.meanings import UnknownParameter, day, meanings
from graph.questions import Answer, answer
from graph.snapshots import Term
from ontology import iris
from queries import questions
from web.answers import text_in
from web.arranging import arranged
from web.as_of import become, was
from web.cells import Cell, cell, link
from web.desk import reader
from web.errors import problem_of
from web.language import say, word
from web.naming import plain
from web.paths import local
from web.problems import BadRequest, Problem
from web.questions import parameters, tried
from web.quoting import Proof
from web.reading import Reader
from web.sayings import page_query, said
from web.tables import taken_away

coverage = Blueprint("coverage", __name__)

_SILENT = ("chưa có thông tin trong nguồn đã nạp", "not found in the sources loaded")
STEPS = ("issued", "disseminated", "inspected", "reported")
_COLUMNS = ("unit", "level", *STEPS, "lastInspected")
_DATE = ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")
# Of each cell so many sentences stand on the page; the rest are in the sources that it names.
_PROOFS = 12


@dataclass(frozen=True, slots=True)
class Told:
    """One cell: what the sources say of a unit, and the sentences that say it; None is silence."""

    cell: Cell | None
    proofs: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its cells, in the order of `STEPS`, and the last day of an inspection.

    `now` is what its place has become, where that has changed.
    """

    unit: Cell
    now: tuple[Cell, ...]
    level: str
    told: tuple[Told, ...]
    last: Cell
    is_silent: bool


@dataclass(slots=True)
class Matrix:
    """One instrument with the units of the place, some of them at a time.

    `units` says how many there are in all, `told` of how many of them the sources say anything.
    """

    instrument: Cell
    units: int
    told: int
    rows: list[UnitRow] = field(default_factory=list)


@coverage.get("/coverage")
def page() -> Response | tuple[str, int]:
    """The form, and the matrix once an instrument is named; CSV, JSON and XLSX of the same."""
    given = parameters(questions()["coverage"])
    named_it = given.keys() & {"instrument", "number", "iri"}
    form = request.args.get("format") or "html"
    if form != "html":
        return _as_file(answer(reader().snapshot, "coverage", given) if named_it else None, form)
    found: Answer | None = None
    problem: Problem | None = None
    try:
        scopes, asked = _scoped(given)
    except UnknownParameter as error:
        scopes, asked, problem = [], given, problem_of(error)
    if named_it and not problem:
        found, problem = tried("coverage", asked)
    (loaded,) = reader().rows("loaded")
    shown = arranged(found) if found else None
    body = render_template(
        "coverage.html",
        given=given,
        problem=problem,
        scopes=scopes,
        turned=_turned(asked) if scopes else {},
        matrices=_matrices(reader(), found, shown.answer, asked) if found and shown else [],
        pages=shown,
        headings=[word("columns", each) for each in _COLUMNS],
        loaded=said(loaded, "sources"),
        until=said(loaded, "until"),
        state=urlencode(asked),
    )
    return body, problem.status if problem else 200


def _scoped(given: dict[str, str]) -> tuple[list[tuple[Cell, str]], dict[str, str]]:
    """The places that the scope can mean, each with the address that takes it; the first is taken.

    That is the one there was on the last day asked about, or is today.
    """
    if "scope" not in given:
        return [], given
    of = reader()
    places = list(map(plain, _meant(of, "scope", given["scope"])))
    until = day(given.get("to", "")) or ""
    places.sort(key=lambda place: bool(until) and not _was_there(of, place, until))
    asked = [given | {"scope": local(place)} for place in places]
    addresses = [f"/coverage?{urlencode(each)}" for each in asked]
    return list(zip((link(of, place) for place in places), addresses, strict=True)), asked[0]


def _meant(of: Reader, name: str, text: str) -> Sequence[Term]:
    """What the reader can mean by the value of a parameter."""
    known = {each.name: each for each in questions()["coverage"].parameters}
    return list(meanings(of.snapshot, known[name], text))


def _turned(asked: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """What the place was made of and what it became: (name, address of the matrix of that)."""
    of = reader()
    (place,) = _meant(of, "scope", asked["scope"])
    turns = {
        say("Địa bàn nay thuộc", "Now belongs to"): become(of, plain(place)),
        say("Gồm các đơn vị trước đây", "Made of"): was(of, plain(place)),
    }
    return {
        words: [
            (each.text, f"/coverage?{urlencode({**asked, 'scope': each.address or ''})}")
            for each in places
        ]
        for words, places in turns.items()
        if places
    }


def _was_there(of: Reader, place: str, on: str) -> bool:
    since, until = (
        [each.value for each in of.literals(place, iris.ONTOLOGY + name)]
        for name in ("validFrom", "validTo")
    )
    return all(each <= on for each in since) and all(on <= each for each in until)


def _as_file(found: Answer | None, form: str) -> Response:
    if found is None:
        raise BadRequest("Cần nêu văn bản.", "An instrument must be named.")
    shown = found if form == "json" else _worded(found)
    return taken_away(shown, form, "coverage", {"question": "coverage"})


def _worded(found: Answer) -> Answer:
    """The answer with headings in the reader's language, and words where nothing is known."""
    silent = ox.Literal(say(*_SILENT))
    words = {each: word("columns", each) for each in found.columns}
    rows = tuple(
        {
            words[each]: silent if row[each] is None and each in STEPS else _day_of(each, row[each])
            for each in found.columns
        }
        for row in found.rows
    )
    return Answer(tuple(words.values()), rows, found.version)


def _day_of(column: str, term: Term | None) -> Term | None:
    """The last day of an inspection as a date, which the question tells as a text."""
    whole = column == "lastInspected" and len(plain(term)) == len("2021-08-22")
    return ox.Literal(plain(term), datatype=_DATE) if whole else term


def _matrices(of: Reader, found: Answer, shown: Answer, given: Mapping[str, str]) -> list[Matrix]:
    """The rows shown under their instruments, each with what all rows of it come to."""
    told = Counter(text_in(row, "instrument") for row in found.rows if not _is_silent(row))
    units = Counter(text_in(row, "instrument") for row in found.rows)
    matrices: dict[str, Matrix] = {}
    proofs: dict[str, dict[tuple[str, str], list[Proof]]] = {}
    for row in shown.rows:
        iri = text_in(row, "instrument")
        if iri not in matrices:
            matrices[iri] = Matrix(link(of, iri), units[iri], told[iri])
            proofs[iri] = _proofs(of, iri, given)
        matrices[iri].rows.append(_row(of, row, proofs[iri]))
    return list(matrices.values())


def _is_silent(row: Mapping[str, Term | None]) -> bool:
    """Whether the sources loaded say nothing of the unit."""
    return all(row[step] is None for step in STEPS)


def _row(
    of: Reader,
    row: Mapping[str, Term | None],
    proofs: Mapping[tuple[str, str], Sequence[Proof]],
) -> UnitRow:
    thing = text_in(row, "thing")
    return UnitRow(
        unit=link(of, thing),
        now=become(of, thing),
        level=of.names.called(text_in(row, "level")) if text_in(row, "level") else "",
        told=tuple(
            Told(
                cell(of, row[step]) if row[step] is not None else None,
                tuple(proofs.get((thing, step), ())[:_PROOFS]),
            )
            for step in STEPS
        ),
        last=cell(of, row["lastInspected"]),
        is_silent=_is_silent(row),
    )


def _proofs(
    of: Reader, instrument: str, given: Mapping[str, str]
) -> dict[tuple[str, str], list[Proof]]:
    """The sentences behind the cells of an instrument, by unit and column."""
    bound: dict[str, Term] = {"this": ox.NamedNode(instrument)}
    for name in ("from", "to"):
        if name in given:
            (bound[f"_{name}"],) = _meant(of, name, given[name])
    found: dict[tuple[str, str], list[Proof]] = {}
    for row in of.snapshot.rows(page_query("coverage-evidence"), bound):
        found.setdefault((said(row, "thing"), said(row, "column")), []).append(of.proof(row))
    return found
