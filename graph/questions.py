"""Named questions answered on a snapshot: parameters are understood and bound, never pasted."""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import product

import pyoxigraph as ox

from graph.folding import words
from graph.guard import form_of, refusal_of
from graph.snapshots import Snapshot, Term, Version
from ontology import iris
from ontology.numbers import normalise
from queries import Parameter, Question, questions

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_XSD = "http://www.w3.org/2001/XMLSchema#"
_BEARERS = """
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?instrument ?_number WHERE { ?instrument dcterms:identifier ?_number }"""
_NUMBERS = """
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?number WHERE { ?instrument dcterms:identifier ?number }"""
_NAMED = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX vk: <https://w3id.org/vankien/ontology#>
SELECT DISTINCT ?thing ?name ?class WHERE { ?thing a ?class ; rdfs:label|skos:altLabel ?name }"""
_CLASSES = {
    "body": "http://www.w3.org/ns/org#Organization",
    "place": iris.ONTOLOGY + "AdminUnit",
}

__all__ = [
    "Answer",
    "Question",
    "UnknownNumber",
    "UnknownParameter",
    "UnknownQuestion",
    "answer",
    "answered",
    "ask",
    "bearers",
    "bindings",
    "questions",
]


class UnknownQuestion(Exception):
    """No question has this name."""

    def __init__(self, name: str) -> None:
        near = get_close_matches(name, questions(), n=3, cutoff=0.4)
        said = f"; did you mean {', '.join(near)}?" if near else ""
        super().__init__(f"there is no question '{name}'{said}")
        self.name = name
        self.near = tuple(near)


class UnknownParameter(Exception):
    """A question does not take this parameter, needs another, or cannot read its value."""


class UnknownNumber(Exception):
    """No instrument in the store bears this number; `near` are those that look like it."""

    def __init__(self, number: str, near: Sequence[str]) -> None:
        said = f"; near it: {', '.join(near)}" if near else ""
        super().__init__(f"no instrument in the loaded sources bears the number '{number}'{said}")
        self.number = number
        self.near = tuple(near)


@dataclass(frozen=True, slots=True)
class Answer:
    """Rows of terms by column, and the dataset version that they come from."""

    columns: tuple[str, ...]
    rows: tuple[Mapping[str, Term | None], ...]
    version: Version

    def values(self) -> Iterator[dict[str, str | int | float | None]]:
        """The rows as plain values: dates ISO, counts as numbers, what is not said as None."""
        for row in self.rows:
            yield {column: _plain(row[column]) for column in self.columns}

    def as_json(self) -> str:
        """A list of objects, with the version."""
        said = {"number": self.version.number, "hash": self.version.hash}
        whole = {"version": said, "rows": list(self.values())}
        return json.dumps(whole, ensure_ascii=False, indent=2)

    def as_csv(self) -> str:
        """RFC 4180 text with a line of column names."""
        out = io.StringIO()
        writer = csv.DictWriter(out, self.columns)
        writer.writeheader()
        writer.writerows(self.values())
        return out.getvalue()

    def as_table(self, width: int = 40) -> str:
        """Columns side by side for a terminal, long cells cut; empty columns left out."""
        rows = [{c: _cell(value, width) for c, value in row.items()} for row in self.values()]
        shown = [c for c in self.columns if any(row[c] for row in rows)] or list(self.columns)
        widths = {c: max(map(_width, [c, *(row[c] for row in rows)])) for c in shown}
        lines = [{c: c for c in shown}, {c: "-" * widths[c] for c in shown}, *rows]
        return "\n".join(
            "  ".join(line[c] + " " * (widths[c] - _width(line[c])) for c in shown).rstrip()
            for line in lines
        )


def answer(snapshot: Snapshot, name: str, parameters: Mapping[str, str]) -> Answer:
    """The answer to a named question.

    A number that several instruments bear, or a name of several bodies, gives the rows of each.
    """
    if name not in questions():
        raise UnknownQuestion(name)
    return answered(snapshot, questions()[name], parameters)


def answered(snapshot: Snapshot, question: Question, parameters: Mapping[str, str]) -> Answer:
    """The answer to a question, be it one of ours or of the user's own file."""
    rows: dict[tuple[str, ...], Mapping[str, Term | None]] = {}
    for binding in bindings(snapshot, question, parameters):
        for solution in snapshot.rows(question.sparql, binding):
            row = {column: solution[column] for column in question.columns}
            rows.setdefault(tuple(map(str, row.values())), row)
    return Answer(question.columns, tuple(rows.values()), snapshot.version)


def ask(snapshot: Snapshot, sparql: str) -> Answer:
    """The solutions of any SELECT query as an answer."""
    form = form_of(sparql)
    if form not in ("SELECT", "ASK"):
        raise UnknownParameter(f"a {form} query gives a graph, not rows; ask for ttl or nt")
    try:
        found = snapshot.query(sparql)
    except SyntaxError as error:
        raise refusal_of(error, sparql) from None
    if not isinstance(found, ox.QuerySolutions):
        value = ox.Literal(bool(found))
        return Answer(("ask",), ({"ask": value},), snapshot.version)
    columns = tuple(variable.value for variable in found.variables)
    rows = tuple({column: row[column] for column in columns} for row in found)
    return Answer(columns, rows, snapshot.version)


def bearers(snapshot: Snapshot, number: str) -> list[str]:
    """The IRIs of the instruments that bear a number in any spelling; UnknownNumber if none."""
    printed = normalise(number)
    found = snapshot.rows(_BEARERS, {"_number": ox.Literal(printed)})
    known = [] if found else [row["number"].value for row in snapshot.rows(_NUMBERS)]
    # `124 qd/tw` means 124-QĐ/TW where nothing else folds to the same words.
    alike = [each for each in known if words(each) == words(number)]
    for each in alike:
        found += snapshot.rows(_BEARERS, {"_number": ox.Literal(each)})
    if not found:
        raise UnknownNumber(number, get_close_matches(printed, known, n=5, cutoff=0.6))
    return sorted({row["instrument"].value for row in found})


def bindings(
    snapshot: Snapshot, question: Question, parameters: Mapping[str, str]
) -> Iterator[dict[str, Term]]:
    """Every binding that the given parameters can mean."""
    known = {each.name: each for each in question.parameters}
    for name in parameters:
        if name not in known:
            takes = ", ".join(known) or "none"
            raise UnknownParameter(f"'{question.name}' has no parameter '{name}'; it takes {takes}")
    given = {n: v for n, v in parameters.items() if v.strip()}
    needed = {each.variable for each in question.parameters if each.needed}
    bound = {known[name].variable for name in given}
    if needed - bound:
        names = " or ".join(each.name for each in question.parameters if each.needed)
        raise UnknownParameter(f"'{question.name}' needs {names}")
    variables = [known[name].variable for name in given]
    meanings = [_meanings(snapshot, known[name], value) for name, value in given.items()]
    for terms in product(*meanings):
        yield dict(zip(variables, terms, strict=True))


def _meanings(snapshot: Snapshot, parameter: Parameter, value: str) -> list[Term]:
    """The terms that a value can mean."""
    value = unicodedata.normalize("NFC", value.strip())
    if parameter.sort == "date":
        if not _DATE.fullmatch(value):
            raise UnknownParameter(f"{parameter.name}: '{value}' is no date like 2021-08-18")
        return [ox.Literal(value, datatype=ox.NamedNode(_XSD + _DATE_TYPES[len(value)]))]
    if parameter.sort == "text":
        return [ox.Literal(value)]
    if _ABSOLUTE.fullmatch(value):
        return [_node(parameter, value)]
    if parameter.sort == "instrument":
        return [ox.NamedNode(each) for each in bearers(snapshot, value)]
    if parameter.sort == "source":
        return [_node(parameter, iris.source(value))]
    return [ox.NamedNode(each) for each in _named(snapshot, parameter, value)]


def _node(parameter: Parameter, iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError:
        raise UnknownParameter(f"{parameter.name}: '{iri}' is no IRI") from None


def _named(snapshot: Snapshot, parameter: Parameter, value: str) -> list[str]:
    """The bodies or places of a name, with or without diacritics."""
    sought = ox.NamedNode(_CLASSES.get(parameter.sort, _CLASSES["body"]))
    rows = snapshot.rows(_NAMED, {"class": sought})
    exact = {row["thing"].value for row in rows if row["name"].value.lower() == value.lower()}
    folded = {row["thing"].value for row in rows if words(row["name"].value) == words(value)}
    if not (exact or folded):
        raise UnknownParameter(f"{parameter.name}: nothing here is called '{value}'")
    return sorted(exact or folded)


def _plain(term: Term | None) -> str | int | float | None:
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    if term.datatype.value in (_XSD + "integer", _XSD + "int"):
        return int(term.value)
    if term.datatype.value == _XSD + "decimal":
        number = float(term.value)
        return int(number) if number.is_integer() else number
    return term.value


def _cell(value: str | float | None, width: int) -> str:
    plain = "" if value is None else " ".join(str(value).removeprefix(iris.BASE).split())
    return plain if len(plain) <= width else plain[: width - 1] + "…"


def _width(text: str) -> int:
    """How many places a text takes on a terminal: marks take none."""
    return sum(1 for letter in text if not unicodedata.combining(letter))
