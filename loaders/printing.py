"""A reading as the contract's JSON.

One object a text, offsets as Python string indices, null for what the text does not say.
"""

from typing import Any

from loaders.model import BodyMention, Conflict, Reading, Relation, Span
from ontology import authority


def as_json(reading: Reading) -> dict[str, Any]:
    """The object of contract section 3."""
    return {
        "source": _source(reading),
        "citations": [
            {
                "start": c.span.start,
                "end": c.span.end,
                "text": c.text,
                "kind": c.kind,
                "number": c.number,
                "date": c.date,
                "issuer": c.issuer,
                "pinpoint": c.pinpoint,
                "self_reference": c.self_reference,
                "treatment": c.treatment,
                "instrument": c.instrument,
                "rule": c.rule,
                "candidates": list(c.candidates),
            }
            for c in reading.citations
        ],
        "instruments": [
            {
                "instrument": i.iri,
                "kind": i.kind,
                "number": i.number,
                "date": i.date,
                "issuer": i.issuer,
                "title": i.title,
                "resolution": i.resolution,
                "validity": i.validity,
            }
            for i in reading.instruments
        ],
        "bodies": _bodies(reading.bodies),
        "people": [
            {
                "name": p.name,
                "role": p.role,
                "body": p.body.name if p.body else None,
                "spans": _spans(p.spans),
            }
            for p in reading.people
        ],
        "inspections": [
            {
                "mode": i.mode,
                "form": i.form,
                "status": i.status,
                "start": i.start,
                "end": i.end,
                "count": i.count,
                "inspector": i.inspector.printed if i.inspector else None,
                "leader": i.leader.name if i.leader else None,
                "members": [b.printed for b in i.members],
                "units": [b.printed for b in i.units],
                "about": list(i.about),
                "mandate": list(i.mandate),
                "topic": i.topic,
                "span": _span(i.span),
            }
            for i in reading.inspections
        ],
        "implementations": [
            {
                "body": i.body.printed,
                "level": i.level,
                "instrument": i.instrument,
                "measure": i.measure,
                "date": i.date,
                "span": _span(i.span),
            }
            for i in reading.implementations
        ],
        "figures": [
            {
                "value": int(f.value) if f.value == int(f.value) else f.value,
                "unit": f.unit,
                "what": f.what,
                "period": f.period,
                "part_of": f.part_of,
                "span": _span(f.span),
            }
            for f in reading.figures
        ],
        "findings": [
            {
                "sort": f.sort,
                "level": f.level,
                "text": reading.source.text[f.heading.start : f.heading.end],
                "about": list(f.about),
                "explains": _spans(f.explains),
                "span": _span(f.span),
            }
            for f in reading.findings
        ],
        "discipline": [
            {"form": d.form, "target": d.target, "count": d.count, "span": _span(d.span)}
            for d in reading.discipline
        ],
        "relations": _relations(reading.relations),
        "reported_relations": _relations(reading.reported),
        "properties": [
            {
                "instrument": p.instrument,
                "property": p.name,
                "value": p.value,
                "span": _span(p.span),
            }
            for p in reading.properties
        ],
        "conflicts": [_conflict(c) for c in reading.conflicts],
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
            "kind": own.kind,
            "number": own.number,
            "date": own.date,
            "issuer": own.issuer,
            "title": own.title,
            "signer": own.signer,
        },
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


def _relations(relations: tuple[Relation, ...]) -> list[dict[str, Any]]:
    return [
        {
            "subject": each.subject,
            "predicate": each.predicate,
            "object": each.object,
            "span": _span(each.span),
        }
        for each in relations
    ]


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
