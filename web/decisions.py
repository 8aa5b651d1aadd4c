"""What reviewers decided on the statements of a page, with who and when."""

from pyoxigraph import NamedNode

from graph.review import Act, act_of
from graph.snapshots import Term
from ontology import iris
from web.language import shown_date
from web.naming import plain
from web.quoting import Proof
from web.reading import Reader

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SUBJECT, _OBJECT = NamedNode(_RDF + "subject"), NamedNode(_RDF + "object")
_REVIEW = NamedNode(iris.GRAPH_REVIEW)
_SHOWN = 3


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
