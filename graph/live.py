"""The store that the writer changes: named lines, with what follows for the default graph."""

from collections.abc import Iterable, Iterator, Sequence

import pyoxigraph as ox

from graph.facts import default_triples, graph_lines, orphaned, rejections
from graph.lines import data_block, graph_of, payload
from graph.meta import meta_lines
from graph.parcels import Parcel
from graph.touched import touched_nodes
from ontology import iris

_SOURCES = iris.BASE + "graph/src/"
# From so many bytes on, Oxigraph's bulk loader is faster than a transaction: three times, measured.
BULK = 5_000_000
# From so many touched nodes on, deriving everything anew is quicker.
MANY = 5_000


class Live:
    """An Oxigraph store whose default graph follows what its named graphs say.

    `touched` are the nodes of accepted statements that came or went and that the rules read, None
    where they are too many to follow.
    """

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self.rejected = rejections(store)
        self.touched: set[str] | None = set()

    def touch(self, changed: Iterable[str]) -> None:
        """Note, beforehand, that triples come to the default graph or leave it."""
        if self.touched is not None:
            self.touched.update(touched_nodes(changed))
            if len(self.touched) > MANY:
                self.touched = None

    def whole(self, graph: str) -> list[str]:
        """The lines of a graph, and what the meta graph says of it."""
        return graph_lines(self.store, graph) + meta_lines(self.store, graph)

    def change(self, gone: Sequence[str], come: Sequence[str]) -> None:
        """Take lines out and put lines in, all at once; a line in both stays as it is."""
        before, after = set(gone), set(come)
        # What was rejected goes too, lest a decision that came since is forgotten.
        fell = default_triples(gone, {})
        rose = default_triples(come, self.rejected)
        new = rose - default_triples(gone, self.rejected)
        leaving = frozenset(graph_of(line)[1:-1] for line in gone)
        orphans = orphaned(self.store, leaving, fell - rose, self.rejected)
        # What a rule says too stays, and may have rested on itself alone.
        self.touch([*(fell - rose), *new])
        out = [line for line in gone if line not in after]
        fresh = [line for line in come if line not in before]
        if out or orphans:
            self.store.update(
                f"{data_block('DELETE', out, orphans)} ;\n{data_block('INSERT', fresh, new)}"
            )
            self._strike(leaving)
        else:
            self.store.load(payload([*fresh, *_plain(new)]), format=ox.RdfFormat.N_QUADS)

    def lay(self, named: bytes, plain: bytes) -> None:
        """Put in whole new graphs that no meta line closes yet; everything follows from them."""
        self.touched = None
        self._put(named, plain, b"")

    def pour(self, parcels: Sequence[Parcel], closing: Sequence[str]) -> None:
        """Put in the graphs of new sources; the meta lines that close them come last."""
        for parcel in parcels:
            if self.touched is not None:
                self.touch(self._absent(parcel.touching))
        public = b"".join(parcel.public for parcel in parcels)
        self._put(public, b"".join(map(self._default, parcels)), payload(closing))

    def _default(self, parcel: Parcel) -> bytes:
        """What a source gives to the default graph."""
        if iris.source(parcel.source_id) not in self.rejected:
            return parcel.plain
        return payload(_plain(default_triples(parcel.lines, self.rejected)))

    def _put(self, named: bytes, plain: bytes, closing: bytes) -> None:
        """Add N-Quads that close with others.

        Many are loaded in bulk, which is no transaction: the graphs first, then what they give to
        the default graph, so that `drop_unfinished` can undo any part of it.
        """
        if len(named) < BULK:
            self.store.load(named + plain + closing, format=ox.RdfFormat.N_QUADS)
            return
        for part in (named, plain):
            self.store.bulk_load(part, format=ox.RdfFormat.N_QUADS)
        self.store.load(closing, format=ox.RdfFormat.N_QUADS)

    def _absent(self, triples: Iterable[str]) -> Iterator[str]:
        """Those of the triples that the default graph does not hold: much is said by many."""
        for quad in ox.parse(payload(_plain(triples)), format=ox.RdfFormat.N_QUADS):
            if quad not in self.store:
                yield str(quad.triple)

    def _strike(self, graphs: Iterable[str]) -> None:
        """Take the names of graphs that are empty now off the store's list, which keeps them."""
        for graph in map(ox.NamedNode, graphs):
            if next(self.store.quads_for_pattern(None, None, None, graph), None) is None:
                self.store.remove_graph(graph)

    def drop_unfinished(self, closed: Iterable[str]) -> None:
        """Undo what a killed writer poured in: the sources' graphs that no meta line closes."""
        kept = set(closed)
        for name in list(self.store.named_graphs()):
            if str(name.value).startswith(_SOURCES) and name.value not in kept:
                self.change(graph_lines(self.store, name.value), [])


def _plain(triples: Iterable[str]) -> Iterable[str]:
    return (f"{triple} ." for triple in triples)
