"""What the writer knows of the sources that it holds: paths, addresses, hashes, loaders."""

import pyoxigraph as ox

from graph.lines import add_sums, select
from ontology import iris

_SOURCES = f"""
PREFIX vk: <{iris.ONTOLOGY}> PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT ?source ?path ?address ?reader WHERE {{
  GRAPH <{iris.GRAPH_META}> {{
    ?source vk:path ?path FILTER NOT EXISTS {{ ?source vk:withdrawnAt ?when }}
    OPTIONAL {{ ?source vk:readBy ?reader }}
  }}
  OPTIONAL {{ ?source dcterms:source ?address }}
}}"""
_SUMS = f"""
PREFIX vk: <{iris.ONTOLOGY}>
SELECT ?graph ?sum WHERE {{ GRAPH <{iris.GRAPH_META}> {{ ?graph vk:contentSum ?sum }} }}"""
# Standard input is no place at which one text could take the place of another.
_NO_PLACE = "-"


class Catalogue:
    """The sources of a live store that are not withdrawn, and the sum of each of its graphs."""

    def __init__(self, live: ox.Store) -> None:
        self.sums = {row["graph"].value: int(row["sum"].value, 16) for row in select(live, _SUMS)}
        # What users wrote into a store without sources, which keeps no sums.
        self.unlisted = 0
        self.paths: dict[str, set[str]] = {}
        self.readers: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._at_path: dict[str, set[str]] = {}
        for row in select(live, _SOURCES):
            address, reader = row["address"], row["reader"]
            self.note(row["source"].value, row["path"].value, address.value if address else None)
            self.readers[row["source"].value] = reader.value if reader else ""

    @property
    def hash(self) -> str:
        """The hash of all the content."""
        return add_sums([*self.sums.values(), self.unlisted])

    def note(self, source: str, path: str, address: str | None) -> None:
        """A source was found at a path, and at an address if its text names one."""
        self.paths.setdefault(source, set()).add(path)
        self._at_path.setdefault(path, set()).add(source)
        if address:
            self._addresses[address] = source

    def hold(self, source: str, reader: str, graph: str, total: int) -> None:
        """A source was written as a loader read it; its graph has this sum."""
        self.readers[source] = reader
        self.sums[graph] = total

    def forget(self, source: str, graph: str) -> None:
        """A source was withdrawn with its graph."""
        for path in self.paths.pop(source, ()):
            self._at_path[path].discard(source)
        self._addresses = {a: each for a, each in self._addresses.items() if each != source}
        self.readers.pop(source, None)
        self.sums.pop(graph, None)

    def leave(self, source: str, path: str) -> None:
        """A source is no longer found at one of its paths."""
        self.paths[source].discard(path)
        self._at_path[path].discard(source)

    def displaced(self, source: str, path: str, address: str | None) -> frozenset[str]:
        """The sources whose place another takes: that of its address, else those of its path."""
        if address and address in self._addresses:
            return frozenset({self._addresses[address]} - {source})
        return (
            frozenset() if path == _NO_PLACE else frozenset(self._at_path.get(path, ())) - {source}
        )

    def withdraws(self, old: str, path: str, address: str | None) -> bool:
        """Whether a displaced source is found nowhere else."""
        return self.paths[old] <= {path} or self._addresses.get(address or "") == old
