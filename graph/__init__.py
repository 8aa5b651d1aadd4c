"""Quads to answers: the store and its snapshots, the questions, the search and the network.

>>> import graph
>>> dataset = graph.open_dataset("var/store")                              # doctest: +SKIP
>>> for row in dataset.query("SELECT ?s ?o { ?s rdfs:label ?o } LIMIT 3"): # doctest: +SKIP
...     print(row.s, row.o)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rdflib import Dataset


def open_dataset(store: Path | str = "var/store", version: int | None = None) -> Dataset:
    """The current version of a store, or one that is kept, as a Dataset of rdflib.

    It is read-only and stays what it is while others load. Its default graph holds each accepted
    statement once; `dataset.get_context(IRI)` is what one source says. SPARQL runs in Oxigraph.
    Raises NoStore.
    """
    # A query process imports this package and pays for nothing that it does not use.
    from graph.snapshots import snapshot

    return snapshot(store, version).dataset()
