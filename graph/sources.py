"""The sources of a store, each as a whole: taken in, read again, put in others' place, taken out.

New ones wait and are written some at a time; whatever takes another's place is written at once.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from functools import partial
from pathlib import Path

import pyoxigraph as ox

from graph import search_index
from graph.catalogue import Catalogue
from graph.changes import Changes
from graph.facts import graph_lines, rejections, review_of
from graph.lines import content_sum
from graph.live import Live
from graph.meta import (
    arrival,
    found_at,
    meta_lines,
    read_by,
    read_file,
    sum_line,
    withdrawal,
)
from graph.parcels import Parcel
from graph.snapshots import index_path, next_number
from ontology import iris

_READ_BY = f"<{iris.ONTOLOGY}readBy>"


class Outcome(StrEnum):
    """What became of a source that was handed in."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


class Sources:
    """What a writer does with whole sources; `waiting` are those that are not written yet.

    `closing` are the meta lines that come last and make whole what waits. What `hastens` writes the
    index beside the store.
    """

    def __init__(
        self, root: Path, live: Live, protected: ox.Store, catalogue: Catalogue, changes: Changes
    ) -> None:
        self._root = root
        self.live, self.protected = live, protected
        self.catalogue, self.changes = catalogue, changes
        self.waiting: list[Parcel] = []
        self.closing: list[str] = []
        # The bytes of the sources that wait.
        self.size = 0
        self.hastens = False

    def take(self, parcel: Parcel, path: str, reader: str) -> Outcome:
        """Take in a source that the store does not hold."""
        source, graph = iris.source(parcel.source_id), iris.source_graph(parcel.source_id)
        self.changes.note(graph)
        closing = [*arrival(source, reader), sum_line(graph, parcel.total)]
        closing += self._file_line(source, parcel.file_hash)
        traces = meta_lines(self.live.store, source)
        displaced = self.catalogue.displaced(source, path, parcel.address)
        if traces or displaced:
            self._exchange(source, path, parcel.address, traces, [*closing, *parcel.lines])
        else:
            self.waiting.append(parcel)
            self.size += len(parcel.public)
            self.closing += [found_at(source, path), *closing]
            self.catalogue.await_writing(source, path, parcel.address, reader)
        self.catalogue.sums.put(graph, parcel.total, 0)
        return Outcome.REPLACED if displaced else Outcome.ADDED

    def read_again(self, parcel: Parcel, path: str, reader: str) -> Outcome:
        """Exchange what an older loader read from a source for what a newer one reads."""
        self.pour()
        source, graph = iris.source(parcel.source_id), iris.source_graph(parcel.source_id)
        before = self.catalogue.sums[graph]
        if before != parcel.total:
            self.changes.note(graph)
        mark = [line for line in meta_lines(self.live.store, source) if _READ_BY in line]
        come = [*read_by(source, reader), sum_line(graph, parcel.total), *parcel.lines]
        come += self._file_line(source, parcel.file_hash)
        gone = [*mark, *self.live.whole(graph)]
        self._exchange(source, path, parcel.address, gone, come)
        self.catalogue.sums.put(graph, parcel.total, before)
        return Outcome.UNCHANGED if before == parcel.total else Outcome.REPLACED

    def note(self, source_id: str, path: str, file_hash: str | None = None) -> None:
        """Note where a source that is held was found, and in which file."""
        source = iris.source(source_id)
        come = self._file_line(source, file_hash)
        if come or path not in self.catalogue.paths(source):
            self.changes.note(iris.GRAPH_META)
            self._exchange(source, path, None, (), come)

    def forget(self, source_id: str) -> bool:
        """Take out a source and what people wrote on it; whether the store held it."""
        self.pour()
        source, graph = iris.source(source_id), iris.source_graph(source_id)
        held = self.catalogue.holds(source)
        self.changes.note(graph, iris.GRAPH_REVIEW)
        words = review_of(self.live.store, source)
        rest = set(graph_lines(self.live.store, iris.GRAPH_REVIEW)) - set(words)
        gone = [*self.live.whole(graph), *meta_lines(self.live.store, source), *words]
        for file in self.catalogue.own_files(source):
            gone += meta_lines(self.live.store, file)
        come: list[str] = []
        if words:
            gone += meta_lines(self.live.store, iris.GRAPH_REVIEW)
            self.catalogue.sums.put(
                iris.GRAPH_REVIEW, content_sum(rest), self.catalogue.sums[iris.GRAPH_REVIEW]
            )
            come.append(sum_line(iris.GRAPH_REVIEW, content_sum(rest)))
        self.catalogue.sums.put(graph, 0, self.catalogue.sums[graph])
        self.live.change(gone, come)
        self.live.rejected = rejections(self.live.store)
        self.protected.remove_graph(ox.NamedNode(protected_graph(source)))
        self.catalogue.written()
        return held

    def pour(self) -> None:
        """Write the sources that wait; after a wrong line the store is as if they had not come."""
        parcels, closing = self.waiting, self.closing
        self.waiting, self.closing, self.size = [], [], 0
        if not closing:
            return
        lay = partial(search_index.lay, index_path(self._root), parcels, next_number(self._root))
        with ThreadPoolExecutor(1) as beside:
            # Passages of sources that do not come after all are ended when the version is built.
            laid = beside.submit(lay) if self.hastens else None
            self._pour(parcels, closing)
        (laid.result if laid else lay)()

    def _pour(self, parcels: Sequence[Parcel], closing: Sequence[str]) -> None:
        try:
            self.live.pour(parcels, closing)
        except SyntaxError:
            self.catalogue = Catalogue(self.live.store)
            self.live.drop_unfinished(self.catalogue.sums.graphs())
            raise
        self.catalogue.written()

    def protect(self, parcel: Parcel) -> None:
        """Exchange the protected lines of a source.

        They go first: a crash before the rest leaves only lines that nobody is shown.
        """
        graph = protected_graph(iris.source(parcel.source_id))
        lines = parcel.protected.decode().splitlines()
        if sorted(graph_lines(self.protected, graph)) != sorted(lines):
            self.changes.note(graph)
            self.protected.remove_graph(ox.NamedNode(graph))
            self.protected.load(parcel.protected, format=ox.RdfFormat.N_QUADS)

    def _exchange(
        self, source: str, path: str, address: str | None, gone: Sequence[str], come: Sequence[str]
    ) -> None:
        """Write a source that takes the place of others, or of what was known of itself."""
        self.pour()
        displaced = sorted(self.catalogue.displaced(source, path, address))
        withdrawn = [old for old in displaced if self.catalogue.withdraws(old, path, address)]
        left = [line for old in withdrawn for line in self.live.whole(_graph(old))]
        left += [found_at(old, path) for old in displaced if old not in withdrawn]
        entered = [line for old in withdrawn for line in withdrawal(old, source)]
        if path not in self.catalogue.paths(source):
            entered.append(found_at(source, path))
        if left or entered:
            self.changes.note(iris.GRAPH_META, *map(_graph, withdrawn))
        for old in withdrawn:
            self.catalogue.sums.put(_graph(old), 0, self.catalogue.sums[_graph(old)])
        self.live.change([*left, *gone], [*entered, *come])
        for old in withdrawn:
            self.protected.remove_graph(ox.NamedNode(protected_graph(old)))

    def _file_line(self, source: str, file_hash: str | None) -> list[str]:
        """The lines that say from which file a source was read, unless the store says so."""
        if file_hash is None or source in self.catalogue.read_from(file_hash):
            return []
        return [*read_file(source, file_hash)]


def protected_graph(source: str) -> str:
    """The graph of what is protected of a source."""
    return f"{iris.BASE}graph/protected/{source.rsplit('/', 1)[1]}"


def _graph(source: str) -> str:
    return iris.source_graph(source.rsplit("/", 1)[1])
