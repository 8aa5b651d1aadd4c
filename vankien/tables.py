"""The rows of an answer in each format that `vankien query` prints."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence

import pyoxigraph as ox

from ontology import iris

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = Mapping[str, Term | None]

# A quote may be a paragraph long; a table in a terminal shows its start and that there is more.
_WIDEST = 60


def table(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """Aligned columns; long cells end in an ellipsis, IRIs are printed without the base."""
    cells = [list(columns), *([_shown(row.get(column)) for column in columns] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, ["-" * width for width in widths])
    return "".join("  ".join(map(str.ljust, line, widths)).rstrip() + "\n" for line in cells)


def comma_separated(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """The SPARQL 1.1 CSV format: a header, then the plain value of every cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_value(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()


def results_json(columns: Sequence[str], rows: Sequence[Row]) -> str:
    """The SPARQL 1.1 JSON format, which keeps the type of every cell."""
    bindings = [
        {column: _typed(term) for column in columns if (term := row.get(column)) is not None}
        for row in rows
    ]
    results = {"head": {"vars": list(columns)}, "results": {"bindings": bindings}}
    return json.dumps(results, ensure_ascii=False, indent=1) + "\n"


FORMATS: dict[str, Callable[[Sequence[str], Sequence[Row]], str]] = {
    "table": table,
    "csv": comma_separated,
    "json": results_json,
}


def _value(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.Triple) else term.value


def _shown(term: Term | None) -> str:
    value = _value(term)
    if isinstance(term, ox.NamedNode):
        value = value.removeprefix(iris.BASE.rstrip("/"))
    value = " ".join(value.split())
    return value if len(value) <= _WIDEST else value[: _WIDEST - 1] + "…"


def _typed(term: Term) -> dict[str, str]:
    if isinstance(term, ox.Literal):
        typed = {"type": "literal", "value": term.value}
        if term.language:
            return typed | {"xml:lang": term.language}
        plain = "http://www.w3.org/2001/XMLSchema#string"
        datatype = term.datatype.value
        return typed if datatype == plain else typed | {"datatype": datatype}
    return {"type": "uri" if isinstance(term, ox.NamedNode) else "bnode", "value": _value(term)}
