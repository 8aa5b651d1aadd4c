"""Which statements the rules of `queries/rules/` rest on, and the nodes that these speak of."""

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


def touched_nodes(found: Iterable[str]) -> Iterator[str]:
    """The nodes, as terms, of those triples that some rule reads."""
    reads = _reads()
    for triple in found:
        subject, predicate, obj = triple.split(" ", 2)
        if predicate == _TYPE:
            if obj in reads:
                yield subject
        elif predicate in reads:
            yield subject
            if obj.startswith("<"):
                yield obj


@cache
def _reads() -> frozenset[str]:
    """The properties and classes whose statements the rules read, by their files or by an axiom."""
    names = (name.split(":") for rule in rules().values() for name in rule.reads)
    named = {f"<{_PREFIXES[prefix]}{local}>" for prefix, local in names}
    return frozenset(named | set(map(str, _by_axiom())))


def _by_axiom() -> Iterator[NamedNode]:
    """The terms that specialise one of ours, that have an inverse, or that are symmetric."""
    for each in triples("vankien.ttl"):
        relation = each.predicate.value.rsplit("#", 1)[-1]
        if not (isinstance(each.subject, NamedNode) and isinstance(each.object, NamedNode)):
            continue
        if relation in _SPECIALISES and each.object.value.startswith(_VK):
            yield each.subject
        elif relation == "inverseOf":
            yield each.object
        elif each.object.value.endswith("#SymmetricProperty"):
            yield each.subject
