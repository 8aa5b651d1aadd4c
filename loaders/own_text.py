"""What a text states of the instrument that it itself is, as statements of its source."""

from functools import lru_cache

from loaders.model import Reading, SelfIdentity
from loaders.triples import Statements, curie, date, iri, string, vietnamese
from ontology import iris


def own_text(out: Statements, reading: Reading, identity: SelfIdentity) -> None:
    """Identity by its header, who issued and who signed, and the expression that is printed."""
    node = iri(identity.instrument or "")
    out.claim(out.source, "vk:textOf", node, identity.span)
    for predicate, value in stated(identity.kind, identity.number, identity.date):
        out.claim(node, predicate, value, identity.span)
    if identity.title:
        out.claim(node, "dcterms:title", vietnamese(out.mask(identity.title)), identity.span)
    if identity.letterhead:
        name, span = identity.letterhead
        out.claim(node, "vk:letterhead", vietnamese(out.mask(name)), span)
    record = next((i for i in reading.instruments if i.iri == identity.instrument), None)
    if record and record.issuer_body and identity.issuer:
        out.claim(node, "vk:issuedBy", iri(record.issuer_body), identity.span)
    _signature(out, reading, identity, node)
    _expression(out, identity, node)


# Most mentions of an instrument say the same of it.
@lru_cache(maxsize=4096)
def stated(kind: str | None, number: str | None, issued: str | None) -> tuple[tuple[str, str], ...]:
    """What a header or a mention says of an instrument, as predicates with their values."""
    said = (
        ("vk:kind", iri(iris.kind(kind)) if kind else None),
        ("dcterms:identifier", string(number) if number else None),
        ("dcterms:issued", date(issued) if issued else None),
    )
    return tuple((predicate, value) for predicate, value in said if value)


def _signature(out: Statements, reading: Reading, identity: SelfIdentity, node: str) -> None:
    """The signer's name as printed and the person, in the capacity printed above the name."""
    signer, signature = out.plain(identity.signer, identity.span), identity.signature
    if signer is None:
        return
    out.claim(node, "vk:signer", signer, identity.span)
    if signature is None or out.mask.covers(signature.span):
        return
    known = next((p.iri for p in reading.people if p.name == identity.signer), None)
    person = iri(known or iris.person(identity.signer or "", signature.capacity, ""))
    if known is None:
        out.add(person, "rdf:type", curie("foaf:Person"))
        out.add(person, "foaf:name", signer)
        out.add(person, "rdfs:label", signer + "@vi")
    out.claim(node, "vk:signedBy", person, signature.span)
    if signature.capacity:
        held = out.part("signature", signature.span.start)
        out.add(held, "rdf:type", curie("org:Membership"))
        out.add(held, "org:member", person)
        out.add(held, "vk:position", vietnamese(signature.capacity))
        out.evidence(held, signature.span)


def _expression(out: Statements, identity: SelfIdentity, node: str) -> None:
    """The wording of that day, which other pages may print too; none of an open reference."""
    if not identity.date or not iris.instrument_key(identity.instrument or ""):
        return
    expression = iri(iris.expression(identity.instrument or "", identity.date))
    out.add(out.source, "vk:embodies", expression)
    out.add(expression, "rdf:type", curie("vk:Expression"))
    out.add(expression, "vk:expressionOf", node)
