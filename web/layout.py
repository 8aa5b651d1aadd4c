"""Where the nodes of a neighbourhood stand: in rows by level, or in rings around one of them."""

import math
from collections.abc import Mapping, Sequence

# A label of three lines at rest, with air around it.
_WIDE, _HIGH = 200, 115
_IN_A_ROW = 7
# Rows that are tried: first in the middle, then more and more aside, then wider.
_SHIFTS = (0, 0.25, -0.25, 0.5, -0.5)
_STRETCHES = (1, 1.25, 1.5, 1.75)
_HALF_A_LABEL = 0.36

Place = tuple[float, float]


def rings(centre: str, others: Sequence[str]) -> dict[str, Place]:
    """The chosen node in the middle, the others in rings that hold what fits without touching."""
    places = {centre: (0.0, 0.0)}
    ring, first = 1, 0
    while first < len(others):
        here = others[first : first + _room(ring)]
        for index, node in enumerate(here):
            angle = 2 * math.pi * index / len(here) - math.pi / 2
            # Wider than high, as labels are; every second node steps out of its neighbours' way.
            reach = ring + 0.35 * (index % 2 if len(here) > 6 else 0)
            places[node] = (
                round(1.6 * _WIDE * reach * math.cos(angle)),
                round(1.7 * _HIGH * reach * math.sin(angle)),
            )
        first += len(here)
        ring += 1
    return places


def _room(ring: int) -> int:
    return 10 * ring


def rows(centre: str, levels: Mapping[str, float]) -> dict[str, Place]:
    """Nodes top-down by level, left to right as given; the chosen one is alone in its row.

    A row is shifted and stretched until its lines to the chosen node keep clear of the nodes that
    stand between.
    """
    own = {**levels, centre: levels[centre] + 0.5}
    lines = [line for level in sorted(set(own.values())) for line in _lines(own, level)]
    middle = (0.0, float(_HIGH * lines.index([centre])))
    places: dict[str, Place] = {centre: middle}
    # The nearest rows first: they stand in the way of those behind them.
    for number, line in sorted(enumerate(lines), key=lambda each: abs(each[0] * _HIGH - middle[1])):
        if line != [centre]:
            tried = [_row(line, number, shift, wide) for wide in _STRETCHES for shift in _SHIFTS]
            taken = [place for place in places.values() if place != middle]
            blocked = [_blocked(list(row.values()), taken, middle) for row in tried]
            places |= tried[blocked.index(min(blocked))]
    return places


def _row(line: Sequence[str], number: int, shift: float, wide: float) -> dict[str, Place]:
    return {
        node: (_WIDE * (wide * (index - (len(line) - 1) / 2) + shift), float(number * _HIGH))
        for index, node in enumerate(line)
    }


def _blocked(row: Sequence[Place], taken: Sequence[Place], middle: Place) -> float:
    """How far straight lines from the row to the middle run into the places that are taken."""
    found = 0.0
    for x, y in row:
        for other_x, other_y in taken:
            if min(y, middle[1]) < other_y < max(y, middle[1]):
                crossing = middle[0] + (x - middle[0]) * (other_y - middle[1]) / (y - middle[1])
                found += max(0.0, _WIDE * _HALF_A_LABEL - abs(crossing - other_x))
    return found


def _lines(levels: Mapping[str, float], level: float) -> list[list[str]]:
    here = [node for node, own in levels.items() if own == level]
    return [here[start : start + _IN_A_ROW] for start in range(0, len(here), _IN_A_ROW)]
