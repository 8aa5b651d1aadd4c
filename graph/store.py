"""The store on disk: one writer, whole sources only, and versions that readers never see half of.

A source is the sha256 of its text. The same text again changes nothing but the paths known for it,
unless another loader reads it now: then its graph is exchanged. A new text at a known address (else
path) replaces the old one, which then points to it.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from graph import rewriting, search_index
from graph.catalogue import Catalogue
from graph.derived import derive
from graph.facts import graph_lines, rejections, review_of
from graph.lines import MODULUS, content_sum
from graph.live import Live
from graph.meta import (
    arrival,
    found_at,
    meta_lines,
    moment,
    read_by,
    read_file,
    sum_line,
    version_update,
    withdrawal,
)
from graph.package import package_graphs, package_mark
from graph.parcels import Parcel
from graph.snapshots import (
    NoStore,
    Version,
    index_path,
    make_current,
    publish,
    snapshot,
)
from graph.tombstones import tombstones
from ontology import iris

_READ_BY = f"<{iris.ONTOLOGY}readBy>"
# A mark beside the store: it was changed since it was last published.
_WRITING = "WRITING"
# So many bytes of new sources are written in one go.
_BATCH = 16_000_000


class StoreHeld(Exception):
    """Another process is writing to the store."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"{directory}: another process holds this store; wait until it is done")
        self.directory = directory


class StoreDamaged(Exception):
    """The files of the store cannot be read any more, as after a power cut or a bad disk."""

    def __init__(self, directory: Path, why: str) -> None:
        super().__init__(f"{directory}: damaged ({why}); run `vankien doctor`")
        self.directory = directory


class SourcePurged(Exception):
    """A text that was taken out for good, and is not taken in again."""

    def __init__(self, source_id: str) -> None:
        super().__init__(f"{source_id} was purged from this store; it is not taken in again")
        self.source_id = source_id


class Outcome(StrEnum):
    """What became of a source that was handed in."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class Store:
    """The writer of a store directory; there is at most one at a time."""

    def __init__(self, root: Path, live: ox.Store, protected: ox.Store) -> None:
        self.root = root
        self._live = Live(live)
        self._protected = protected
        self._waiting: list[Parcel] = []
        self._closing: list[str] = []
        self._touched: set[str] | None = set()
        self.purged = frozenset(tombstones(root).sources)
        current = _current(root)
        if current and not (root / _WRITING).exists() and not rewriting.is_own(root):
            self._catalogue = Catalogue(live, int(current.hash, 16))
            if self._catalogue.sums:
                self._refresh_package()
                self.publish()
        else:
            self._recover(current)

    @classmethod
    def open(cls, directory: Path | str) -> Self:
        """The writer of a directory, which is made when it is not there."""
        root = Path(directory)
        (root / "protected").mkdir(parents=True, exist_ok=True)
        for place in (root, root / "protected"):
            # A purge was interrupted between two names: what it was to replace is whole.
            if (place / "old").exists() and not (place / "live").exists():
                (place / "old").rename(place / "live")
        try:
            live = ox.Store(str(root / "live"))
            protected = ox.Store(str(root / "protected" / "live"))
        except OSError as error:
            if "lock" in str(error).lower():
                raise StoreHeld(root) from error
            raise
        except RuntimeError as error:
            # So RocksDB's word of corruption comes through pyoxigraph.
            raise StoreDamaged(root, str(error).partition("\n")[0]) from error
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
        try:
            self._pour()
        finally:
            del self._live, self._protected, self._catalogue

    def known(self, source_id: str, reader: str = "") -> bool:
        """Whether the store holds this source, as this loader read it."""
        source = iris.source(source_id)
        return self._catalogue.holds(source) and self._catalogue.reader(source) == reader

    def holds(self, source_id: str) -> bool:
        """Whether the store holds this source, whichever loader read it."""
        return self._catalogue.holds(iris.source(source_id))

    def add(self, lines: Sequence[str], source_id: str, path: str, reader: str = "") -> Outcome:
        """Take in one source as a whole; of one known from this loader only a new path is noted.

        See `take`.
        """
        return self.take(Parcel.of(lines, source_id), path, reader)

    def take(self, parcel: Parcel, path: str, reader: str = "") -> Outcome:
        """Take in one source as a whole; of one known from this loader only a new path is noted.

        New sources are written some at a time, and surely with the next publication; `waiting`
        counts those that are not. Raises SourcePurged for one that was taken out for good.
        """
        if parcel.source_id in self.purged:
            raise SourcePurged(parcel.source_id)
        if self.known(parcel.source_id, reader):
            self.note(parcel.source_id, path, parcel.file_hash)
            return Outcome.UNCHANGED
        self._protect(parcel)
        if self._catalogue.holds(iris.source(parcel.source_id)):
            return self._read_again(parcel, path, reader)
        return self._take(parcel, path, reader)

    def note(self, source_id: str, path: str, file_hash: str | None = None) -> None:
        """Note where a source that is held was found, and in which file."""
        source = iris.source(source_id)
        come = self._file_line(source, file_hash)
        if come or path not in self._catalogue.paths(source):
            self._change(iris.GRAPH_META)
            self._exchange(source, path, None, (), come)

    def read_from(self, file_hash: str, reader: str) -> str | None:
        """The id of the source that this loader read from such a file, if it is held."""
        found = self._catalogue.read_from(file_hash)
        source = next((each for each in found if self._catalogue.reader(each) == reader), None)
        return source and source.rsplit("/", 1)[1]

    @property
    def waiting(self) -> int:
        """How many sources were taken in and are not written yet."""
        return len(self._waiting)

    @property
    def is_open_to_all(self) -> bool:
        """Whether nothing of ours is in it yet, so that users may write what they like."""
        return not self._catalogue.sums

    def rewrite(self, update: str, writes: Iterable[str]) -> None:
        """Carry out a user's update that writes these graphs, with what follows from it."""
        self._pour()
        graphs = list(writes)
        self._change(*graphs)
        rewriting.rewrite(self.root, self._live, self._catalogue, update, graphs)

    def forget(self, source_id: str) -> bool:
        """Take out a source and what people wrote on it; whether the store held it."""
        self._pour()
        source, graph = iris.source(source_id), iris.source_graph(source_id)
        held = self._catalogue.holds(source)
        self._change(graph, iris.GRAPH_REVIEW)
        words = review_of(self._live.store, source)
        rest = set(graph_lines(self._live.store, iris.GRAPH_REVIEW)) - set(words)
        gone = [*self._live.whole(graph), *meta_lines(self._live.store, source), *words]
        for file in self._catalogue.own_files(source):
            gone += meta_lines(self._live.store, file)
        come: list[str] = []
        if words:
            gone += meta_lines(self._live.store, iris.GRAPH_REVIEW)
            self._catalogue.sums.put(
                iris.GRAPH_REVIEW, content_sum(rest), self._catalogue.sums[iris.GRAPH_REVIEW]
            )
            come.append(sum_line(iris.GRAPH_REVIEW, content_sum(rest)))
        self._catalogue.sums.put(graph, 0, self._catalogue.sums[graph])
        self._live.change(gone, come)
        self._live.rejected = rejections(self._live.store)
        self._protected.remove_graph(ox.NamedNode(_protected_graph(source)))
        self._catalogue.written()
        # At once: nothing of a purged source may wait in a conclusion.
        self._derive()
        return held

    def publish(self, anew: bool = False) -> Version:
        """Make what was added the current version; without a change the current one stands.

        `anew` publishes a version all the same.
        """
        self._pour()
        self._derive()
        current = _current(self.root)
        if current and not (anew or self._touched is None or self._touched):
            return current
        number = _after(current) if self._catalogue.sums or current else 0
        version = Version(number, self._catalogue.hash, moment())
        if self._catalogue.sums:
            self._live.store.update(version_update(version))
        parts = {"public": self._live.store, "protected": self._protected}
        fresh = publish(self.root, version, parts)
        then = current.hash if current and self._touched is not None else ""
        search_index.build(fresh, then, self._touched or ())
        search_index.forget(index_path(self.root), make_current(self.root, version))
        (self.root / _WRITING).unlink(missing_ok=True)
        self._touched = set()
        return version

    def _change(self, *graphs: str) -> None:
        """Note, before it is done, that graphs change: the next writer then looks after them."""
        if self._touched is not None:
            if not self._touched:
                (self.root / _WRITING).touch()
            self._touched.update(graphs)

    def _recover(self, current: Version | None) -> None:
        """Publish what a killed writer took in as a whole; drop what it left in parts."""
        self._touched = None
        (self.root / _WRITING).touch()
        self._catalogue = Catalogue(self._live.store)
        for graph in list(self._protected.named_graphs()):
            if not self._catalogue.holds(iris.source(str(graph.value).rsplit("/", 1)[1])):
                self._protected.remove_graph(graph)
        rewriting.finish(self.root, self._live, self._catalogue)
        if self._catalogue.sums:
            self._live.drop_unfinished(self._catalogue.sums.graphs())
            self._refresh_package()
        elif len(self._live.store) and not rewriting.is_own(self.root):
            self._live.store.clear()
        if current is None or current.hash != self._catalogue.hash:
            # What was touched before is not known any more.
            self._live.touched = None
            self.publish()
        else:
            (self.root / _WRITING).unlink()
            self._touched = set()

    def _derive(self) -> None:
        """Bring the derived graph to what was changed since; build it where there is none yet."""
        sums, graph = self._catalogue.sums, iris.GRAPH_DERIVED
        before = sums[graph]
        if not sums or (self._live.touched == set() and before):
            return
        gone, come = derive(self._live, self._live.touched if before else None)
        total = (before + content_sum(come) - content_sum(gone)) % MODULUS
        if total != before:
            self._change(graph)
            self._live.change(meta_lines(self._live.store, graph), [sum_line(graph, total)])
            sums.put(graph, total, before)
        self._live.touched = set()

    def _take(self, parcel: Parcel, path: str, reader: str) -> Outcome:
        """Take in a source that the store does not hold."""
        source, graph = iris.source(parcel.source_id), iris.source_graph(parcel.source_id)
        self._change(graph)
        if not self._catalogue.sums:
            self._lay_foundation()
        closing = [*arrival(source, reader), sum_line(graph, parcel.total)]
        closing += self._file_line(source, parcel.file_hash)
        traces = meta_lines(self._live.store, source)
        displaced = self._catalogue.displaced(source, path, parcel.address)
        if traces or displaced:
            self._exchange(source, path, parcel.address, traces, [*closing, *parcel.lines])
        else:
            self._waiting.append(parcel)
            self._closing += [found_at(source, path), *closing]
            self._catalogue.await_writing(source, path, parcel.address, reader)
        self._catalogue.sums.put(graph, parcel.total, 0)
        if sum(len(each.public) for each in self._waiting) >= _BATCH:
            self._pour()
        return Outcome.REPLACED if displaced else Outcome.ADDED

    def _read_again(self, parcel: Parcel, path: str, reader: str) -> Outcome:
        """Exchange what an older loader read from a source for what a newer one reads."""
        self._pour()
        source, graph = iris.source(parcel.source_id), iris.source_graph(parcel.source_id)
        before = self._catalogue.sums[graph]
        if before != parcel.total:
            self._change(graph)
        mark = [line for line in meta_lines(self._live.store, source) if _READ_BY in line]
        come = [*read_by(source, reader), sum_line(graph, parcel.total), *parcel.lines]
        come += self._file_line(source, parcel.file_hash)
        gone = [*mark, *self._live.whole(graph)]
        self._exchange(source, path, parcel.address, gone, come)
        self._catalogue.sums.put(graph, parcel.total, before)
        return Outcome.UNCHANGED if before == parcel.total else Outcome.REPLACED

    def _file_line(self, source: str, file_hash: str | None) -> list[str]:
        """The lines that say from which file a source was read, unless the store says so."""
        if file_hash is None or source in self._catalogue.read_from(file_hash):
            return []
        return [*read_file(source, file_hash)]

    def _protect(self, parcel: Parcel) -> None:
        """Exchange the protected lines of a source.

        They go first: a crash before the rest leaves only lines that nobody is shown.
        """
        graph = _protected_graph(iris.source(parcel.source_id))
        lines = parcel.protected.decode().splitlines()
        if sorted(graph_lines(self._protected, graph)) != sorted(lines):
            self._change(graph)
            self._protected.remove_graph(ox.NamedNode(graph))
            self._protected.load(parcel.protected, format=ox.RdfFormat.N_QUADS)

    def _exchange(
        self, source: str, path: str, address: str | None, gone: Sequence[str], come: Sequence[str]
    ) -> None:
        """Write a source that takes the place of others, or of what was known of itself."""
        self._pour()
        displaced = sorted(self._catalogue.displaced(source, path, address))
        withdrawn = [old for old in displaced if self._catalogue.withdraws(old, path, address)]
        left = [line for old in withdrawn for line in self._live.whole(_graph(old))]
        left += [found_at(old, path) for old in displaced if old not in withdrawn]
        entered = [line for old in withdrawn for line in withdrawal(old, source)]
        if path not in self._catalogue.paths(source):
            entered.append(found_at(source, path))
        if left or entered:
            self._change(iris.GRAPH_META, *map(_graph, withdrawn))
        for old in withdrawn:
            self._catalogue.sums.put(_graph(old), 0, self._catalogue.sums[_graph(old)])
        self._live.change([*left, *gone], [*entered, *come])
        for old in withdrawn:
            self._protected.remove_graph(ox.NamedNode(_protected_graph(old)))

    def _pour(self) -> None:
        """Write the sources that wait; after a wrong line the store is as if they had not come."""
        parcels, closing = self._waiting, self._closing
        self._waiting, self._closing = [], []
        if closing:
            try:
                self._live.pour(parcels, closing)
            except SyntaxError:
                self._catalogue = Catalogue(self._live.store)
                self._live.drop_unfinished(self._catalogue.sums.graphs())
                raise
            self._catalogue.written()
            search_index.lay(index_path(self.root), parcels, _after(_current(self.root)))

    def _lay_foundation(self) -> None:
        """Bring authority and ontology ahead of the first source.

        Until their sums stand in the meta graph, where they come together with the first sources,
        the next writer clears them away.
        """
        graphs = package_graphs()
        self._change(*graphs)
        self._closing += rewriting.adopt(self.root, self._live, self._catalogue)
        self._live.lay([line for lines in graphs.values() for line in lines])
        sums = {graph: content_sum(lines) for graph, lines in graphs.items()}
        self._closing += [package_mark(), *(sum_line(*each) for each in sums.items())]
        self._catalogue.sums.update(sums)

    def _refresh_package(self) -> None:
        """Bring authority and ontology to what the installed package says."""
        mark = package_mark()
        if mark not in meta_lines(self._live.store, iris.GRAPH_AUTHORITY):
            graphs = package_graphs()
            gone = [line for graph in graphs for line in self._live.whole(graph)]
            self._change(*graphs)
            sums = {graph: content_sum(lines) for graph, lines in graphs.items()}
            come = [line for lines in graphs.values() for line in lines]
            for graph, total in sums.items():
                self._catalogue.sums.put(graph, total, self._catalogue.sums[graph])
            self._live.change(gone, [mark, *come, *(sum_line(*each) for each in sums.items())])


def _graph(source: str) -> str:
    return iris.source_graph(source.rsplit("/", 1)[1])


def _protected_graph(source: str) -> str:
    return f"{iris.BASE}graph/protected/{source.rsplit('/', 1)[1]}"


def _after(current: Version | None) -> int:
    """The number of the version that follows."""
    return current.number + 1 if current else 1


def _current(root: Path) -> Version | None:
    try:
        return snapshot(root).version
    except NoStore:
        return None
