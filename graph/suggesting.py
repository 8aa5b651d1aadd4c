"""Suggestions while somebody types: the names that begin with a few letters, most used first."""

from contextlib import closing

from graph.folding import words
from graph.search import Hit, opened
from graph.snapshots import Snapshot

# A page of names for each beginning; a longer beginning has a page of its own.
MOST = 200
LONGEST = 3
_BEGINNING = """
SELECT iri, label, sort, dates, title FROM names JOIN entries ON entries.id = names.rowid
WHERE names MATCH ?1 AND since <= ?2 AND (until IS NULL OR until > ?2)
ORDER BY weight DESC, precedence, collated LIMIT ?3"""


def beginning(snapshot: Snapshot, letters: str) -> list[Hit]:
    """The things in whose names a word begins with these letters, most used first."""
    folded = words(letters)
    if not folded or len(folded[0]) < 2:
        return []
    sought = f'"{folded[0][:LONGEST]}"*'
    with closing(opened(snapshot)) as index:
        rows = index.execute(_BEGINNING, [sought, snapshot.version.number, MOST]).fetchall()
    return [
        Hit(iri, label, sort, "", dates=dates, title=title)
        for iri, label, sort, dates, title in rows
    ]
