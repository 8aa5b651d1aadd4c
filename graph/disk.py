"""What takes room on the disk: the parts of a store, and each source by its share of them.

RocksDB and SQLite lay the sources of a store down together, so what one takes is told by its share
of all statements, in bytes of N-Quads; a file that several versions have in common counts once.
"""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox

from graph.questions import Answer
from graph.snapshots import Snapshot, Term, snapshot
from ontology import iris

COLUMNS = ("source", "path", "statements", "bytes", "onDisk")
_PATH = ox.NamedNode(iris.ONTOLOGY + "path")
_META = ox.NamedNode(iris.GRAPH_META)
_INTEGER = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")


def parts(root: Path) -> dict[str, int]:
    """The bytes of each part of a store, by its name in the directory."""
    met: set[int] = set()
    return {each.name: _size(each, met) for each in sorted(root.iterdir())}


def usage(root: Path) -> Answer:
    """A row a source of the current version, the largest first; raises NoStore."""
    current = snapshot(root)
    measured = sorted(_sources(current), key=lambda each: (-each[2], each[0]))
    whole, total = sum(parts(root).values()), sum(size for *_, size in measured) or 1
    rows = [_row(current, *each, whole * each[2] // total) for each in measured]
    return Answer(COLUMNS, tuple(rows), current.version)


def _sources(current: Snapshot) -> Iterator[tuple[str, int, int]]:
    """Each source with its statements and their bytes."""
    for graph in current.store.named_graphs():
        source = iris.source_of(str(graph.value))
        if source:
            sizes = [len(str(q)) for q in current.store.quads_for_pattern(None, None, None, graph)]
            yield source, len(sizes), sum(sizes)


def _row(
    current: Snapshot, source: str, statements: int, size: int, taken: int
) -> dict[str, Term | None]:
    found = current.store.quads_for_pattern(ox.NamedNode(source), _PATH, None, _META)
    paths = sorted(str(getattr(quad.object, "value", "")) for quad in found)
    counts = (ox.Literal(str(each), datatype=_INTEGER) for each in (statements, size, taken))
    told: tuple[Term, ...] = (ox.NamedNode(source), ox.Literal(" | ".join(paths)), *counts)
    return dict(zip(COLUMNS, told, strict=True))


def _size(place: Path, met: set[int]) -> int:
    """The bytes under a place, of each file once."""
    total = 0
    for each in [place, *place.rglob("*")]:
        state = each.stat()
        if each.is_file() and state.st_ino not in met:
            met.add(state.st_ino)
            total += state.st_size
    return total
