"""The search index of all kept versions: one SQLite file, to which each version adds its changes.

The passages of new sources are laid down as they are written to the store, for the version that is
to come; readers of the versions before it do not see them.

An entry holds from the version `since` on, up to the one `until` that dropped or changed it; so a
version costs what changed, and readers of an older one go on finding what they found. `names` and
`texts` hold folded words only, apart, so that a name is found without a look at the texts; what is
shown stands in `entries`, what is filtered by in `facets`.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from graph.entries import Entries, Entry, used
from graph.folding import fold
from graph.index_rows import count, write, write_passages
from graph.lines import select
from graph.parcels import Parcel
from graph.passages import passages_in
from graph.snapshots import Snapshot
from ontology import iris

# An index of another form is made anew.
_FORM = 3
_SCHEMA = f"""
PRAGMA journal_mode = WAL;
PRAGMA user_version = {_FORM};
CREATE TABLE IF NOT EXISTS state (hash TEXT NOT NULL, version INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS graphs (graph TEXT PRIMARY KEY, sum TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS laid (graph TEXT PRIMARY KEY, sum TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS uses (graph TEXT NOT NULL, iri TEXT NOT NULL, times INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS uses_by_graph ON uses (graph);
CREATE INDEX IF NOT EXISTS uses_by_iri ON uses (iri, times);
CREATE TABLE IF NOT EXISTS entries (
    id INTEGER PRIMARY KEY, iri TEXT NOT NULL, sort TEXT NOT NULL, precedence INTEGER NOT NULL,
    label TEXT NOT NULL, name TEXT NOT NULL, words TEXT NOT NULL, start INTEGER,
    weight INTEGER NOT NULL, number TEXT NOT NULL, dates TEXT NOT NULL, title TEXT NOT NULL,
    folded TEXT NOT NULL, numbered TEXT NOT NULL, collated TEXT NOT NULL,
    since INTEGER NOT NULL, until INTEGER
);
CREATE INDEX IF NOT EXISTS entries_by_iri ON entries (iri) WHERE until IS NULL;
CREATE INDEX IF NOT EXISTS entries_by_end ON entries (until) WHERE until IS NOT NULL;
CREATE INDEX IF NOT EXISTS entries_by_weight ON entries (sort, weight DESC, collated)
  WHERE sort <> 'passage';
CREATE INDEX IF NOT EXISTS entries_by_name ON entries (sort, collated)
  WHERE sort <> 'passage';
CREATE INDEX IF NOT EXISTS entries_by_date ON entries (sort, dates, collated)
  WHERE sort <> 'passage';
CREATE TABLE IF NOT EXISTS facets (
    entry INTEGER NOT NULL, facet TEXT NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (entry, facet, value)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS facets_by_value ON facets (facet, value, entry);
CREATE TABLE IF NOT EXISTS totals (
    sort TEXT NOT NULL, facet TEXT NOT NULL, value TEXT NOT NULL, total INTEGER NOT NULL,
    PRIMARY KEY (sort, facet, value)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE IF NOT EXISTS names USING fts5 (name, content='', prefix='2 3');
CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5 (words, content='');
CREATE VIRTUAL TABLE IF NOT EXISTS name_words USING fts5vocab (names, row);
"""
_STANDING = "SELECT id, sort FROM entries WHERE iri = ? AND until IS NULL AND sort <> 'passage'"
_SUMS = f"""
PREFIX vk: <{iris.ONTOLOGY}>
SELECT ?graph ?sum WHERE {{ GRAPH <{iris.GRAPH_META}> {{ ?graph vk:contentSum ?sum }} }}"""


def lay(path: Path, parcels: Iterable[Parcel], version: int) -> None:
    """Lay down the passages of new sources for a version that is to come.

    They become its own when it is built, if the source is still the same then.
    """
    with _opened(path) as index, index:
        for parcel in parcels:
            write_passages(index, filter(None, [parcel.passages]), version)
            laid = [iris.source_graph(parcel.source_id), f"{parcel.total:032x}"]
            index.execute("INSERT OR REPLACE INTO laid VALUES (?, ?)", laid)


def build(fresh: Snapshot, then: str, touched: Iterable[str]) -> None:
    """Add a fresh version to the index.

    `touched` are the graphs that changed since the version with the hash `then`; an index that
    was not brought to that version compares the sums of all graphs instead.
    """
    with _opened(fresh.search_path) as index, index:
        known = index.execute("SELECT hash FROM state").fetchone() == (then,)
        changes = _changes(index, fresh.store, touched if known else None)
        _update(index, fresh.store, changes, fresh.version.number)
        index.execute("DELETE FROM state")
        state = [fresh.version.hash, fresh.version.number]
        index.execute("INSERT INTO state VALUES (?, ?)", state)


def forget(path: Path, oldest: int) -> None:
    """Drop what only versions before the oldest kept had; they are gone by then."""
    with _opened(path) as index, index:
        _forget(index, oldest)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The index, made where there is none of this form."""
    _drop_other_form(path)
    with closing(sqlite3.connect(path)) as index:
        index.executescript(schema())
        yield index


def schema() -> str:
    """The statements that make an index where there is none."""
    return _SCHEMA


def _drop_other_form(path: Path) -> None:
    """Drop an index that another release made; readers that hold it open keep it."""
    if not path.exists():
        return
    with closing(sqlite3.connect(path)) as index:
        (form,) = index.execute("PRAGMA user_version").fetchone()
    if form != _FORM:
        for each in path.parent.glob(f"{path.name}*"):
            each.unlink()


@dataclass(frozen=True, slots=True)
class _Changes:
    """The graphs that went, and those that came with their sums; one that changed is in both."""

    gone: tuple[str, ...]
    come: dict[str, str]


def _changes(index: sqlite3.Connection, store: ox.Store, touched: Iterable[str] | None) -> _Changes:
    if touched is None:
        then = dict(index.execute("SELECT graph, sum FROM graphs"))
        now = {row["graph"].value: row["sum"].value for row in select(store, _SUMS)}
        now.pop(iris.GRAPH_DERIVED, None)
    else:
        # What a user's update touches may be DEFAULT or ALL, which bear no sum; what follows by the
        # rules names nothing that other graphs do not.
        graphs = sorted(g for g in touched if ":" in g and g != iris.GRAPH_DERIVED)
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
    return next((str(getattr(quad.object, "value", "")) for quad in found), None)


def _update(index: sqlite3.Connection, store: ox.Store, changes: _Changes, version: int) -> None:
    touched: set[str] = set()
    for graph in changes.gone:
        touched.update(
            iri for (iri,) in index.execute("SELECT iri FROM uses WHERE graph = ?", [graph])
        )
        index.execute("DELETE FROM graphs WHERE graph = ?", [graph])
        index.execute("DELETE FROM uses WHERE graph = ?", [graph])
        _end_passages(index, graph, version)
    laid = _laid(index, changes.come, version)
    for graph, total in changes.come.items():
        found = used(store, graph)
        touched.update(found)
        rows = [(graph, iri, times) for iri, times in sorted(found.items())]
        index.executemany("INSERT INTO uses VALUES (?, ?, ?)", rows)
        if graph not in laid:
            write_passages(index, passages_in(store, graph), version)
        index.execute("INSERT OR REPLACE INTO graphs VALUES (?, ?)", [graph, total])
    write(index, _entries(index, store, sorted(touched), version), version)


def _laid(index: sqlite3.Connection, come: Mapping[str, str], version: int) -> frozenset[str]:
    """The graphs whose passages lie there already; those of sources that did not come end."""
    laid = index.execute("SELECT graph, sum FROM laid").fetchall()
    index.execute("DELETE FROM laid")
    for graph, total in laid:
        if come.get(graph) != total:
            _end_passages(index, graph, version)
    return frozenset(graph for graph, total in laid if come.get(graph) == total)


def _entries(
    index: sqlite3.Connection, store: ox.Store, touched: Iterable[str], version: int
) -> Iterator[Entry]:
    """The entries of things as they are now; what was said of them before ends."""
    entries = Entries(store)
    for each in touched:
        _end(index, each, version)
        (times,) = index.execute("SELECT sum(times) FROM uses WHERE iri = ?", [each]).fetchone()
        found_now = entries.entry(each, times) if times is not None else None
        if found_now:
            yield found_now


def _end(index: sqlite3.Connection, subject: str, version: int) -> None:
    """End the entry of a thing."""
    ending = index.execute(_STANDING, [subject])
    for number, sort in ending.fetchall():
        count(index, sort, _facets(index, number), -1)
        index.execute("UPDATE entries SET until = ? WHERE id = ?", [version, number])


def _end_passages(index: sqlite3.Connection, graph: str, version: int) -> None:
    """End the passages of the source of a graph."""
    if source := iris.source_of(graph):
        index.execute(
            "UPDATE entries SET until = ? WHERE iri = ? AND until IS NULL AND sort = 'passage'",
            [version, source],
        )


def _facets(index: sqlite3.Connection, number: int) -> list[tuple[str, str]]:
    return index.execute("SELECT facet, value FROM facets WHERE entry = ?", [number]).fetchall()


def _forget(index: sqlite3.Connection, oldest: int) -> None:
    """Drop the entries that ended before or with the oldest version that is still kept."""
    ended = index.execute("SELECT id, name, words FROM entries WHERE until <= ?", [oldest])
    for number, name, words in ended.fetchall():
        # An index without content must be told what it is to forget.
        if name:
            drop = "INSERT INTO names (names, rowid, name) VALUES ('delete', ?, ?)"
            index.execute(drop, [number, fold(name)])
        if words:
            drop = "INSERT INTO texts (texts, rowid, words) VALUES ('delete', ?, ?)"
            index.execute(drop, [number, fold(words)])
        index.execute("DELETE FROM facets WHERE entry = ?", [number])
    index.execute("DELETE FROM entries WHERE until <= ?", [oldest])
