"""What a typed value can mean: a number in any spelling, a name with or without its marks, a day.

Addresses are taken as IRIs, and as the paths of this application's own pages.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches

import pyoxigraph as ox

from graph.folding import words
from graph.named import named, untyped
from graph.refusals import NotTraced
from graph.snapshots import Snapshot, Term
from ontology import iris
from ontology.numbers import normalise, parse
from queries import Parameter

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
# '18/8/2021', '18-8-2021', '18.8.2021', '8/2021': day first, as Vietnam writes
_PRINTED = re.compile(r"(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-](?P<year>\d{4})")
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_XSD = "http://www.w3.org/2001/XMLSchema#"
_BEARERS = """
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?instrument ?_number WHERE { ?instrument dcterms:identifier ?_number }"""
_NUMBERS = """
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?number WHERE { ?instrument dcterms:identifier ?number }"""
_LEVELS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vk: <https://w3id.org/vankien/ontology#>
SELECT DISTINCT ?level WHERE { ?body vk:level/skos:notation ?level }"""
_NEAR = 5


class UnknownParameter(NotTraced):
    """A question does not take this parameter, needs another, or cannot read its value."""


class UnknownNumber(Exception):
    """No instrument in the store bears this number; `near` are those that look like it."""

    def __init__(self, number: str, near: Sequence[str]) -> None:
        said = f"; near it: {', '.join(near)}" if near else ""
        super().__init__(f"no instrument in the loaded sources bears the number '{number}'{said}")
        self.number = number
        self.near = tuple(near)


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
        raise UnknownNumber(number, _near(printed, known))
    return sorted({row["instrument"].value for row in found})


def _near(number: str, known: Iterable[str]) -> list[str]:
    """The numbers that look like one; of `124` alone those that count to 124."""
    if not number.isdecimal():
        return get_close_matches(number, known, n=_NEAR, cutoff=0.6)
    counted = ((parse(each), each) for each in sorted(known))
    return [each for number_, each in counted if number_ and number_.value == int(number)][:_NEAR]


def meanings(snapshot: Snapshot, parameter: Parameter, value: str) -> list[Term]:
    """The terms that the value of a parameter can mean; UnknownParameter where there is none."""
    value = unicodedata.normalize("NFC", value.strip())
    if parameter.sort == "date":
        return [_day(parameter, value)]
    if parameter.sort == "text":
        return [ox.Literal(value)]
    if parameter.sort == "level":
        return [_level(snapshot, parameter, value)]
    if value.startswith("/"):
        return [_node(parameter, iris.BASE + value[1:].removesuffix(".html"))]
    if _ABSOLUTE.fullmatch(value):
        return [_node(parameter, value)]
    if parameter.sort == "instrument":
        return [ox.NamedNode(each) for each in bearers(snapshot, value)]
    if parameter.sort == "source":
        return [_node(parameter, iris.source(value))]
    return [ox.NamedNode(each) for each in _named(snapshot, parameter, value)]


def day(value: str) -> str | None:
    """The ISO form of a day, a month or a year as people write it; None for what is none.

    >>> day("18/8/2021"), day("8/2021"), day("2021-08-18"), day("31/02/2021")
    ('2021-08-18', '2021-08', '2021-08-18', None)
    """
    match = _ISO.fullmatch(value) or _PRINTED.fullmatch(value)
    if match is None:
        return None
    parts = [int(match[name]) for name in ("year", "month", "day") if match[name]]
    try:
        date(*parts, *[1] * (3 - len(parts)))
    except ValueError:
        return None
    return "-".join((f"{parts[0]:04d}", *(f"{each:02d}" for each in parts[1:])))


def _day(parameter: Parameter, value: str) -> ox.Literal:
    iso = day(value)
    if iso is None:
        raise UnknownParameter(
            f"{parameter.name}: “{value}” không phải là ngày như 18/08/2021 hay 2021-08-18",
            f"{parameter.name}: '{value}' is no date like 2021-08-18 or 18/08/2021",
        )
    return ox.Literal(iso, datatype=ox.NamedNode(_XSD + _DATE_TYPES[len(iso)]))


def _level(snapshot: Snapshot, parameter: Parameter, value: str) -> ox.Literal:
    """A level by its name, with or without marks."""
    known = sorted(row["level"].value for row in snapshot.rows(_LEVELS))
    found = next((each for each in known if words(each) == words(value)), None)
    if known and found is None:
        raise UnknownParameter(
            f"{parameter.name}: không có cấp “{value}”; các cấp là {', '.join(known)}",
            f"{parameter.name}: there is no level '{value}'; the levels are {', '.join(known)}",
        )
    return ox.Literal(found or value)


def _node(parameter: Parameter, iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError:
        raise UnknownParameter(
            f"{parameter.name}: “{iri}” không phải là IRI", f"{parameter.name}: '{iri}' is no IRI"
        ) from None


def _named(snapshot: Snapshot, parameter: Parameter, value: str) -> list[str]:
    """The bodies or places of a name: as it is, without its marks, without its type.

    Of places of one name the widest come first, of these those that are there today.
    """
    known, folded = named(snapshot, parameter.sort), tuple(words(value))
    found = (
        {each.thing for each in known if each.name.lower() == value.lower()}
        or {each.thing for each in known if each.folded == folded}
        or {
            each.thing
            for each in known
            if parameter.sort == "place" and untyped(each.folded) == folded
        }
    )
    past = {each.thing for each in known if each.is_past}
    if not found:
        near = ", ".join(
            get_close_matches(value, sorted({each.name for each in known}), n=3, cutoff=0.6)
        )
        raise UnknownParameter(
            f"{parameter.name}: nguồn đã nạp không nói tới “{value}”"
            + (f"; gần giống: {near}" if near else ""),
            f"{parameter.name}: nothing here is called '{value}'"
            + (f"; near it: {near}" if near else ""),
        )
    return sorted(found, key=lambda thing: (_narrow(thing), thing in past, thing))


def _narrow(thing: str) -> int:
    """How narrow a place is, by the digits of its code: 2 of a province, 3 of a district, 5."""
    code = re.match(r"\d*", thing.rsplit("/", 1)[-1])
    return len(code[0]) if code else 0
