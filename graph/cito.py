"""A result as RDF with CiTO, the Citation Typing Ontology, each with the words it rests on."""

from collections.abc import Iterator

import pyoxigraph as ox

from graph.evidence import RDF
from graph.export import PREFIXES
from graph.hops import Step
from graph.notice import BOTH
from graph.relations import RELATIONS, by_name
from graph.tracing import Result

_CITO = "http://purl.org/spar/cito/"
_PROV = "http://www.w3.org/ns/prov#"
_OA = "http://www.w3.org/ns/oa#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
# How CiTO names what our relations and treatments say; all else only cites.
_CHARACTERS = {
    "basedOn": "citesAsAuthority",
    "mandatedBy": "citesAsAuthority",
    "implements": "extends",
    "concretises": "extends",
    "details": "extends",
    "guides": "extends",
    "amends": "corrects",
    "corrects": "corrects",
    "supplements": "extends",
    "reviews": "reviews",
    "inspectsImplementationOf": "reviews",
    "aboutInstrument": "discusses",
}
_BETWEEN_TEXTS = ("instrument", "unresolved", "source", "inspection", "finding")


def turtle(result: Result) -> str:
    """The links of a result: our statement, the same in CiTO, and the citation that proves it."""
    triples = dict.fromkeys(each for _, _, hop in result.hops() for each in _triples(hop.steps))
    prefixes = PREFIXES | {"cito": _CITO, "prov": _PROV}
    raw = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b""
    said = (
        f"# vankien, dataset version {result.version.number} ({result.version.hash})\n"
        f"# {result.permalink}\n# {BOTH}\n"
    )
    return said + raw.decode()


def _triples(steps: tuple[Step, ...]) -> Iterator[ox.Triple]:
    for step in steps:
        relation = RELATIONS[by_name()[step.relation]]
        subject, object_ = ox.NamedNode(step.subject.iri), ox.NamedNode(step.object.iri)
        yield ox.Triple(subject, ox.NamedNode(relation.iri), object_)
        for thing in (step.subject, step.object):
            label = ox.Literal(thing.label, language="vi")
            yield ox.Triple(ox.NamedNode(thing.iri), ox.NamedNode(_RDFS + "label"), label)
        ends = (step.subject, step.object)[:: -1 if relation.later_is_object else 1]
        if all(each.sort in _BETWEEN_TEXTS for each in ends):
            yield from _citation(step, ox.NamedNode(ends[0].iri), ox.NamedNode(ends[1].iri))


def _citation(step: Step, citing: ox.NamedNode, cited: ox.NamedNode) -> Iterator[ox.Triple]:
    character = ox.NamedNode(_CITO + _CHARACTERS.get(step.relation, "cites"))
    yield ox.Triple(citing, character, cited)
    if not step.quote:
        return
    proof = ox.NamedNode(step.quote.proof)
    yield ox.Triple(proof, ox.NamedNode(RDF + "type"), ox.NamedNode(_CITO + "Citation"))
    yield ox.Triple(proof, ox.NamedNode(_CITO + "hasCitingEntity"), citing)
    yield ox.Triple(proof, ox.NamedNode(_CITO + "hasCitedEntity"), cited)
    yield ox.Triple(proof, ox.NamedNode(_CITO + "hasCitationCharacterization"), character)
    yield ox.Triple(proof, ox.NamedNode(_OA + "exact"), ox.Literal(step.quote.text))
    source = ox.NamedNode(step.quote.source)
    yield ox.Triple(proof, ox.NamedNode(_PROV + "hadPrimarySource"), source)
