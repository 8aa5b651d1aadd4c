"""A named question or any SPARQL, put to the current version of a store."""

import re
from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from graph.guard import form_of, refusal_of, tokens
from graph.questions import (
    Answer,
    UnknownParameter,
    UnknownQuestion,
    answer,
    answered,
    ask,
    questions,
)
from graph.remote import is_remote, remote_snapshot
from graph.snapshots import Term, snapshot
from ontology import iris
from queries import question

_ADDRESS = re.compile(r"(?:https?://|urn:)[^<>\"{}|^`\\\s]+")

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
    current = remote_snapshot(str(store)) if is_remote(store) else snapshot(store)
    if asked in questions():
        return answer(current, asked, parameters)
    if "{" not in asked:
        raise UnknownQuestion(asked)
    own = question("query", asked)
    if own.parameters:
        return answered(current, own, parameters)
    return ask(current, bound(asked, parameters))


def turtle(sparql: str, store: Path | str, parameters: Mapping[str, str]) -> str:
    """The graph that a CONSTRUCT or DESCRIBE query makes."""
    asked = bound(sparql, parameters)
    if is_remote(store):
        raise UnknownParameter(
            "kho ở một địa chỉ chỉ cho các dòng; hãy hỏi máy chủ ấy để lấy đồ thị",
            "a store at an address gives rows only; ask its server for graphs",
        )
    try:
        triples = snapshot(store).query(asked)
    except SyntaxError as error:
        raise refusal_of(error, asked) from None
    assert isinstance(triples, ox.QueryTriples)
    serialized = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return (serialized or b"").decode()


def bound(sparql: str, parameters: Mapping[str, str]) -> str:
    """The query with its variables bound by a VALUES block at the head of its pattern.

    A value is read before it is written, so it can end neither its term nor the query.

    >>> bound("SELECT * WHERE { ?s ?p ?number }", {"number": "124-QĐ/TW"})
    'SELECT * WHERE { VALUES (?number) { ("124-QĐ/TW") } ?s ?p ?number }'
    """
    if not parameters:
        return sparql
    words = list(tokens(sparql))
    variables = {token.text[1:] for token in words if token.text[0] in "?$"}
    for name in parameters:
        if name not in variables:
            takes = ", ".join(sorted(variables)) or "–"
            raise UnknownParameter(
                f"truy vấn không có biến “{name}”; các biến là {takes}",
                f"the query has no variable '{name}'; it has {takes}",
            )
    groups = [token.start for token in words if token.text == "{" and not token.depth]
    # The first braces of a CONSTRUCT hold its template.
    where = groups[1:] if form_of(sparql) == "CONSTRUCT" else groups
    if not where:
        raise UnknownParameter(
            "truy vấn không có WHERE { ... } để gán giá trị",
            "the query has no WHERE { ... } in which a value could be bound",
        )
    names = " ".join(f"?{name}" for name in parameters)
    terms = " ".join(str(_term(value)) for value in parameters.values())
    head = where[0] + 1
    return f"{sparql[:head]} VALUES ({names}) {{ ({terms}) }}{sparql[head:]}"


def _term(value: str) -> Term:
    """The term that a value means: as N-Triples write it, else an address, else a plain string."""
    if value[:1] in ("<", '"'):
        try:
            quad = next(iter(ox.parse(f"<urn:s> <urn:p> {value} .", format=ox.RdfFormat.N_TRIPLES)))
        except SyntaxError:
            raise UnknownParameter(
                f"“{value}” không phải là một giá trị viết như N-Triples",
                f"'{value}' is no term as N-Triples write it",
            ) from None
        term: Term = quad.object
        return term
    return ox.NamedNode(value) if _ADDRESS.fullmatch(value) else ox.Literal(value)
