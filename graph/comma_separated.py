"""Solutions as CSV, by SPARQL 1.1 Query Results CSV.

The engine writes it too, but does not keep how a number with an exponent was written and gives
1.0E6 as 1000000. XML Schema has one form for each such number, the canonical one: that is written.
"""

import csv
import io
from decimal import Decimal, InvalidOperation
from typing import Protocol

import pyoxigraph as ox

from graph.snapshots import Term

_FLOATS = ("http://www.w3.org/2001/XMLSchema#double", "http://www.w3.org/2001/XMLSchema#float")
# So many rows are written at once.
_ROWS = 1_000


class Sink(Protocol):
    """What takes bytes."""

    def write(self, data: bytes, /) -> int:
        """Take some."""


def write_csv(solutions: ox.QuerySolutions, out: Sink) -> None:
    """Write a head and a line for each solution, ended as RFC 4180 has it."""
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow([variable.value for variable in solutions.variables])
    for number, solution in enumerate(solutions, 1):
        lines.writerow([_field(term) for term in solution])
        if number % _ROWS == 0:
            out.write(text.getvalue().encode())
            text.seek(0)
            text.truncate()
    out.write(text.getvalue().encode())


def canonical(number: str) -> str:
    """A number with an exponent in the canonical form of XML Schema; what is none stays.

    >>> [canonical(each) for each in ("1000000", "-0.25", "0", "INF", "12.50E-3")]
    ['1.0E6', '-2.5E-1', '0.0E0', 'INF', '1.25E-2']
    """
    try:
        sign, digits, _ = (value := Decimal(number)).as_tuple()
    except InvalidOperation:
        return number
    if not value.is_finite():
        return number
    figures = "".join(map(str, digits)).strip("0") or "0"
    exponent = value.adjusted() if value else 0
    return f"{'-' if sign else ''}{figures[0]}.{figures[1:] or '0'}E{exponent}"


def _field(term: Term | None) -> str:
    if isinstance(term, ox.Literal):
        return canonical(term.value) if term.datatype.value in _FLOATS else term.value
    if term is None:
        return ""
    return term.value if isinstance(term, ox.NamedNode) else str(term)
