"""Why a query is slow: how often each of its patterns holds, which is what joins multiply.

Read with rdflib's parser, as the engine shows nothing of its plan; counted by the engine.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from ontology import iris

# Counting stops here: more than this is too many for whatever follows.
_ENOUGH = 10_000_000
# rdflib's parser is slow, and a view of hundreds of patterns shows nothing.
_LONGEST = 20_000
_MOST = 60
_GRAPHS = ("Graph", "GraphGraphPattern")
_TRIPLES = ("BGP", "TriplesBlock")


class Unexplained(ValueError):
    """A query too long to be looked at, or one that rdflib does not read."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A triple pattern of a query as SPARQL has it, and the graph that it is asked of."""

    text: str
    graph: str

    @property
    def query(self) -> str:
        """What counts it."""
        inner = f"GRAPH {self.graph} {{ {self.text} }}" if self.graph else self.text
        return f"SELECT (COUNT(*) AS ?n) {{ {{ SELECT * {{ {inner} }} LIMIT {_ENOUGH} }} }}"


def explained(store: ox.Store, query: str) -> bytes:
    """JSON: each pattern in its order with how often it holds in all."""
    found = [
        {"pattern": each.text, "graph": each.graph or None, "count": _count(store, each)}
        for each in patterns(query)
    ]
    return json.dumps({"patterns": found}, ensure_ascii=False).encode()


def patterns(query: str) -> list[Pattern]:
    """The triple patterns of a query, each once; raises Unexplained."""
    # rdflib takes a third of a second to import, which other queries need not pay.
    from pyparsing.exceptions import ParseException
    from rdflib.plugins.sparql.algebra import translateQuery
    from rdflib.plugins.sparql.parser import parseQuery

    if len(query) > _LONGEST:
        raise Unexplained(f"only queries of up to {_LONGEST:,} characters are explained")
    try:
        tree = translateQuery(parseQuery(query), base=iris.BASE).algebra
    except ParseException as error:
        raise Unexplained(str(error)) from error
    except Exception as error:
        # rdflib raises plain Exceptions for what the standard forbids.
        raise Unexplained(str(error)) from error
    return list(dict.fromkeys(_found(tree, "")))[:_MOST]


def _found(node: Any, graph: str) -> Iterator[Pattern]:
    """The patterns below a node of rdflib's tree."""
    if isinstance(node, list | tuple):
        for each in node:
            yield from _found(each, graph)
    elif isinstance(node, dict):
        name = getattr(node, "name", "")
        inner = _text(node["term"]) if name in _GRAPHS else graph
        if name in _TRIPLES:
            for terms in node["triples"]:
                # Within EXISTS the tree keeps the triples of a block in one row.
                for at in range(0, len(terms), 3):
                    yield Pattern(" ".join(map(_text, terms[at : at + 3])), inner)
        else:
            for each in node.values():
                yield from _found(each, inner)


def _text(term: Any) -> str:
    """A term or a path as SPARQL has it; a blank node matches what a variable does."""
    from rdflib import BNode

    return f"?{term}" if isinstance(term, BNode) else str(term.n3())


def _count(store: ox.Store, pattern: Pattern) -> int:
    solutions = store.query(pattern.query, base_iri=iris.BASE)
    assert isinstance(solutions, ox.QuerySolutions)
    return int(next(solutions)["n"].value)
