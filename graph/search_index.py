"""The search index of all kept versions: one SQLite file, to which each version adds its changes.

An entry holds from the version `since` on, up to the one `until` that dropped or changed it; so a
version costs what changed, and readers of an older one go on finding what they found. `names` and
`texts` hold folded words only, apart, so that a name is found without a look at the texts; what is
shown stands in `entries`, what is filtered by in `facets`.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox

from graph.collation import collated
from graph.entries import SORTS, Entry, entry, passages, used
from graph.folding import fold
from graph.lines import select
from graph.snapshots import Snapshot
from ontology import iris

# An index of another form is made anew.
_FORM = 3
_SCHEMA = f"""
PRAGMA journal_mode = WAL;
PRAGMA user_version = {_FORM};
CREATE TABLE IF NOT EXISTS state (hash TEXT NOT NULL, version INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS graphs (graph TEXT PRIMARY KEY, sum TEXT NOT NULL);
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
CREATE INDEX IF NOT EXISTS entries_by_weight ON entries (sort, weight DESC, collated);
CREATE INDEX IF NOT EXISTS entries_by_name ON entries (sort, collated);
CREATE INDEX IF NOT EXISTS entries_by_date ON entries (sort, dates, collated);
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
_ENTRY = """
INSERT INTO entries (
  id, iri, sort, precedence, label, name, words, start, weight, number, dates, title, folded,
  numbered, collated, since
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
# So many entries are written in one go.
_AT_ONCE = 2_000
_ENDING = "FROM entries WHERE iri = ? AND until IS NULL AND (sort = 'passage') = ?"
# What the newest version holds of each value, so that who browses everything need not wait.
_TOTAL = """
INSERT INTO totals VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (sort, facet, value) DO UPDATE SET total = total + ?4"""
_SUMS = f"""
PREFIX vk: <{iris.ONTOLOGY}>
SELECT ?graph ?sum WHERE {{ GRAPH <{iris.GRAPH_META}> {{ ?graph vk:contentSum ?sum }} }}"""


def build(fresh: Snapshot, then: str, touched: Iterable[str], oldest: int) -> None:
    """Add a fresh version to the index, and drop what only versions before the oldest kept had.

    `touched` are the graphs that changed since the version with the hash `then`; an index that
    was not brought to that version compares the sums of all graphs instead.
    """
    _drop_other_form(fresh.search_path)
    with closing(sqlite3.connect(fresh.search_path)) as index:
        index.executescript(schema())
        with index:
            known = index.execute("SELECT hash FROM state").fetchone() == (then,)
            changes = _changes(index, fresh.store, touched if known else None)
            _update(index, fresh.store, changes, fresh.version.number)
            _forget(index, oldest)
            index.execute("DELETE FROM state")
            state = [fresh.version.hash, fresh.version.number]
            index.execute("INSERT INTO state VALUES (?, ?)", state)


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
        if source := iris.source_of(graph):
            _end(index, source, version, passages=True)
    for graph, total in changes.come.items():
        found = used(store, graph)
        touched.update(found)
        rows = [(graph, iri, times) for iri, times in sorted(found.items())]
        index.executemany("INSERT INTO uses VALUES (?, ?, ?)", rows)
        write(index, passages(store, graph), version)
        index.execute("INSERT OR REPLACE INTO graphs VALUES (?, ?)", [graph, total])
    write(index, _entries(index, store, sorted(touched), version), version)


def _entries(
    index: sqlite3.Connection, store: ox.Store, touched: Iterable[str], version: int
) -> Iterator[Entry]:
    """The entries of things as they are now; what was said of them before ends."""
    for each in touched:
        _end(index, each, version)
        (times,) = index.execute("SELECT sum(times) FROM uses WHERE iri = ?", [each]).fetchone()
        found_now = entry(store, each, times) if times is not None else None
        if found_now:
            yield found_now


def _end(index: sqlite3.Connection, subject: str, version: int, passages: bool = False) -> None:
    """End the entry of a thing, or the passages of a source, which share its IRI."""
    ending = index.execute(f"SELECT id, sort {_ENDING}", [subject, passages]).fetchall()
    for number, sort in ending:
        _count(index, sort, _facets(index, number), -1)
    index.executemany(
        "UPDATE entries SET until = ? WHERE id = ?", [(version, number) for number, _ in ending]
    )


def _facets(index: sqlite3.Connection, number: int) -> list[tuple[str, str]]:
    return index.execute("SELECT facet, value FROM facets WHERE entry = ?", [number]).fetchall()


def _count(
    index: sqlite3.Connection, sort: str, facets: Sequence[tuple[str, str]], more: int
) -> None:
    index.executemany(_TOTAL, [(sort, *each, more) for each in (("", ""), *facets)])


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


def write(index: sqlite3.Connection, entries: Iterable[Entry], version: int) -> None:
    """Add entries that hold from a version on."""
    fresh = _Fresh(index, version)
    for each in entries:
        fresh.take(each)
        if len(fresh.rows) >= _AT_ONCE:
            fresh.write()
    fresh.write()


class _Fresh:
    """Entries that wait to be written: many rows in one statement cost half as much."""

    def __init__(self, index: sqlite3.Connection, version: int) -> None:
        self._index, self._version = index, version
        (last,) = index.execute("SELECT ifnull(max(id), 0) FROM entries").fetchone()
        self._last = int(last)
        self.rows: list[tuple[str | int | None, ...]] = []
        self._names: list[tuple[int, str]] = []
        self._texts: list[tuple[int, str]] = []
        self._facets: list[tuple[int, str, str]] = []
        self._totals: Counter[tuple[str, str, str]] = Counter()

    def take(self, each: Entry) -> None:
        """Prepare the rows of an entry."""
        self._last += 1
        label, collated_label = _label(each.label)
        self.rows.append((
            self._last, each.iri, each.sort, SORTS.index(each.sort), each.label, each.name,
            each.words, each.start, each.weight, each.number, each.dates, each.title, label,
            fold(each.number), collated_label, self._version,
        ))  # fmt: skip
        if each.name:
            self._names.append((self._last, fold(each.name)))
        if each.words:
            self._texts.append((self._last, fold(each.words)))
        self._facets += [(self._last, *facet) for facet in each.facets]
        self._totals.update((each.sort, *facet) for facet in (("", ""), *each.facets))

    def write(self) -> None:
        """Write what waits."""
        add = self._index.executemany
        add(_ENTRY, self.rows)
        add("INSERT INTO names (rowid, name) VALUES (?, ?)", self._names)
        add("INSERT INTO texts (rowid, words) VALUES (?, ?)", self._texts)
        add("INSERT INTO facets VALUES (?, ?, ?)", self._facets)
        add(_TOTAL, [(*each, more) for each, more in self._totals.items()])
        for each in (self.rows, self._names, self._texts, self._facets, self._totals):
            each.clear()


# The passages of a source share its label.
@lru_cache(maxsize=1024)
def _label(label: str) -> tuple[str, str]:
    return fold(label), collated(label)
