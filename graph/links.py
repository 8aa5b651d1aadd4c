"""The links of a dataset version as compact arrays: who rests on whom, by which relation.

Built from the default graph once a version and kept beside its snapshot (`links.npz`), so that a
trace reads two arrays instead of a store. Only the ends of links are here; the words that prove
them are looked up for the links that are shown.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pyoxigraph as ox
from numpy.typing import NDArray

from graph.evidence import ISSUED
from graph.facts import follows
from graph.relations import RELATIONS, STATED_IN, by_name
from graph.snapshots import Snapshot, Version
from ontology import iris

Ints = NDArray[np.int32]
Bytes = NDArray[np.int8]

_VK = iris.ONTOLOGY
_SELECTOR = "http://www.w3.org/ns/oa#hasSelector"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SPAN = re.compile(r"/span/(\d+)-(\d+)$")
# In this order: a number of the array says the sort of a node.
SORTS = ("instrument", "unresolved", "source", "inspection", "finding", "figure", "body", "other")
_PARTS = {"ref": "unresolved", "finding": "finding", "figure": "figure"}
_FILE = "links.npz"
# What the file was written by; another reader builds it anew.
_SHAPE = 1


@dataclass(frozen=True, slots=True)
class Ends:
    """The links by one of their ends: those of node n are `order[offsets[n]:offsets[n + 1]]`."""

    order: Ints
    offsets: NDArray[np.int64]

    @classmethod
    def of(cls, ends: Ints, nodes: int) -> "Ends":
        """The links in the order of these ends."""
        order = np.argsort(ends, kind="stable").astype(np.int32)
        return cls(order, np.concatenate([[0], np.cumsum(np.bincount(ends, minlength=nodes))]))

    def at(self, nodes: Ints) -> Ints:
        """The links at any of the nodes, node by node."""
        begins, counts = self.offsets[nodes], self.offsets[nodes + 1] - self.offsets[nodes]
        ahead = np.repeat(begins - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts)
        return self.order[ahead + np.arange(int(counts.sum()))]


@dataclass(frozen=True)
class Links:
    """All links of a version: link i leads from `later[i]` to `earlier[i]` by `relation[i]`.

    `day` is the first day that is stated for a node, as an ordinal; 0 where none is.
    """

    nodes: tuple[str, ...]
    later: Ints
    earlier: Ints
    relation: Bytes
    day: Ints
    sort: Bytes

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each node."""
        return {node: number for number, node in enumerate(self.nodes)}

    @cached_property
    def by_later(self) -> Ends:
        """The links by what rests on something."""
        return Ends.of(self.later, len(self.nodes))

    @cached_property
    def by_earlier(self) -> Ends:
        """The links by what something rests on."""
        return Ends.of(self.earlier, len(self.nodes))

    @cached_property
    def degree(self) -> NDArray[np.int64]:
        """How many links a node has."""
        count = len(self.nodes)
        return np.bincount(self.later, minlength=count) + np.bincount(self.earlier, minlength=count)

    def __len__(self) -> int:
        return len(self.later)

    def statement(self, link: int) -> tuple[str, int, str]:
        """Subject, relation and object of a link as the graph states them."""
        relation = int(self.relation[link])
        later, earlier = self.nodes[self.later[link]], self.nodes[self.earlier[link]]
        if RELATIONS[relation].later_is_object:
            return earlier, relation, later
        return later, relation, earlier


def links(snapshot: Snapshot) -> Links:
    """The links of a version, built at most once a process and once a snapshot's directory."""
    return _links(snapshot.directory, snapshot.version)


@lru_cache(maxsize=4)
def _links(directory: Path, version: Version) -> Links:
    path = directory / _FILE
    if path.exists():
        kept = _read(path, version)
        if kept is not None:
            return kept
    found = gathered(Snapshot(version, directory).store)
    _keep(found, path, version)
    return found


def gathered(store: ox.Store) -> Links:
    """The links that the default graph of a store states."""
    stated = list(_stated(store))
    nodes = tuple(sorted({end for _, *ends in stated for end in ends}))
    number = {node: place for place, node in enumerate(nodes)}
    relation = np.fromiter((r for r, *_ in stated), np.int8, len(stated))
    later = np.fromiter((number[each] for _, each, _ in stated), np.int32, len(stated))
    earlier = np.fromiter((number[each] for *_, each in stated), np.int32, len(stated))
    order = np.lexsort((relation, earlier, later))
    days = _days(store)
    return Links(
        nodes,
        later[order],
        earlier[order],
        relation[order],
        np.fromiter((days.get(_dated(n), 0) for n in nodes), np.int32, len(nodes)),
        np.fromiter((SORTS.index(sort_of(n)) for n in nodes), np.int8, len(nodes)),
    )


def sort_of(node: str) -> str:
    """What a thing is, by its address.

    >>> sort_of("https://w3id.org/vankien/source/0123456789abcdef/finding/12")
    'finding'
    """
    first, *rest = node.removeprefix(iris.BASE).split("/")
    if first == "source" and len(rest) > 1:
        return _PARTS.get(rest[1], "other")
    return first if first in SORTS else "other"


def _dated(node: str) -> str:
    """The thing whose day counts for a node: of a finding or a figure its source."""
    if sort_of(node) in ("finding", "figure"):
        return "/".join(node.split("/")[:-2])
    return node


def _stated(store: ox.Store) -> Iterator[tuple[int, str, str]]:
    """Relation, later and earlier end of each link."""
    for place, relation in enumerate(RELATIONS):
        node = ox.NamedNode(relation.iri)
        derived = ox.NamedNode(iris.GRAPH_DERIVED)
        by_rule = {
            (q.subject, q.object) for q in store.quads_for_pattern(None, node, None, derived)
        }
        for quad in store.quads_for_pattern(None, node, None, ox.DefaultGraph()):
            subject, end = quad.subject, quad.object
            if (subject, end) in by_rule and follows(store, quad):
                continue
            if isinstance(subject, ox.NamedNode) and isinstance(end, ox.NamedNode):
                ends = (subject.value, end.value)
                yield (place, *(ends[::-1] if relation.later_is_object else ends))
    stated_in = by_name()[STATED_IN]
    for figure, finding in _figures(store):
        yield stated_in, figure, finding


def _figures(store: ox.Store) -> Iterator[tuple[str, str]]:
    """Each figure with the narrowest finding in whose words it stands."""
    spans: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for finding, source, start, end in _placed(store, "Finding"):
        spans[source].append((start, end, finding))
    for figure, source, start, end in _placed(store, "Figure"):
        around = [(e - s, each) for s, e, each in spans[source] if s <= start and end <= e]
        if around:
            yield figure, min(around)[1]


def _placed(store: ox.Store, name: str) -> Iterator[tuple[str, str, int, int]]:
    """The things of a class with their source and their offsets in it."""
    default = ox.DefaultGraph()
    found = store.quads_for_pattern(None, ox.NamedNode(_TYPE), ox.NamedNode(_VK + name), default)
    for quad in found:
        spans = store.quads_for_pattern(quad.subject, ox.NamedNode(_SELECTOR), None, default)
        for each in spans:
            match = _SPAN.search(str(getattr(each.object, "value", "")))
            if match and isinstance(quad.subject, ox.NamedNode):
                node = quad.subject.value
                yield node, _dated(node), int(match[1]), int(match[2])


def _days(store: ox.Store) -> dict[str, int]:
    """The first day that is stated for each thing."""
    found: dict[str, int] = {}
    for name in (_VK + "published", _VK + "startDate", ISSUED):
        stated = store.quads_for_pattern(None, ox.NamedNode(name), None, ox.DefaultGraph())
        for quad in stated:
            day = ordinal(str(getattr(quad.object, "value", "")))
            if day and isinstance(quad.subject, ox.NamedNode):
                node = quad.subject.value
                found[node] = min(day, found.get(node, day))
    return found


def ordinal(value: str) -> int:
    """The number of a day, of the first day of a month or year; 0 for what is no date.

    >>> ordinal("2018-02-02") - ordinal("2018"), ordinal("undated")
    (32, 0)
    """
    try:
        year, month, day = (*map(int, value[:10].split("-")), 1, 1)[:3]
        return date(year, month, day).toordinal()
    except ValueError:
        return 0


def _read(path: Path, version: Version) -> Links | None:
    """The links that were kept, if they are of this version and of this shape."""
    with np.load(path, allow_pickle=False) as kept:
        if str(kept["made"]) != _made(version):
            return None
        names = kept["nodes"].tobytes().decode()
        arrays: list[Any] = [kept[n] for n in ("later", "earlier", "relation", "day", "sort")]
    return Links(tuple(names.split("\n")) if names else (), *arrays)


def _keep(found: Links, path: Path, version: Version) -> None:
    """Write the links beside their snapshot; a place that refuses to be written is let be."""
    # Beside the store, not in the snapshot: a backup that runs meanwhile copies only what is whole.
    fresh = path.parent.parent.parent / f".links-{os.getpid()}.npz"
    names = np.frombuffer("\n".join(found.nodes).encode(), np.uint8)
    arrays = {n: getattr(found, n) for n in ("later", "earlier", "relation", "day", "sort")}
    try:
        np.savez(fresh, made=np.array(_made(version)), nodes=names, **arrays)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)


def _made(version: Version) -> str:
    relations = ",".join(f"{r.name}{'<' if r.later_is_object else '>'}" for r in RELATIONS)
    return f"{_SHAPE} {version.hash} {relations}"
