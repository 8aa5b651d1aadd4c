"""The places as a tree without a map: what lies in what on a day, and which bodies are there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask import Blueprint, Response, render_template, request
from pyoxigraph import Literal, NamedNode

from graph.collation import collated
from graph.questions import Answer
from graph.surroundings import Surroundings
from ontology import iris
from web.cells import Cell, link
from web.desk import reader
from web.language import word
from web.reading import Reader
from web.sayings import said
from web.tables import tabled, taken_away
from web.things import required
from web.wanted import full, short, sight

places = Blueprint("places", __name__)

_WITHIN, _JURISDICTION = iris.ONTOLOGY + "within", iris.ONTOLOGY + "jurisdiction"
_SUCCESSOR = iris.ONTOLOGY + "successor"


@dataclass(frozen=True, slots=True)
class Branch:
    """A place with how many places lie in it, and the bodies that the sources name there."""

    iri: str
    cell: Cell
    parts: int
    bodies: tuple[Cell, ...]
    successors: tuple[Cell, ...]


@places.get("/places")
def page() -> Response | str:
    """The provinces, or what lies in one place, as they were on the day asked for."""
    of = reader()
    named = request.args.get("iri", "").strip()
    if named:
        required(full(named))
    around = Surroundings(of.snapshot.store)
    day = sight(request.args).as_of or date.today().isoformat()  # noqa: DTZ011 - a day of the reader's
    found = _parts(around, full(named), day) if named else _tops(of, around, day)
    branches = sorted(
        (_branch(of, around, each, day) for each in found),
        key=lambda each: collated(of.label(each.iri)),
    )
    form = request.args.get("format") or "html"
    if form != "html":
        return taken_away(_as_answer(of, branches), form, "places", {"as_of": day})
    return render_template(
        "places.html",
        here=link(of, full(named)) if named else None,
        above=_above(of, around, full(named)) if named else [],
        branches=branches,
        bodies=_bodies(of, around, full(named)) if named else (),
        day=day,
        iri=named,
        state=request.query_string.decode(),
        short=short,
    )


def _is_there(around: Surroundings, iri: str, day: str) -> bool:
    thing = around.thing(iri)
    return thing.sort == "place" and thing.since <= day and (not thing.until or thing.until >= day)


def _parts(around: Surroundings, iri: str, day: str) -> list[str]:
    found = [
        each.start for each in around.links(iri) if each.predicate == _WITHIN and each.end == iri
    ]
    return [each for each in found if _is_there(around, each, day)]


def _tops(of: Reader, around: Surroundings, day: str) -> list[str]:
    """The places that lie in no other."""
    found = (said(row, "place") for row in of.rows("top-places"))
    return [each for each in found if _is_there(around, each, day)]


def _branch(of: Reader, around: Surroundings, iri: str, day: str) -> Branch:
    follow = [each.end for each in around.outgoing(iri) if each.predicate == _SUCCESSOR]
    return Branch(
        iri,
        link(of, iri),
        len(_parts(around, iri, day)),
        _bodies(of, around, iri),
        tuple(link(of, each) for each in follow),
    )


def _bodies(of: Reader, around: Surroundings, iri: str) -> tuple[Cell, ...]:
    """The bodies of the place that the data know."""
    found = [each.start for each in around.links(iri) if each.predicate == _JURISDICTION]
    return tuple(link(of, each) for each in sorted(set(found), key=lambda e: collated(of.label(e))))


def _above(of: Reader, around: Surroundings, iri: str) -> list[tuple[str, Cell]]:
    """The places in which a place lies, the widest first."""
    trail: list[tuple[str, Cell]] = []
    at: str | None = iri
    while at:
        at = next((each.end for each in around.outgoing(at) if each.predicate == _WITHIN), None)
        if at is None or any(at == seen for seen, _ in trail):
            break
        trail.append((at, link(of, at)))
    return trail[::-1]


def _as_answer(of: Reader, branches: Iterable[Branch]) -> Answer:
    columns = ("name", "count", "body", "iri")
    rows = (
        (
            Literal(each.cell.text),
            Literal(each.parts),
            Literal(" | ".join(body.text for body in each.bodies)),
            NamedNode(each.iri),
        )
        for each in branches
    )
    return tabled([word("columns", each) for each in columns], rows, of.snapshot.version)
