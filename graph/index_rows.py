"""The rows of the search index: many in one statement cost half of what they cost one by one."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence

from graph.collation import collated
from graph.entries import SORTS, Entry
from graph.folding import fold
from graph.passages import Passages

_ENTRY = """
INSERT INTO entries (
  id, iri, sort, precedence, label, name, words, weight, number, dates, title, folded, numbered,
  collated, since
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"""
_PASSAGE = """
INSERT INTO entries (
  id, iri, sort, precedence, label, name, words, start, weight, number, dates, title, folded,
  numbered, collated, since
) VALUES (?, ?, 'passage', ?, ?, '', ?, ?, 0, '', '', '', '', '', ?, ?)"""
_NAME = "INSERT INTO names (rowid, name) VALUES (?, ?)"
_TEXT = "INSERT INTO texts (rowid, words) VALUES (?, ?)"
# What the newest version holds of each value, so that who browses everything need not wait.
_TOTAL = """
INSERT INTO totals VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (sort, facet, value) DO UPDATE SET total = total + ?4"""
# So many entries are written in one go.
_AT_ONCE = 2_000


def write(index: sqlite3.Connection, entries: Iterable[Entry], version: int) -> None:
    """Add entries that hold from a version on."""
    fresh = _Fresh(index, version)
    for each in entries:
        fresh.take(each)
        if len(fresh.rows) >= _AT_ONCE:
            fresh.write()
    fresh.write()


def write_passages(index: sqlite3.Connection, found: Iterable[Passages], version: int) -> None:
    """Add the paragraphs of sources, which hold from a version on."""
    last = _last(index)
    for each in found:
        places = range(last + 1, last + 1 + len(each.paragraphs))
        label, order = each.label, collated(each.label)
        rows = (
            (number, each.source, SORTS.index("passage"), label, words, start, order, version)
            for number, (start, words, _) in zip(places, each.paragraphs, strict=True)
        )
        index.executemany(_PASSAGE, rows)
        folded = (paragraph[-1] for paragraph in each.paragraphs)
        index.executemany(_TEXT, zip(places, folded, strict=True))
        last += len(each.paragraphs)


def count(
    index: sqlite3.Connection, sort: str, facets: Sequence[tuple[str, str]], more: int
) -> None:
    """Note that the newest version holds more, or fewer, things of a sort with these facets."""
    index.executemany(_TOTAL, [(sort, *each, more) for each in (("", ""), *facets)])


def _last(index: sqlite3.Connection) -> int:
    (last,) = index.execute("SELECT ifnull(max(id), 0) FROM entries").fetchone()
    return int(last)


class _Fresh:
    """Entries that wait to be written."""

    def __init__(self, index: sqlite3.Connection, version: int) -> None:
        self._index, self._version = index, version
        self._last = _last(index)
        self.rows: list[tuple[str | int | None, ...]] = []
        self._names: list[tuple[int, str]] = []
        self._texts: list[tuple[int, str]] = []
        self._facets: list[tuple[int, str, str]] = []
        self._totals: Counter[tuple[str, str, str]] = Counter()

    def take(self, each: Entry) -> None:
        """Prepare the rows of an entry."""
        self._last += 1
        self.rows.append((
            self._last, each.iri, each.sort, SORTS.index(each.sort), each.label, each.name,
            each.words, each.weight, each.number, each.dates, each.title, fold(each.label),
            fold(each.number), collated(each.label), self._version,
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
        add(_NAME, self._names)
        add(_TEXT, self._texts)
        add("INSERT INTO facets VALUES (?, ?, ?)", self._facets)
        add(_TOTAL, [(*each, more) for each, more in self._totals.items()])
        for each in (self.rows, self._names, self._texts, self._facets, self._totals):
            each.clear()
