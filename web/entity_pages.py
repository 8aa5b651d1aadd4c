"""Which template shows which thing, and what stands on its page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup

from graph.review import REJECTED
from ontology import iris
from ontology.drawing import drawing
from web.as_of import AsOf, as_of
from web.cells import Cell, Value, cell, link
from web.decisions import acts_about, decided
from web.entities import Fact, Relation, Statement, facts, relations, statements, statements_on
from web.ladder import Rung, ladder
from web.language import dated, shown_date, word
from web.listings import Listing, listings
from web.naming import plain
from web.paths import local, sort_of, source_of
from web.quoting import Proof
from web.reading import Reader
from web.records import Record, record
from web.registers import Entry, Neighbours, entries, neighbours
from web.sayings import said
from web.sections import ASKS, Section, sections
from web.source_pages import source_page
from web.vocabulary import vocabulary

_VK = iris.ONTOLOGY
_TITLE = "http://purl.org/dc/terms/title"
_REPLACED = "http://purl.org/dc/terms/isReplacedBy"
_IDENTIFIER = "http://purl.org/dc/terms/identifier"
_ISSUED = "http://purl.org/dc/terms/issued"


@dataclass(frozen=True, slots=True)
class Entity:
    """All that the page of a thing shows."""

    iri: str
    path: str
    label: str
    sort: str
    kind: str
    title: Value | None
    facts: tuple[Fact, ...]
    relations: tuple[Relation, ...]
    evidence: tuple[Proof, ...]
    sections: tuple[Section, ...]
    listings: tuple[Listing, ...]
    record: Record
    replaced_by: Cell | None = None
    namesakes: tuple[Cell, ...] = ()
    merged: tuple[Cell, ...] = ()
    ladder: tuple[Rung, ...] = ()
    neighbours: tuple[Neighbours, ...] = ()
    pinpoints: tuple[tuple[str, int], ...] = ()
    register: tuple[Entry, ...] = ()
    rejected: tuple[tuple[str, Cell, str], ...] = ()
    as_of: AsOf | None = None

    @property
    def sources(self) -> tuple[Proof, ...]:
        """One proof of each source that the page rests on, for the end of a print."""
        stated = [value for fact in self.facts for value in fact.values]
        stated += [value for relation in self.relations for value in relation.values]
        proofs = [*self.evidence, *(proof for value in stated for proof in value.proofs)]
        for section in self.sections:
            proofs += [proof for row in section.table.rows for proof in row.proofs]
        return tuple({proof.source: proof for proof in reversed(proofs) if proof.source}.values())


def view_of(reader: Reader, iri: str) -> tuple[str, dict[str, Any]]:
    """The template of a thing's page and what it shows."""
    if sort_of(iri) == "ontology":
        return "vocabulary.html", {
            "groups": vocabulary(reader),
            "drawing": Markup(drawing(reader.language)),  # noqa: S704
        }
    if sort_of(iri) == "source":
        return "source.html", {"source": source_page(reader, iri)}
    if sort_of(iri) == "instrument" or "/ref/" in iri:
        return "instrument.html", {"entity": instrument(reader, iri)}
    return "entity.html", {"entity": entity(reader, iri, sort_of(iri))}


def entity(reader: Reader, iri: str, sort: str, known: list[Statement] | None = None) -> Entity:
    """What the dataset says of one thing, in the order in which a librarian asks."""
    said = statements(reader, iri) if known is None else known
    merged = reader.merged(iri) if sort == "body" else [iri]
    pointing, totals = statements_on(reader, merged)
    return Entity(
        iri=iri,
        path=local(iri),
        label=reader.label(iri),
        sort=word("sorts", sort),
        kind=sort,
        title=None,
        facts=_facts(reader, iri, said),
        relations=relations(reader, said, pointing, totals),
        evidence=reader.evidence(iri) if sort in ("inspection", "part") else (),
        sections=sections(reader, merged, ASKS.get(sort, ())),
        listings=tuple(each for one in merged for each in listings(reader, one, sort)),
        merged=tuple(link(reader, each) for each in merged[1:]),
        record=record(reader, iri, sort),
        replaced_by=_replacement(reader, said),
        register=tuple(entries(reader, iri)) if sort == "register" else (),
        rejected=_rejected(reader, iri),
        as_of=as_of(reader, iri, sort),
    )


def _rejected(reader: Reader, iri: str) -> tuple[tuple[str, Cell, str], ...]:
    """What reviewers struck out of what is said of a thing: property, value, who and when."""
    found = dict.fromkeys(
        (reader.label(act.stated.predicate), cell(reader, act.stated.object), decided(reader, act))
        for act in acts_about(reader, iri)
        if act.verdict == REJECTED
    )
    return tuple(found)


def instrument(reader: Reader, iri: str) -> Entity:
    """An instrument with its title, its namesakes, its place in the register and its ladder."""
    said = statements(reader, iri)
    title = _title(reader, said)
    return replace(
        entity(reader, iri, "instrument", said),
        title=title,
        facts=_facts(reader, iri, [one for one in said if not title or one.predicate != _TITLE]),
        namesakes=_namesakes(reader, iri, _first(said, _IDENTIFIER)),
        ladder=ladder(reader, iri),
        neighbours=neighbours(reader, iri),
        pinpoints=_pinpoints(reader, iri),
    )


def _title(reader: Reader, said: Sequence[Statement]) -> Value | None:
    """The title, where it is one and the same everywhere; several stand among the facts."""
    titles = [one for one in said if one.predicate == _TITLE]
    if len(titles) != 1:
        return None
    return Value(cell(reader, titles[0].object), titles[0].proofs, count=titles[0].count)


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
    for other in reader.names.bearers(number) if number else ():
        if other != iri:
            dates = sorted(each.value for each in reader.literals(other, _ISSUED))
            told = " | ".join((*map(dated, dates[:1]), *map(shown_date, dates[1:])))
            found.append(Cell(f"{reader.label(other)} {told}".strip(), "link", local(other)))
    return tuple(found)


def _pinpoints(reader: Reader, iri: str) -> tuple[tuple[str, int], ...]:
    """The articles, clauses and points that are cited, the most cited first."""
    return tuple(
        (said(row, "pinpoint"), int(said(row, "times")))
        for row in reader.looked_up("pinpoints", iri)
    )
