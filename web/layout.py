"""Where the nodes of a neighbourhood stand: in rows by level, or in rings around one of them."""

import math
from collections.abc import Mapping, Sequence

# A label of three lines at rest, with air around it.
_WIDE, _HIGH = 200, 115
_IN_A_ROW = 7

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
    """Nodes top-down by level, left to right as given; the chosen one is alone in its row."""
    own = {**levels, centre: levels[centre] + 0.5}
    lines = [line for level in sorted(set(own.values())) for line in _lines(own, level)]
    places: dict[str, Place] = {}
    for number, line in enumerate(lines):
        # Odd rows step aside in turn, so that relations to the rows below pass between nodes.
        aside = 0.5 if len(line) % 2 and centre not in line else 0
        shift = aside if number % 2 else -aside
        for index, node in enumerate(line):
            places[node] = (_WIDE * (index - (len(line) - 1) / 2 + shift), number * _HIGH)
    return places


def _lines(levels: Mapping[str, float], level: float) -> list[list[str]]:
    here = [node for node, own in levels.items() if own == level]
    return [here[start : start + _IN_A_ROW] for start in range(0, len(here), _IN_A_ROW)]
