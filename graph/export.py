"""Dumps of a version: sorted N-Quads and other spellings; never what is protected.

A source whose rights allow no copy of its text is dumped without it: what was read from it, with
its quotes, stays. Where files lie is this machine's business and is left out.
"""

import csv
import heapq
import io
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from tempfile import TemporaryFile
from typing import IO

import pyoxigraph as ox

from graph.refusals import NotTraced
from graph.snapshots import Snapshot
from ontology import iris

FORMATS = {
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
}
# The name by which the default graph is asked for.
DEFAULT = "default"
PREFIXES = {
    "vk": iris.ONTOLOGY,
    "vkt": iris.CONCEPT,
    "kind": iris.KIND,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_COLUMNS = ("subject", "predicate", "object", "language", "datatype", "graph")
_RIGHTS = ox.NamedNode("http://purl.org/dc/terms/rights")
_TEXT = ox.NamedNode(iris.ONTOLOGY + "text")
_PATH = ox.NamedNode(iris.ONTOLOGY + "path")
# 'private', 'riêng tư', 'excerpt and link', 'chỉ trích dẫn': no copy of the whole text leaves.
_WITHHELD = re.compile(r"\bprivate\b|\bexcerpt|riêng tư|nội bộ|trích dẫn", re.I)
# So many lines are sorted in memory at a time.
_RUN = 200_000


class NoGraph(NotTraced):
    """There is no graph of this name in the store."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"không có đồ thị {name}; `--graph default` là đồ thị mặc định",
            f"there is no graph {name}; `--graph default` names the default graph",
        )
        self.name = name


def export(snapshot: Snapshot, form: str, graph: str | None, out: IO[bytes]) -> None:
    """Write a dump of a version, or of one of its graphs; NoGraph if there is none of that name.

    Spellings that know no graphs (ttl, csv) hold the default graph where none is named.
    """
    one = graph or (DEFAULT if form in ("ttl", "csv") else None)
    if form == "nq" and one is None:
        out.writelines(_sorted(_written(snapshot.store)))
        return
    quads = _allowed(snapshot.store, _chosen(snapshot.store, one))
    if form == "nq":
        out.writelines(_sorted(f"{quad} .\n".encode() for quad in quads))
    elif form == "csv":
        _table(quads, out)
    else:
        shown = (quad.triple for quad in quads) if one else quads
        ox.serialize(shown, out, format=FORMATS[form], prefixes=PREFIXES)


def _chosen(store: ox.Store, graph: str | None) -> Iterator[ox.Quad]:
    if graph is None:
        return iter(store)
    if graph == DEFAULT:
        return store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    node = ox.NamedNode(graph if ":" in graph else iris.BASE + graph.lstrip("/"))
    if not store.contains_named_graph(node):
        raise NoGraph(graph)
    return store.quads_for_pattern(None, None, None, node)


def _written(store: ox.Store) -> Iterator[bytes]:
    """The lines of everything that may leave, as the engine itself writes them."""
    path, text = (f"> {each} ".encode() for each in (_PATH, _TEXT))
    withheld = tuple(f"{subject} ".encode() for subject in _withheld(store))
    with TemporaryFile() as file:
        store.dump(file, format=ox.RdfFormat.N_QUADS)
        file.seek(0)
        for line in file:
            # no literal holds what stands between a subject and its object: quotes are escaped
            head = line[: line.find(b"> ", line.find(b"> ") + 1) + 2]
            if not head.endswith(path) and not (head.endswith(text) and head.startswith(withheld)):
                yield line


def _withheld(store: ox.Store) -> set[ox.NamedNode | ox.BlankNode | ox.Triple]:
    """The sources whose rights allow no copy of the whole text."""
    return {
        quad.subject
        for quad in store.quads_for_pattern(None, _RIGHTS, None, ox.DefaultGraph())
        if _WITHHELD.search(str(quad.object))
    }


def _allowed(store: ox.Store, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The quads that may leave."""
    withheld = _withheld(store)
    for quad in quads:
        if quad.predicate != _PATH and not (quad.predicate == _TEXT and quad.subject in withheld):
            yield quad


def _sorted(lines: Iterator[bytes]) -> Iterator[bytes]:
    """The lines in the order of their bytes, however many there are."""
    with ExitStack() as runs:
        files: list[IO[bytes]] = []
        while run := sorted(islice(lines, _RUN)):
            file = runs.enter_context(TemporaryFile())
            file.writelines(run)
            file.seek(0)
            files.append(file)
        yield from heapq.merge(*files)


def _table(quads: Iterable[ox.Quad], out: IO[bytes]) -> None:
    """Write a line a quad, sorted as N-Quads are."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text)
    writer.writerow(_COLUMNS)
    for line in _sorted(f"{quad} .\n".encode() for quad in quads):
        quad = next(iter(ox.parse(line, format=ox.RdfFormat.N_QUADS)))
        term = quad.object
        literal = term if isinstance(term, ox.Literal) else None
        writer.writerow(
            [
                getattr(quad.subject, "value", quad.subject),
                quad.predicate.value,
                getattr(term, "value", term),
                literal.language if literal else None,
                literal.datatype.value if literal else None,
                getattr(quad.graph_name, "value", None),
            ]
        )
    text.detach()
