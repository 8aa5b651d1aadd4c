"""A reading as the contract's JSON.

One object a text, offsets as Python string indices, null for what the text does not say.
"""

from typing import Any

from loaders.model import (
    Body,
    BodyMention,
    Citation,
    Conflict,
    Discipline,
    Figure,
    Finding,
    Implementation,
    Inspection,
    Instrument,
    Member,
    Person,
    Property,
    Reading,
    Relation,
    Span,
)
from ontology import authority


def as_json(reading: Reading) -> dict[str, Any]:
    """The object of contract section 3."""
    text = reading.source.text
    return {
        "source": _source(reading),
        "citations": [_citation(each) for each in reading.citations],
        "instruments": [_instrument(each) for each in reading.instruments],
        "bodies": _bodies(reading.bodies),
        "people": [_person(each) for each in reading.people],
        "inspections": [_inspection(each) for each in reading.inspections],
        "implementations": [_implementation(each) for each in reading.implementations],
        "figures": [_figure(each) for each in reading.figures],
        "findings": [_finding(each, text) for each in reading.findings],
        "discipline": [_discipline(each) for each in reading.discipline],
        "relations": [_relation(each) for each in reading.relations],
        "reported_relations": [_relation(each) for each in reading.reported],
        "properties": [_property(each) for each in reading.properties],
        "conflicts": [_conflict(each) for each in reading.conflicts],
        "boilerplate": _spans(reading.boilerplate),
        "repeated": _spans(reading.repeated),
    }


def _source(reading: Reading) -> dict[str, Any]:
    source, own = reading.source, reading.self
    return {
        "id": source.id,
        "path": source.path,
        "title": source.title,
        "published": source.published,
        "author": source.author,
        "url": source.url,
        "language": source.language,
        "sha256": source.sha256,
        "characters": len(source.text),
        "rights": source.rights,
        "self": own
        and {
            "instrument": own.instrument,
            "kind": own.kind_printed or own.kind,
            "number": own.number,
            "date": own.date,
            "issuer": own.issuer,
            "title": own.title,
            "signer": own.signer,
        },
    }


def _citation(citation: Citation) -> dict[str, Any]:
    return {
        "start": citation.span.start,
        "end": citation.span.end,
        "text": citation.text,
        "kind": citation.kind,
        "number": citation.number,
        "date": citation.date,
        "issuer": citation.issuer,
        "pinpoint": citation.pinpoint,
        "self_reference": citation.self_reference,
        "treatment": citation.treatment,
        "instrument": citation.instrument,
        "rule": citation.rule,
        "candidates": list(citation.candidates),
    }


def _instrument(instrument: Instrument) -> dict[str, Any]:
    return {
        "instrument": instrument.iri,
        "kind": instrument.kind,
        "number": instrument.number,
        "date": instrument.date,
        "issuer": instrument.issuer,
        "title": instrument.title,
        "resolution": instrument.resolution,
        "validity": instrument.validity,
    }


def _bodies(mentions: tuple[BodyMention, ...]) -> list[dict[str, Any]]:
    """One object a body, in order of first mention, with all its spans."""
    found: dict[str, dict[str, Any]] = {}
    for mention in mentions:
        body = mention.body
        place = authority.place(body.place) if body.place else None
        entry = found.setdefault(
            body.iri,
            {
                "body": body.iri,
                "name": body.name,
                "type": body.type,
                "level": body.level,
                "place": place.name if place else None,
                "parent": body.parent,
                "spans": [],
            },
        )
        entry["spans"].append(_span(mention.span))
    return list(found.values())


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role,
        "body": person.body.name if person.body else None,
        "spans": _spans(person.spans),
    }


def _member(member: Member) -> str:
    return member.printed if isinstance(member, Body) else member.name


def _inspection(inspection: Inspection) -> dict[str, Any]:
    return {
        "mode": inspection.mode,
        "form": inspection.form,
        "status": inspection.status,
        "start": inspection.start,
        "end": inspection.end,
        "count": inspection.count,
        "inspector": inspection.inspector.printed if inspection.inspector else None,
        "leader": inspection.leader.name if inspection.leader else None,
        "members": [_member(each) for each in inspection.members],
        "units": [b.printed for b in inspection.units],
        "about": list(inspection.about),
        "mandate": list(inspection.mandate),
        "topic": inspection.topic,
        "span": _span(inspection.span),
    }


def _implementation(implementation: Implementation) -> dict[str, Any]:
    return {
        "body": implementation.body.printed,
        "level": implementation.level,
        "instrument": implementation.instrument,
        "measure": implementation.measure,
        "date": implementation.date,
        "span": _span(implementation.span),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "value": int(figure.value) if figure.value == int(figure.value) else figure.value,
        "unit": figure.unit,
        "what": figure.what,
        "period": figure.period,
        "part_of": figure.part_of,
        "span": _span(figure.span),
    }


def _finding(finding: Finding, text: str) -> dict[str, Any]:
    return {
        "sort": finding.sort,
        "level": finding.level,
        "text": text[finding.heading.start : finding.heading.end],
        "about": list(finding.about),
        "explains": _spans(finding.explains),
        "span": _span(finding.span),
    }


def _discipline(discipline: Discipline) -> dict[str, Any]:
    return {
        "form": discipline.form,
        "target": discipline.target,
        "count": discipline.count,
        "span": _span(discipline.span),
    }


def _relation(relation: Relation) -> dict[str, Any]:
    return {
        "subject": relation.subject,
        "predicate": relation.predicate,
        "object": relation.object,
        "span": _span(relation.span),
        "part": relation.part,
    }


def _property(stated: Property) -> dict[str, Any]:
    return {
        "instrument": stated.instrument,
        "property": stated.name,
        "value": stated.value,
        "span": _span(stated.span),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "instrument": conflict.instrument,
        "property": conflict.property,
        "values": [{"value": v.value, "spans": _spans(v.spans)} for v in conflict.values],
        "suggestion": conflict.suggestion,
        "rule": conflict.rule,
    }


def _span(span: Span) -> list[int]:
    return [span.start, span.end]


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [_span(span) for span in spans]
