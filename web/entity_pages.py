"""Which template shows which thing, and which named questions its page asks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import request

from graph.questions import Answer, answer
from ontology import iris
from web.answers import table_of
from web.cells import Cell, Table, Value, cell, link
from web.entities import Fact, Relation, Statement, facts, relations, statements, statements_on
from web.ladder import Rung, ladder
from web.language import dated, say, shown_date, word
from web.marks import Block, Reading, blocks, readings
from web.paths import local, sort_of, source_of
from web.reading import Proof, Reader, plain
from web.vocabulary import vocabulary

_VK = iris.ONTOLOGY
_TITLE = "http://purl.org/dc/terms/title"
# The heading and the text itself say these.
_SAID_OF_A_SOURCE = frozenset({_TITLE, _VK + "sha256", "http://purl.org/dc/terms/language"})
_REPLACED = "http://purl.org/dc/terms/isReplacedBy"
_IDENTIFIER = "http://purl.org/dc/terms/identifier"
_ISSUED = "http://purl.org/dc/terms/issued"
_SHOWN_OF_A_QUESTION = 50


@dataclass(frozen=True, slots=True)
class Ask:
    """A question that a page asks: the parameter that takes the thing, the columns shown.

    `of_page` means a query of `queries/pages/`, which is asked of the thing alone.
    """

    question: str
    parameter: str
    vietnamese: str
    english: str
    columns: tuple[str, ...]
    together: str = ""
    as_quotes: bool = False
    note: tuple[str, str] | None = None
    of_page: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """An answer on a page: a table, or one quote a row."""

    name: str
    heading: str
    table: Table
    as_quotes: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """All that the page of a thing shows."""

    iri: str
    path: str
    label: str
    sort: str
    title: Value | None
    facts: tuple[Fact, ...]
    relations: tuple[Relation, ...]
    evidence: tuple[Proof, ...]
    sections: tuple[Section, ...]
    replaced_by: Cell | None = None
    namesakes: tuple[Cell, ...] = ()
    ladder: tuple[Rung, ...] = ()

    @property
    def sources(self) -> tuple[Proof, ...]:
        """One proof of each source that the page rests on, for the end of a print."""
        stated = [value for fact in self.facts for value in fact.values]
        stated += [value for relation in self.relations for value in relation.values]
        proofs = [*self.evidence, *(proof for value in stated for proof in value.proofs)]
        for section in self.sections:
            proofs += [proof for row in section.table.rows for proof in row.proofs]
        return tuple({proof.source: proof for proof in reversed(proofs) if proof.source}.values())


# A shortcoming of some is no shortcoming of each.
_COMMON = (
    "Nhận định của các cuộc giám sát, kiểm tra có đơn vị này: một nhận định chung cho nhiều đơn vị "
    "chưa nói gì riêng về đơn vị này.",
    "Findings of the inspections in which this unit took part: what is said of several units "
    "together says nothing of this one alone.",
)

ASKS: dict[str, tuple[Ask, ...]] = {
    "instrument": (
        Ask("inspections", "instrument", "Giám sát, kiểm tra", "Inspections",
            ("inspection", "mode", "startDate", "endDate", "inspector", "unit", "mandate"),
            together="inspection"),
        Ask("findings", "instrument", "Nhận định", "Findings", ("sort", "level", "text")),
        Ask("cited-by", "iri", "Được nhắc", "Cited",
            ("pinpoint", "treatment"), as_quotes=True),
        Ask("cites", "iri", "Nhắc đến", "Cites", ("instrument", "number", "treatment")),
    ),
    "body": (
        Ask("inspections", "unit", "Được giám sát, kiểm tra", "Inspected",
            ("inspection", "mode", "startDate", "endDate", "inspector", "about"),
            together="inspection"),
        Ask("findings", "unit", "Nhận định", "Findings", ("sort", "level", "text", "about"),
            note=_COMMON),
        Ask("discipline", "unit", "Kỷ luật", "Discipline", ("form", "count", "target")),
    ),
    "person": (
        Ask("positions", "", "Chức vụ", "Positions", ("position", "body"), of_page=True),
    ),
    "inspection": (
        Ask("findings", "", "Nhận định", "Findings", ("sort", "level", "text"), of_page=True),
    ),
    "place": (
        Ask("bodies", "place", "Cơ quan trên địa bàn", "Bodies of this place",
            ("body", "type", "level", "validFrom", "validTo")),
    ),
}  # fmt: skip


def view_of(reader: Reader, iri: str) -> tuple[str, dict[str, Any]]:
    """The template of a thing's page and what it shows."""
    if sort_of(iri) == "ontology":
        return "vocabulary.html", {"groups": vocabulary(reader)}
    if sort_of(iri) == "source":
        return "source.html", {"source": source_page(reader, iri)}
    if sort_of(iri) == "instrument" or "/ref/" in iri:
        return "instrument.html", {"entity": entity(reader, iri, "instrument")}
    return "entity.html", {"entity": entity(reader, iri, sort_of(iri))}


def entity(reader: Reader, iri: str, sort: str) -> Entity:
    """What the dataset says of one thing, in the order in which a librarian asks."""
    said = statements(reader, iri)
    is_instrument = sort == "instrument"
    title = _title(reader, said) if is_instrument else None
    return Entity(
        iri=iri,
        path=local(iri),
        label=reader.label(iri),
        sort=word("sorts", sort),
        title=title,
        facts=_facts(reader, iri, [one for one in said if not title or one.predicate != _TITLE]),
        relations=relations(reader, said, statements_on(reader, iri)),
        evidence=reader.evidence(iri) if sort in ("inspection", "part") else (),
        sections=sections(reader, iri, ASKS.get(sort, ())),
        replaced_by=_replacement(reader, said),
        namesakes=_namesakes(reader, iri, _first(said, _IDENTIFIER)) if is_instrument else (),
        ladder=ladder(reader, iri) if is_instrument else (),
    )


def _title(reader: Reader, said: Sequence[Statement]) -> Value | None:
    """The title, where it is one and the same everywhere; several stand among the facts."""
    titles = [one for one in said if one.predicate == _TITLE]
    return Value(cell(reader, titles[0].object), titles[0].proofs) if len(titles) == 1 else None


def _facts(reader: Reader, iri: str, said: list[Statement]) -> tuple[Fact, ...]:
    source = source_of(iri)
    within = (Fact(word("sorts", "source"), (Value(link(reader, source)),)),) if source else ()
    shown = [one for one in said if one.predicate != _VK + "inSource"]
    return (*within, *facts(reader, shown))


def _first(said: Sequence[Statement], predicate: str) -> str:
    return next((plain(one.object) for one in said if one.predicate == predicate), "")


def _replacement(reader: Reader, said: Sequence[Statement]) -> Cell | None:
    newer = _first(said, _REPLACED)
    return link(reader, newer) if newer else None


def _namesakes(reader: Reader, iri: str, number: str) -> tuple[Cell, ...]:
    """Other instruments that bear the same number, told apart by their dates."""
    found = []
    for other in reader.bearers(number) if number else ():
        if other != iri:
            dates = sorted(each.value for each in reader.literals(other, _ISSUED))
            told = " | ".join((*map(dated, dates[:1]), *map(shown_date, dates[1:])))
            found.append(Cell(f"{reader.label(other)} {told}".strip(), "link", local(other)))
    return tuple(found)


def sections(reader: Reader, iri: str, asks: Sequence[Ask]) -> tuple[Section, ...]:
    """The answers of the named questions on a thing."""
    made = []
    for ask in asks:
        found = _told(reader, iri, ask)
        table = table_of(reader, found, ask.columns, _SHOWN_OF_A_QUESTION, ask.together)
        note = say(*ask.note) if ask.note and found.rows else ""
        heading = say(ask.vietnamese, ask.english)
        made.append(Section(ask.question, heading, table, ask.as_quotes, note))
    return tuple(made)


def _told(reader: Reader, iri: str, ask: Ask) -> Answer:
    if not ask.of_page:
        return answer(reader.snapshot, ask.question, {ask.parameter: iri})
    columns = (*ask.columns, "source", "start", "end", "quote")
    rows = tuple({name: row[name] for name in columns} for row in reader.rows(ask.question, iri))
    return Answer(columns, rows, reader.snapshot.version)


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source text with everything that was read from it."""

    iri: str
    path: str
    label: str
    facts: tuple[Fact, ...]
    blocks: list[Block]
    readings: list[Reading]
    replaced_by: Cell | None


def source_page(reader: Reader, iri: str) -> SourcePage:
    """The page of a source; `?at=START-END` opens it on a stretch."""
    said = statements(reader, iri)
    found = readings(reader, iri)
    stretches = {"boilerplate": [], "repeated": []}  # type: dict[str, list[tuple[int, int]]]
    for row in reader.rows("furniture", iri):
        name = row["sort"].value.removeprefix(_VK)
        stretches[name].append((int(row["start"].value), int(row["end"].value)))
    text = reader.text(iri)
    return SourcePage(
        iri=iri,
        path=local(iri),
        label=reader.label(iri),
        facts=facts(reader, [one for one in said if one.predicate not in _SAID_OF_A_SOURCE]),
        blocks=blocks(text, found, stretches["boilerplate"], stretches["repeated"], _target()),
        readings=found,
        replaced_by=_replacement(reader, said),
    )


def _target() -> tuple[int, int] | None:
    start, _, end = request.args.get("at", "").partition("-")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
