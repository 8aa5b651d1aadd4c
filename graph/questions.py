"""Named questions answered on a snapshot: parameters are understood and bound, never pasted."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import product

import pyoxigraph as ox

from graph.collation import collated
from graph.guard import form_of, refusal_of
from graph.meanings import UnknownNumber, UnknownParameter, bearers, meanings
from graph.snapshots import Snapshot, Term, Version
from ontology import iris
from queries import Question, questions

_XSD = "http://www.w3.org/2001/XMLSchema#"

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
        solutions = snapshot.rows(question.sparql, binding)
        found = [{column: each[column] for column in question.columns} for each in solutions]
        if question.collated:
            found.sort(key=lambda row: collated(str(_plain(row[question.collated]) or "")))
        for row in found:
            rows.setdefault(tuple(map(str, row.values())), row)
    return Answer(question.columns, tuple(rows.values()), snapshot.version)


def ask(snapshot: Snapshot, sparql: str) -> Answer:
    """The solutions of any SELECT query as an answer."""
    form = form_of(sparql)
    if form not in ("SELECT", "ASK"):
        raise UnknownParameter(
            f"truy vấn {form} cho một đồ thị, không cho các dòng; hãy lấy ttl hoặc nt",
            f"a {form} query gives a graph, not rows; ask for ttl or nt",
        )
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


def bindings(
    snapshot: Snapshot, question: Question, parameters: Mapping[str, str]
) -> Iterator[dict[str, Term]]:
    """Every binding that the given parameters can mean."""
    known = {each.name: each for each in question.parameters}
    for name in parameters:
        if name not in known:
            takes = ", ".join(known) or "–"
            raise UnknownParameter(
                f"“{question.name}” không có tham số “{name}”; các tham số là {takes}",
                f"'{question.name}' has no parameter '{name}'; it takes {takes}",
            )
    given = {n: v for n, v in parameters.items() if v.strip()}
    needed = {each.variable for each in question.parameters if each.needed}
    bound = {known[name].variable for name in given}
    if needed - bound:
        names = [each.name for each in question.parameters if each.needed]
        raise UnknownParameter(
            f"“{question.name}” cần {' hoặc '.join(names)}",
            f"'{question.name}' needs {' or '.join(names)}",
        )
    variables = [known[name].variable for name in given]
    found = [meanings(snapshot, known[name], value) for name, value in given.items()]
    for terms in product(*found):
        yield dict(zip(variables, terms, strict=True))


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
