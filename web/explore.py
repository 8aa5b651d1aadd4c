"""The graph page: a thing and what stands around it, drawn and as a table, with evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template, request

from graph.network import Quote, neighbourhood
from ontology import iris
from web.cells import Cell, link
from web.desk import reader
from web.drawing import Edge, Node, draw
from web.errors import NotFound
from web.finding import near_misses
from web.language import say, shown_date, word
from web.layout import rings, rows
from web.paths import local, sort_of
from web.reading import Proof, Reader, said
from web.things import exists

explore = Blueprint("explore", __name__)

# More than this many edges are no picture but a tangle.
_MOST = 40
_VK = iris.ONTOLOGY
# Of a long name the drawing shows the beginning.
_LONG = 46
# The classes that the network draws, as our words call them.
_SORTS = {
    "Inspection": "inspection",
    "Finding": "finding",
    "Instrument": "instrument",
    "Person": "person",
    "AdminUnit": "place",
    "SourceText": "source",
    "Organization": "body",
}
# Below all levels: what has none.
_UNKNOWN = 9.0
_LEVELS = ("trung ương", "tỉnh", "huyện", "xã", "thôn")
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
    "belongs": ("ban hành, thuộc, nói về", "issuing, belonging, about"),
}


@dataclass(frozen=True, slots=True)
class Relation:
    """One edge of the neighbourhood with what it rests on."""

    subject: str
    object: str
    predicate: str
    proofs: tuple[Proof, ...]


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
    """The chosen thing and what stands around it, some of each relation where there is much."""
    network = neighbourhood(of.snapshot, iri, _MOST)
    levels = {name: _rank(marks["level"]) for name, marks in network.graph.nodes(data=True)}
    relations = [
        Relation(start, end, marks["predicate"], _proofs(of, start, marks["quotes"]))
        for start, end, marks in network.graph.edges(data=True)
    ]
    nodes = [
        _node(of, name, marks["sort"], levels[name], iri)
        for name, marks in network.graph.nodes(data=True)
    ]
    edges = [_edge(of, each) for each in relations]
    return Drawing(
        iri=iri,
        label=of.label(iri),
        nodes=tuple(_drawn(number, node) for number, node in enumerate(nodes)),
        edges=tuple(_line(of, number, each) for number, each in enumerate(relations)),
        total=network.found,
        legend=_legend(nodes, edges),
        data=draw(nodes, edges, _places(iri, levels, edges)),
    )


def _rank(level: str) -> int | None:
    return _LEVELS.index(level) if level in _LEVELS else None


def _proofs(of: Reader, subject: str, quotes: Sequence[Quote]) -> tuple[Proof, ...]:
    """The sentences behind an edge, else the entry of the record, else where it is named."""
    if not quotes:
        return (of.record(subject),) if of.is_recorded(subject) else of.evidence(subject)
    return tuple(of.quoted(each.source, each.start, each.end, each.text) for each in quotes)


def _places(
    iri: str, levels: Mapping[str, int | None], edges: Sequence[Edge]
) -> dict[str, tuple[float, float]]:
    """Top-down by level where implementation is told, else rings around the chosen thing."""
    families = {each.family for each in edges}
    if sort_of(iri) == "instrument" and families & {"implements", "inspects"}:
        return rows(iri, {each: _UNKNOWN if own is None else own for each, own in levels.items()})
    return rings(iri, [each for each in levels if each != iri])


def _node(of: Reader, iri: str, sort: str, level: int | None, centre: str) -> Node:
    return Node(
        iri=iri,
        label=_short_label(of, iri),
        title=of.label(iri),
        sort=_SORTS.get(sort, sort_of(iri)),
        tone="authority" if of.is_recorded(iri) else "text",
        level=level,
        chosen=iri == centre,
    )


def _short_label(of: Reader, iri: str) -> str:
    """What people say: `QĐ 124 (2018)`, `giám sát (8/2021)`; other names cut to some words."""
    row = next(iter(of.rows("short-label", iri)), None)
    if row is None:
        label = of.label(iri)
        return label if len(label) <= _LONG else label[:_LONG].rpartition(" ")[0] + " …"
    name = f"{said(row, 'symbol')} {said(row, 'number')}".strip() or of.called(said(row, "code"))
    date = said(row, "date")[: 4 if said(row, "number") else 7]
    return f"{name} ({shown_date(date)})" if date else name


def _edge(of: Reader, each: Relation) -> Edge:
    family = _FAMILY.get(each.predicate, "belongs")
    label = of.label(each.predicate)
    return Edge(each.subject, each.object, label, family, len(each.proofs))


def _drawn(number: int, node: Node) -> Drawn:
    return Drawn(number, node.iri, node.title, word("sorts", node.sort), local(node.iri))


def _line(of: Reader, number: int, each: Relation) -> Line:
    subject, end = link(of, each.subject), link(of, each.object)
    return Line(number, subject, of.label(each.predicate), end, each.proofs)


def _legend(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[Entry, ...]:
    sorts = dict.fromkeys(node.sort for node in nodes)
    families = [family for family in _FAMILY_NAMES if any(e.family == family for e in edges)]
    return (
        *(Entry(sort, word("sorts", sort)) for sort in sorts),
        *(Entry(family, say(*_FAMILY_NAMES[family])) for family in families),
    )
