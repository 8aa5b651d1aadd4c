"""The store on disk: one writer, whole sources only, and versions that readers never see half of.

A source is the sha256 of its text. The same text again changes nothing but the paths known for it;
a new text at a known address (else path) replaces the old one, which then points to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from graph import search_index
from graph.catalogue import Catalogue
from graph.facts import default_triples, graph_lines, orphaned, rejections
from graph.lines import META, Parcel, content_sum, data_block, graph_of, meta, payload
from graph.package import package_graphs, package_mark
from graph.snapshots import NoStore, Version, make_current, publish, snapshot
from ontology import iris

_DATASET = iris.BASE + "dataset"
_SOURCE = "<http://purl.org/dc/terms/source>"
_REPLACED = "<http://purl.org/dc/terms/isReplacedBy>"


class StoreHeld(Exception):
    """Another process is writing to the store."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"{directory}: another process holds this store; wait until it is done")
        self.directory = directory


class Outcome(StrEnum):
    """What became of a source that was handed in."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class Store:
    """The writer of a store directory; there is at most one at a time."""

    def __init__(self, root: Path, live: ox.Store, protected: ox.Store) -> None:
        self.root = root
        self._live = live
        self._protected = protected
        self._catalogue = Catalogue(live)
        self._rejected = rejections(live)
        self._changed = False
        self._recover()

    @classmethod
    def open(cls, directory: Path | str) -> Self:
        """The writer of a directory, which is made when it is not there."""
        root = Path(directory)
        (root / "protected").mkdir(parents=True, exist_ok=True)
        try:
            live = ox.Store(str(root / "live"))
            protected = ox.Store(str(root / "protected" / "live"))
        except OSError as error:
            if "lock" in str(error).lower():
                raise StoreHeld(root) from error
            raise
        return cls(root, live, protected)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the directory; what was not published is published by the next writer."""
        del self._live, self._protected

    def known(self, source_id: str) -> bool:
        """Whether the store holds this source."""
        return iris.source(source_id) in self._catalogue.paths

    def add(self, lines: Sequence[str], source_id: str, path: str) -> Outcome:
        """Take in one source as a whole; of a known one only a new path is noted."""
        source, known = iris.source(source_id), self.known(source_id)
        if known and path in self._catalogue.paths[source]:
            return Outcome.UNCHANGED
        parcel = Parcel.of(() if known else lines)
        if parcel.protected:
            # First, so that a crash between the two leaves only lines that nobody is shown.
            self._protected.load(payload(parcel.protected), format=ox.RdfFormat.N_QUADS)
        address = _address(source, parcel.public)
        gone, come = self._displacement(source, path, address)
        come.append(meta(source, "path", _string(path)))
        sums: dict[str, int] = {}
        if not known:
            gone += _meta_lines(self._live, source)
            come += [meta(source, "loadedAt", _now()), *parcel.public]
            sums[iris.source_graph(source_id)] = content_sum(parcel.public)
            if not self._catalogue.sums:
                come.append(package_mark())
                sums |= self._lay_foundation()
        self._change(gone, come, sums)
        displaced = self._settle(source, path, address)
        if known:
            return Outcome.UNCHANGED
        return Outcome.REPLACED if displaced else Outcome.ADDED

    def publish(self) -> Version:
        """Make what was added the current version; without a change the current one stands."""
        current = _current(self.root)
        if current and not self._changed:
            return current
        version = Version(current.number + 1 if current else 0, self._catalogue.hash, _moment())
        if self._catalogue.sums:
            version = Version(max(version.number, 1), version.hash, version.published)
            self._live.update(_version_update(version))
        fresh = publish(self.root, version, {"public": self._live, "protected": self._protected})
        search_index.build(fresh, self.root / "search.db")
        make_current(self.root, version)
        self._changed = False
        return version

    def _recover(self) -> None:
        """Publish what a killed writer took in; drop protected lines whose source never came."""
        for graph in list(self._protected.named_graphs()):
            if not self.known(str(graph.value).rsplit("/", 1)[1]):
                self._protected.remove_graph(graph)
        if self._catalogue.sums:
            self._refresh_package()
        elif len(self._live):
            self._live.clear()
        current = _current(self.root)
        if current is None or current.hash != self._catalogue.hash:
            self._changed = True
            self.publish()

    def _lay_foundation(self) -> dict[str, int]:
        """Bring authority and ontology ahead of the first source; returns their content sums.

        They are loaded in bulk, which is no transaction: until their sums stand in the meta graph,
        where they come together with the source, the next writer clears them away.
        """
        graphs = package_graphs()
        lines = [line for each in graphs.values() for line in each]
        facts = default_triples(lines, self._rejected)
        self._live.bulk_load(
            payload([*lines, *(f"{each} ." for each in facts)]), format=ox.RdfFormat.N_QUADS
        )
        return {graph: content_sum(each) for graph, each in graphs.items()}

    def _refresh_package(self) -> None:
        """Bring authority and ontology to what the installed package says."""
        mark = package_mark()
        if mark not in _meta_lines(self._live, iris.GRAPH_AUTHORITY):
            graphs = package_graphs()
            gone = [line for graph in graphs for line in self._whole(graph)]
            come = [line for lines in graphs.values() for line in lines]
            sums = {graph: content_sum(lines) for graph, lines in graphs.items()}
            self._change(gone, [mark, *come], sums)

    def _whole(self, graph: str) -> list[str]:
        """The lines of a graph and of its sum."""
        return graph_lines(self._live, graph) + _meta_lines(self._live, graph)

    def _displacement(
        self, source: str, path: str, address: str | None
    ) -> tuple[list[str], list[str]]:
        """The lines that go and come when a source takes the place of others."""
        gone: list[str] = []
        come: list[str] = []
        for old in sorted(self._catalogue.displaced(source, path, address)):
            if not self._catalogue.withdraws(old, path, address):
                gone.append(meta(old, "path", _string(path)))
                continue
            gone += self._whole(_graph(old))
            come += [meta(old, "withdrawnAt", _now()), f"<{old}> {_REPLACED} <{source}> {META} ."]
        return gone, come

    def _settle(self, source: str, path: str, address: str | None) -> bool:
        """Bring the catalogue to what was written; whether the source took another's place."""
        displaced = self._catalogue.displaced(source, path, address)
        for old in displaced:
            if self._catalogue.withdraws(old, path, address):
                self._catalogue.forget(old, _graph(old))
                self._protected.remove_graph(ox.NamedNode(_protected_graph(old)))
            else:
                self._catalogue.leave(old, path)
        self._catalogue.note(source, path, address)
        return bool(displaced)

    def _change(self, gone: list[str], come: list[str], sums: Mapping[str, int]) -> None:
        """Take lines out and put lines in, with what follows for the default graph, all at once.

        `sums` are the content sums of the graphs that arrive.
        """
        come = [*come, *(meta(each, "contentSum", _hex(total)) for each, total in sums.items())]
        coming = default_triples(come, self._rejected)
        if gone:
            leaving = frozenset(graph_of(line)[1:-1] for line in gone)
            lost = default_triples(gone, self._rejected) - coming
            orphans = orphaned(self._live, leaving, lost, self._rejected)
            self._live.update(
                f"{data_block('DELETE', gone, orphans)} ;\n{data_block('INSERT', come, coming)}"
            )
        else:
            self._live.load(
                payload([*come, *(f"{each} ." for each in coming)]), format=ox.RdfFormat.N_QUADS
            )
        self._catalogue.sums.update(sums)
        self._changed = True


def _graph(source: str) -> str:
    return iris.source_graph(source.rsplit("/", 1)[1])


def _protected_graph(source: str) -> str:
    return f"{iris.BASE}graph/protected/{source.rsplit('/', 1)[1]}"


def _meta_lines(live: ox.Store, subject: str) -> list[str]:
    node, graph = ox.NamedNode(subject), ox.NamedNode(iris.GRAPH_META)
    return [f"{quad} ." for quad in live.quads_for_pattern(node, None, None, graph)]


def _address(source: str, lines: Iterable[str]) -> str | None:
    """Where the page of a source stands on the web, if its lines say so."""
    prefix = f"<{source}> {_SOURCE} <"
    line = next((line for line in lines if line.startswith(prefix)), None)
    return line[len(prefix) :].split(">", 1)[0] if line else None


def _hex(total: int) -> str:
    return f'"{total:032x}"'


def _string(value: str) -> str:
    return str(ox.Literal(value))


def _moment() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _now() -> str:
    return _typed(_moment(), "dateTime")


def _typed(value: str, datatype: str) -> str:
    return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#{datatype}>'


def _current(root: Path) -> Version | None:
    try:
        return snapshot(root).version
    except NoStore:
        return None


def _version_update(version: Version) -> str:
    """The dataset version as the meta graph tells it."""
    said = {
        "version": _typed(str(version.number), "integer"),
        "contentHash": _string(version.hash),
        "publishedAt": _typed(version.published, "dateTime"),
    }
    insert = data_block("INSERT", [meta(_DATASET, *each) for each in said.items()], ())
    return f"DELETE WHERE {{ GRAPH {META} {{ <{_DATASET}> ?p ?o }} }} ;\n{insert}"
