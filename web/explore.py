"""The graph page: a thing and what stands around it, drawn and as a table, with evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from flask import Blueprint, render_template, request
from pyoxigraph import NamedNode

from ontology import iris
from web.cells import Cell, link
from web.desk import reader
from web.drawing import Edge, Node, draw
from web.entities import RELATED, Statement, statements, statements_on
from web.errors import NotFound
from web.finding import near_misses
from web.language import say, shown_date, word
from web.layout import rings, rows
from web.paths import local, sort_of
from web.reading import Proof, Reader, plain, said
from web.things import exists

explore = Blueprint("explore", __name__)

# More than this many edges are no picture but a tangle.
_MOST = 40
_VK = iris.ONTOLOGY
# Below all levels: what has none.
_UNKNOWN = 9.0
_LEVELS = ("trung-uong", "tinh", "huyen", "xa", "thon")
_FAMILIES = {
    "implements": (
        "implements", "basedOn", "concretises", "guides", "details", "institutionalises",
        "carriesOut", "promulgates", "establishes", "assigns", "disseminates", "reviews",
    ),
    "amends": (
        "amends", "supplements", "replaces", "repeals", "suspends", "consolidates", "corrects",
    ),
    "inspects": (
        "inspectsImplementationOf", "inspectedUnit", "mandatedBy", "conductedBy", "ledBy",
        "participant",
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
    data: dict[str, object]

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
    """What stands around the thing of `?iri=` (a path will do), else around the most cited one."""
    named = request.args.get("iri", "").strip()
    iri = _absolute(named) if named else _most_cited(reader())
    if not exists(reader(), iri):
        raise NotFound(
            "Chưa có thông tin về địa chỉ này trong nguồn đã nạp.",
            "Nothing at this address in the sources loaded.",
            near=near_misses(reader(), iri),
        )
    return render_template("explore.html", drawing=drawing_of(reader(), iri))


def _absolute(named: str) -> str:
    return named if "://" in named else iris.BASE + named.lstrip("/")


def _most_cited(of: Reader) -> str:
    rows_found = of.rows("most-cited")
    if not rows_found:
        raise NotFound("Kho chưa có văn bản nào.", "The store holds no instrument yet.")
    return said(rows_found[0], "instrument")


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
        data=draw(nodes, edges, places),
    )


def _drawable(statement: Statement) -> bool:
    thing = statement.object
    return isinstance(thing, NamedNode) and sort_of(thing.value) in RELATED


def _other_end(statement: Statement, iri: str) -> str:
    return plain(statement.object) if statement.subject == iri else statement.subject


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
    """Top-down by level where implementation is told, else rings around the chosen thing."""
    families = {_FAMILY.get(each.predicate) for each in edges}
    if sort_of(iri) == "instrument" and families & {"implements", "inspects"}:
        levels = {each: _level(of, each) for each in (iri, *others)}
        heights = {each: _UNKNOWN if own is None else own for each, own in levels.items()}
        return rows(iri, heights)
    return rings(iri, others)


def _level(of: Reader, iri: str) -> int | None:
    """The level of a body, of an instrument's issuer, of an inspection's units."""
    row = next(iter(of.rows("level", iri)), None)
    name = row["level"].value.removeprefix(iris.CONCEPT) if row else ""
    return _LEVELS.index(name) if name in _LEVELS else None


def _node(of: Reader, iri: str, centre: str) -> Node:
    return Node(
        iri=iri,
        label=_short_label(of, iri),
        title=of.label(iri),
        sort=sort_of(iri),
        tone="authority" if of.is_recorded(iri) else "text",
        level=_level(of, iri),
        chosen=iri == centre,
    )


def _short_label(of: Reader, iri: str) -> str:
    """What people say: `QĐ 124 (2018)`, `giám sát (8/2021)`; other names cut to some words."""
    row = next(iter(of.rows("short-label", iri)), None)
    if row is None:
        label = of.label(iri)
        return label if len(label) <= 48 else label[:46].rpartition(" ")[0] + " …"
    when = shown_date(said(row, "date")[:7]).rpartition("/" if said(row, "symbol") else "~")[2]
    name = f"{said(row, 'symbol')} {said(row, 'number')}".strip() or said(row, "mode")
    return f"{name} ({when})" if when else name


def _edge(of: Reader, each: Statement) -> Edge:
    family = _FAMILY.get(each.predicate, "belongs")
    label = of.label(each.predicate)
    return Edge(each.subject, plain(each.object), label, family, len(each.proofs))


def _drawn(number: int, node: Node) -> Drawn:
    return Drawn(number, node.iri, node.title, word("sorts", node.sort), local(node.iri))


def _line(of: Reader, number: int, each: Statement) -> Line:
    ends = link(of, each.subject), link(of, plain(each.object))
    return Line(number, ends[0], of.label(each.predicate), ends[1], each.proofs)


def _legend(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[Entry, ...]:
    sorts = dict.fromkeys(node.sort for node in nodes)
    families = [family for family in _FAMILY_NAMES if any(e.family == family for e in edges)]
    return (
        *(Entry(sort, word("sorts", sort), "node") for sort in sorts),
        *(Entry(family, say(*_FAMILY_NAMES[family]), "edge") for family in families),
    )
