"""Properties that only say from the other end what another one says: `citedBy` where `cites` is."""

from collections.abc import Mapping
from functools import cache

from pyoxigraph import NamedNode

from ontology.turtle import triples

_INVERSE = NamedNode("http://www.w3.org/2002/07/owl#inverseOf")


@cache
def mirrors() -> Mapping[str, str]:
    """Each with the property that it mirrors; rules add them, no source states them."""
    return {
        each.subject.value: each.object.value
        for each in triples("vankien.ttl")
        if each.predicate == _INVERSE
        and isinstance(each.subject, NamedNode)
        and isinstance(each.object, NamedNode)
    }
