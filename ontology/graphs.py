"""The authority and the ontology as canonical N-Quads lines in their own graphs."""

from collections.abc import Iterator
from functools import cache

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from ontology.changes import REFORMS, changes_of_bodies, territorial_changes
from ontology.instruments import INSTRUMENTS
from ontology.iris import BASE, CONCEPT, GRAPH_AUTHORITY, GRAPH_ONTOLOGY, instrument_key, slug
from ontology.places import PLACES, Place, places
from ontology.registers import register_label, terms
from ontology.turtle import LABEL, ORG, RDF_TYPE, SKOS, VK, digest, resources, triples

AUTHORITY_FILES = (
    *("kinds.ttl", "bodies.ttl", "registers.ttl"),
    *("instruments.ttl", "laws.ttl", "concepts.ttl", REFORMS),
)
ONTOLOGY_FILES = ("vankien.ttl", "alignment.ttl", "shapes.ttl")

# The whole table is one record: per-row sources would say the same 14,000 times.
_PLACES_SOURCE = "places.csv: tranngocminhhieu/vietnamadminunits (MIT)"


def authority_quads() -> Iterator[str]:
    """The authority graph as N-Quads lines without line ends, the places last."""
    for name in AUTHORITY_FILES:
        yield from _lines(_labelled(triples(name)), GRAPH_AUTHORITY)
    yield from _register_lines()
    for place in places():
        yield from _place_lines(place)
    yield from _change_lines()


def ontology_quads() -> Iterator[str]:
    """The ontology graph as N-Quads lines without line ends: terms, alignment and shapes."""
    for name in ONTOLOGY_FILES:
        yield from _lines(triples(name), GRAPH_ONTOLOGY)


@cache
def authority_hash() -> str:
    """Hex sha256 of the package's data files, by which a store knows that it is up to date."""
    return digest((*AUTHORITY_FILES, *ONTOLOGY_FILES, PLACES))


def _labelled(found: Iterator[Triple]) -> Iterator[Triple]:
    """The triples with the entailed rdfs:label of every skos:prefLabel, so that pages need one."""
    for triple in found:
        yield triple
        if triple.predicate.value == SKOS + "prefLabel":
            yield Triple(triple.subject, NamedNode(LABEL), triple.object)


def _lines(found: Iterator[Triple], graph: str) -> list[str]:
    name = NamedNode(graph)
    quads = [Quad(each.subject, each.predicate, each.object, name) for each in found]
    text = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return sorted(set(text.decode("utf-8").split("\n")) - {""})


def _register_lines() -> Iterator[str]:
    """The registers in which the recorded instruments count, with what readers call them."""
    numbered = (
        each
        for name in INSTRUMENTS
        for each in resources(name).values()
        if each.one(VK + "register")
    )
    recorded = filter(None, (instrument_key(each.iri) for each in numbered))
    terms_of_record = {each.iri for each in terms()}
    for iri, key in sorted({each.register: each for each in recorded}.items()):
        label = register_label(key.owner, key.period, key.symbol)
        yield _line(iri, RDF_TYPE, f"<{VK}Register>")
        yield _line(iri, LABEL, f'"{label}"@vi')
        yield _line(iri, VK + "registerOwner", f'"{key.owner}"')
        if key.period.isdecimal():
            yield _line(iri, VK + "year", _dated(key.period))
        elif (term := f"{BASE}term/{key.owner}/{key.period}") in terms_of_record:
            yield _line(iri, VK + "term", f"<{term}>")
        yield _line(iri, VK + "authoritySource", '"the register keys of the recorded instruments"')
        yield _line(iri, VK + "certainty", f"<{CONCEPT}co-nguon>")


def _place_lines(place: Place) -> Iterator[str]:
    yield _line(place.iri, RDF_TYPE, f"<{VK}AdminUnit>")
    yield _line(place.iri, LABEL, f'"{place.label}"@vi')
    yield _line(place.iri, VK + "placeType", f'"{place.type}"')
    yield _line(place.iri, VK + "level", f"<{CONCEPT}{slug(place.level)}>")
    yield _line(place.iri, VK + "code", f'"{place.code}"')
    for spelling in place.variants:
        yield _line(place.iri, SKOS + "altLabel", f'"{place.type} {spelling}"@vi')
    if place.parent:
        yield _line(place.iri, VK + "within", f"<{place.parent}>")
    if place.valid_from:
        yield _line(place.iri, VK + "validFrom", _dated(place.valid_from))
    if place.valid_to:
        yield _line(place.iri, VK + "validTo", _dated(place.valid_to))
    for successor in place.successors:
        yield _line(place.iri, VK + "successor", f"<{successor}>")
    yield _line(place.iri, VK + "authoritySource", f'"{_PLACES_SOURCE}"')
    yield _line(place.iri, VK + "certainty", f"<{CONCEPT}co-nguon>")


def _change_lines() -> Iterator[str]:
    """Which units and bodies became which, when and on what basis."""
    of_territory = (VK + "TerritorialChange", VK + "from", VK + "into")
    of_bodies = (ORG + "ChangeEvent", ORG + "originalOrganization", ORG + "resultingOrganization")
    for (sort, former, new), found in (
        (of_territory, territorial_changes()),
        (of_bodies, changes_of_bodies()),
    ):
        for each in found:
            yield _line(each.iri, RDF_TYPE, f"<{sort}>")
            yield _line(each.iri, new, f"<{each.new}>")
            for one in each.former:
                yield _line(each.iri, former, f"<{one}>")
            if each.day:
                yield _line(each.iri, VK + "onDate", _dated(each.day))
            if each.basis:
                yield _line(each.iri, VK + "changeBasis", f"<{each.basis}>")


_PRECISIONS = {4: "gYear", 7: "gYearMonth", 10: "date"}


def _dated(day: str) -> str:
    return f'"{day}"^^<http://www.w3.org/2001/XMLSchema#{_PRECISIONS[len(day)]}>'


def _line(subject: str, predicate: str, object_: str) -> str:
    return f"<{subject}> <{predicate}> {object_} <{GRAPH_AUTHORITY}> ."
