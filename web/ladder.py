"""The implementation ladder: who carries an instrument out, who was inspected, by level."""

from collections.abc import Iterator
from dataclasses import dataclass

from ontology import iris
from web.cells import Cell, Value, link
from web.paths import sort_of
from web.quoting import Proof
from web.reading import Reader

_VK = iris.ONTOLOGY
_NOTATION = "http://www.w3.org/2004/02/skos/core#notation"
_LEVELS = ("trung ương", "tỉnh", "huyện", "xã", "thôn")
# By these an instrument is issued to carry out another.
_CARRIES_OUT = ("implements", "concretises", "guides", "details", "inspectsImplementationOf")


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of the ladder: who implements there, and who was inspected there."""

    label: str
    values: tuple[Value, ...]
    inspected: tuple[Value, ...] = ()


def ladder(reader: Reader, iri: str) -> tuple[Rung, ...]:
    """From the centre down; a level of which nothing is told stands there as such."""
    steps: dict[str, list[Value]] = {}
    for level, step in (*_told(reader, iri), *_issued(reader, iri)):
        steps.setdefault(level, []).append(step)
    units = _inspected(reader, iri)
    if not (steps or units):
        return ()
    # Hamlets are rarely told of: their silence is not worth a column.
    shown = [each for each in _LEVELS if each in (*steps, *units) or each != _LEVELS[-1]]
    return tuple(
        Rung(reader.names.called(level), tuple(steps.get(level, ())), units.get(level, ()))
        for level in shown
    )


def _told(reader: Reader, iri: str) -> Iterator[tuple[str, Value]]:
    """The implementations that sources tell of: who, and by what measure."""
    for one in sorted(reader.subjects(_VK + "ofInstrument", iri), key=reader.position):
        measures = tuple(map(Cell, reader.objects(one, _VK + "measure")))
        for who in reader.objects(one, _VK + "implementer"):
            yield _level(reader, one), Value(link(reader, who), reader.evidence(one), measures)


def _issued(reader: Reader, iri: str) -> Iterator[tuple[str, Value]]:
    """The instruments that were issued to carry it out."""
    found = (end for name in _CARRIES_OUT for end in reader.subjects(_VK + name, iri))
    for other in sorted({each for each in found if sort_of(each) == "instrument"}):
        issuers = reader.objects(other, _VK + "issuedBy")
        level = _level(reader, issuers[0]) if issuers else ""
        who = link(reader, issuers[0]) if issuers else link(reader, other)
        proofs = reader.claimed(other, iri) or reader.evidence(other)
        yield level, Value(who, proofs, (link(reader, other),) if issuers else ())


def _inspected(reader: Reader, iri: str) -> dict[str, tuple[Value, ...]]:
    """By level the units that were inspected on the instrument."""
    found: dict[str, dict[str, list[Proof]]] = {}
    held = iris.CONCEPT + "da-tien-hanh"
    for inspection in reader.subjects(_VK + "inspectsImplementationOf", iri):
        if held in reader.objects(inspection, _VK + "status"):
            for unit in reader.objects(inspection, _VK + "inspectedUnit"):
                units = found.setdefault(_level(reader, unit), {})
                units.setdefault(unit, []).extend(reader.evidence(inspection))
    return {
        level: tuple(
            Value(link(reader, unit), tuple(proofs)) for unit, proofs in sorted(units.items())
        )
        for level, units in found.items()
        if level
    }


def _level(reader: Reader, iri: str) -> str:
    levels = reader.objects(iri, _VK + "level")
    codes = [code for level in levels for code in reader.objects(level, _NOTATION)]
    return codes[0] if codes else ""
