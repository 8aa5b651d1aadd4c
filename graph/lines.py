"""N-Quads lines as they are handed over: one statement a line, canonical, no blank nodes."""

import hashlib
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ontology import iris

META = f"<{iris.GRAPH_META}>"
# Content is hashed by addition: the order of loading leaves no trace, a withdrawal is subtracted.
MODULUS = 1 << 128


def graph_of(line: str) -> str:
    """The graph term of a line."""
    return line.rsplit(" ", 2)[1]


def triple_of(line: str) -> str:
    """`subject predicate object` of a line with a graph."""
    return line.rsplit(" ", 2)[0]


def meta(subject: str, name: str, value: str) -> str:
    """A line of the meta graph: an IRI, a property of our vocabulary, a term."""
    return f"<{subject}> <{iris.ONTOLOGY}{name}> {value} {META} ."


def payload(lines: Iterable[str]) -> bytes:
    """Lines as Oxigraph reads them."""
    return "\n".join([*lines, ""]).encode()


def content_sum(lines: Iterable[str]) -> int:
    """The sum of the hashes of the lines."""
    return sum_of(line.encode() for line in lines)


def sum_of(lines: Iterable[bytes]) -> int:
    """The sum of the hashes of lines that are written already."""
    digest, number = hashlib.blake2b, int.from_bytes
    return sum([number(digest(line, digest_size=16).digest(), "big") for line in lines]) % MODULUS


def data_block(keyword: str, lines: Iterable[str], triples: Iterable[str]) -> str:
    """`INSERT DATA { ... }` or `DELETE DATA { ... }` of lines with a graph and default triples."""
    named = (f"GRAPH {graph_of(line)} {{ {triple_of(line)} }}" for line in lines)
    plain = (f"{triple} ." for triple in triples)
    return f"{keyword} DATA {{\n" + "\n".join([*named, *plain]) + "\n}"


def select(store: ox.Store, sparql: str) -> Iterator[ox.QuerySolution]:
    """The solutions of a SELECT."""
    solutions = store.query(sparql)
    if not isinstance(solutions, ox.QuerySolutions):
        raise TypeError("not a SELECT query")
    return iter(solutions)
