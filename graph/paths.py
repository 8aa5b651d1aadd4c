"""The ways between two things: the k best, or all up to a bound, best first.

What a path costs: each thing that it passes costs one, and more the more links that thing has
(`1 + log10(1 + links)`), so that two plans are not near because one Secretariat issued both.
The search goes from the start, always on from the beginning that can end cheapest: distances to
the end are computed first, backwards and exactly, so that hardly anything but answers is touched
(A* with an exact heuristic: Hart, Nilsson, Raphael 1968; paths without repetition in order of cost:
Yen 1971). Nothing is dropped silently: a search that was stopped says so.
"""

import heapq
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

import numpy as np
from numpy.typing import NDArray

from graph.deadline import on_time
from graph.links import SORTS, Ints, Links
from graph.refusals import NotTraced
from graph.relations import ACTIVITY, BODIES, INSTRUMENTS, RELATIONS, by_name
from graph.trace import Allowed, Asked, allowed_links

LONGEST = 6
# What paths follow where nothing else is asked.
EVERYTHING = (INSTRUMENTS, ACTIVITY, BODIES)
# So many beginnings of paths are looked at before a search is stopped, and says so.
PATIENCE = 200_000
_BODY, _FINDING, _INSPECTION = (SORTS.index(name) for name in ("body", "finding", "inspection"))
# What people call the steps of the way from a regulation to what was found.
_STEPS = {"mandate": "mandatedBy", "unit": "body"}


class UnknownStep(NotTraced):
    """A path was asked to pass by something that is neither a sort nor a relation."""

    def __init__(self, name: str) -> None:
        known = ", ".join([*_STEPS, *SORTS, *by_name()])
        super().__init__(
            f"đường không thể qua “{name}”; có thể chọn: {known}",
            f"a path cannot pass by '{name}'; steps are {known}",
        )


@dataclass(frozen=True, slots=True)
class Path:
    """One way: its things from start to end, one link between each two, and what it costs."""

    nodes: tuple[int, ...]
    links: tuple[int, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class Ways:
    """The paths that were found; `whole` says that there are no others within the bounds asked."""

    paths: tuple[Path, ...]
    whole: bool
    stopped: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many paths, how long, through what.

    `most` is the number of paths to each end, None for all. `via` names sorts of things, relations,
    `mandate` or `unit`, to be passed in this order. Without `hubs` every thing costs one.
    """

    most: int | None = 5
    longest: int = LONGEST
    via: tuple[str, ...] = ()
    hubs: bool = True


@dataclass(frozen=True, slots=True, order=True)
class _Beginning:
    """The beginning of a path, by the least that it can cost when it is whole."""

    least: float
    turn: int
    node: int = field(compare=False)
    spent: float = field(compare=False)
    links: tuple[int, ...] = field(compare=False)
    nodes: tuple[int, ...] = field(compare=False)


def paths(links: Links, start: int, ends: Collection[int], asked: Asked, wanted: Wanted) -> Ways:
    """The paths from a thing to any of the ends, the cheapest first.

    Raises UnknownRelation, UnknownStep and UnreadableDate.
    """
    via = tuple(map(_step, wanted.via))
    allowed = allowed_links(asked, EVERYTHING)
    search = _Search(links, asked.direction, allowed, frozenset(ends) - {start}, wanted)
    left = dict.fromkeys(search.ends, wanted.most or sys.maxsize)
    found: list[Path] = []
    for path in search.run(start):
        end = path.nodes[-1]
        if not left.get(end) or not _passes(links, path, via):
            continue
        found.append(path)
        left[end] -= 1
        if not left[end]:
            del left[end]
        if not left:
            return Ways(tuple(found), whole=False, stopped=False)
    return Ways(tuple(found), whole=not search.stopped, stopped=search.stopped)


def _step(name: str) -> str:
    word = _STEPS.get(name, name)
    if word not in SORTS and word not in by_name():
        raise UnknownStep(name)
    return word


def _passes(links: Links, path: Path, via: Sequence[str]) -> bool:
    """Whether a path passes by all that it is to pass, in order and without a detour between.

    One hop may be several steps: `mandate` and `inspection` are one from plan to inspection.
    """
    passed = 0
    for hop, (link, node) in enumerate(zip(path.links, path.nodes[1:], strict=True), 1):
        steps = (RELATIONS[links.relation[link]].name, SORTS[links.sort[node]])
        before = passed
        while passed < len(via) and via[passed] in steps:
            passed += 1
        if 0 < before == passed and hop < len(path.links):
            return False
    return passed == len(via)


class _Search:
    """One search; `stopped` after it ran out of patience."""

    def __init__(
        self,
        links: Links,
        direction: str,
        allowed: Allowed,
        ends: frozenset[int],
        wanted: Wanted,
    ) -> None:
        self.links, self.allowed, self.ends, self.wanted = links, allowed, ends, wanted
        self.ways = [way for way in ("cites", "cited-by") if direction in (way, "both")]
        self.price = 1 + (np.log10(1 + links.degree) if wanted.hubs else 0 * links.degree)
        self.cheapest, self.fewest = self._distances()
        self.stopped = False

    def run(self, start: int) -> Iterator[Path]:
        """Every path within the bound, in order of cost."""
        if not np.isfinite(self.cheapest[start]):
            return
        turns = count()
        heap = [_Beginning(float(self.cheapest[start]), next(turns), start, 0.0, (), (start,))]
        for looked in count():
            if not heap:
                return
            if looked > PATIENCE:
                self.stopped = True
                return
            on_time()
            best = heapq.heappop(heap)
            if best.node in self.ends:
                yield Path(best.nodes, best.links, best.spent)
                continue
            for link, node in self._onward(best):
                spent = best.spent + float(self.price[node])
                least = spent + float(self.cheapest[node])
                more = ((*best.links, link), (*best.nodes, node))
                heapq.heappush(heap, _Beginning(least, next(turns), node, spent, *more))

    def _onward(self, path: _Beginning) -> Iterator[tuple[int, int]]:
        """The steps that a path may take next, one for each thing."""
        left = self.wanted.longest - len(path.links) - 1
        taken = set(path.nodes)
        for way in self.ways:
            met = self._leaving(np.array([path.node], np.int32), way)
            far = self._far(met, way)
            kept = self.fewest[far] <= left
            for link, node in zip(met[kept].tolist(), far[kept].tolist(), strict=True):
                # Of the links of a pair the first is the most telling.
                if node not in taken and self._coheres(path, node):
                    taken.add(node)
                    yield link, node

    def _coheres(self, path: _Beginning, node: int) -> bool:
        """From a unit that a path passes it reaches only findings of the inspection before it."""
        sort = self.links.sort
        if sort[path.node] != _BODY or sort[node] != _FINDING or len(path.nodes) == 1:
            return True
        own = self.links.by_later.at(np.array([node], np.int32))
        before = path.nodes[-2]
        return bool(sort[before] == _INSPECTION and before in self.links.earlier[own])

    def _leaving(self, nodes: Ints, way: str) -> Ints:
        ends = self.links.by_later if way == "cites" else self.links.by_earlier
        return self.allowed.among(self.links, ends.at(nodes))

    def _far(self, met: Ints, way: str) -> Ints:
        far: Ints = (self.links.earlier if way == "cites" else self.links.later)[met]
        return far

    def _distances(self) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
        """From each thing the least cost to an end, and the fewest links; inf and a lot if none."""
        size = len(self.links.nodes)
        cheapest, fewest = np.full(size, np.inf), np.full(size, 1 << 20, np.int32)
        ring = np.array(sorted(self.ends), np.int32)
        cheapest[ring], fewest[ring] = 0.0, 0
        opposite = {"cites": "cited-by", "cited-by": "cites"}
        for length in range(1, self.wanted.longest + 1):
            on_time()
            before = cheapest.copy()
            for way in self.ways:
                met = self._leaving(ring, opposite[way])
                near, far = self._far(met, way), self._far(met, opposite[way])
                np.minimum.at(cheapest, far, before[near] + self.price[near])
            ring = np.flatnonzero(cheapest < before).astype(np.int32)
            fewest[ring] = np.minimum(fewest[ring], length)
        return cheapest, fewest
