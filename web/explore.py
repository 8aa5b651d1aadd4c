"""The graph page: a thing with what stands around it, each edge with the sentence behind it, and the same as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from flask import Blueprint, render_template, request
from markupsafe import Markup
from pyoxigraph import NamedNode

from ontology import iris
from web.answers import word
from web.cells import Cell, link
from web.desk import reader
from web.drawing import Edge, Node, draw
from web.entities import RELATED, Statement, statements, statements_on
from web.errors import NotFound
from web.finding import near_misses
from web.language import say
from web.layout import rings, rows
from web.paths import local, sort_of
from web.reading import Proof, Reader
from web.things import exists

explore = Blueprint("explore", __name__)

# More than this many edges are no picture but a tangle.
_MOST = 40
_VK = iris.ONTOLOGY
_LEVELS = ("trung-uong", "tinh", "huyen", "xa", "thon")
_FAMILIES = {
    "implements": (
        "implements", "basedOn", "concretises", "guides", "details", "institutionalises",
        "carriesOut", "promulgates", "establishes", "assigns", "disseminates", "reviews",
    ),
    "amends": ("amends", "supplements", "replaces", "repeals", "suspends", "consolidates", "corrects"),
    "inspects": (
        "inspectsImplementationOf", "inspectedUnit", "mandatedBy", "conductedBy", "ledBy", "participant",
    ),
    "cites": ("cites", "confusedWith"),
}  # fmt: skip
_FAMILY = {_VK + name: family for family, names in _FAMILIES.items() for name in names}
_FAMILY_NAMES = {
    "implements": ("căn cứ, thực hiện", "basis, implementation"),
    "amends": ("sửa đổi, thay thế", "amendment, replacement"),
    "inspects": ("giám sát, kiểm tra", "inspection"),
    "cites": ("dẫn chiếu", "citation"),
    "belongs": ("thuộc, ban hành", "belonging, issuing"),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One node of the page, with what a click on it shows."""

    number: int
    iri: str
    label: str
    sort: str
    address: str


@dataclass(frozen=True, slots=True)
class Line:
    """One edge of the page and of its table."""

    number: int
    subject: Cell
    label: str
    object: Cell
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the legend, which is a filter too."""

    value: str
    label: str
    kind: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that the graph page shows."""

    iri: str
    label: str
    nodes: tuple[Drawn, ...]
    edges: tuple[Line, ...]
    total: int
    legend: tuple[Entry, ...]
    json: str

    @property
    def shown(self) -> int:
        """How many relations are drawn."""
        return len(self.edges)

    @property
    def cut(self) -> bool:
        """Whether there are more relations than are drawn."""
        return self.total > self.shown


@explore.get("/explore")
def page() -> str:
    """The neighbourhood of the thing that `?iri=` names, whole or as a path; without it the most cited instrument."""
    named = request.args.get("iri", "").strip()
    iri = _absolute(named) if named else _most_cited(reader())
    if not exists(reader(), iri):
        raise NotFound(
            "Chưa có thông tin về địa chỉ này trong nguồn đã nạp.",
            "Nothing at this address in the sources loaded.",
            near=near_misses(reader(), iri),
        )
    return render_template("explore.html", drawing=drawing_of(reader(), iri), mark=legend_mark)


def _absolute(named: str) -> str:
    return named if "://" in named else iris.BASE + named.lstrip("/")


def _most_cited(of: Reader) -> str:
    rows_found = of.rows("most-cited")
    if not rows_found:
        raise NotFound("Kho chưa có văn bản nào.", "The store holds no instrument yet.")
    return rows_found[0]["instrument"].value


def drawing_of(of: Reader, iri: str) -> Drawing:
    """The chosen thing and its relations, a fair share of each kind where there are too many."""
    every = [*filter(_drawable, statements(of, iri)), *statements_on(of, iri)]
    chosen = _fair_share(every, _MOST)
    others = list(dict.fromkeys(_other_end(each, iri) for each in chosen))
    nodes = [_node(of, each, iri) for each in (iri, *others)]
    places = _places(of, iri, others, chosen)
    edges = [_edge(of, each) for each in chosen]
    return Drawing(
        iri=iri,
        label=of.label(iri),
        nodes=tuple(_drawn(number, node) for number, node in enumerate(nodes)),
        edges=tuple(_line(of, number, each) for number, each in enumerate(chosen)),
        total=len(every),
        legend=_legend(nodes, edges),
        json=Markup(draw(nodes, edges, places).replace("<", "\\u003c")),
    )


def _drawable(statement: Statement) -> bool:
    thing = statement.object
    return isinstance(thing, NamedNode) and sort_of(thing.value) in RELATED


def _other_end(statement: Statement, iri: str) -> str:
    return statement.object.value if statement.subject == iri else statement.subject


def _fair_share(every: Sequence[Statement], most: int) -> list[Statement]:
    """At most so many, one of each relation in turn."""
    kinds: dict[tuple[str, bool], list[Statement]] = {}
    for each in every:
        kinds.setdefault((each.predicate, each.subject == every[0].subject), []).append(each)
    in_turn = (each for turn in zip_longest(*kinds.values()) for each in turn if each is not None)
    kept = [each for each, _ in zip(in_turn, range(most), strict=False)]
    return sorted(kept, key=every.index)


def _places(
    of: Reader, iri: str, others: Sequence[str], edges: Sequence[Statement]
) -> dict[str, tuple[float, float]]:
    """Top-down by level where implementation is what is told, else rings around the chosen thing."""
    families = {_FAMILY.get(each.predicate) for each in edges}
    if sort_of(iri) == "instrument" and families & {"implements", "inspects"}:
        levels = {each: _level(of, each) for each in (iri, *others)}
        last = len(_LEVELS)
        return rows({each: last if own is None else own for each, own in levels.items()})
    return rings(iri, others)


def _level(of: Reader, iri: str) -> int | None:
    """The level of a body; of an instrument that of its issuer, of an inspection that of its units."""
    row = next(iter(of.rows("level", iri)), None)
    name = row["level"].value.removeprefix(iris.CONCEPT) if row else ""
    return _LEVELS.index(name) if name in _LEVELS else None


def _node(of: Reader, iri: str, centre: str) -> Node:
    return Node(
        iri=iri,
        label=_short(of.label(iri)),
        title=of.label(iri),
        sort=sort_of(iri),
        level=_level(of, iri),
        chosen=iri == centre,
    )


def _short(label: str) -> str:
    return label if len(label) <= 60 else label[:58].rpartition(" ")[0] + " …"


def _edge(of: Reader, each: Statement) -> Edge:
    family = _FAMILY.get(each.predicate, "belongs")
    label = of.label(each.predicate)
    return Edge(each.subject, each.object.value, label, family, len(each.proofs))


def _drawn(number: int, node: Node) -> Drawn:
    return Drawn(number, node.iri, node.title, word("sorts", node.sort), local(node.iri))


def _line(of: Reader, number: int, each: Statement) -> Line:
    ends = link(of, each.subject), link(of, each.object.value)
    return Line(number, ends[0], of.label(each.predicate), ends[1], each.proofs)


def _legend(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[Entry, ...]:
    sorts = dict.fromkeys(node.sort for node in nodes)
    families = [family for family in _FAMILY_NAMES if any(e.family == family for e in edges)]
    return (
        *(Entry(sort, word("sorts", sort), "node") for sort in sorts),
        *(Entry(family, say(*_FAMILY_NAMES[family]), "edge") for family in families),
    )


# The legend's marks, drawn as vis-network draws the things themselves.
_MARKS = {
    "instrument": '<rect x="1" y="3" width="20" height="10" rx="3"/>',
    "source": '<rect x="1" y="3" width="20" height="10" rx="3" stroke-dasharray="2 2"/>',
    "body": '<ellipse cx="11" cy="8" rx="10" ry="5.5"/>',
    "inspection": '<path d="M11 1l7 7-7 7-7-7z"/>',
    "person": '<path d="M11 2l7 12H4z"/>',
    "place": '<path d="M7 2h8l4 6-4 6H7L3 8z"/>',
    "implements": '<path d="M1 8h20" stroke-width="2.5"/>',
    "amends": '<path d="M1 8h20" stroke-width="4.5"/>',
    "cites": '<path d="M1 8h20" stroke-width="1"/>',
    "inspects": '<path d="M1 8h20" stroke-width="2" stroke-dasharray="5 4"/>',
    "belongs": '<path d="M1 8h20" stroke-width="1.5" stroke-dasharray="1.5 3"/>',
}


def legend_mark(entry: Entry) -> Markup:
    """The small drawing beside a line of the legend."""
    shape = Markup(_MARKS.get(entry.value, '<circle cx="11" cy="8" r="6"/>'))
    frame = '<svg width="22" height="16" aria-hidden="true" fill="none" stroke="currentColor">{}</svg>'
    return Markup(frame).format(shape)
