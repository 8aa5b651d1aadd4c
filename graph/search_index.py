"""The search index of all kept versions: one SQLite file, to which each version adds its changes.

An entry holds from the version `since` on, up to the one `until` that dropped or changed it; so a
version costs what changed, and readers of an older one go on finding what they found. `folded`
holds the folded words only; what is shown stands in `entries`.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pyoxigraph as ox

from graph.folding import fold
from graph.lines import select
from graph.snapshots import Snapshot
from ontology import iris

_SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS state (hash TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS graphs (graph TEXT PRIMARY KEY, sum TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS uses (graph TEXT NOT NULL, iri TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS uses_by_graph ON uses (graph);
CREATE INDEX IF NOT EXISTS uses_by_iri ON uses (iri);
CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY, iri TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
    name TEXT NOT NULL, words TEXT NOT NULL, start INTEGER, weight INTEGER NOT NULL,
    since INTEGER NOT NULL, until INTEGER
);
CREATE INDEX IF NOT EXISTS entries_by_iri ON entries (iri) WHERE until IS NULL;
CREATE INDEX IF NOT EXISTS entries_by_end ON entries (until) WHERE until IS NOT NULL;
CREATE VIRTUAL TABLE IF NOT EXISTS folded USING fts5 (name, words, content='');
"""
_RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_TITLE = "http://purl.org/dc/terms/title"
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


def build(fresh: Snapshot, then: str, touched: Iterable[str], oldest: int) -> None:
    """Add a fresh version to the index, and drop what only versions before the oldest kept had.

    `touched` are the graphs that changed since the version with the hash `then`; an index that
    was not brought to that version compares the sums of all graphs instead.
    """
    with closing(sqlite3.connect(fresh.search_path)) as index:
        index.executescript(_SCHEMA)
        with index:
            known = index.execute("SELECT hash FROM state").fetchone() == (then,)
            changes = _changes(index, fresh.store, touched if known else None)
            _update(index, fresh.store, changes, fresh.version.number)
            _forget(index, oldest)
            index.execute("DELETE FROM state")
            index.execute("INSERT INTO state VALUES (?)", [fresh.version.hash])


@dataclass(frozen=True, slots=True)
class _Changes:
    """The graphs that went, and those that came with their sums; one that changed is in both."""

    gone: tuple[str, ...]
    come: dict[str, str]


def _changes(index: sqlite3.Connection, store: ox.Store, touched: Iterable[str] | None) -> _Changes:
    if touched is None:
        then = dict(index.execute("SELECT graph, sum FROM graphs"))
        now = {row["graph"].value: row["sum"].value for row in select(store, _SUMS)}
    else:
        graphs = sorted(touched)
        held = (
            index.execute("SELECT graph, sum FROM graphs WHERE graph = ?", [graph]).fetchone()
            for graph in graphs
        )
        then = dict(row for row in held if row)
        now = {graph: total for graph in graphs if (total := _sum(store, graph))}
    return _Changes(
        tuple(graph for graph, total in then.items() if now.get(graph) != total),
        {graph: total for graph, total in now.items() if then.get(graph) != total},
    )


def _sum(store: ox.Store, graph: str) -> str | None:
    """The content sum that the meta graph states of a graph."""
    subject, predicate = ox.NamedNode(graph), ox.NamedNode(iris.ONTOLOGY + "contentSum")
    found = store.quads_for_pattern(subject, predicate, None, ox.NamedNode(iris.GRAPH_META))
    return next((_value(quad.object) for quad in found), None)


def _update(index: sqlite3.Connection, store: ox.Store, changes: _Changes, version: int) -> None:
    touched: set[str] = set()
    for graph in changes.gone:
        touched.update(
            iri for (iri,) in index.execute("SELECT iri FROM uses WHERE graph = ?", [graph])
        )
        index.execute("DELETE FROM graphs WHERE graph = ?", [graph])
        index.execute("DELETE FROM uses WHERE graph = ?", [graph])
        _end(index, _source(graph), version, passages=True)
    for graph, total in changes.come.items():
        used = sorted(_used(store, graph))
        touched.update(used)
        index.executemany("INSERT INTO uses VALUES (?, ?)", [(graph, each) for each in used])
        _insert(index, _passages(store, graph), version)
        index.execute("INSERT OR REPLACE INTO graphs VALUES (?, ?)", [graph, total])
    for each in sorted(touched):
        _end(index, each, version)
        if index.execute("SELECT 1 FROM uses WHERE iri = ? LIMIT 1", [each]).fetchone():
            _insert(index, _entry(index, store, each), version)


def _end(index: sqlite3.Connection, subject: str, version: int, passages: bool = False) -> None:
    """End the entry of a thing, or the passages of a source, which share its IRI."""
    index.execute(
        "UPDATE entries SET until = ? WHERE iri = ? AND until IS NULL AND (kind = 'passage') = ?",
        [version, subject, passages],
    )


def _forget(index: sqlite3.Connection, oldest: int) -> None:
    """Drop the entries that ended before or with the oldest version that is still kept."""
    ended = index.execute("SELECT id, name, words FROM entries WHERE until <= ?", [oldest])
    # An index without content must be told what it is to forget.
    index.executemany(
        "INSERT INTO folded (folded, rowid, name, words) VALUES ('delete', ?, ?, ?)",
        ([number, fold(name), fold(words)] for number, name, words in ended.fetchall()),
    )
    index.execute("DELETE FROM entries WHERE until <= ?", [oldest])


def _insert(index: sqlite3.Connection, entries: Iterable[Entry], version: int) -> None:
    for each in entries:
        row = [each.iri, each.kind, each.label, each.name, each.words, each.start, each.weight]
        cursor = index.execute(
            "INSERT INTO entries (iri, kind, label, name, words, start, weight, since)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [*row, version],
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


def _entry(index: sqlite3.Connection, store: ox.Store, subject: str) -> Iterator[Entry]:
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
            _weight(index, subject),
        )


def _labels(store: ox.Store, subject: str) -> list[str]:
    found = store.quads_for_pattern(
        ox.NamedNode(subject), ox.NamedNode(_RDFS_LABEL), None, ox.DefaultGraph()
    )
    return [_value(quad.object) for quad in found if getattr(quad.object, "language", "") == "vi"]


def _value(term: object) -> str:
    return str(getattr(term, "value", ""))


def _weight(index: sqlite3.Connection, subject: str) -> int:
    """How many graphs speak of a thing."""
    count = index.execute("SELECT COUNT(*) FROM uses WHERE iri = ?", [subject]).fetchone()
    return int(count[0])


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
