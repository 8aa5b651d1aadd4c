"""The implementation ladder: who carries an instrument out, who was inspected, by level."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.questions import answer
from graph.snapshots import Term
from web.answers import proofs_of, text_in
from web.cells import Cell, Value, link, named
from web.reading import Proof, Reader, said

_LEVELS = ("trung ương", "tỉnh", "huyện", "xã", "thôn")


@dataclass(frozen=True, slots=True)
class Rung:
    """One level of the ladder: who implements there, and who was inspected there."""

    label: str
    values: tuple[Value, ...]
    inspected: tuple[Value, ...] = ()


def ladder(reader: Reader, iri: str) -> tuple[Rung, ...]:
    """From the centre down; a level of which nothing is told stands there as such."""
    rows = answer(reader.snapshot, "implementation", {"instrument": iri}).rows
    units = _inspected(reader, iri)
    if not (rows or units):
        return ()
    rungs = []
    for level in _LEVELS:
        steps = tuple(_step(reader, row) for row in rows if text_in(row, "level") == level)
        # Hamlets are rarely told of: their silence is not worth a column.
        if steps or level in units or level != _LEVELS[-1]:
            rungs.append(Rung(reader.called(level), steps, units.get(level, ())))
    return tuple(rungs)


def _inspected(reader: Reader, iri: str) -> dict[str, tuple[Value, ...]]:
    """By level the units that were inspected on the instrument."""
    found: dict[str, dict[str, list[Proof]]] = {}
    for row in reader.rows("inspected", iri):
        units = found.setdefault(said(row, "level"), {})
        units.setdefault(said(row, "unit"), []).append(reader.proof(row))
    return {
        level: tuple(Value(link(reader, unit), tuple(proofs)) for unit, proofs in units.items())
        for level, units in found.items()
    }


def _step(reader: Reader, row: Mapping[str, Term | None]) -> Value:
    """Who implements, by what measure, and the sentence that says so."""
    measure, number = text_in(row, "measure"), text_in(row, "measureNumber")
    steps = (named(reader, text_in(row, "body")), Cell(measure), named(reader, number))
    who, *how = (each for each in steps if each.text)
    return Value(who, proofs_of(reader, row), tuple(how))
