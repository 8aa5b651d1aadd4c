"""Bodies and places by what they are called.

There are fourteen thousand places, so of a version that lies here they are gathered once; what a
version says never changes, and seldom is it anything but what the version before it said.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import pyoxigraph as ox

from graph.folding import words
from graph.snapshots import Snapshot, Version
from graph.whole import Whole, solutions, whole
from ontology import iris
from ontology.places import places

_NAMED = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX vk: <https://w3id.org/vankien/ontology#>
SELECT DISTINCT ?thing ?name ?until WHERE {
  ?thing a <CLASS> ; rdfs:label|skos:altLabel ?name OPTIONAL { ?thing vk:validTo ?until }
}"""
_IS_PLACE = "SELECT ?thing WHERE { ?thing a <https://w3id.org/vankien/ontology#AdminUnit> }"
_BODY = "http://www.w3.org/ns/org#Organization"
_CLASSES = {"body": _BODY, "place": iris.ONTOLOGY + "AdminUnit"}
# What stands before the name of a place; people leave it out.
_TYPES = frozenset(
    map(tuple, map(words, "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu".split("|")))
)
# Of two versions, say, the bodies and the places.
_MOST = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a thing, as it is and in folded words; `is_past` where the thing has ended."""

    thing: str
    name: str
    folded: tuple[str, ...]
    is_past: bool


_gathered: dict[tuple[Path, Version, str], tuple[Named, ...]] = {}


def named(snapshot: Snapshot, sort: str) -> tuple[Named, ...]:
    """Every name of the places, or of the bodies, of a version."""
    if not (snapshot.directory / "VERSION").exists():
        return _named(snapshot, sort)
    key = (snapshot.directory, snapshot.version, sort)
    found = _gathered.get(key)
    if found is None:
        found = _named(snapshot, sort)
        for old in [*_gathered][: 1 - _MOST]:
            _gathered.pop(old, None)
        _gathered[key] = found
    return found


def places_called(snapshot: Snapshot, name: str) -> list[str]:
    """The places of the record that are called just that: `xa mu cang chai`, with its type."""
    called = recorded().get(tuple(words(name)), ())
    # the record of the package may be newer than that of the store
    return [each for each in called if snapshot.looked_up(_IS_PLACE, {"thing": ox.NamedNode(each)})]


@cache
def recorded() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The places of the record by the folded words of their names with the type."""
    found: dict[tuple[str, ...], set[str]] = {}
    for each in places():
        for spelling in (each.name, *each.variants):
            found.setdefault(tuple(words(f"{each.type} {spelling}")), set()).add(each.iri)
    return {folded: tuple(sorted(things)) for folded, things in found.items()}


def untyped(folded: tuple[str, ...]) -> tuple[str, ...]:
    """The folded words of a place without its type: `mu cang chai` of `huyện Mù Cang Chải`."""
    typed = next((n for n in (2, 1) if folded[:n] in _TYPES), 0)
    return folded[typed:]


def asked(sort: str) -> str:
    """The question that tells every name of a sort."""
    return _NAMED.replace("CLASS", _CLASSES.get(sort, _BODY))


def _named(snapshot: Snapshot, sort: str) -> tuple[Named, ...]:
    of = whole(snapshot)
    if isinstance(of, Whole):
        return _told(of.answer(asked(sort)))
    return _gathered_from(of.rows(asked(sort)))


@lru_cache(maxsize=_MOST)
def _told(answer: bytes) -> tuple[Named, ...]:
    """The names in an answer."""
    return _gathered_from(solutions(answer))


def _gathered_from(rows: Iterable[ox.QuerySolution]) -> tuple[Named, ...]:
    return tuple(
        Named(
            row["thing"].value,
            row["name"].value,
            tuple(words(row["name"].value)),
            row["until"] is not None,
        )
        for row in rows
    )
