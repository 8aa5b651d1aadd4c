"""What a reader has opened of the graph, and the things and links that are then to be drawn.

A scene follows from what is wanted and from the snapshot alone, so that an address shows the same
picture and the same table wherever it is opened.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.snapshots import Snapshot
from graph.surroundings import SORTS, Link, Relation, Surroundings, Thing

# More links of one relation than this stand as one sign that can be opened.
FEW = 10
# So many more come with each step.
STEP = 12
MOST = 20_000
# Widths tell the number of mentions only where a reader can see widths.
_WEIGHED = 1_000
# A path is sought among so many things; beyond that the answer is that none was found so near.
_SOUGHT = 50_000


@dataclass(frozen=True, slots=True)
class Opened:
    """One relation of a thing, with how many of its links are to be shown."""

    relation: Relation
    shown: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader has asked to see.

    `roots` stand there with their relations; of `spread` every small relation is open; `opened`
    are single relations, `closed` those that are shut again; `paths` are the ends of shortest
    paths. With `reach` the things around the roots are taken nearest first up to that number; with
    no root it is an overview of so many things.
    """

    roots: tuple[str, ...] = ()
    spread: tuple[str, ...] = ()
    opened: tuple[Opened, ...] = ()
    closed: tuple[Relation, ...] = ()
    paths: tuple[tuple[str, str], ...] = ()
    reach: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """A relation of a thing with how many of its links are shown, and of how many."""

    relation: Relation
    shown: int
    total: int


@dataclass(slots=True)
class Scene:
    """Things and links to be drawn, each link with how often the sources say it.

    `sayings` are the claims and citations behind the links, where there are not too many.
    """

    things: dict[str, Thing] = field(default_factory=dict)
    links: dict[Link, int] = field(default_factory=dict)
    sayings: list[str] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    pathless: list[tuple[str, str]] = field(default_factory=list)
    cut: bool = False


def scene(snapshot: Snapshot, wanted: Wanted) -> Scene:
    """The things and links that a reader has opened."""
    around = Surroundings(snapshot.store)
    made = Scene()
    if wanted.reach:
        _reached(around, made, wanted) if wanted.roots else _all(around, made, wanted.reach)
    for node in wanted.roots:
        made.things[node] = around.thing(node)
    _opened(around, made, wanted)
    for start, end in wanted.paths:
        path = shortest_path(around, start, end)
        _add(around, made, path or ())
        if path is None:
            made.pathless.append((start, end))
    if len(made.links) <= _WEIGHED:
        said = around.mentions({link.start for link in made.links})
        made.links = {link: max(1, len(said.get(link, ()))) for link in made.links}
        made.sayings = sorted({each for link in made.links for each in said.get(link, ())})
    return made


def opened(snapshot: Snapshot, wanted: Wanted) -> Scene:
    """What is open of each relation, without what is merely reached or lies on a path."""
    made = Scene()
    _opened(Surroundings(snapshot.store), made, wanted)
    return made


def _add(around: Surroundings, made: Scene, links: Iterable[Link]) -> None:
    for link in links:
        made.links.setdefault(link, 1)
        for node in (link.start, link.end):
            if node not in made.things:
                made.things[node] = around.thing(node)


def _opened(around: Surroundings, made: Scene, wanted: Wanted) -> None:
    """The relations of the roots and of what was opened, each as far as it was opened."""
    single = {each.relation: each.shown for each in wanted.opened}
    # what is reached around the roots has their relations already
    whole = dict.fromkeys((*(() if wanted.reach else wanted.roots), *wanted.spread))
    nodes = dict.fromkeys((*whole, *(each.relation.node for each in wanted.opened)))
    for node in nodes:
        for relation, links in around.relations(node).items():
            if node not in whole and relation not in single:
                continue
            few = len(links) if len(links) <= FEW and relation not in wanted.closed else 0
            shown = min(single.get(relation, few), len(links))
            _add(around, made, links[:shown])
            made.groups.append(Group(relation, shown, len(links)))


def _reached(around: Surroundings, made: Scene, wanted: Wanted) -> None:
    """The things around the roots, nearest first, with every link between them."""
    most = min(wanted.reach, MOST)
    seen = dict.fromkeys(wanted.roots)
    queue = deque(wanted.roots)
    while queue and len(seen) < most:
        node = queue.popleft()
        for link in (each for links in around.relations(node).values() for each in links):
            other = link.other(node)
            if other not in seen and len(seen) < most:
                seen[other] = None
                queue.append(other)
    made.cut = len(seen) >= most
    _among(around, made, seen)


def _all(around: Surroundings, made: Scene, reach: int) -> None:
    """The things of the store up to a number: what the sources tell of before the bare record."""
    found: dict[str, None] = {}
    for sort in sorted(SORTS.values(), key=lambda each: each == "place"):
        found |= dict.fromkeys(sorted(around.of_sort(sort)))
    made.cut = len(found) > min(reach, MOST)
    _among(around, made, list(found)[: min(reach, MOST)])


def _among(around: Surroundings, made: Scene, nodes: Iterable[str]) -> None:
    """These things and every link between them."""
    made.things = {node: around.thing(node) for node in nodes}
    for node in made.things:
        made.links |= {link: 1 for link in around.outgoing(node) if link.end in made.things}


def shortest_path(around: Surroundings, start: str, end: str) -> tuple[Link, ...] | None:
    """The links of a shortest path between two things; None where there is none so near.

    Sought from both ends, the smaller front first, so that a hub on the way costs once.
    """
    if start == end:
        return ()
    back: tuple[dict[str, Link | None], ...] = ({start: None}, {end: None})
    fronts = [[start], [end]]
    while all(fronts) and len(back[0]) + len(back[1]) < _SOUGHT:
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        ahead: list[str] = []
        for node in fronts[side]:
            for link in around.links(node):
                other = link.other(node)
                if other not in back[side]:
                    back[side][other] = link
                    ahead.append(other)
        fronts[side] = ahead
        met = sorted(each for each in ahead if each in back[1 - side])
        if met:
            return (*reversed(_trail(back[0], met[0])), *_trail(back[1], met[0]))
    return None


def _trail(back: dict[str, Link | None], node: str) -> list[Link]:
    """The links from a meeting point back to one end."""
    trail = []
    while (link := back[node]) is not None:
        trail.append(link)
        node = link.other(node)
    return trail
