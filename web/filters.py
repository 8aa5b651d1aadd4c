"""How a list is narrowed, sorted and paged: every choice is an address of the same list."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import request

from graph.search import FACETS, Results, Sought
from ontology import iris
from web.entities import inverse_label
from web.language import word
from web.paths import is_ours
from web.reading import Reader

_RELATION = re.compile(r"\^?[A-Za-z]+")
_VALUES_SHOWN = 8
_VALUES_AT_ALL = 40
_ORDER_OF = {"name": "name", "date": "-date", "published": "-date", "mentions": "cited"}
_ORDER_OF |= {"citations": "cited"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter: how many it leaves, and the address that sets or lifts it."""

    label: str
    count: int
    address: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter with its values; `more` are those behind a click."""

    label: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a column, with the address that sorts by it."""

    label: str
    address: str = ""
    sorted: str = ""


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a reader is in a list, and the ways on."""

    number: int
    last: int
    before: str = ""
    after: str = ""


def address(**changed: str | None) -> str:
    """The address of this list with some of its parameters changed, or left out for None."""
    kept = {name: value for name, value in request.args.items() if name != "format" and value}
    kept.update({name: value for name, value in changed.items() if value is not None})
    left = {name: value for name, value in kept.items() if changed.get(name, "") is not None}
    return f"/search?{urlencode(left)}"


def heading(column: str, sought: Sought) -> Heading:
    """The head of a column; a second click on a date turns its order round."""
    label, order = word("columns", column), _ORDER_OF.get(column)
    if order is None:
        return Heading(label)
    if sought.order.lstrip("-") != order.lstrip("-"):
        return Heading(label, address(order=order, page=None))
    turned = {"-date": "date", "date": "-date"}.get(sought.order, order)
    way = "descending" if sought.order in ("-date", "cited") else "ascending"
    return Heading(label, address(order=turned, page=None), way)


def filters(of: Reader, sought: Sought, found: Results) -> Iterator[Filter]:
    """The filters that this list can still be narrowed by, the chosen ones with their way back."""
    sorts = dict(sorted(found.sorts.items(), key=lambda each: -each[1]))
    if sorts:
        choices = [
            Choice(word("sorts", "part" if name == "passage" else name), count,
                   address(of=None if name == sought.sort else name, page=None),
                   name == sought.sort)
            for name, count in sorts.items()
        ]  # fmt: skip
        yield Filter(word("facets", "sort"), tuple(choices))
    for facet in FACETS:
        values = dict(found.facets.get(facet, {}))
        chosen = sought.filters.get(facet)
        if chosen:
            values = {chosen: values.get(chosen, found.total)}
        if facet == "year":
            values = dict(sorted(values.items(), reverse=True))
        choices = [_choice(of, facet, each, count, chosen) for each, count in values.items()]
        if choices:
            shown, more = choices[:_VALUES_SHOWN], choices[_VALUES_SHOWN:_VALUES_AT_ALL]
            yield Filter(word("facets", facet), tuple(shown), tuple(more))


def _choice(of: Reader, facet: str, value: str, count: int, chosen: str | None) -> Choice:
    target = None if value == chosen else value.removeprefix(iris.BASE)
    changed: dict[str, str | None] = {facet: target, "page": None}
    return Choice(named(of, facet, value), count, address(**changed), value == chosen)


def named(of: Reader, facet: str, value: str) -> str:
    """How a value of a filter is called."""
    if facet == "relation" and _RELATION.fullmatch(value):
        predicate = iris.ONTOLOGY + value.removeprefix("^")
        return inverse_label(of, predicate) if value.startswith("^") else of.label(predicate)
    return of.told_apart(value) if is_ours(value) else value


def pages(sought: Sought, found: Results) -> Pages:
    """The page of a list, and the addresses of those around it."""
    number = sought.offset // sought.limit + 1
    last = max(1, -(-found.total // sought.limit))
    return Pages(
        number,
        last,
        address(page=str(number - 1)) if number > 1 else "",
        address(page=str(number + 1)) if number < last else "",
    )
