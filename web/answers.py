"""Answers of the named questions as tables: what proves a row moves into its evidence."""

from collections.abc import Mapping, Sequence

from pyoxigraph import Literal

from graph.questions import Answer
from graph.snapshots import Term
from web.cells import Cell, Row, Table, cell, named
from web.language import word
from web.naming import plain
from web.quoting import Proof
from web.reading import Reader

# What every row of every question carries to be believed.
EVIDENCE = frozenset({"source", "quote", "start", "end", "authority", "rule"})
# Columns that hold the names of bodies and the numbers of instruments.
_NAMES = frozenset(
    {"body", "issuer", "unit", "inspector", "leader", "parent", "number", "measureNumber"}
)
# Columns that hold the codes of concepts.
_CODED = frozenset({"decision", "sort", "level", "mode", "form", "status", "treatment", "validity"})


def text_in(row: Mapping[str, Term | None], column: str) -> str:
    """What one column of a row holds, empty where it is unbound."""
    return plain(row.get(column))


def proofs_of(reader: Reader, row: Mapping[str, Term | None]) -> tuple[Proof, ...]:
    """The evidence that a row carries: a quote of a source, or an entry of the authority list."""
    found = []
    if text_in(row, "source") and text_in(row, "start"):
        source, rule = text_in(row, "source"), text_in(row, "rule")
        start, end = int(text_in(row, "start")), int(text_in(row, "end"))
        found.append(reader.quoted(source, start, end, text_in(row, "quote"), rule))
    if text_in(row, "authority"):
        found.append(Proof(tone="authority", authority=text_in(row, "authority")))
    return tuple(found)


def table_of(
    reader: Reader,
    answer: Answer,
    columns: Sequence[str] = (),
    most: int | None = None,
    together: str = "",
) -> Table:
    """The answer as a table of the columns named, or of all that are not evidence.

    Rows that agree in the column `together` become one row.
    """
    shown = [c for c in columns or answer.columns if c not in EVIDENCE and c in answer.columns]
    groups: dict[object, list[Mapping[str, Term | None]]] = {}
    for number, row in enumerate(answer.rows):
        groups.setdefault(row.get(together) or number, []).append(row)
    kept = list(groups.values())[:most]
    return Table(
        headings=tuple(word("columns", column) for column in shown),
        rows=tuple(_row(reader, shown, group) for group in kept),
        total=len(groups),
    )


def _row(reader: Reader, shown: Sequence[str], group: Sequence[Mapping[str, Term | None]]) -> Row:
    """One row of several that are about one thing, each different value once."""
    cells = []
    for column in shown:
        found = dict.fromkeys(_cell(reader, column, row.get(column)) for row in group)
        cells.append(next(iter(found)) if len(found) == 1 else Cell("", parts=tuple(found)))
    proofs = dict.fromkeys(proof for row in group for proof in proofs_of(reader, row))
    return Row(tuple(cells), tuple(proofs))


def _cell(reader: Reader, column: str, term: Term | None) -> Cell:
    """A value as people read it; a code of the JSON under its label."""
    if column in _CODED and isinstance(term, Literal):
        return Cell(reader.names.called(term.value))
    if column in _NAMES and isinstance(term, Literal):
        return named(reader, term.value)
    if column == "text":
        return Cell(text_in({column: term}, column), "long")
    return cell(reader, term)
