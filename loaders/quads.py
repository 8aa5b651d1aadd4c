"""The only place where a reading becomes RDF: sorted N-Quads lines, as docs/model.md lays down.

Lines of `graph/src/ID` are for everyone; lines of `graph/protected/ID` say what is masked there.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from loaders.activities import activities
from loaders.disputed_figures import disputed_figures
from loaders.effect import effects
from loaders.masks import Mask
from loaders.model import (
    Body,
    Citation,
    Instrument,
    Person,
    Property,
    Reading,
    Relation,
    Span,
)
from loaders.norm_lists import norm_lists
from loaders.own_text import own_text, stated
from loaders.passages import Spans
from loaders.provisions import provisions
from loaders.register_list import is_register, register_list
from loaders.told_conflicts import told_conflict
from loaders.triples import (
    Stated,
    Statements,
    address,
    boolean,
    concept,
    curie,
    date,
    integer,
    iri,
    own_term,
    string,
    vietnamese,
)
from ontology import authority, iris

# What is said of every citation and mention: the terms are looked up once and not for each.
_TYPE, _A_CITATION, _CITING, _CITED, _SURFACE, _TREATMENT, _PINPOINT, _DATE, _ISSUER = map(
    curie,
    "rdf:type vk:Citation vk:citingEntity vk:citedEntity vk:surfaceForm vk:treatment vk:pinpoint"
    " vk:statedDate vk:statedIssuer".split(),
)
_RULE, _CANDIDATE = curie("vk:rule"), curie("vk:candidate")
_A_MENTION, _MENTIONS = curie("vk:Mention"), curie("vk:mentions")


def quads(reading: Reading) -> list[str]:
    """Sorted canonical N-Quads lines, each ending with ` .` and without a newline."""
    source_id = reading.source.id
    masked = _stated(reading, Mask(reading.source.text, reading.protected))
    lines = list(_lines(masked, iris.source_graph(source_id)))
    if reading.protected:
        clear = _stated(reading, Mask(reading.source.text, ()))
        hidden = {
            subject: set(said) - set(masked.get(subject, ())) for subject, said in clear.items()
        }
        lines += _lines(hidden, f"{iris.BASE}graph/protected/{source_id}")
        lines.sort()
    return lines


def _lines(stated: Mapping[str, set[str] | tuple[str, ...]], graph: str) -> Iterator[str]:
    """The quads of a graph in order: sorted by subject, then by what is said of it."""
    end = f" <{graph}> ."
    for subject in sorted(stated):
        opening, said = subject + " ", stated[subject]
        # A tuple is in order already.
        ordered = said if isinstance(said, tuple) else sorted(said)
        yield from [f"{opening}{each}{end}" for each in ordered]


def _stated(reading: Reading, mask: Mask) -> Stated:
    out = Statements(reading.source.id, mask)
    actor = out.source
    if reading.self and reading.self.instrument:
        actor = iri(reading.self.instrument)
        own_text(out, reading, reading.self)
    _source(out, reading)
    first = {c.instrument: c for c in reversed(reading.citations)}
    for instrument in reading.instruments:
        _instrument(out, reading, instrument, first.get(instrument.iri))
    repeated = Spans(reading.repeated)
    for citation in reading.citations:
        _citation(out, repeated, citation, actor)
    for body in _bodies(reading, mask):
        _body(out, body)
    _mentions(out, reading, mask)
    for relation in (*reading.relations, *reading.reported):
        claim = out.claim(*_relation(relation), relation.rule)
        out.add(claim, "vk:inPart", string(relation.part) if relation.part else None)
    for relation in reading.impossible:
        out.doubted(*_relation(relation), "trái thứ bậc hoặc trình tự thời gian")
    for each in reading.properties:
        _property(out, each)
    activities(out, reading)
    for span, named in norm_lists(out.text, _day(reading)):
        _mention(out, span, iri(named))
    for number, conflict in enumerate(reading.conflicts, start=1):
        told_conflict(out, number, conflict)
    disputed_figures(out, reading)
    effects(out, reading)
    if is_register(reading):
        register_list(out, reading)
    return out.stated


def _relation(relation: Relation) -> tuple[str, str, str, Span]:
    predicate = own_term(relation.predicate)
    return iri(relation.subject), predicate, iri(relation.object), relation.span


def _day(reading: Reading) -> str | None:
    """The day of the text, by which one of several instruments is meant."""
    stated = reading.self.date if reading.self else None
    return stated or (reading.source.published or "")[:10] or None


def _property(out: Statements, stated: Property) -> None:
    """What a page states beside the text; whether it holds stays the record's to say."""
    node = iri(stated.instrument)
    if stated.name == "effective_from":
        out.claim(node, "vk:effectiveFrom", date(stated.value), stated.span)
    elif force := concept(stated.value):
        out.claim(node, "vk:statedValidity", force, stated.span)


def _source(out: Statements, reading: Reading) -> None:
    page, node = reading.source, out.source
    out.add(node, "rdf:type", curie("vk:SourceText"))
    out.add(node, "dcterms:title", out.words(page.title))
    out.add(node, "vk:published", date(page.published) if page.published else None)
    out.add(node, "vk:author", string(page.author) if page.author else None)
    out.add(node, "dcterms:source", address(page.url) if page.url else None)
    out.add(node, "dcterms:language", string(page.language))
    out.add(node, "dcterms:rights", string(page.rights) if page.rights else None)
    out.add(node, "vk:sha256", string(page.sha256))
    out.add(node, "vk:characters", integer(len(page.text)))
    out.add(node, "vk:text", string(out.text))
    out.add(node, "vk:boilerplate", *map(out.span, reading.boilerplate))
    out.add(node, "vk:repeated", *map(out.span, reading.repeated))


def _instrument(
    out: Statements, reading: Reading, instrument: Instrument, first: Citation | None
) -> None:
    node = iri(instrument.iri)
    out.add(node, "rdf:type", curie("vk:Instrument"))
    if instrument.resolution != "resolved":
        out.add(node, "rdf:type", curie("vk:UnresolvedReference"))
    out.add(node, "rdfs:label", vietnamese(_name(reading, instrument, first)))
    out.add(node, "vk:resolution", string(instrument.resolution))
    out.add(node, "vk:number", integer(instrument.value) if instrument.value is not None else None)
    out.add(node, "vk:symbol", string(instrument.symbol) if instrument.symbol else None)
    out.add(node, "vk:register", iri(instrument.register) if instrument.register else None)
    # A title of the record is the record's to state; here only one that this text prints.
    start = reading.source.text.find(instrument.title) if instrument.title else -1
    if instrument.title and start >= 0:
        span = Span(start, start + len(instrument.title))
        out.claim(node, "dcterms:title", vietnamese(out.mask(instrument.title)), span)


def _name(reading: Reading, instrument: Instrument, first: Citation | None) -> str:
    """`Quy định 124-QĐ/TW`; an unnumbered instrument is called as the text calls it first."""
    if instrument.number:
        return f"{instrument.kind} {instrument.number}" if instrument.kind else instrument.number
    if first:
        return " ".join(reading.source.text[first.core.start : first.core.end].split())
    return instrument.title or instrument.kind or instrument.iri


def _citation(out: Statements, repeated: Spans, citation: Citation, actor: str) -> None:
    node = out.part("citation", citation.span.start)
    cited = iri(citation.instrument) if citation.instrument else None
    out.describe(
        node,
        (_TYPE, _A_CITATION),
        (_CITING, actor),
        (_CITED, cited),
        (_SURFACE, string(out.text[citation.span.start : citation.span.end])),
        (_TREATMENT, concept(citation.treatment)),
        (_PINPOINT, string(citation.pinpoint) if citation.pinpoint else None),
        (_DATE, date(citation.date) if citation.date else None),
        (_ISSUER, string(citation.issuer) if citation.issuer else None),
        (_RULE, string(citation.rule) if citation.rule else None),
        *((_CANDIDATE, iri(each)) for each in citation.candidates),
    )
    out.evidence(node, citation.span)
    if citation.self_reference:
        out.add(node, "vk:selfReference", boolean(True))
    if repeated.overlaps(citation.span.start, citation.span.start + 1):
        out.add(node, "vk:inRepeatedPassage", boolean(True))
    provisions(out, citation, node)
    if cited:
        _cited(out, citation, cited, actor)


def _cited(out: Statements, citation: Citation, cited: str, actor: str) -> None:
    """What a mention states of the instrument that it cites."""
    if not citation.self_reference:
        out.add(actor, "vk:cites", cited)
    if citation.candidates:
        out.add(cited, "vk:candidate", *map(iri, citation.candidates))
    for predicate, value in stated(citation.kind, citation.number, citation.date):
        out.claim(cited, predicate, value, citation.span, citation.rule)
    if citation.issuer_body:
        span = citation.issued_at or citation.span
        out.claim(cited, "vk:issuedBy", iri(citation.issuer_body.iri), span, citation.rule)


def _bodies(reading: Reading, mask: Mask) -> list[Body]:
    """Every body that the reading names in the open, once.

    A body named only in a complaint tells who is meant, so it stays as protected as its words.
    """
    named = [mention.body for mention in reading.bodies if not mask.covers(mention.span)]
    named += [c.issuer_body for c in reading.citations if c.issuer_body]
    named += [
        person.body
        for person in reading.people
        if person.body and not any(map(mask.covers, person.spans))
    ]
    for inspection in reading.inspections:
        named += [each for each in inspection.members if isinstance(each, Body)]
        named += inspection.units
        named += [inspection.inspector] if inspection.inspector else []
    named += [implementation.body for implementation in reading.implementations]
    named += [unit for finding in reading.findings for unit in finding.units]
    return list({body.iri: body for body in named}.values())


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """The classes of a body by its type, local or of record."""
    recorded = {body.type: body.classes for body in authority.bodies()}
    return recorded | {each.notation: (each.class_iri,) for each in authority.body_types()}


@cache
def _recorded() -> frozenset[str]:
    return frozenset(body.iri for body in authority.bodies())


def _body(out: Statements, body: Body) -> None:
    node = iri(body.iri)
    if body.iri in _recorded():
        # Its names and its place are the record's to state.
        out.add(node, "rdf:type", curie("org:Organization"))
        return
    out.add(node, "rdf:type", curie("org:Organization"))
    out.add(node, "rdf:type", *map(iri, _classes().get(body.type, ())))
    out.add(node, "rdfs:label", vietnamese(body.name))
    out.add(node, "vk:bodyType", string(body.type))
    out.add(node, "vk:level", concept(body.level))
    out.add(node, "vk:jurisdiction", iri(body.place) if body.place else None)
    out.add(node, "org:subOrganizationOf", iri(body.parent) if body.parent else None)


def _mentions(out: Statements, reading: Reading, mask: Mask) -> None:
    """Where bodies and people are named; a mention inside a protected stretch stays protected."""
    for mention in reading.bodies:
        if not mask.covers(mention.span):
            _mention(out, mention.span, iri(mention.body.iri))
    for person in reading.people:
        if not any(map(mask.covers, person.spans)):
            _person(out, person)


def _mention(out: Statements, span: Span, named: str) -> None:
    node = out.part("mention", f"{span.start}-{span.end}")
    out.describe(node, (_TYPE, _A_MENTION), (_MENTIONS, named))
    out.evidence(node, span)


def _person(out: Statements, person: Person) -> None:
    node = iri(person.iri)
    out.add(node, "rdf:type", curie("foaf:Person"))
    out.add(node, "foaf:name", string(person.name))
    out.add(node, "rdfs:label", vietnamese(person.name))
    for span in person.spans:
        _mention(out, span, node)
    if person.spans and (person.role or person.body):
        membership = out.part("membership", person.spans[0].start)
        out.add(membership, "rdf:type", curie("org:Membership"))
        out.add(membership, "org:member", node)
        out.add(membership, "org:organization", iri(person.body.iri) if person.body else None)
        out.add(membership, "vk:position", out.words(person.role))
        out.evidence(membership, *person.spans)
