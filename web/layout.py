"""Where the nodes of a neighbourhood stand: in rows by level, or in rings around the chosen one; computed once, never moved."""

import math
from collections.abc import Mapping, Sequence

# A label of three lines at rest, with air around it.
_WIDE, _HIGH = 215, 130
_IN_A_ROW = 7

Place = tuple[float, float]


def rings(centre: str, others: Sequence[str]) -> dict[str, Place]:
    """The chosen node in the middle, the others around it in rings that hold what fits without touching."""
    places = {centre: (0.0, 0.0)}
    ring, first = 1, 0
    while first < len(others):
        here = others[first : first + _room(ring)]
        for index, node in enumerate(here):
            angle = 2 * math.pi * index / len(here) - math.pi / 2
            # Wider than high, as labels are; every second node steps out, so that neighbours do not touch.
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


def rows(levels: Mapping[str, int]) -> dict[str, Place]:
    """Nodes top-down by level, in the order given from left to right; a long row is broken."""
    places: dict[str, Place] = {}
    height = 0.0
    for level in sorted(set(levels.values())):
        here = [node for node, own in levels.items() if own == level]
        for start in range(0, len(here), _IN_A_ROW):
            line = here[start : start + _IN_A_ROW]
            for index, node in enumerate(line):
                places[node] = (_WIDE * (index - (len(line) - 1) / 2), height)
            height += _HIGH
        height += 0.6 * _HIGH
    return places
