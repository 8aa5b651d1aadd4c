"""Decisions of reviewers: statements of their own in `/graph/review`, with who and when.

A decision is keyed by source, predicate, object and quote, so that it outlives a new reading of
the source. Nothing that was read is deleted by it: what is rejected stays in its source's graph
and only leaves the default graph; what a reviewer asserts stands in `/graph/review`, with the act.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.lines import data_block
from graph.meta import moment
from ontology import iris

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DCTERMS = "http://purl.org/dc/terms/"
_OA = "http://www.w3.org/ns/oa#"
_VK = iris.ONTOLOGY
_GRAPH = ox.NamedNode(iris.GRAPH_REVIEW)
_COMMENT = "http://www.w3.org/2000/01/rdf-schema#comment"
SAME_AS = "http://www.w3.org/2002/07/owl#sameAs"
CITES = _VK + "cites"
ACCEPTED, REJECTED, ASSERTED = "chap-nhan", "bac-bo", "khang-dinh"
End = ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Stated:
    """What one place of one source states: a claim, or the link that a citation makes."""

    subject: str
    predicate: str
    object: End
    source: str = ""
    quote: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Act:
    """A decision, with who took it and when."""

    iri: str
    verdict: str
    stated: Stated
    who: str
    when: str
    reason: str = ""


def stated(store: ox.Store, part: str) -> Stated | None:
    """What a claim or a citation states; None for what states nothing."""
    said = {
        quad.predicate.value: quad.object
        for quad in store.quads_for_pattern(ox.NamedNode(part), None, None, None)
    }
    subject = said.get(_RDF + "subject") or said.get(_VK + "citingEntity")
    end = said.get(_RDF + "object") or said.get(_VK + "citedEntity")
    selector = said.get(_OA + "hasSelector")
    if not (subject and isinstance(end, End) and isinstance(selector, ox.NamedNode)):
        return None
    exact = store.quads_for_pattern(selector, ox.NamedNode(_OA + "exact"), None, None)
    quote = next((_value(quad.object) for quad in exact), "")
    predicate = _value(said.get(_RDF + "predicate")) or CITES
    return Stated(_value(subject), predicate, end, _value(said.get(_VK + "inSource")), quote, part)


def stating(store: ox.Store, subject: str, predicate: str, end: End) -> list[Stated]:
    """Every claim of every source that states one thing."""
    node = ox.NamedNode(subject)
    claims = store.quads_for_pattern(None, ox.NamedNode(_RDF + "subject"), node, None)
    found = (stated(store, _value(quad.subject)) for quad in claims)
    return [each for each in found if each and (each.predicate, each.object) == (predicate, end)]


def acts(store: ox.Store) -> list[Act]:
    """Every decision, the newest first."""
    kind, act = ox.NamedNode(_RDF + "type"), ox.NamedNode(_VK + "ReviewAct")
    found = [
        act_of(store, _value(quad.subject))
        for quad in store.quads_for_pattern(None, kind, act, _GRAPH)
    ]
    return sorted(found, key=lambda each: (each.when, each.iri), reverse=True)


def acts_on(store: ox.Store, of: Stated) -> list[Act]:
    """The decisions on what one place states, by its key."""
    return [each for each in acts(store) if _key(each.stated) == _key(of)]


def act_of(store: ox.Store, iri: str) -> Act:
    """A decision by its IRI."""
    said = {
        quad.predicate.value: quad.object
        for quad in store.quads_for_pattern(ox.NamedNode(iri), None, None, _GRAPH)
    }
    end = said.get(_RDF + "object")
    return Act(
        iri=iri,
        verdict=_value(said.get(_VK + "decision")).removeprefix(iris.CONCEPT),
        stated=Stated(
            _value(said.get(_RDF + "subject")),
            _value(said.get(_RDF + "predicate")),
            end if isinstance(end, End) else ox.Literal(""),
            _value(said.get(_VK + "inSource")),
            _value(said.get(_OA + "exact")),
        ),
        who=_value(said.get(_DCTERMS + "creator")),
        when=_value(said.get(_DCTERMS + "created")),
        reason=_value(said.get(_COMMENT)),
    )


def deciding(decisions: Iterable[tuple[str, Stated]], who: str, reason: str = "") -> str:
    """The update that writes decisions; an opposite one on the same words gives way."""
    gone: list[str] = []
    come: list[str] = []
    for verdict, of in decisions:
        opposite = {ACCEPTED: REJECTED, REJECTED: ACCEPTED}.get(verdict)
        gone += [act_iri(opposite, of)] if opposite else []
        come += _lines(verdict, of, who, reason)
    return " ;\n".join([*map(_removal, gone), data_block("INSERT", come, ())])


def undoing(act: Act) -> str:
    """The update that takes a decision back, with what it asserted."""
    removal = _removal(act.iri)
    if act.verdict != ASSERTED:
        return removal
    line = _line(act.stated.subject, act.stated.predicate, act.stated.object)
    return f"{removal} ;\n{data_block('DELETE', [line], ())}"


def act_iri(verdict: str, of: Stated) -> str:
    """The IRI of a decision: the same decision on the same words is one."""
    key = "\n".join((verdict, *map(str, _key(of))))
    return f"{iris.BASE}review/{hashlib.sha256(key.encode()).hexdigest()[:16]}"


def _key(of: Stated) -> tuple[str, str, str, str, str]:
    # without a source there are no words to tell things apart by
    subject = "" if of.source else of.subject
    return of.source, of.predicate, str(of.object), of.quote, subject


def _removal(act: str) -> str:
    return f"DELETE WHERE {{ GRAPH <{iris.GRAPH_REVIEW}> {{ <{act}> ?p ?o }} }}"


def _lines(verdict: str, of: Stated, who: str, reason: str) -> Sequence[str]:
    now = ox.Literal(moment(), datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#dateTime"))
    said: list[tuple[str, End]] = [
        (_RDF + "type", ox.NamedNode(_VK + "ReviewAct")),
        (_VK + "decision", ox.NamedNode(iris.CONCEPT + verdict)),
        (_RDF + "subject", ox.NamedNode(of.subject)),
        (_RDF + "predicate", ox.NamedNode(of.predicate)),
        (_RDF + "object", of.object),
        (_DCTERMS + "creator", ox.Literal(who)),
        (_DCTERMS + "created", now),
    ]
    said += [(_VK + "inSource", ox.NamedNode(of.source))] if of.source else []
    said += [(_OA + "exact", ox.Literal(of.quote))] if of.quote else []
    said += [(_COMMENT, ox.Literal(reason))] if reason else []
    act = act_iri(verdict, of)
    lines = [_line(act, predicate, end) for predicate, end in said]
    if verdict == ASSERTED:
        lines.append(_line(of.subject, of.predicate, of.object))
    return lines


def _line(subject: str, predicate: str, end: End) -> str:
    return f"<{subject}> <{predicate}> {end} <{iris.GRAPH_REVIEW}> ."


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
