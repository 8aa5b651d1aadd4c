"""A picture of a part of the graph: what is drawn, what of it is seen, and how a page takes it."""

from dataclasses import asdict, dataclass
from operator import attrgetter

from web.wanted import Sight

# What a thing is known from, as the packed picture counts them.
_TONES = ("text", "authority")


@dataclass(frozen=True, slots=True)
class Node:
    """One thing of the picture; `label` is what people say in short, `title` the whole name."""

    id: str
    label: str
    title: str
    sort: str
    level: int | None
    since: str
    until: str
    tone: str


@dataclass(frozen=True, slots=True)
class Edge:
    """One link of the picture, between two ids."""

    start: str
    end: str
    predicate: str
    label: str
    family: str
    mentions: int


@dataclass(frozen=True, slots=True)
class More:
    """A relation of a thing, how many of its links are shown and of how many."""

    id: str
    step: str
    label: str
    family: str
    direction: str
    shown: int
    total: int


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn and stands in the table."""

    roots: tuple[str, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    more: tuple[More, ...]
    sources: tuple[tuple[str, str], ...]
    pathless: tuple[tuple[str, str], ...]
    cut: bool
    layout: str

    def seen(self, sight: Sight) -> "tuple[tuple[Node, ...], tuple[Edge, ...]]":
        """What remains when what is not wanted is left out."""
        nodes = tuple(
            each
            for each in self.nodes
            if sight.shows(each.id, (each.sort, level_mark(each.level)), each.since, each.until)
        )
        ids = {each.id for each in nodes}
        edges = tuple(
            each
            for each in self.edges
            if {each.start, each.end} <= ids and each.family not in sight.without
        )
        return nodes, edges

    def as_json(self) -> dict[str, object]:
        """The picture as data: every thing with the names of its marks."""
        return {
            "nodes": [dict(zip(Node.__slots__, _marks(each), strict=True)) for each in self.nodes],
            **self._links(),
        }

    def packed(self) -> dict[str, object]:
        """The same for the page's own script, which has to hold 20,000 things in 200 kB.

        A node is [id, label, title, sort, level, since, until, tone]: places in the lists of sorts
        and tones, and 0 for what is empty, for no level, and for a title that the label is.
        """
        sorts = list(dict.fromkeys(each.sort for each in self.nodes))
        return {
            "sorts": sorts,
            "nodes": [
                (
                    each.id,
                    each.label,
                    0 if each.title == each.label else each.title,
                    sorts.index(each.sort),
                    0 if each.level is None else each.level + 1,
                    each.since or 0,
                    each.until or 0,
                    _TONES.index(each.tone),
                )
                for each in self.nodes
            ],
            **self._links(),
        }

    def _links(self) -> dict[str, object]:
        """All but the things; of thousands of links none repeats its words.

        An edge is [start, end, relation, mentions]: places in the lists of nodes and relations.
        """
        place = {each.id: number for number, each in enumerate(self.nodes)}
        words = {each.predicate: (each.label, each.family) for each in self.edges}
        relation = {name: number for number, name in enumerate(words)}
        return {
            "roots": self.roots,
            "layout": self.layout,
            "cut": self.cut,
            "pathless": self.pathless,
            "sources": self.sources,
            "relations": [(name, *said) for name, said in words.items()],
            "edges": [
                (place[each.start], place[each.end], relation[each.predicate], each.mentions)
                for each in self.edges
            ],
            "more": [asdict(each) for each in self.more],
        }


def level_mark(level: int | None) -> str:
    """How a level is named in addresses and style sheets."""
    return "level-none" if level is None else f"level-{level}"


_marks = attrgetter(*Node.__slots__)
