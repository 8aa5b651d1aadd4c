"""The page of the vocabulary: every class and property under its name, where its IRI points."""

from dataclasses import dataclass

from pyoxigraph import Literal, QuerySolution

from ontology import iris
from web.language import say
from web.reading import Reader

_OWL = "http://www.w3.org/2002/07/owl#"


@dataclass(frozen=True, slots=True)
class Term:
    """One class or property with its label and definition in the reader's language."""

    name: str
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Group:
    """The classes, or the properties of one sort."""

    heading: str
    terms: tuple[Term, ...]


def vocabulary(reader: Reader) -> list[Group]:
    """Every term of ours, classes first."""
    rows = reader.rows("vocabulary")
    headings = {
        _OWL + "Class": say("Lớp", "Classes"),
        _OWL + "ObjectProperty": say("Quan hệ", "Relations"),
        _OWL + "DatatypeProperty": say("Thuộc tính", "Properties"),
        _OWL + "AnnotationProperty": say("Ghi chú", "Annotations"),
    }
    groups = []
    for kind, heading in headings.items():
        here = [row for row in rows if row["class"].value == kind]
        names = dict.fromkeys(row["term"].value for row in here)
        terms = tuple(_term(reader, name, here) for name in names)
        groups += [Group(heading, terms)] if terms else []
    return groups


def _term(reader: Reader, iri: str, rows: list[QuerySolution]) -> Term:
    spoken = {
        row["definition"].language: row["definition"].value
        for row in rows
        if row["term"].value == iri and isinstance(row["definition"], Literal)
    }
    definition = spoken.get(reader.language) or next(iter(spoken.values()), "")
    return Term(iri.removeprefix(iris.ONTOLOGY), reader.label(iri), definition)
