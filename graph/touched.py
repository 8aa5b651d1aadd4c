"""Which statements the rules of `queries/rules/` rest on, and the nodes on which they conclude.

A rule concludes on the subject of what it rests on, so that a law which thousands cite is not
looked at again for each that comes; on both ends where it says so.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode

from ontology import iris
from ontology.turtle import ORG, RDF_TYPE, triples
from queries import rules

_VK = iris.ONTOLOGY
_TYPE = f"<{RDF_TYPE}>"
# By which a rule's front matter names what it reads.
_PREFIXES = {"vk": _VK, "org": ORG}
_SPECIALISES = ("subClassOf", "subPropertyOf")


def touching(found: Iterable[str]) -> Iterator[str]:
    """Those of the triples that some rule reads."""
    reads = _reads()
    for triple in found:
        _, predicate, obj = triple.split(" ", 2)
        if (obj if predicate == _TYPE else predicate) in reads:
            yield triple


def touched_nodes(found: Iterable[str]) -> Iterator[str]:
    """The nodes, as terms, on which rules may conclude otherwise for some of these triples."""
    reads = _reads()
    for triple in touching(found):
        subject, predicate, obj = triple.split(" ", 2)
        yield subject
        if reads.get(predicate):
            yield obj


@cache
def turned_round() -> tuple[NamedNode, ...]:
    """The properties whose statements follow from others with the ends exchanged."""
    found = {*_with("inverseOf", of_object=False), *_symmetric()}
    return tuple(sorted(found, key=str))


@cache
def _reads() -> dict[str, bool]:
    """The terms whose statements the rules read, by file or axiom; whether on both ends."""
    found = {str(each): False for each in (*_specialised(), *_with("inverseOf", of_object=True))}
    found |= {str(each): True for each in _symmetric()}
    for read in (read for rule in rules().values() for read in rule.reads):
        name, _, ends = read.partition(", ")
        prefix, local = name.split(":")
        term = f"<{_PREFIXES[prefix]}{local}>"
        found[term] = found.get(term, False) or ends == "both ends"
    return found


def _specialised() -> Iterator[NamedNode]:
    """The terms that specialise one of ours."""
    for each in _SPECIALISES:
        for one, other in _stated(each):
            if other.value.startswith(_VK):
                yield one


def _symmetric() -> Iterator[NamedNode]:
    for one, other in _stated("type"):
        if other.value.endswith("#SymmetricProperty"):
            yield one


def _with(relation: str, *, of_object: bool) -> Iterator[NamedNode]:
    return (pair[of_object] for pair in _stated(relation))


def _stated(relation: str) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Both ends of what the ontology states with a relation of RDF, RDFS or OWL."""
    for each in triples("vankien.ttl"):
        one, other = each.subject, each.object
        if not (isinstance(one, NamedNode) and isinstance(other, NamedNode)):
            continue
        if each.predicate.value.rsplit("#", 1)[-1] == relation:
            yield one, other
