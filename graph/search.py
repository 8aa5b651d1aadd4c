"""Search: numbers in any spelling, names and full text, with or without diacritics; filters."""

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice, zip_longest
from typing import Literal

from graph.folding import words
from graph.snapshots import Snapshot
from graph.snippets import snippet
from graph.spelling import near_words

Order = Literal["best", "name", "date", "-date", "number", "cited"]
FACETS = ("kind", "issuer", "level", "place", "year", "relation")
# So many are looked at to find the best; a search that finds more says so.
_MOST = 3_000
# Of so many words each is left out in turn.
_SHORT = 12
_ORDERS = {
    "name": "collated",
    "date": "dates = '', dates, collated",
    "-date": "dates DESC, collated",
    "number": "number = '', length(numbered), numbered, collated",
    "cited": "weight DESC, collated",
}
# Names: by kind, whether name or number begins as sought, by use, by name.
_VALID = "since <= {version} AND (until IS NULL OR until > {version})"
_NAMED = """
SELECT entries.id, sort FROM names JOIN entries ON entries.id = names.rowid
WHERE names MATCH ?1 AND {valid} {filters}
ORDER BY precedence, NOT (substr(folded || ' ', 1, length(?2)) = ?2
  OR substr(numbered || ' ', 1, length(?2)) = ?2), weight DESC, collated LIMIT {most}"""
_TEXTS = """
SELECT id, sort FROM (
  SELECT entries.id, sort, precedence, weight FROM texts JOIN entries ON entries.id = texts.rowid
  WHERE texts MATCH ?1 AND {valid} {filters} LIMIT {most}
) ORDER BY precedence, weight DESC, id"""
_SHOWN = """
SELECT entries.id, iri, label, sort, name, words, start, number, dates, title, weight
FROM entries JOIN json_each(?) AS chosen ON entries.id = chosen.value ORDER BY chosen.key"""
_COUNTS = """
SELECT facet, facets.value, count(*)
FROM facets JOIN json_each(?) AS chosen ON entry = chosen.value
GROUP BY facet, facets.value ORDER BY count(*) DESC, facets.value"""
_OWN = "SELECT entry, facet, value FROM facets WHERE entry IN (SELECT value FROM json_each(?))"
# The counts of what is browsed: under filters, and those that were made with the index.
_SORTED = "SELECT 'sort', sort, count(*) {things} GROUP BY sort"
_COUNTED = """
SELECT 'sort' AS facet, sort AS value, count(*) AS total {things} GROUP BY sort
UNION ALL SELECT facet, value, count(*) FROM facets WHERE entry IN (SELECT entries.id {things})
GROUP BY facet, value ORDER BY total DESC, value"""
_COUNTED_BEFORE = """
SELECT CASE facet WHEN '' THEN 'sort' ELSE facet END, CASE facet WHEN '' THEN sort ELSE value END
  AS shown, sum(total) FROM totals WHERE sort <> 'passage' {filters}
GROUP BY 1, 2 HAVING sum(total) > 0 ORDER BY sum(total) DESC, shown"""
_HAS = "AND entries.id IN (SELECT entry FROM facets WHERE facet = ?{facet} AND value = ?{value})"
_AMONG = "SELECT id FROM entries WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found; a passage has a place in its source."""

    iri: str
    label: str
    kind: str
    snippet: str
    span: tuple[int, int] | None = None
    number: str = ""
    dates: str = ""
    title: str = ""
    mentions: int = 0
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a reader asks for: words, sorts of things, and what they are filtered by.

    Without `counted` nobody asks what further filters would leave.
    """

    text: str = ""
    sort: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    order: Order = "best"
    offset: int = 0
    limit: int = 50
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits, how many there are in all, and of how many a filter would leave.

    `is_cut`: there are more than were counted. `is_near`: nothing was found as it was typed, and
    these come close.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    is_cut: bool = False
    is_near: bool = False
    sorts: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)


def search(snapshot: Snapshot, text: str, limit: int = 20) -> list[Hit]:
    """What a text finds: by name first, then by words, best first.

    By all of them, else by all but one, else by any.
    """
    return list(results(snapshot, Sought(text, limit=limit)).hits) if words(text) else []


def results(snapshot: Snapshot, sought: Sought) -> Results:
    """What is found, with the counts of every filter; without words everything of its sort."""
    version = snapshot.version.number
    with closing(opened(snapshot)) as index:
        if not words(sought.text) and not sought.text.strip():
            return _browsed(index, sought, version)
        sorts, is_near = _found(index, sought, version)
        found = [*sorts]
        if sought.order != "best":
            found = _ordered(index, found, sought.order)
        chosen = _json(found)
        counts: dict[str, dict[str, int]] = {}
        for facet, value, count in index.execute(_COUNTS, [chosen]):
            counts.setdefault(facet, {})[value] = count
        return Results(
            hits=_hits(index, found[sought.offset : sought.offset + sought.limit], sought.text),
            total=len(found),
            is_cut=len(found) >= _MOST,
            is_near=is_near,
            sorts=dict(sorted(Counter(sorts.values()).items())),
            facets=counts,
        )


def opened(snapshot: Snapshot) -> sqlite3.Connection:
    """The search index of a version, for reading."""
    # SQLite opens read-only by URI alone, and a URI is absolute where the store may not be.
    address = f"{snapshot.search_path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True)


def _found(index: sqlite3.Connection, sought: Sought, version: int) -> tuple[dict[int, str], bool]:
    """The entries that are found with their sorts, best first; whether they only come close."""
    terms = _sought(sought.text)
    if not terms:
        return {}, False
    every = " ".join(map(_term, terms[:-1])) + " " + _term(terms[-1], open_end=True)
    phrase = '"' + " ".join(terms) + '"'
    found = _named(index, sought, version, every)
    found |= _texts(index, sought, version, phrase)
    if len(found) < _MOST:
        found |= _texts(index, sought, version, every)
    if found:
        return dict(islice(found.items(), _MOST)), False
    near = _near(index, terms)
    come_close = _named(index, sought, version, near) if near else {}
    if come_close:
        return come_close, True
    is_short = 2 < len(terms) <= _SHORT
    fewer = _texts(index, sought, version, _all_but_one(terms)) if is_short else {}
    return fewer or _texts(index, sought, version, " OR ".join(map(_term, terms))), False


def _named(
    index: sqlite3.Connection, sought: Sought, version: int, expression: str
) -> dict[int, str]:
    filters, values = _filters(sought, first=3)
    statement = _NAMED.format(filters=filters, most=_MOST, valid=_VALID.format(version=version))
    beginning = " ".join(_sought(sought.text)) + " "
    return dict(index.execute(statement, [expression, beginning, *values]))


def _texts(
    index: sqlite3.Connection, sought: Sought, version: int, expression: str
) -> dict[int, str]:
    filters, values = _filters(sought, first=2)
    statement = _TEXTS.format(filters=filters, most=_MOST, valid=_VALID.format(version=version))
    return dict(index.execute(statement, [expression, *values]))


def _all_but_one(terms: Sequence[str]) -> str:
    """An expression for the texts that lack no more than one of the words."""
    each = (
        " AND ".join(_term(word) for place, word in enumerate(terms) if place != left_out)
        for left_out in range(len(terms))
    )
    return " OR ".join(f"({fewer})" for fewer in each)


def _filters(sought: Sought, first: int) -> tuple[str, list[str]]:
    """The conditions of the filters with their values, whose places count from `first`."""
    conditions, values = [], []
    if sought.sort:
        conditions.append(f"AND sort = ?{first}")
        values.append(sought.sort)
    for facet, value in sought.filters.items():
        place = first + len(values)
        conditions.append(_HAS.format(facet=place, value=place + 1))
        values += [facet, value]
    return " ".join(conditions), values


def _near(index: sqlite3.Connection, terms: Sequence[str]) -> str:
    """An expression for the names that one slip in one word keeps from being found."""
    either = []
    for place, word in enumerate(terms):
        others = [_term(each) for number, each in enumerate(terms) if number != place]
        variants = [_term(each) for each in near_words(index, word)]
        if variants and (others or len(word) > 1):
            either.append("(" + " AND ".join([*others, f"({' OR '.join(variants)})"]) + ")")
    return " OR ".join(either)


def _ordered(index: sqlite3.Connection, found: Sequence[int], order: str) -> list[int]:
    statement = f"{_AMONG} ORDER BY {_ORDERS[order]}"
    return [number for (number,) in index.execute(statement, [_json(found)])]


def _browsed(index: sqlite3.Connection, sought: Sought, version: int) -> Results:
    """A page of everything that the filters leave."""
    filters, values = _filters(sought, first=1)
    order = _ORDERS["cited" if sought.order == "best" else sought.order]
    # what a reader browses without a word is things, not lines of texts
    wanted = f"sort <> 'passage' AND {_VALID.format(version=version)} {filters}"
    things = f"{_driven(sought)} WHERE {wanted}"
    page = f"SELECT entries.id {things} ORDER BY {order} LIMIT {sought.limit}"
    chosen = [n for (n,) in index.execute(f"{page} OFFSET {sought.offset}", values)]
    newest = index.execute("SELECT version FROM state").fetchone() == (version,)
    before = newest and not sought.filters
    counting = _COUNTED_BEFORE if before else _COUNTED if sought.counted else _SORTED
    facets: dict[str, dict[str, int]] = {}
    for facet, value, count in index.execute(
        counting.format(things=things, filters=filters), values
    ):
        facets.setdefault(facet, {})[value] = count
    sorts = facets.pop("sort", {})
    return Results(_hits(index, chosen, ""), sum(sorts.values()), sorts=sorts, facets=facets)


def _driven(sought: Sought) -> str:
    """Where browsing starts: at the things that have the first filter's value, if there is one."""
    if not sought.filters:
        return "FROM entries"
    place = 2 if sought.sort else 1
    return (
        "FROM facets AS chosen CROSS JOIN entries ON entries.id = chosen.entry"
        f" AND chosen.facet = ?{place} AND chosen.value = ?{place + 1}"
    )


def _sought(text: str) -> list[str]:
    """The words of a text; the 'số' before a number is not part of the number's name."""
    found = words(text)
    return [
        word
        for word, after in zip_longest(found, found[1:], fillvalue="")
        if not (word == "so" and after.isdigit())
    ]


def _term(word: str, open_end: bool = False) -> str:
    """A word of a full-text query; the last one may be unfinished, but a number never is."""
    return f'"{word}"' + ("*" if open_end and word.isalpha() else "")


def _json(numbers: Sequence[int]) -> str:
    return f"[{','.join(map(str, numbers))}]"


def _hits(index: sqlite3.Connection, chosen: Sequence[int], text: str) -> tuple[Hit, ...]:
    sought = set(_sought(text))
    own: dict[int, dict[str, tuple[str, ...]]] = {}
    for entry, facet, value in index.execute(_OWN, [_json(chosen)]):
        facets = own.setdefault(entry, {})
        facets[facet] = (*facets.get(facet, ()), value)
    rows = index.execute(_SHOWN, [_json(chosen)])
    return tuple(
        Hit(
            iri, label, sort, snippet(content or name, sought),
            None if start is None else (start, start + len(content)), number, dates, title,
            weight, own.get(key, {}),
        )
        for key, iri, label, sort, name, content, start, number, dates, title, weight in rows
    )  # fmt: skip
