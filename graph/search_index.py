"""The search index: one SQLite file a version, brought up to date by what changed since the last.

`folded` holds the folded words only; what is shown stands in `entries`.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.folding import fold
from graph.lines import select
from graph.snapshots import Snapshot
from ontology import iris

_SCHEMA = """
CREATE TABLE IF NOT EXISTS graphs (graph TEXT PRIMARY KEY, sum TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS uses (graph TEXT NOT NULL, iri TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS uses_by_graph ON uses (graph);
CREATE INDEX IF NOT EXISTS uses_by_iri ON uses (iri);
CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY, iri TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
    name TEXT NOT NULL, words TEXT NOT NULL, start INTEGER, weight INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS entries_by_iri ON entries (iri);
CREATE VIRTUAL TABLE IF NOT EXISTS folded USING fts5 (name, words, content='');
"""
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_TITLE = "http://purl.org/dc/terms/title"
_CITED = ox.NamedNode(iris.ONTOLOGY + "citedEntity")
_MENTIONED = ox.NamedNode(iris.ONTOLOGY + "mentions")
_ISSUER = ox.NamedNode(iris.ONTOLOGY + "issuedBy")
# What kind of entry a thing is, by its class.
KINDS = {
    iris.ONTOLOGY + "Instrument": "instrument",
    "http://www.w3.org/ns/org#Organization": "body",
    "http://xmlns.com/foaf/0.1/Person": "person",
    iris.ONTOLOGY + "AdminUnit": "place",
    iris.ONTOLOGY + "Inspection": "inspection",
    iris.ONTOLOGY + "SourceText": "source",
}
_NAMES = {
    _RDFS_LABEL,
    "http://purl.org/dc/terms/identifier",
    "http://www.w3.org/2004/02/skos/core#altLabel",
    "http://www.w3.org/2004/02/skos/core#hiddenLabel",
    iris.ONTOLOGY + "abbreviation",
}
_WORDS = {_TITLE, "http://purl.org/dc/terms/alternative", iris.ONTOLOGY + "topic"}
_SUMS = f"""
PREFIX vk: <{iris.ONTOLOGY}>
SELECT ?graph ?sum WHERE {{ GRAPH <{iris.GRAPH_META}> {{ ?graph vk:contentSum ?sum }} }}"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found: an entity, or a passage of a source."""

    iri: str
    kind: str
    label: str
    name: str
    words: str
    start: int | None
    weight: int


def build(fresh: Snapshot, working: Path) -> None:
    """Bring the writer's index to a fresh version and copy it there."""
    index = sqlite3.connect(working)
    try:
        with index:
            index.executescript(_SCHEMA)
            _update(index, fresh.store)
    finally:
        index.close()
    shutil.copyfile(working, fresh.search_path)


def _update(index: sqlite3.Connection, store: ox.Store) -> None:
    then = dict(index.execute("SELECT graph, sum FROM graphs"))
    now = {row["graph"].value: row["sum"].value for row in select(store, _SUMS)}
    gone = [graph for graph, total in then.items() if now.get(graph) != total]
    come = [graph for graph, total in now.items() if then.get(graph) != total]
    touched: set[str] = set()
    for graph in gone:
        touched.update(
            iri for (iri,) in index.execute("SELECT iri FROM uses WHERE graph = ?", [graph])
        )
        _drop_graph(index, graph)
    for graph in come:
        used = sorted(_used(store, graph))
        touched.update(used)
        index.executemany("INSERT INTO uses VALUES (?, ?)", [(graph, each) for each in used])
        _insert(index, _passages(store, graph))
        index.execute("INSERT OR REPLACE INTO graphs VALUES (?, ?)", [graph, now[graph]])
    for each in sorted(touched):
        _drop(index, each)
        if index.execute("SELECT 1 FROM uses WHERE iri = ? LIMIT 1", [each]).fetchone():
            _insert(index, _entry(store, each))


def _drop_graph(index: sqlite3.Connection, graph: str) -> None:
    index.execute("DELETE FROM graphs WHERE graph = ?", [graph])
    index.execute("DELETE FROM uses WHERE graph = ?", [graph])
    _drop(index, _source(graph), passages=True)


def _drop(index: sqlite3.Connection, subject: str, passages: bool = False) -> None:
    """Forget the entry of a thing, or the passages of a source, which share its IRI."""
    chosen = "FROM entries WHERE iri = ? AND (kind = 'passage') = ?"
    rows = index.execute(f"SELECT id, name, words {chosen}", [subject, passages]).fetchall()
    for number, name, words in rows:
        # An index without content must be told what it is to forget.
        index.execute(
            "INSERT INTO folded (folded, rowid, name, words) VALUES ('delete', ?, ?, ?)",
            [number, fold(name), fold(words)],
        )
    index.execute(f"DELETE {chosen}", [subject, passages])


def _insert(index: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    for each in entries:
        row = [each.iri, each.kind, each.label, each.name, each.words, each.start, each.weight]
        cursor = index.execute(
            "INSERT INTO entries (iri, kind, label, name, words, start, weight)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            row,
        )
        index.execute(
            "INSERT INTO folded (rowid, name, words) VALUES (?, ?, ?)",
            [cursor.lastrowid, fold(each.name), fold(each.words)],
        )


def _source(graph: str) -> str:
    return iris.source(graph.rsplit("/", 1)[1])


def _used(store: ox.Store, graph: str) -> Iterator[str]:
    """What can be found in a graph; places of the record only where a source uses them."""
    node = ox.NamedNode(graph)
    of_record = graph == iris.GRAPH_AUTHORITY
    for quad in store.quads_for_pattern(None, _TYPE, None, node):
        kind = KINDS.get(getattr(quad.object, "value", ""))
        if kind and not (of_record and kind == "place"):
            yield str(getattr(quad.subject, "value", ""))
    jurisdiction = ox.NamedNode(iris.ONTOLOGY + "jurisdiction")
    for quad in store.quads_for_pattern(None, jurisdiction, None, node):
        if not of_record:
            yield str(getattr(quad.object, "value", ""))


def _entry(store: ox.Store, subject: str) -> Iterator[Entry]:
    """The entry of a thing, from what the default graph says of it."""
    node, default = ox.NamedNode(subject), ox.DefaultGraph()
    said: dict[str, list[str]] = {}
    for quad in store.quads_for_pattern(node, None, None, default):
        said.setdefault(quad.predicate.value, []).append(_value(quad.object))
    kinds = [KINDS[each] for each in said.get(_TYPE.value, []) if each in KINDS]
    labels = sorted(_labels(store, subject)) or sorted(said.get(_TITLE, []))
    if kinds and labels:
        words = [each for name in sorted(_WORDS) for each in sorted(said.get(name, []))]
        words += [each for issuer in said.get(_ISSUER.value, []) for each in _labels(store, issuer)]
        names = [each for name in sorted(_NAMES) for each in sorted(said.get(name, []))]
        yield Entry(
            subject,
            kinds[0],
            labels[0],
            " ; ".join(names),
            " ; ".join(words),
            None,
            _weight(store, node),
        )


def _labels(store: ox.Store, subject: str) -> list[str]:
    found = store.quads_for_pattern(
        ox.NamedNode(subject), ox.NamedNode(_RDFS_LABEL), None, ox.DefaultGraph()
    )
    return [_value(quad.object) for quad in found if getattr(quad.object, "language", "") == "vi"]


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))


def _weight(store: ox.Store, node: ox.NamedNode) -> int:
    """How often the sources mention a thing."""
    default = ox.DefaultGraph()
    return sum(
        1
        for predicate in (_CITED, _MENTIONED)
        for _ in store.quads_for_pattern(None, predicate, node, default)
    )


def _passages(store: ox.Store, graph: str) -> Iterator[Entry]:
    """The paragraphs of a source text, each with its place."""
    node = ox.NamedNode(graph)
    for quad in store.quads_for_pattern(None, ox.NamedNode(iris.ONTOLOGY + "text"), None, node):
        source, start = _value(quad.subject), 0
        titles = store.quads_for_pattern(quad.subject, ox.NamedNode(_TITLE), None, node)
        label = next((_value(each.object) for each in titles), source)
        for line in _value(quad.object).split("\n"):
            if line.strip():
                yield Entry(source, "passage", label, "", line, start, 0)
            start += len(line) + 1
