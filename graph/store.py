"""The store on disk: one writer, whole sources only, and versions that readers never see half of.

A source is the sha256 of its text. The same text again changes nothing but the paths known for it,
unless another loader reads it now: then its graph is exchanged. A new text at a known address (else
path) replaces the old one, which then points to it.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyoxigraph as ox

from graph import rewriting, search_index
from graph.catalogue import Catalogue
from graph.changes import Changes
from graph.derived import derive
from graph.lines import MODULUS, content_sum
from graph.live import Live
from graph.meta import meta_lines, moment, sum_line, version_update
from graph.opening import opened
from graph.package import foundation, package_graphs, package_mark
from graph.parcels import Parcel
from graph.snapshots import (
    Version,
    current_version,
    index_path,
    make_current,
    next_number,
    publish,
)
from graph.sources import Outcome, Sources
from graph.tombstones import tombstones
from ontology import iris

# So many bytes of new sources are written in one go: the store's own threads merge what comes in
# smaller pieces more often, which at 48 MB was a third of the writing of 3,000 texts.
_BATCH = 96_000_000
# When the last sources of a load are being read, so many: then little is left to do in the end.
_LAST = 12_000_000


class SourcePurged(Exception):
    """A text that was taken out for good, and is not taken in again."""

    def __init__(self, source_id: str) -> None:
        super().__init__(f"{source_id} was purged from this store; it is not taken in again")
        self.source_id = source_id


class Store:
    """The writer of a store directory; there is at most one at a time."""

    def __init__(self, root: Path, live: ox.Store, protected: ox.Store) -> None:
        self.root = root
        self._live = Live(live)
        self._protected = protected
        self._changes = Changes(root)
        self._batch = _BATCH
        self._foundation: tuple[bytes, bytes, dict[str, int]] | None = None
        self.purged = frozenset(tombstones(root).sources)
        current = current_version(root)
        known = current if not (self._changes.left or rewriting.is_own(root)) else None
        catalogue = Catalogue(live, int(known.hash, 16) if known else None)
        self._sources = Sources(root, self._live, protected, catalogue, self._changes)
        if known is None:
            self._recover(current)
        elif catalogue.sums:
            self._refresh_package()
            self.publish()

    @classmethod
    def open(cls, directory: Path | str) -> Self:
        """The writer of a directory, which is made when it is not there.

        Raises StoreHeld and StoreDamaged.
        """
        root = Path(directory)
        return cls(root, *opened(root))

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
            self._sources.pour()
        finally:
            del self._live, self._protected, self._sources

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
        self._sources.protect(parcel)
        if self.holds(parcel.source_id):
            return self._sources.read_again(parcel, path, reader)
        if not self._catalogue.sums:
            self._lay_foundation()
        outcome = self._sources.take(parcel, path, reader)
        if self._sources.size >= self._batch:
            self._sources.pour()
        return outcome

    def prepare(self) -> None:
        """Make ready what goes ahead of the first source, while that one is being read."""
        if not (self._foundation or self._catalogue.sums):
            self._foundation = foundation(package_graphs())

    def hasten(self) -> None:
        """Keep abreast of what comes: the last sources are under way, then cores are left idle."""
        self._batch = min(_BATCH, _LAST)
        self._sources.hastens = True

    def note(self, source_id: str, path: str, file_hash: str | None = None) -> None:
        """Note where a source that is held was found, and in which file."""
        self._sources.note(source_id, path, file_hash)

    def read_from(self, file_hash: str, reader: str) -> str | None:
        """The id of the source that this loader read from such a file, if it is held."""
        found = self._catalogue.read_from(file_hash)
        source = next((each for each in found if self._catalogue.reader(each) == reader), None)
        return source and source.rsplit("/", 1)[1]

    @property
    def waiting(self) -> int:
        """How many sources were taken in and are not written yet."""
        return len(self._sources.waiting)

    @property
    def is_open_to_all(self) -> bool:
        """Whether nothing of ours is in it yet, so that users may write what they like."""
        return not self._catalogue.sums

    def rewrite(self, update: str, writes: Iterable[str]) -> None:
        """Carry out a user's update that writes these graphs, with what follows from it."""
        self._sources.pour()
        graphs = list(writes)
        self._changes.note(*graphs)
        rewriting.rewrite(self.root, self._live, self._catalogue, update, graphs)

    def forget(self, source_id: str) -> bool:
        """Take out a source and what people wrote on it; whether the store held it."""
        held = self._sources.forget(source_id)
        # At once: nothing of a purged source may wait in a conclusion.
        self._derive()
        return held

    def publish(self, anew: bool = False) -> Version:
        """Make what was added the current version; without a change the current one stands.

        `anew` publishes a version all the same.
        """
        self._sources.pour()
        self._derive()
        current = current_version(self.root)
        if current and not (anew or self._changes.graphs is None or self._changes.graphs):
            return current
        number = next_number(self.root) if self._catalogue.sums or current else 0
        version = Version(number, self._catalogue.hash, moment())
        if self._catalogue.sums:
            self._live.store.update(version_update(version))
        parts = {"public": self._live.store, "protected": self._protected}
        fresh = publish(self.root, version, parts)
        then = current.hash if current and self._changes.graphs is not None else ""
        search_index.build(fresh, then, self._changes.graphs or ())
        search_index.forget(index_path(self.root), make_current(self.root, version))
        self._changes.forget()
        return version

    @property
    def _catalogue(self) -> Catalogue:
        return self._sources.catalogue

    def _recover(self, current: Version | None) -> None:
        """Publish what a killed writer took in as a whole; drop what it left in parts."""
        self._changes.lose()
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
            self._changes.forget()

    def _derive(self) -> None:
        """Bring the derived graph to what was changed since; build it where there is none yet."""
        sums, graph = self._catalogue.sums, iris.GRAPH_DERIVED
        before = sums[graph]
        if not sums or (self._live.touched == set() and before):
            return
        gone, come = derive(self._live, self._live.touched if before else None)
        total = (before + content_sum(come) - content_sum(gone)) % MODULUS
        if total != before:
            self._changes.note(graph)
            self._live.change(meta_lines(self._live.store, graph), [sum_line(graph, total)])
            sums.put(graph, total, before)
        self._live.touched = set()

    def _lay_foundation(self) -> None:
        """Bring authority and ontology ahead of the first source.

        Until their sums stand in the meta graph, where they come together with the first sources,
        the next writer clears them away.
        """
        laid, self._foundation = self._foundation or foundation(package_graphs()), None
        named, plain, sums = laid
        self._changes.note(*sums)
        self._sources.closing += rewriting.adopt(self.root, self._live, self._catalogue)
        self._live.lay(named, plain)
        self._sources.closing += [package_mark(), *(sum_line(*each) for each in sums.items())]
        self._catalogue.sums.update(sums)

    def _refresh_package(self) -> None:
        """Bring authority and ontology to what the installed package says."""
        mark = package_mark()
        if mark not in meta_lines(self._live.store, iris.GRAPH_AUTHORITY):
            graphs = package_graphs()
            gone = [line for graph in graphs for line in self._live.whole(graph)]
            self._changes.note(*graphs)
            sums = {graph: content_sum(lines) for graph, lines in graphs.items()}
            come = [line for lines in graphs.values() for line in lines]
            for graph, total in sums.items():
                self._catalogue.sums.put(graph, total, self._catalogue.sums[graph])
            self._live.change(gone, [mark, *come, *(sum_line(*each) for each in sums.items())])
