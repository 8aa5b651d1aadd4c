"""The writer of a store behind an address: one SPARQL Update a source, all of it or nothing.

Whether an update of several operations is a transaction is the server's to say; the line that says
which loader read a source comes last, so that a source that came in parts is sent again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from graph.evaluation import DEFAULT_GRAPH
from graph.facts import default_triples
from graph.lines import content_sum, graph_of, triple_of
from graph.meta import arrival, found_at, moment, read_file, sum_line, version_update, withdrawal
from graph.package import package_graphs, package_mark
from graph.parcels import Parcel
from graph.remote import Remote, blocks
from graph.snapshots import Version
from graph.sources import Outcome
from ontology import iris

_PREFIX = f"PREFIX vk: <{iris.ONTOLOGY}> "
_SOURCES = (
    _PREFIX
    + f"""SELECT ?source ?path ?reader ?file ?left {{ GRAPH <{iris.GRAPH_META}> {{
  ?source vk:path ?path OPTIONAL {{ ?source vk:readBy ?reader }}
  OPTIONAL {{ ?source vk:readFrom ?file }} OPTIONAL {{ ?source vk:withdrawnAt ?left }} }} }}"""
)
_SUMS = _PREFIX + f"SELECT ?g ?sum {{ GRAPH <{iris.GRAPH_META}> {{ ?g vk:contentSum ?sum }} }}"
_VERSION = (
    _PREFIX + f"SELECT ?n {{ GRAPH <{iris.GRAPH_META}> {{ <{iris.BASE}dataset> vk:version ?n }} }}"
)
# Plain statements that only the source of a graph makes.
_ORPHANS = f"""DELETE {{ GRAPH <{DEFAULT_GRAPH}> {{ ?s ?p ?o }} }}
WHERE {{ GRAPH <{{graph}}> {{ ?s ?p ?o }}
  FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?p ?o }}
    FILTER(?g != <{{graph}}> && (STRSTARTS(STR(?g), "{iris.BASE}graph/src/")
      || ?g = <{iris.GRAPH_AUTHORITY}> || ?g = <{iris.GRAPH_DERIVED}>)) }} }}"""


@dataclass
class _Held:
    """What is known of a source that the server holds."""

    paths: set[str] = field(default_factory=set)
    readers: set[str] = field(default_factory=set)
    files: set[str] = field(default_factory=set)


class RemoteStore:
    """What takes in sources for a server; it offers what loading needs of a store."""

    purged: frozenset[str] = frozenset()
    waiting = 0
    # Paths are noted as seen from where the command is given.
    root = Path()

    def __init__(self, remote: Remote) -> None:
        self._remote = remote
        self._held: dict[str, _Held] = defaultdict(_Held)
        for row in self._rows(_SOURCES):
            if row["left"] is None:
                held = self._held[row["source"].value]
                held.paths.add(row["path"].value)
                held.readers |= {_last(row["reader"].value)} if row["reader"] else set()
                held.files |= {_last(row["file"].value)} if row["file"] else set()
        self._sums = {row["g"].value: int(row["sum"].value, 16) for row in self._rows(_SUMS)}
        self._changed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing is held on this side."""

    def read_from(self, file_hash: str, reader: str) -> str | None:
        """The id of the source that this loader read from such a file, if it is held."""
        for source, held in self._held.items():
            if file_hash in held.files and reader in held.readers:
                return source.rsplit("/", 1)[1]
        return None

    def prepare(self) -> None:
        """The server is given what goes ahead of the first source line by line."""

    def hasten(self) -> None:
        """Nothing waits here that could be written sooner."""

    def note(self, source_id: str, path: str) -> None:
        """Note where a source that is held was found."""
        held = self._held[iris.source(source_id)]
        if path not in held.paths:
            lines = [found_at(iris.source(source_id), path)]
            self._remote.update(" ;\n".join(blocks("INSERT", _pairs(lines))))
            held.paths.add(path)
            self._changed = True

    def take(self, parcel: Parcel, path: str, reader: str = "") -> Outcome:
        """Take in one source as a whole; of one known from this loader only a new path is noted."""
        source = iris.source(parcel.source_id)
        if source in self._held and reader in self._held[source].readers:
            self.note(parcel.source_id, path)
            return Outcome.UNCHANGED
        if iris.GRAPH_AUTHORITY not in self._sums:
            self._lay_foundation()
        old = [each for each, held in self._held.items() if each != source and held.paths == {path}]
        again = source in self._held
        parts = [part for each in [*old, *([source] if again else [])] for part in self._gone(each)]
        come = [line for each in old for line in withdrawal(each, source)]
        graph = iris.source_graph(parcel.source_id)
        self._sums[graph] = parcel.total
        come += [found_at(source, path), sum_line(graph, parcel.total), *arrival(source, reader)]
        come += read_file(source, parcel.file_hash) if parcel.file_hash else ()
        plain = [(line.removesuffix(" ."), DEFAULT_GRAPH) for line in _lines(parcel.plain)]
        parts += blocks("INSERT", [*_pairs(parcel.lines), *plain])
        parts += blocks("INSERT", _pairs(come))
        self._remote.update(" ;\n".join(parts))
        for each in old:
            del self._held[each]
        files = {parcel.file_hash} if parcel.file_hash else set()
        paths = self._held[source].paths | {path}
        self._held[source] = _Held(paths, {reader}, files)
        self._changed = True
        return Outcome.REPLACED if old or again else Outcome.ADDED

    def publish(self) -> Version | None:
        """Write down the version of what the server holds now, if anything changed."""
        if not self._changed:
            return None
        numbers = [int(row["n"].value) for row in self._rows(_VERSION)]
        total = sum(self._sums.values()) % (1 << 128)
        version = Version(max(numbers, default=0) + 1, f"{total:032x}", moment())
        self._remote.update(version_update(version))
        self._changed = False
        return version

    def _rows(self, query: str) -> list[ox.QuerySolution]:
        found = self._remote.ask(query)
        assert isinstance(found, ox.QuerySolutions)
        return list(found)

    def _gone(self, source: str) -> Iterator[str]:
        """The operations that take out what a source says."""
        graph = iris.source_graph(source.rsplit("/", 1)[1])
        self._sums.pop(graph, None)
        yield _ORPHANS.replace("{graph}", graph)
        yield f"DROP SILENT GRAPH <{graph}>"
        meta = iris.GRAPH_META
        for subject in (source, graph):
            yield f"DELETE WHERE {{ GRAPH <{meta}> {{ <{subject}> ?p ?o }} }}"

    def _lay_foundation(self) -> None:
        """Bring authority and ontology ahead of the first source; their sums come last."""
        graphs = package_graphs()
        for graph, lines in graphs.items():
            plain = [(triple, DEFAULT_GRAPH) for triple in default_triples(lines, {})]
            for part in blocks("INSERT", [*_pairs(lines), *plain]):
                self._remote.update(part)
            self._sums[graph] = content_sum(lines)
        closing = [package_mark(), *(sum_line(name, self._sums[name]) for name in graphs)]
        self._remote.update(" ;\n".join(blocks("INSERT", _pairs(closing))))


def _last(iri: str) -> str:
    """The fingerprint of a run, the hash of a file."""
    return iri.rsplit("/", 1)[1]


def _pairs(lines: Iterable[str]) -> list[tuple[str, str]]:
    return [(triple_of(line), graph_of(line)[1:-1]) for line in lines]


def _lines(payload: bytes) -> list[str]:
    return payload.decode().splitlines()
