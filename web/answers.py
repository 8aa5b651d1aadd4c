"""Answers of the named questions as tables for people: what proves a row moves from its columns into its evidence."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from graph.questions import Answer
from web.cells import Row, Table, cell
from web.language import say
from web.reading import Proof, Reader, Term

# What every row of every question carries to be believed.
EVIDENCE = frozenset({"source", "quote", "start", "end", "authority", "rule"})


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    file = resources.files("web") / "words.json"
    found: dict[str, dict[str, list[str]]] = json.loads(file.read_text(encoding="utf-8"))
    return found


def word(group: str, name: str) -> str:
    """How a column, a parameter, a sort of thing or a tone is called in the reader's language."""
    vietnamese, english = _words()[group].get(name, (name, name))
    return say(vietnamese, english)


def text_in(row: Mapping[str, Term | None], column: str) -> str:
    """What one column of a row holds, empty where it is unbound."""
    term = row.get(column)
    return term.value if term is not None else ""


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
    reader: Reader, answer: Answer, columns: Sequence[str] = (), most: int | None = None
) -> Table:
    """The answer as a table of the columns named, or of all that are not evidence."""
    shown = [c for c in columns or answer.columns if c not in EVIDENCE and c in answer.columns]
    rows = answer.rows[:most]
    return Table(
        headings=tuple(word("columns", column) for column in shown),
        rows=tuple(
            Row(tuple(cell(reader, row.get(c)) for c in shown), proofs_of(reader, row))
            for row in rows
        ),
        total=len(answer.rows),
    )
