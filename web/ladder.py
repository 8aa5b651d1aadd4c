"""The implementation ladder: who carries an instrument out, who was inspected, by level."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.collation import collated
from ontology import iris
from web.as_of import become
from web.cells import Cell, Value, link
from web.paths import sort_of
from web.reading import Reader

_VK = iris.ONTOLOGY
_NOTATION = "http://www.w3.org/2004/02/skos/core#notation"
_LEVELS = ("trung ương", "tỉnh", "huyện", "xã", "thôn")
# By these an instrument is issued to carry out another.
_CARRIES_OUT = ("implements", "concretises", "guides", "details", "inspectsImplementationOf")
# So many stand on a rung; the coverage matrix has them all.
_SHOWN = 12


# What units did: by unit the things whose sentences say so, each with the measures that it tells of
# or the instrument that it is.
Steps = dict[str, dict[str, list[Cell]]]


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of the ladder: who implements there and who was inspected there, by name.

    Who was inspected has for a note what its place has become. Of many the first stand here;
    `implementing` and `seen` say how many there are.
    """

    label: str
    values: tuple[Value, ...]
    inspected: tuple[Value, ...]
    implementing: int
    seen: int


def ladder(reader: Reader, iri: str) -> tuple[Rung, ...]:
    """From the centre down; a level of which nothing is told stands there as such."""
    steps: dict[str, Steps] = {}
    for level, who, one, measures in (*_told(reader, iri), *_issued(reader, iri)):
        steps.setdefault(level, {}).setdefault(who, {})[one] = measures
    units = _inspected(reader, iri)
    if not (steps or units):
        return ()
    # Hamlets are rarely told of: their silence is not worth a column.
    shown = [each for each in _LEVELS if each in (*steps, *units) or each != _LEVELS[-1]]
    return tuple(
        _rung(reader, iri, level, steps.get(level, {}), units.get(level, {})) for level in shown
    )


def _rung(reader: Reader, iri: str, level: str, done: Steps, seen: Steps) -> Rung:
    return Rung(
        label=reader.names.called(level),
        values=tuple(value for _, value in _values(reader, iri, done)),
        inspected=tuple(
            replace(value, note=become(reader, who)) for who, value in _values(reader, iri, seen)
        ),
        implementing=len(done),
        seen=len(seen),
    )


def _values(reader: Reader, iri: str, steps: Steps) -> Iterator[tuple[str, Value]]:
    first = sorted(steps, key=lambda who: (collated(reader.label(who)), who))[:_SHOWN]
    return ((who, _value(reader, iri, who, steps[who])) for who in first)


def _value(reader: Reader, iri: str, who: str, told: Mapping[str, Sequence[Cell]]) -> Value:
    """A unit with all that it did, in the order of the sources."""
    by_place = sorted(told, key=reader.position)
    proofs = [
        proof for one in by_place for proof in reader.claimed(one, iri) or reader.evidence(one)
    ]
    measures = dict.fromkeys(measure for one in by_place for measure in told[one])
    return Value(link(reader, who), tuple(dict.fromkeys(proofs)), tuple(measures))


def _told(reader: Reader, iri: str) -> Iterator[tuple[str, str, str, list[Cell]]]:
    """The implementations that sources tell of: level, who, where, and by what measures."""
    for one in reader.subjects(_VK + "ofInstrument", iri):
        measures = list(map(Cell, reader.objects(one, _VK + "measure")))
        for who in reader.objects(one, _VK + "implementer"):
            yield _level(reader, one), who, one, measures


def _issued(reader: Reader, iri: str) -> Iterator[tuple[str, str, str, list[Cell]]]:
    """The instruments issued to carry it out; one whose issuer nobody names stands for itself."""
    found = (end for name in _CARRIES_OUT for end in reader.subjects(_VK + name, iri))
    for other in sorted({each for each in found if sort_of(each) == "instrument"}):
        issuers = reader.objects(other, _VK + "issuedBy")
        if issuers:
            yield _level(reader, issuers[0]), issuers[0], other, [link(reader, other)]
        else:
            yield "", other, other, []


def _inspected(reader: Reader, iri: str) -> dict[str, Steps]:
    """By level the units that were inspected on the instrument."""
    found: dict[str, Steps] = {}
    held = iris.CONCEPT + "da-tien-hanh"
    for inspection in reader.subjects(_VK + "inspectsImplementationOf", iri):
        if held in reader.objects(inspection, _VK + "status"):
            for unit in reader.objects(inspection, _VK + "inspectedUnit"):
                if level := _level(reader, unit):
                    found.setdefault(level, {}).setdefault(unit, {})[inspection] = []
    return found


def _level(reader: Reader, iri: str) -> str:
    levels = reader.objects(iri, _VK + "level")
    codes = [code for level in levels for code in reader.objects(level, _NOTATION)]
    return codes[0] if codes else ""
