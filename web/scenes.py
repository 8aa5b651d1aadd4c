"""A scene of the graph in the reader's words: labels, families of relations, levels, dates."""

from collections.abc import Iterator

from graph.scene import Group, Scene, Wanted, scene
from graph.snapshots import Version
from graph.surroundings import Link, Relation, Thing
from ontology import iris
from web.entities import inverse_label
from web.language import say, shown_date, word
from web.paths import local, sort_of, source_of
from web.picture import Edge, More, Node, Picture, level_mark
from web.reading import Reader
from web.wanted import short, step

_VK = iris.ONTOLOGY
# Of a long name the drawing shows the beginning.
_LONG = 60
# Of more things than these the picture is an overview by level and sort, no net to be followed.
_LEGIBLE = 300
LEVELS = ("trung ương", "tỉnh", "huyện", "xã", "thôn")
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
FAMILY_NAMES = {
    "implements": ("căn cứ, thực hiện", "basis, implementation"),
    "amends": ("sửa đổi, thay thế", "amendment, replacement"),
    "inspects": ("giám sát, kiểm tra", "inspection"),
    "cites": ("dẫn chiếu", "citation"),
    "belongs": ("ban hành, thuộc, nói về", "issuing, belonging, about"),
}
# The families of which the rows of an implementation are made.
_TOLD_BY_LEVEL = frozenset({"implements", "inspects"})
# An overview takes a second or two to gather, and changes with the version alone.
_MOST_OVERVIEWS = 4
_overviews: dict[tuple[str, Version, str, Wanted], Picture] = {}


def picture(of: Reader, wanted: Wanted) -> Picture:
    """What the reader has opened, in the reader's language; the last overviews are kept."""
    if wanted.roots or not wanted.reach:
        return _picture(of, wanted)
    key = (str(of.snapshot.path), of.snapshot.version, of.language, wanted)
    if key not in _overviews:
        for old in [*_overviews][: 1 - _MOST_OVERVIEWS]:
            _overviews.pop(old, None)
        _overviews[key] = _picture(of, wanted)
    return _overviews[key]


def _picture(of: Reader, wanted: Wanted) -> Picture:
    drawn = scene(of.snapshot, wanted)
    edges = tuple(_edge(of, link, count) for link, count in drawn.links.items())
    return Picture(
        roots=tuple(map(short, wanted.roots)),
        nodes=tuple(_node(of, thing) for thing in drawn.things.values()),
        edges=edges,
        more=tuple(_more(of, group) for group in drawn.groups),
        sources=tuple(_sources(of, drawn)),
        pathless=tuple((of.label(start), of.label(end)) for start, end in drawn.pathless),
        cut=drawn.cut,
        layout=_layout(wanted, drawn, edges),
    )


def _sources(of: Reader, drawn: Scene) -> Iterator[tuple[str, str]]:
    """The source texts that say the links, and the days of which they are: (address, title)."""
    found = dict.fromkeys(filter(None, map(source_of, drawn.sayings)))
    for source in found:
        published = of.literals(source, _VK + "published")
        day = f", {shown_date(published[0].value[:10])}" if published else ""
        yield local(source), of.label(source) + day


def _layout(wanted: Wanted, drawn: Scene, edges: tuple[Edge, ...]) -> str:
    """Groups where there are too many to follow a line, rows where implementation is told."""
    if len(drawn.things) > _LEGIBLE:
        return "groups"
    told = any(each.family in _TOLD_BY_LEVEL for each in edges)
    around = {drawn.things[root].sort for root in wanted.roots if root in drawn.things}
    return "rows" if told and "instrument" in around and not wanted.reach else "force"


def _node(of: Reader, thing: Thing) -> Node:
    title = thing.name or of.label(thing.iri)
    return Node(
        id=short(thing.iri),
        label=_short_label(of, thing, title),
        title=title,
        sort=thing.sort or sort_of(thing.iri),
        level=LEVELS.index(thing.level) if thing.level in LEVELS else None,
        since=thing.since,
        until=thing.until,
        tone="authority" if thing.recorded else "text",
    )


def _short_label(of: Reader, thing: Thing, title: str) -> str:
    """What people say: `QĐ 124 (2018)`, `giám sát (8/2021)`; other names cut to some words."""
    if thing.number and thing.symbol:
        name = f"{thing.symbol} {thing.number}"
        return f"{name} ({thing.since[:4]})" if thing.since else name
    if thing.concept and thing.sort in ("inspection", "finding"):
        name = of.label(thing.concept)
        return f"{name} ({shown_date(thing.since[:7])})" if thing.since else name
    return title if len(title) <= _LONG else title[:_LONG].rpartition(" ")[0] + " …"


def _edge(of: Reader, link: Link, mentions: int) -> Edge:
    family = family_of(link.predicate)
    label = of.label(link.predicate)
    name = link.predicate.removeprefix(_VK)
    return Edge(short(link.start), short(link.end), name, label, family, mentions)


def family_of(predicate: str) -> str:
    """Which family a relation belongs to: one style of line, one entry of the legend."""
    return _FAMILY.get(predicate, "belongs")


def _more(of: Reader, group: Group) -> More:
    relation = group.relation
    return More(
        id=short(relation.node),
        step=step(relation),
        label=relation_label(of, relation),
        family=family_of(relation.predicate),
        direction=relation.direction,
        shown=group.shown,
        total=group.total,
    )


def relation_label(of: Reader, relation: Relation) -> str:
    """What a relation is called from the end that it is opened at."""
    out = relation.direction == "out"
    return of.label(relation.predicate) if out else inverse_label(of, relation.predicate)


def legend(drawn: Picture) -> Iterator[tuple[str, str, str]]:
    """The entries of the legend that the picture has: (group, value, words)."""
    sorts = dict.fromkeys(each.sort for each in drawn.nodes)
    yield from (("sort", sort, word("sorts", sort)) for sort in sorts)
    ranks = sorted({each.level for each in drawn.nodes if each.level is not None})
    yield from (("level", level_mark(rank), level_name(rank)) for rank in ranks)
    families = {each.family for each in drawn.edges} | {each.family for each in drawn.more}
    named = (each for each in FAMILY_NAMES if each in families)
    yield from (("family", family, say(*FAMILY_NAMES[family])) for family in named)


def level_name(rank: int) -> str:
    """What a level is called."""
    return word("levels", str(rank))
