"""The check of the ontology with HermiT, through owlready2: consistency and stray terms.

This is the only importer of owlready2, which reads no Turtle: the files are turned into N-Triples.
"""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import owlready2
from owlready2.base import OwlReadyInconsistentOntologyError
from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from ontology.faults import faults
from ontology.graphs import AUTHORITY_FILES
from ontology.turtle import RDF_TYPE, VK, triples

VOCABULARY, ALIGNMENT, SHAPES, SAMPLE = (
    "vankien.ttl",
    "alignment.ttl",
    "shapes.ttl",
    "sample.ttl",
)
_OWL = "http://www.w3.org/2002/07/owl#"
_DECLARED_AS = {
    _OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")
}
_SPECIALISES = {
    "http://www.w3.org/2000/01/rdf-schema#" + name for name in ("subClassOf", "subPropertyOf")
}


class JavaMissing(Exception):
    """HermiT needs a Java runtime and none was found."""

    def __init__(self) -> None:
        super().__init__(
            "the consistency check runs HermiT, which needs Java 17 or newer: "
            "install a headless runtime (Debian, Ubuntu: `apt-get install default-jre-headless`) "
            "or set JAVA_HOME"
        )


@dataclass(frozen=True, slots=True)
class Report:
    """What the check found; lists are sorted IRIs, and `message` says it in a sentence.

    `faults` are those of the authority lists, each with its file and line.
    """

    consistent: bool
    unsatisfiable: tuple[str, ...]
    undeclared: tuple[str, ...]
    unused: tuple[str, ...]
    faults: tuple[str, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing needs a correction."""
        stray = (*self.unsatisfiable, *self.undeclared, *self.unused, *self.faults)
        return self.consistent and not stray

    @property
    def message(self) -> str:
        """The findings in words, one line each."""
        lines = [
            "the ontology is consistent" if self.consistent else "the ontology is inconsistent"
        ]
        for name in ("unsatisfiable", "undeclared", "unused", "faults"):
            lines += [f"{name}: {each}" for each in getattr(self, name)]
        return "\n".join(lines)


def check(extra: Iterable[Triple] = ()) -> Report:
    """Reasons over the vocabulary, its alignment, the authority and the sample.

    `extra` triples are taken as part of the ontology. Raises JavaMissing without a Java runtime.
    """
    java = java_command()
    added = list(extra)
    vocabulary = [*triples(VOCABULARY), *added]
    data = [each for name in (*AUTHORITY_FILES, SAMPLE) for each in triples(name)]
    consistent, unsatisfiable = _classify([*vocabulary, *triples(ALIGNMENT), *data], java)
    declared = _declared(vocabulary)
    used = _terms([*data, *triples(ALIGNMENT), *triples(SHAPES)])
    return Report(
        consistent,
        unsatisfiable,
        tuple(sorted((used | _terms(vocabulary)) - declared)),
        tuple(sorted(declared - _terms(data) - _parents(vocabulary))),
        tuple(map(str, faults())),
    )


def java_command() -> str:
    """The Java launcher of JAVA_HOME, else of the PATH."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=Path(home, "bin")) if home else None
    found = found or shutil.which("java")
    if found is None:
        raise JavaMissing
    return found


def _classify(found: list[Triple], java: str) -> tuple[bool, tuple[str, ...]]:
    """Whether the triples are consistent, and the classes that can have no member."""
    world = owlready2.World()
    text = serialize(found, format=RdfFormat.N_TRIPLES) or b""
    ontology = world.get_ontology("https://w3id.org/vankien/ontology")
    ontology.load(fileobj=BytesIO(text), format="ntriples", only_local=True)
    owlready2.JAVA_EXE = java
    try:
        # Dates are xsd:date and xsd:gYear, which are outside the datatype map of OWL 2.
        owlready2.sync_reasoner_hermit(world, debug=0, ignore_unsupported_datatypes=True)
    except OwlReadyInconsistentOntologyError:
        return False, ()
    empty = {each.iri for each in world.inconsistent_classes()} - {_OWL + "Nothing"}
    return True, tuple(sorted(empty))


def _declared(vocabulary: list[Triple]) -> set[str]:
    return {
        each.subject.value
        for each in vocabulary
        if isinstance(each.subject, NamedNode)
        and each.subject.value.startswith(VK)
        and each.predicate.value == RDF_TYPE
        and isinstance(each.object, NamedNode)
        and each.object.value in _DECLARED_AS
    }


def _parents(vocabulary: list[Triple]) -> set[str]:
    """The terms that others specialise: an umbrella class needs no member of its own."""
    above = [each for each in vocabulary if each.predicate.value in _SPECIALISES]
    return {each.object.value for each in above if isinstance(each.object, NamedNode)}


def _terms(found: list[Triple]) -> set[str]:
    """Every term of our namespace that the triples use in any position."""
    return {
        node.value
        for each in found
        for node in (each.subject, each.predicate, each.object)
        if isinstance(node, NamedNode) and node.value.startswith(VK)
    }
