"""The conflicts of a text as statements of its source."""

from loaders.model import Conflict
from loaders.triples import Statements, curie, iri, own_term, string, vietnamese

# What a conflict is about, by the contract's word for it.
_PREDICATES = {
    "date": "dcterms:issued",
    "issuer": "vk:issuedBy",
    "title": "dcterms:title",
    "kind": "vk:kind",
    "number": "dcterms:identifier",
}


def told_conflict(out: Statements, number: int, conflict: Conflict) -> None:
    """State that the text gives several values, which they are and on which claims they rest."""
    node, subject = out.part("conflict", number), iri(conflict.instrument)
    out.add(node, "rdf:type", curie("vk:Conflict"))
    out.add(node, "vk:onInstrument", subject)
    out.add(node, "vk:conflictProperty", string(conflict.property))
    out.add(node, "vk:conflictValue", *(string(each.value) for each in conflict.values))
    out.add(node, "vk:suggestion", string(conflict.suggestion) if conflict.suggestion else None)
    out.add(node, "vk:rule", string(conflict.rule))
    spans = [span for each in conflict.values for span in each.spans]
    out.evidence(node, *spans)
    predicate = _PREDICATES.get(conflict.property, own_term(conflict.property))
    if predicate == "dcterms:title":
        # A citation has no room for the title that follows it, so the conflict states it.
        for each in conflict.values:
            for span in each.spans:
                out.claim(subject, predicate, vietnamese(out.mask(each.value)), span, conflict.rule)
    for span, _, claim in out.claims.get((subject, predicate), []):
        if any(span.start < other.end and other.start < span.end for other in spans):
            out.add(node, "vk:involves", claim)
