"""Citation tracing: everything that a thing rests on, or that rests on it, to any depth.

Reachability is computed on the arrays of `graph/links.py` and is always whole: nothing is capped.
A hop is a pair of things with all links between them; the words that prove hops are looked up for
those that are shown (`graph/hops.py`).
"""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from graph.deadline import on_time
from graph.links import SORTS, Ends, Ints, Links, ordinal
from graph.refusals import NotTraced
from graph.relations import ACTIVITY, INSTRUMENTS, RELATIONS, chosen

DIRECTIONS = ("cites", "cited-by", "both")
_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_BODY = SORTS.index("body")
_GOES_ON = np.array([not relation.ends for relation in RELATIONS])


class UnreadableDate(NotTraced):
    """A day that tracing was asked about is no date."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"“{given}” không phải là ngày; hãy viết 2021-08-18",
            f"'{given}' is no date; write it as 2021-08-18",
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What a trace follows.

    `relations` are names of relations or of their groups (graph/relations.py); none means those of
    instruments and of inspections. Through a body a trace does not go on: all else would follow.
    """

    direction: str = "both"
    depth: int = 3
    as_of: str = ""
    relations: tuple[str, ...] = ()
    through_bodies: bool = False

    @property
    def day(self) -> int:
        """The ordinal of the day asked about; 0 for none. Raises UnreadableDate."""
        if not self.as_of:
            return 0
        day = ordinal(self.as_of) if _DAY.fullmatch(self.as_of) else 0
        if not day:
            raise UnreadableDate(self.as_of)
        return day

    def options(self) -> dict[str, object]:
        """The options as results carry them."""
        return {
            "direction": self.direction,
            "depth": self.depth,
            "as_of": self.as_of or None,
            "relations": list(self.relations),
            "through_bodies": self.through_bodies,
        }


@dataclass(frozen=True, slots=True)
class Walk:
    """One way of a trace: its links in the order in which they were met.

    `opens[i]` says that link i is the first of a new pair of things; `rim` counts the things at the
    last depth whose own links were not followed.
    """

    ahead: bool
    links: Ints
    depth: Ints
    opens: NDArray[np.bool_]
    rim: int


@dataclass(frozen=True)
class Trace:
    """What was found from one start."""

    start: str
    asked: Asked
    links: Links
    walks: tuple[Walk, ...]

    @property
    def found(self) -> int:
        """How many hops there are."""
        return sum(int(walk.opens.sum()) for walk in self.walks)

    @property
    def rim(self) -> int:
        """How many things at the last depth were not followed further."""
        return sum(walk.rim for walk in self.walks)

    def by_depth(self) -> dict[str, dict[int, int]]:
        """How many hops there are, by direction and depth."""
        return {
            direction(walk): dict(enumerate(np.bincount(walk.depth[walk.opens])[1:].tolist(), 1))
            for walk in self.walks
        }

    def reached(self) -> dict[str, int]:
        """How many things are reached, by their sort."""
        ends = [self._far(walk) for walk in self.walks]
        nodes = np.unique(np.concatenate(ends)) if ends else np.zeros(0, np.int32)
        counts = np.bincount(self.links.sort[nodes], minlength=len(SORTS)).tolist()
        return {sort: count for sort, count in zip(SORTS, counts, strict=True) if count}

    def undated(self) -> int:
        """How many hops begin at a thing without a date, so that no day leaves them out."""
        firsts = (self.links.later[walk.links[walk.opens]] for walk in self.walks)
        return sum(int((self.links.day[each] == 0).sum()) for each in firsts)

    def _far(self, walk: Walk) -> Ints:
        return (self.links.earlier if walk.ahead else self.links.later)[walk.links]


def direction(walk: Walk) -> str:
    """Which way a walk went."""
    return "cites" if walk.ahead else "cited-by"


def trace(links: Links, start: str, asked: Asked) -> Trace:
    """What `start` rests on, what rests on it, or both; a thing without links gives no hop."""
    ways = [way for way in ("cites", "cited-by") if asked.direction in (way, "both")]
    number = links.number.get(start)
    if number is None:
        return Trace(start, asked, links, ())
    allowed = allowed_links(asked, (INSTRUMENTS, ACTIVITY))
    walks = tuple(_walk(links, number, way == "cites", asked, allowed) for way in ways)
    return Trace(start, asked, links, walks)


@dataclass(frozen=True, slots=True)
class Allowed:
    """Which links may be followed: by relation, and by the day on which both ends were there."""

    relations: NDArray[np.bool_]
    day: int

    def among(self, links: Links, chosen_links: Ints) -> Ints:
        """Those of the links that may be followed; what has no date is never left out."""
        kept = self.relations[links.relation[chosen_links]]
        if self.day:
            kept &= links.day[links.later[chosen_links]] <= self.day
            kept &= links.day[links.earlier[chosen_links]] <= self.day
        allowed: Ints = chosen_links[kept]
        return allowed


def allowed_links(asked: Asked, default: tuple[str, ...]) -> Allowed:
    """Which links the options allow; raises UnknownRelation and UnreadableDate."""
    relations = np.zeros(len(RELATIONS), bool)
    relations[list(chosen(asked.relations, default))] = True
    return Allowed(relations, asked.day)


def _walk(links: Links, start: int, ahead: bool, asked: Asked, allowed: Allowed) -> Walk:
    ends = links.by_later if ahead else links.by_earlier
    far_ends = links.earlier if ahead else links.later
    followed = np.zeros(len(links.nodes), bool)
    followed[start] = True
    ring, met, depths = np.array([start], np.int32), [], []
    for depth in range(1, asked.depth + 1):
        if not len(ring):
            break
        on_time()
        here = allowed.among(links, ends.at(ring))
        met.append(here)
        depths.append(np.full(len(here), depth, np.int32))
        ring = _next_ring(links, far_ends[here], here, followed, asked)
    found = np.concatenate([*met, np.zeros(0, np.int32)])
    depth_of = np.concatenate([*depths, np.zeros(0, np.int32)])
    return Walk(ahead, found, depth_of, _opens(links, found), _open_ended(ends, ring))


def _next_ring(
    links: Links, far: Ints, here: Ints, followed: NDArray[np.bool_], asked: Asked
) -> Ints:
    """The things that the links lead to and that are to be followed for the first time."""
    onward = _GOES_ON[links.relation[here]] & ~followed[far]
    if not asked.through_bodies:
        onward &= links.sort[far] != _BODY
    # Each once and in order: a mark in an array is far cheaper than sorting what was met.
    marked = np.zeros(len(followed), bool)
    marked[far[onward]] = True
    followed |= marked
    return np.flatnonzero(marked).astype(np.int32)


def _opens(links: Links, found: Ints) -> NDArray[np.bool_]:
    """Which links begin a new pair; the links of a pair lie side by side."""
    pairs = links.later[found].astype(np.int64) * len(links.nodes) + links.earlier[found]
    return np.concatenate([[True], pairs[1:] != pairs[:-1]])[: len(found)]


def _open_ended(ends: Ends, ring: Ints) -> int:
    """How many of the things have links of their own that were not followed."""
    return int((ends.offsets[ring + 1] > ends.offsets[ring]).sum())
