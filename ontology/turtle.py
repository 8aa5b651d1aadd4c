"""The package's Turtle files as plain resources, parsed once."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

FOLDER = Path(__file__).parent

VK = "https://w3id.org/vankien/ontology#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
ORG = "http://www.w3.org/ns/org#"


@dataclass(frozen=True, slots=True)
class Resource:
    """One subject of a Turtle file with its objects by predicate, in the order of the file."""

    iri: str
    values: dict[str, list[NamedNode | Literal]]

    def all(self, predicate: str, language: str | None = None) -> tuple[str, ...]:
        """Every object of the predicate as text, only those of the language if one is given."""
        return tuple(
            term.value
            for term in self.values.get(predicate, ())
            if language is None or (isinstance(term, Literal) and term.language == language)
        )

    def one(self, predicate: str, language: str | None = None) -> str | None:
        """The first object of the predicate, or None."""
        return next(iter(self.all(predicate, language)), None)

    def need(self, predicate: str, language: str | None = None) -> str:
        """The first object of the predicate; a record without it is a fault of the package."""
        found = self.one(predicate, language)
        if found is None:
            message = f"{self.iri} has no {predicate}; correct the Turtle file that describes it"
            raise ValueError(message)
        return found

    def is_a(self, class_iri: str) -> bool:
        """Whether the resource is declared to be of the class."""
        return class_iri in self.all(RDF_TYPE)


def triples(name: str) -> Iterator[Triple]:
    """The triples of one Turtle file of the package, in the order of the file."""
    for quad in parse(path=FOLDER / name, format=RdfFormat.TURTLE):
        yield quad.triple


@cache
def resources(name: str) -> dict[str, Resource]:
    """The subjects of one Turtle file by IRI, in the order of the file."""
    found: dict[str, Resource] = {}
    for triple in triples(name):
        subject, term = triple.subject, triple.object
        if not isinstance(subject, NamedNode) or not isinstance(term, NamedNode | Literal):
            message = f"{name}: {triple} has a blank node; name every resource"
            raise TypeError(message)
        resource = found.setdefault(subject.value, Resource(subject.value, {}))
        resource.values.setdefault(triple.predicate.value, []).append(term)
    return found


def instances(name: str, class_iri: str) -> Iterator[Resource]:
    """The resources of one Turtle file that are of the class."""
    return (each for each in resources(name).values() if each.is_a(class_iri))


def digest(names: tuple[str, ...]) -> str:
    """Hex sha256 over the named data files of the package, independent of line endings."""
    total = hashlib.sha256()
    for name in sorted(names):
        content = (FOLDER / name).read_bytes().replace(b"\r\n", b"\n")
        total.update(f"{name}\n{len(content)}\n".encode() + content)
    return total.hexdigest()
