"""A named question or any SPARQL, put to the current version of a store."""

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from graph.guard import refusal_of
from graph.questions import Answer, UnknownParameter, UnknownQuestion, answer, ask, questions
from graph.snapshots import snapshot
from ontology import iris

_PREFIXES = {
    "vk": iris.ONTOLOGY,
    "vkt": iris.CONCEPT,
    "kind": iris.KIND,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
}


def rows(asked: str, store: Path | str, parameters: Mapping[str, str]) -> Answer:
    """The answer to a named question, or to SPARQL that selects or asks.

    Raises what graph.questions raises, NoStore, and QueryRefused with the line and the column.
    """
    current = snapshot(store)
    if asked in questions():
        return answer(current, asked, parameters)
    if "{" not in asked:
        raise UnknownQuestion(asked)
    if parameters:
        raise UnknownParameter("only named questions take parameters; write the value in the query")
    return ask(current, asked)


def turtle(sparql: str, store: Path | str) -> str:
    """The graph that a CONSTRUCT or DESCRIBE query makes."""
    try:
        triples = snapshot(store).query(sparql)
    except SyntaxError as error:
        raise refusal_of(error, sparql) from None
    assert isinstance(triples, ox.QueryTriples)
    serialized = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return (serialized or b"").decode()
