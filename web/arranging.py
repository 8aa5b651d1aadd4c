"""An answer as the address arranges it: sorted by a column, narrowed by words, paged."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from flask import request

from graph.collation import collated
from graph.folding import fold
from graph.questions import Answer
from graph.snapshots import Term
from web.naming import plain

_ON_A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Arranged:
    """The rows of one page, how many there are in all, and the addresses before and after."""

    answer: Answer
    total: int
    first: int
    order: str
    words: str
    before: str = ""
    after: str = ""


def arranged(found: Answer) -> Arranged:
    """The answer under `?order=` (`-` turns it round), `?has=` and `?page=`."""
    order, words = request.args.get("order", ""), request.args.get("has", "").strip()
    rows = list(found.rows)
    if words:
        rows = [row for row in rows if fold(words) in fold(" ".join(map(plain, row.values())))]
    column = order.removeprefix("-")
    if column in found.columns:
        rows.sort(key=lambda row: _key(row, column), reverse=order.startswith("-"))
    last = max(1, -(-len(rows) // _ON_A_PAGE))
    asked = request.args.get("page", "1")
    number = min(int(asked[:6]), last) if asked.isascii() and asked.isdigit() else 1
    first = (max(number, 1) - 1) * _ON_A_PAGE
    shown = tuple(rows[first : first + _ON_A_PAGE])
    return Arranged(
        replace(found, rows=shown),
        len(rows),
        first + 1,
        order,
        words,
        _turned(number - 1) if number > 1 else "",
        _turned(number + 1) if number < last else "",
    )


def _key(row: Mapping[str, Term | None], column: str) -> tuple[bool, float, str]:
    """Numbers by value, the rest in Vietnamese order; what is not said stands first."""
    text = plain(row[column])
    try:
        return bool(text), float(text), ""
    except ValueError:
        return bool(text), 0.0, collated(text)


def _turned(number: int) -> str:
    kept = {name: value for name, value in request.args.items() if name != "page"}
    return f"{request.path}?{urlencode({**kept, 'page': str(number)})}"
