"""Search: numbers in any spelling, names and full text, with or without diacritics."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest

from graph.folding import words
from graph.snapshots import Snapshot

# Who looks for a number looks for the instrument first; a passage is what is left.
_ORDER = ("instrument", "body", "person", "place", "inspection", "source", "passage")
_FOUND = """
SELECT entries.iri, entries.label, entries.kind, entries.name, entries.words, entries.start,
       entries.weight, bm25(folded, 10.0, 1.0)
FROM folded JOIN entries ON entries.id = folded.rowid
WHERE folded MATCH ?1 AND since <= ?3 AND (until IS NULL OR until > ?3)
ORDER BY bm25(folded, 10.0, 1.0), entries.iri, entries.start LIMIT ?2"""
# So many names are looked at to find the best of them.
_NAMES_WEIGHED = 500
_SNIPPET = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found; `start` is the place of a passage in its source."""

    iri: str
    label: str
    kind: str
    snippet: str
    score: float
    start: int | None = None


def search(snapshot: Snapshot, text: str, limit: int = 20) -> list[Hit]:
    """What a text finds: by name first, then by words, best first; by all words, else by any."""
    sought = _sought(text)
    if not sought or limit < 1:
        return []
    every = " ".join(map(_term, sought[:-1])) + " " + _term(sought[-1], open_end=True)
    # SQLite opens read-only by URI alone, and a URI is absolute where the store may not be.
    address = f"{snapshot.search_path.absolute().as_uri()}?mode=ro"
    version = snapshot.version.number
    with closing(sqlite3.connect(address, uri=True)) as index:
        named = index.execute(_FOUND, [f"name : ({every})", _NAMES_WEIGHED, version]).fetchall()
        found = _hits(sorted(named, key=lambda row: _nearness(row, sought)), sought)
        found += _hits(index.execute(_FOUND, [every, limit, version]), sought)
        if not found:
            any_word = " OR ".join(map(_term, sought))
            found = _hits(index.execute(_FOUND, [any_word, limit, version]), sought)
    unique: dict[tuple[str, int | None], Hit] = {}
    for hit in found:
        unique.setdefault((hit.iri, hit.start), hit)
    return list(unique.values())[:limit]


def _sought(text: str) -> list[str]:
    """The words of a text; the 'số' before a number is not part of the number's name."""
    found = words(text)
    return [
        word
        for word, after in zip_longest(found, found[1:], fillvalue="")
        if not (word == "so" and after.isdigit())
    ]


def _nearness(row: Sequence[object], sought: list[str]) -> tuple[int, bool, int, str]:
    """Kind, whether the name begins as sought, how often it is mentioned, the name."""
    _, label, kind, _, _, _, weight, _ = row
    begins = words(str(label))[: len(sought)] == sought
    return _ORDER.index(str(kind)), not begins, -int(str(weight)), str(label)


def _term(word: str, open_end: bool = False) -> str:
    """A word of a full-text query; the last one may be unfinished, but a number never is."""
    return f'"{word}"' + ("*" if open_end and word.isalpha() else "")


def _hits(rows: Iterable[Sequence[object]], sought: list[str]) -> list[Hit]:
    return [
        Hit(
            iri=str(iri),
            label=str(label),
            kind=str(kind),
            snippet=_snippet(str(content) or str(name), sought),
            score=-float(str(rank)),
            start=int(str(start)) if start is not None else None,
        )
        for iri, label, kind, name, content, start, _, rank in rows
    ]


def _snippet(content: str, sought: list[str]) -> str:
    """The stretch of a passage around the first word that was sought."""
    if len(content) <= _SNIPPET:
        return content
    place = 0
    for piece in content.split(" "):
        if set(words(piece)) & set(sought):
            break
        place += len(piece) + 1
    begin = max(0, min(place - _SNIPPET // 4, len(content) - _SNIPPET))
    cut = content[begin : begin + _SNIPPET]
    # whole words only, apart from a word as long as the snippet
    if begin and " " in cut:
        cut = "… " + cut.partition(" ")[2]
    if begin + _SNIPPET < len(content) and " " in cut:
        cut = cut.rpartition(" ")[0] + " …"
    return cut
