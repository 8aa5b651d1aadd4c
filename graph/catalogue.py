"""What the writer knows of the sources that it holds: paths, addresses, hashes, loaders.

The live store itself is asked, so that opening a store of a hundred thousand sources costs no more
than opening one of ten; only what waits to be written is kept beside it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pyoxigraph as ox

from graph.lines import MODULUS
from ontology import iris

_META = ox.NamedNode(iris.GRAPH_META)
_PATH = ox.NamedNode(iris.ONTOLOGY + "path")
_READ_BY = ox.NamedNode(iris.ONTOLOGY + "readBy")
_READ_FROM = ox.NamedNode(iris.ONTOLOGY + "readFrom")
_WITHDRAWN = ox.NamedNode(iris.ONTOLOGY + "withdrawnAt")
_SUM = ox.NamedNode(iris.ONTOLOGY + "contentSum")
_ADDRESS = ox.NamedNode("http://purl.org/dc/terms/source")
# Standard input is no place at which one text could take the place of another.
_NO_PLACE = "-"


class Sums:
    """The content sum of each graph, and the total of all."""

    def __init__(self, live: ox.Store, total: int | None = None) -> None:
        self._live = live
        self._fresh: dict[str, int] = {}
        # What is known from the published version need not be added up again.
        self.total = sum(self._stored().values()) % MODULUS if total is None else total

    def __bool__(self) -> bool:
        held = self._live.quads_for_pattern(None, _SUM, None, _META)
        return bool(self._fresh) or next(held, None) is not None

    def __getitem__(self, graph: str) -> int:
        if graph in self._fresh:
            return self._fresh[graph]
        found = self._live.quads_for_pattern(ox.NamedNode(graph), _SUM, None, _META)
        return next((int(_value(quad.object), 16) for quad in found), 0)

    def put(self, graph: str, total: int, before: int) -> None:
        """Note what a graph sums up to now, and what it summed up to before; 0 where it is none."""
        self._fresh[graph] = total
        self.total = (self.total + total - before) % MODULUS

    def update(self, sums: Mapping[str, int]) -> None:
        """Note graphs that were not there."""
        for graph, total in sums.items():
            self.put(graph, total, 0)

    def graphs(self) -> frozenset[str]:
        """The graphs that have a sum."""
        return frozenset(
            {*self._stored(), *(graph for graph, total in self._fresh.items() if total)}
        )

    def written(self) -> None:
        """What was noted stands in the store now."""
        self._fresh.clear()

    def _stored(self) -> dict[str, int]:
        return {
            _value(quad.subject): int(_value(quad.object), 16)
            for quad in self._live.quads_for_pattern(None, _SUM, None, _META)
        }


@dataclass(slots=True)
class _Waiting:
    """Sources that are taken in but not written yet."""

    readers: dict[str, str] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    at_path: dict[str, str] = field(default_factory=dict)
    at_address: dict[str, str] = field(default_factory=dict)


class Catalogue:
    """The sources that are not withdrawn, and the sum of each graph."""

    def __init__(self, live: ox.Store, total: int | None = None) -> None:
        self._live = live
        self._waiting = _Waiting()
        self.sums = Sums(live, total)
        # What users wrote into a store without sources, which keeps no sums.
        self.unlisted = 0

    @property
    def hash(self) -> str:
        """The hash of all the content, as 32 hex digits."""
        return f"{(self.sums.total + self.unlisted) % MODULUS:032x}"

    def holds(self, source: str) -> bool:
        """Whether a source is there, and not withdrawn."""
        return source in self._waiting.paths or self._stands(source)

    def reader(self, source: str) -> str:
        """Which loader read a source; empty where none is named."""
        if source in self._waiting.readers:
            return self._waiting.readers[source]
        return next(self._objects(source, _READ_BY), "").removeprefix(iris.run(""))

    def paths(self, source: str) -> frozenset[str]:
        """Where a source was found."""
        waiting = self._waiting.paths.get(source)
        return frozenset([waiting] if waiting else self._objects(source, _PATH))

    def read_from(self, file_hash: str) -> frozenset[str]:
        """The sources that were read from such a file."""
        file = ox.NamedNode(iris.file(file_hash))
        found = self._live.quads_for_pattern(None, _READ_FROM, file, _META)
        return frozenset(self._standing(found))

    def own_files(self, source: str) -> Iterator[str]:
        """The files that no other source was read from."""
        for file in self._objects(source, _READ_FROM):
            readers = self._live.quads_for_pattern(None, _READ_FROM, ox.NamedNode(file), _META)
            if all(_value(quad.subject) == source for quad in readers):
                yield file

    def await_writing(self, source: str, path: str, address: str | None, reader: str) -> None:
        """A new source was taken in; it is written later."""
        waiting = self._waiting
        waiting.paths[source] = path
        waiting.readers[source] = reader
        waiting.at_path[path] = source
        if address:
            waiting.at_address[address] = source

    def written(self) -> None:
        """All that waited stands in the store now."""
        self._waiting = _Waiting()
        self.sums.written()

    def displaced(self, source: str, path: str, address: str | None) -> frozenset[str]:
        """The sources whose place another takes: that of its address, else those of its path."""
        known = frozenset(self._at_address(address)) if address else frozenset()
        if not known and path != _NO_PLACE:
            known = frozenset(self._at_path(path))
        return known - {source}

    def withdraws(self, old: str, path: str, address: str | None) -> bool:
        """Whether a displaced source is found nowhere else."""
        return self.paths(old) <= {path} or (
            address is not None and old in self._at_address(address)
        )

    def _at_path(self, path: str) -> Iterator[str]:
        if path in self._waiting.at_path:
            yield self._waiting.at_path[path]
        found = self._live.quads_for_pattern(None, _PATH, ox.Literal(path), _META)
        yield from self._standing(found)

    def _at_address(self, address: str) -> Iterator[str]:
        if address in self._waiting.at_address:
            yield self._waiting.at_address[address]
        named, default = ox.NamedNode(address), ox.DefaultGraph()
        yield from self._standing(self._live.quads_for_pattern(None, _ADDRESS, named, default))

    def _standing(self, found: Iterable[ox.Quad]) -> Iterator[str]:
        return filter(self._stands, [_value(quad.subject) for quad in found])

    def _stands(self, source: str) -> bool:
        withdrawn = next(self._objects(source, _WITHDRAWN), None)
        return withdrawn is None and next(self._objects(source, _PATH), None) is not None

    def _objects(self, subject: str, predicate: ox.NamedNode) -> Iterator[str]:
        found = self._live.quads_for_pattern(ox.NamedNode(subject), predicate, None, _META)
        return (_value(quad.object) for quad in found)


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))
