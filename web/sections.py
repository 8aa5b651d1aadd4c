"""The sections of a page: things in one relation to its own, some at a time.

Each is a named question that is asked of one thing; it leads to that question's own page, where it
can be asked otherwise and taken away. Here the store is looked up step by step from the thing, so
that a page costs what it shows, however much there is.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request

from graph.snapshots import Term
from ontology import iris
from web.cells import Cell, Row, Table, cell, link
from web.language import say, word
from web.naming import plain
from web.paths import sort_of
from web.reading import TYPE, Reader

_VK = iris.ONTOLOGY
_ORG = "http://www.w3.org/ns/org#"
_INSPECTION = _VK + "Inspection"
_ON_A_PAGE = 20
# The quote of a thing as one of its columns; the sources that hold it as another.
QUOTE, SELF, SOURCE, DATE = "quote", "self", "source", "published"


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that a page asks of its thing.

    `ways` lead from the thing to what is listed, step by step: a property, or `^` and a property
    that is followed backwards. `columns` are (heading, property).
    """

    name: str
    vietnamese: str
    english: str
    ways: tuple[tuple[str, ...], ...]
    columns: tuple[tuple[str, str], ...]
    question: str = ""
    parameter: str = ""
    as_quotes: bool = False
    of_class: str = ""
    note: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """An answer on a page: a table, or one quote a row; a page of it, and the ways on."""

    name: str
    heading: str
    table: Table
    as_quotes: bool = False
    note: str = ""
    before: str = ""
    after: str = ""
    shown: str = ""
    question: str = ""


# A shortcoming of some is no shortcoming of each.
_COMMON = (
    "Nhận định của các cuộc giám sát, kiểm tra có đơn vị này: một nhận định chung cho nhiều đơn vị "
    "chưa nói gì riêng về đơn vị này.",
    "Findings of the inspections in which this unit took part: what is said of several units "
    "together says nothing of this one alone.",
)
_OF_AN_INSPECTION = (
    ("inspection", SELF),
    ("mode", _VK + "mode"),
    ("startDate", _VK + "startDate"),
    ("endDate", _VK + "endDate"),
    ("inspector", _VK + "conductedBy"),
    ("unit", _VK + "inspectedUnit"),
)
_OF_A_FINDING = (("sort", _VK + "sort"), ("level", _VK + "aboutLevel"), ("text", QUOTE))
_OF_A_POSITION = (("position", _VK + "position"), ("body", _ORG + "organization"))

ASKS: dict[str, tuple[Ask, ...]] = {
    "instrument": (
        Ask("inspections", "Giám sát, kiểm tra", "Inspections",
            (("^" + _VK + "inspectsImplementationOf",), ("^" + _VK + "mandatedBy",)),
            (*_OF_AN_INSPECTION, ("mandate", _VK + "mandatedBy")), "inspections", "instrument",
            of_class=_INSPECTION),
        Ask("findings", "Nhận định", "Findings",
            (("^" + _VK + "aboutInstrument",),
             ("^" + _VK + "inspectsImplementationOf", _VK + "hasFinding")),
            _OF_A_FINDING, "findings", "instrument"),
        Ask("cited-by", "Được nhắc", "Cited",
            (("^" + _VK + "citedEntity",),),
            (("pinpoint", _VK + "pinpoint"), ("treatment", _VK + "treatment")), "cited-by", "iri",
            as_quotes=True),
        Ask("cites", "Nhắc đến", "Cites",
            (("^" + _VK + "citingEntity",),),
            (("instrument", _VK + "citedEntity"), ("pinpoint", _VK + "pinpoint"),
             ("treatment", _VK + "treatment")), "cites", "iri"),
    ),
    "body": (
        Ask("inspected", "Được giám sát, kiểm tra", "Inspected",
            (("^" + _VK + "inspectedUnit",),),
            (*_OF_AN_INSPECTION[:5], ("about", _VK + "inspectsImplementationOf")),
            "inspections", "unit", of_class=_INSPECTION),
        Ask("conducted", "Chủ trì giám sát, kiểm tra", "Inspections conducted",
            (("^" + _VK + "conductedBy",),),
            (*_OF_AN_INSPECTION[:4], ("unit", _VK + "inspectedUnit"),
             ("about", _VK + "inspectsImplementationOf")), of_class=_INSPECTION),
        Ask("findings", "Nhận định", "Findings",
            (("^" + _VK + "aboutUnit",), ("^" + _VK + "inspectedUnit", _VK + "hasFinding")),
            (*_OF_A_FINDING, ("about", _VK + "aboutInstrument")), "findings", "unit", note=_COMMON),
        Ask("carries-out", "Văn bản đã triển khai", "Carries out",
            (("^" + _VK + "implementer",),),
            (("instrument", _VK + "ofInstrument"), ("measure", _VK + "measure"),
             ("date", _VK + "date"))),
        Ask("people", "Người được nêu tên kèm chức vụ", "People named with a position",
            (("^" + _ORG + "organization",),),
            (("position", _VK + "position"), ("person", _ORG + "member"))),
    ),
    "person": (
        Ask("positions", "Chức vụ", "Positions", (("^" + _ORG + "member",),), _OF_A_POSITION),
    ),
    "inspection": (
        Ask("findings", "Nhận định", "Findings", ((_VK + "hasFinding",),), _OF_A_FINDING),
    ),
}  # fmt: skip


def sections(reader: Reader, merged: Sequence[str], asks: Sequence[Ask]) -> tuple[Section, ...]:
    """The answers on a thing, and on those that it was merged with."""
    return tuple(_section(reader, merged, ask) for ask in asks)


def _section(reader: Reader, merged: Sequence[str], ask: Ask) -> Section:
    things = _things(reader, merged, ask)
    number = _page(ask.name, len(things))
    first = (number - 1) * _ON_A_PAGE
    shown = things[first : first + _ON_A_PAGE]
    rows = tuple(_row(reader, ask, thing) for thing in shown)
    last = -(-len(things) // _ON_A_PAGE)
    query = urlencode({ask.parameter: merged[0]})
    asked = f"/queries/{ask.question}?{query}" if ask.question else ""
    return Section(
        name=ask.name,
        heading=say(ask.vietnamese, ask.english),
        table=Table(tuple(word("columns", name) for name, _ in ask.columns), rows, len(things)),
        as_quotes=ask.as_quotes,
        note=say(*ask.note) if ask.note and things else "",
        before=_turned(ask.name, number - 1) if number > 1 else "",
        after=_turned(ask.name, number + 1) if number < last else "",
        shown=f"{first + 1}–{first + len(shown)}" if last > 1 else "",
        question=asked,
    )


def _things(reader: Reader, merged: Sequence[str], ask: Ask) -> list[str]:
    """What is listed, in the order of the sources and of their texts."""
    found = dict.fromkeys(thing for way in ask.ways for thing in _at_the_end(reader, merged, way))
    kept = [
        thing for thing in found if not ask.of_class or ask.of_class in reader.objects(thing, TYPE)
    ]
    if ask.name == "cited-by" and reader.subjects(_VK + "textOf", merged[0]):
        kept = [each for each in kept if not reader.objects(each, _VK + "selfReference")]
    return sorted(kept, key=reader.position)


def _at_the_end(reader: Reader, merged: Sequence[str], way: Sequence[str]) -> Iterable[str]:
    here = list(merged)
    for step in way:
        if step.startswith("^"):
            here = [end for each in here for end in reader.subjects(step[1:], each)]
        else:
            here = [end for each in here for end in reader.objects(each, step)]
    return here


def _row(reader: Reader, ask: Ask, thing: str) -> Row:
    proofs = reader.evidence(thing)
    cells = []
    for _, source in ask.columns:
        if source == SELF:
            cells.append(link(reader, thing))
        elif source == QUOTE:
            cells.append(Cell(" ".join(proof.quote for proof in proofs[:1]), "long"))
        else:
            terms = reader.terms(thing, source)
            parts = tuple(_named(reader, term) for term in terms)
            cells.append(parts[0] if len(parts) == 1 else Cell("", parts=parts))
    return Row(tuple(cells), proofs)


def _named(reader: Reader, term: Term) -> Cell:
    iri = plain(term)
    return Cell(reader.label(iri)) if sort_of(iri) == "concept" else cell(reader, term)


def _page(name: str, total: int) -> int:
    asked = request.args.get(name, "1")
    number = int(asked[:6]) if asked.isascii() and asked.isdigit() else 1
    return max(1, min(number, -(-total // _ON_A_PAGE)))


def _turned(name: str, number: int) -> str:
    kept = {key: value for key, value in request.args.items() if key != name}
    return f"{request.path}?{urlencode({**kept, name: str(number)})}#{name}"
