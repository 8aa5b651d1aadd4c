"""What reviewers decided on the statements of a page, with who and when."""

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from graph.review import Act, act_of, acts
from graph.snapshots import Term
from ontology import iris
from web.cells import Cell, cell, link
from web.language import shown_date
from web.naming import plain
from web.paths import local
from web.quoting import Proof
from web.reading import Reader

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SUBJECT, _OBJECT = NamedNode(_RDF + "subject"), NamedNode(_RDF + "object")
_REVIEW = NamedNode(iris.GRAPH_REVIEW)
_SHOWN = 3
ISSUED = "http://purl.org/dc/terms/issued"


def decisions(reader: Reader, subject: str, predicate: str, term: Term) -> list[Proof]:
    """The decisions on one statement."""
    store = reader.snapshot.store
    quads = store.quads_for_pattern(None, _OBJECT, term, _REVIEW) if term else ()
    found = [act_of(store, plain(quad.subject)) for quad in quads]
    return [
        Proof("review", authority=decided(reader, act))
        for act in sorted(found, key=lambda each: each.iri)
        if (act.stated.subject, act.stated.predicate) == (subject, predicate)
    ][:_SHOWN]


def acts_about(reader: Reader, subject: str) -> list[Act]:
    """The decisions on what is said of a thing."""
    store = reader.snapshot.store
    found = store.quads_for_pattern(None, _SUBJECT, NamedNode(subject), _REVIEW)
    return sorted((act_of(store, plain(quad.subject)) for quad in found), key=lambda act: act.iri)


def decided(reader: Reader, act: Act) -> str:
    """A decision in words: what, who, when, why."""
    verdict = reader.label(iris.CONCEPT + act.verdict)
    return " · ".join(filter(None, (verdict, act.who, shown_date(act.when[:10]), act.reason)))


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as a reader sees it."""

    iri: str
    verdict: str
    who: str
    when: str
    reason: str
    subject: Cell
    predicate: str
    object: Cell
    quote: str
    source: Cell | None


def shown(of: Reader, act: Act) -> Decision:
    """A decision in the reader's words."""
    stated = act.stated
    return Decision(
        iri=act.iri,
        verdict=of.label(iris.CONCEPT + act.verdict) if act.verdict else "",
        who=act.who,
        when=act.when,
        reason=act.reason,
        subject=link(of, stated.subject) if stated.subject else Cell("–"),
        predicate=of.label(stated.predicate),
        object=cell(of, stated.object),
        quote=stated.quote,
        source=link(of, stated.source) if stated.source else None,
    )


def dates_of(of: Reader, instrument: str) -> list[Literal]:
    """The dates stated for an instrument, with those that a reviewer rejected."""
    rejected = [act.stated.object for act in dating(of, link(of, instrument))]
    found = {*of.terms(instrument, ISSUED), *rejected}
    return sorted((each for each in found if isinstance(each, Literal)), key=str)


def dating(of: Reader, instrument: Cell) -> list[Act]:
    """The decisions on the date of an instrument."""
    return [
        act
        for act in acts(of.snapshot.store)
        if act.stated.predicate == ISSUED and local(act.stated.subject) == instrument.address
    ]
